/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include "rt-csv.h"
#include "rt-export.h"
#include "rt-plan.h"
#include "rt-preset.h"

G_BEGIN_DECLS

typedef enum {
  RT_COLUMN_IGNORE,
  RT_COLUMN_NAME,
  RT_COLUMN_FIRST_NAME,
  RT_COLUMN_LAST_NAME,
  RT_COLUMN_HONORIFIC,
  RT_COLUMN_ORGANISATION,
  RT_COLUMN_SECTOR,
  RT_COLUMN_JOB,
  RT_COLUMN_KIND,
  RT_COLUMN_ROLE,
  RT_COLUMN_TAGS,
  RT_COLUMN_LANGUAGES,
  RT_COLUMN_WISHES,
  RT_COLUMN_THEME,
  RT_COLUMN_CHAMPION,
  RT_COLUMN_QUESTION,
  RT_COLUMN_METHOD,
  RT_COLUMN_EMAIL,
  RT_COLUMN_PHONE,
  RT_COLUMN_ACCESS,
  RT_COLUMN_DIET,
  RT_COLUMN_NOTES,
  RT_COLUMN_STEP_FREE,
} RtColumn;

typedef enum {
  RT_LIST_PEOPLE,
  RT_LIST_HOSTS,
  RT_LIST_THEMES,
} RtListKind;

typedef enum {
  RT_DOUBT_NO_NAME,      /* a row with other cells but no name: becomes an unnamed place */
  RT_DOUBT_TWICE,        /* the same name (and organisation) twice */
  RT_DOUBT_ALIKE,        /* nearly the same name: Wylor / Wyler */
  RT_DOUBT_THEME,        /* a sign-up named no theme: one was made */
  RT_DOUBT_ROLE,         /* a role that is none of ours: kept as a tag */
  RT_DOUBT_EXTRA_CELLS,  /* a row longer than the header */
  RT_DOUBT_CHAMPION,     /* a champion who is not on the list: added as staff */
  RT_DOUBT_NO_THEME,     /* a row of a list of themes that names none: left out */
  RT_DOUBT_ABOVE,        /* a line above the header, such as the list's title: left out */
} RtDoubtKind;

/* Nothing is merged or left out because of a doubt: it is said. */
typedef struct {
  RtDoubtKind kind;
  guint       line;       /* of the file */
  guint       other_line; /* TWICE, ALIKE: the earlier one, 0 if it is in the plan already */
  char       *message;    /* translated */
  char       *name;       /* TWICE, ALIKE: the two names, else NULL */
  char       *other_name;
} RtDoubt;

/* Whom a row of a list of people or hosts is about. */
typedef struct {
  guint line;
  RtId  person;
} RtImportRow;

/**
 * RtImport:
 *
 * A list on its way into a plan: what was guessed (header, columns), what is doubtful, and the
 * records it makes.
 */
typedef struct {
  RtListKind kind;
  RtCsv     *csv;
  gboolean   header;      /* the first row names the columns */
  GArray    *columns;     /* of RtColumn, one per column */
  GPtrArray *doubts;      /* of RtDoubt */
  char      *above;       /* what stands above the header, or NULL; its line */
  guint      above_line;
  GStrv      names;       /* the cells of the first row, whether or not it is a header */
  GArray    *rows;        /* of RtImportRow, filled as the doubts are */
  GHashTable *skipped;    /* set of lines that shall change nothing */
  GHashTable *taken_for;  /* line to the id of somebody of the plan who has that name now */
  gboolean   without_champions; /* themes: left to a second reading, when everybody is there */
} RtImport;

/* Takes @csv. Recognises the header and the columns. */
RtImport *rt_import_new   (RtCsv *csv, RtListKind kind, GError **error);
void      rt_import_free  (RtImport *self);
/* Everything the list adds or updates, as one change ("Add 50 People"): people with the same name
   (folded) and the same or no organisation are updated, others added; hosts get a table each (with
   the theme of their Theme column), one that waits for a host if there is one; themes are made.
   Fills @doubts. @n_added, @n_updated (nullable): people, or themes in a list of themes. */
RtChange *rt_import_to_change (RtImport *self, RtPlan *plan, guint *n_added, guint *n_updated,
                               GError **error);
/* "50 people added from people.csv. Read as: commas, UTF-8, header row." */
char     *rt_import_dup_summary (const RtImport *self, const char *file, guint n_added,
                                 guint n_updated);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RtImport, rt_import_free)

G_END_DECLS
