/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include <cairo.h>

#include "rt-labels.h"
#include "rt-plan.h"

G_BEGIN_DECLS

/** RtSheet: the kinds of sheets, in the order they are printed */
typedef enum {
  RT_SHEET_SIGNS,
  RT_SHEET_SLIPS,
  RT_SHEET_HOSTS,
  RT_SHEET_WALL,
  RT_SHEET_GRID,
  RT_SHEET_FLOOR,
  RT_SHEET_BADGES,
  RT_SHEET_CARDS,
  RT_SHEET_AGENDA,
  RT_SHEET_FEEDBACK,
  RT_SHEET_RULES,
  RT_N_SHEETS,
} RtSheet;

/** RtSheets: several kinds of sheets, a bit for each */
typedef guint RtSheets;

#define RT_SHEETS(sheet) (1u << (sheet))
#define RT_SHEETS_USUAL (RT_SHEETS (RT_SHEET_CARDS) - 1u)
#define RT_SHEETS_ALL (RT_SHEETS (RT_N_SHEETS) - 1u)

/**
 * RtPagesOptions:
 * @sheets: which kinds
 * @paper: upright
 * @large: slips two on a page, lists in 18 points and more
 * @changed: only what differs from what was issued last
 * @double_sided: badges have their rounds on the back, for printing both sides turned over the
 *   long edge
 * @revision: (nullable): of the issue that this is, %NULL = a draft
 * @at: when it is printed
 * @badges: how badges lie on the paper, by rt_labels_read(); all zero = eight on a page
 * @floor_names: a floor plan for each round, with everybody's name at their table
 * @codes: slips have a QR code that says where to go
 * @by_organisation: after the wall list from A to Z, one by organisation
 * @one_language: no second language on signs, though the plan has its words
 */
typedef struct {
  RtSheets sheets;
  RtPaper paper;
  gboolean large;
  gboolean changed;
  gboolean double_sided;
  const char *revision;
  GDateTime *at;
  RtLabels badges;
  gboolean floor_names;
  gboolean codes;
  gboolean by_organisation;
  gboolean one_language;
} RtPagesOptions;

/**
 * RtPages:
 *
 * A plan cut into sheets of paper, which preview, printer and PDF paint alike. It is of the plan as
 * it was when the pages were cut, and follows no change. It may be made and painted in any thread,
 * but in one at a time.
 */
typedef struct _RtPages RtPages;

/**
 * RtPagesProgress:
 *
 * Called after each page, in the thread that paints.
 */
typedef void (*RtPagesProgress) (guint done, guint n, gpointer data);

const char *rt_sheet_get_word (RtSheet sheet);  /* "signs", as in the words of a call */
const char *rt_sheet_get_title (RtSheet sheet); /* "Table signs", translated */
char *rt_sheet_dup_path (RtSheet sheet, const char *path);
void rt_paper_get_size (RtPaper paper, double *width, double *height);

RtPages *rt_pages_new (RtPlan *plan, const RtPagesOptions *options, GCancellable *cancellable,
                       GError **error);
void rt_pages_free (RtPages *self);
void rt_pages_get_size (RtPages *self, double *width, double *height);
guint rt_pages_get_n (RtPages *self);
guint rt_pages_get_n_of (RtPages *self, RtSheet sheet);
guint rt_pages_get_n_people (RtPages *self, RtSheet sheet);
RtSheet rt_pages_get_sheet (RtPages *self, guint page, guint *nth);
void rt_pages_paint (RtPages *self, guint page, cairo_t *cr);
char *rt_pages_dup_text (RtPages *self, guint page);
char *rt_pages_dup_why_none (RtPages *self, RtSheet sheet);
GBytes *rt_pages_make_pdf (RtPages *self, RtSheets sheets, GCancellable *cancellable,
                           RtPagesProgress progress, gpointer data, GError **error);
gboolean rt_pages_save (RtPages *self, const char *path, gboolean separate,
                        GCancellable *cancellable, RtPagesProgress progress, gpointer data,
                        GError **error);
RtChange *rt_pages_make_issue (RtPages *self, RtPlan *plan, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RtPages, rt_pages_free)

G_END_DECLS
