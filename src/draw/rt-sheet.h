/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include "rt-ink.h"
#include "rt-measure.h"
#include "rt-pages.h"
#include "rt-roll.h"

G_BEGIN_DECLS

/*
 * What the files of the sheets share, and nobody else: the plan in words for paper, and the
 * description of a kind of sheet. Lengths are in points.
 */

#define RT_MARGIN 34.0 /* 12 mm */
#define RT_FOOTER 24.0 /* kept free above the lower margin */

/**
 * RtPage:
 * @first: of what the kind counts: people in its list, a table, a block
 * @n: how many of them
 * @part: which of several pages about the same
 * @nth: which page of its kind it is, from 0; kept when only changed pages are printed
 */
typedef struct {
  RtSheet sheet;
  guint first, n;
  guint part;
  guint nth;
} RtPage;

/**
 * RtPaperPerson: one of the people as they stand on paper
 * @first: (nullable): first name
 * @last: (nullable): surname
 */
typedef struct {
  char *name;
  char *first;
  char *last;
  char *organisation;
} RtPaperPerson;

/**
 * RtPaperTable:
 * @label: its number, or its name when it has none
 */
typedef struct {
  char *label;
  gboolean numbered;
} RtPaperTable;

/**
 * RtPaperTheme:
 * @also: (nullable): its title in the second language
 * @also_question: (nullable): its question in the second language
 */
typedef struct {
  char *letter;
  char *title;
  char *also;
  char *question;
  char *also_question;
  int colour;
} RtPaperTheme;

struct _RtPages {
  RtPlan *plan;
  RtRoll *roll;
  RtMeasures *measures; /* NULL until a sheet asks */
  RtPagesOptions options;
  double width, height;
  gboolean mirrored;            /* for a language that is read from right to left */
  RtInk *ink;
  GArray *pages;                /* of RtPage: those that are printed */
  GArray *all;                  /* of RtPage: those and what is on paper already */
  guint n_of[RT_N_SHEETS];      /* pages of each kind, whether printed or not */
  guint printed_of[RT_N_SHEETS];
  GArray *people[RT_N_SHEETS];  /* of guint, by surname; NULL for kinds that do not go by people */
  GArray *blocks[RT_N_SHEETS];  /* what a kind keeps from cutting to painting; NULL for others */
  GHashTable *issued;           /* of the last issue: name of a sheet to its fingerprint */
  RtPaperPerson *persons;
  RtPaperTable *tables;
  RtPaperTheme *themes;
  char **starts, **ends;        /* [round] HH:MM, "" = not known */
  char *title, *date, *printed, *printed_short;
};

/**
 * RtSheetClass:
 * @word: as in the words of a call
 * @title: for people
 * @people: (nullable): whether somebody is on these, for sheets that go by people
 * @pieces: whether they are cut apart, so that each is printed again by itself
 * @cut: lays out which pages there are
 * @paint: a page, without its footer
 * @dup_number: of the footer: which page of how many of its kind
 * @note: (nullable): in the middle of the footer
 * @get_below: (nullable): how much is free below for the footer; %NULL = enough
 * @none: why there may be none, in a sentence
 */
typedef struct {
  const char *word;
  const char *title;
  gboolean (*people) (RtPages *pages, guint person);
  gboolean pieces;
  void (*cut) (RtPages *pages);
  void (*paint) (RtPages *pages, const RtPage *page);
  char *(*dup_number) (guint page, guint n);
  char *(*dup_note) (RtPages *pages, const RtPage *page);
  double (*get_below) (RtPages *pages);
  const char *none;
} RtSheetClass;

extern const RtSheetClass rt_sheet_signs, rt_sheet_slips, rt_sheet_hosts, rt_sheet_wall,
  rt_sheet_grid, rt_sheet_floor, rt_sheet_badges, rt_sheet_cards, rt_sheet_agenda,
  rt_sheet_feedback, rt_sheet_rules;

/* The words of the plan, and what was issued: for rt-pages.c. */
void rt_pages_fill (RtPages *self);
void rt_pages_clear (RtPages *self);
GHashTable *rt_pages_read_issue (RtPlan *plan);
gboolean rt_pages_piece_changed (RtPages *self, RtSheet sheet, guint person);
gboolean rt_pages_page_changed (RtPages *self, const RtPage *page);
char *rt_pages_dup_text_of (RtPages *self, const RtPage *page);
const RtSheetClass *rt_sheet_get_class (RtSheet sheet);

void rt_pages_add (RtPages *self, RtSheet sheet, guint first, guint n, guint part);
void rt_pages_add_pieces (RtPages *self, RtSheet sheet, guint per_page);
RtBox rt_pages_get_area (RtPages *self);
const RtMeasures *rt_pages_get_measures (RtPages *self);

/* What stands on several kinds of sheets. */
gboolean rt_pages_is_open (RtPages *pages, guint table);
gboolean rt_pages_comes (RtPages *self, guint person);
int rt_pages_get_table (RtPages *self, guint round, guint person);
const RtPaperTheme *rt_pages_get_theme (RtPages *self, guint round, int table);
int rt_pages_get_host (RtPages *self, guint round, int table);
char *rt_pages_dup_host (RtPages *self, guint round, int table);
int rt_pages_get_end (RtPages *self);
char *rt_pages_dup_round (RtPages *self, guint round);
char *rt_pages_dup_hours (RtPages *self, guint round);
char *rt_pages_dup_affiliation (RtPages *self, guint person);
void rt_pages_draw_head (RtPages *self, const char *title, const char *beside);
void rt_pages_draw_bar (RtPages *self, double x, double y, double height);
void rt_pages_draw_revision (RtPages *self, double x, double middle, double size, double *end);
void rt_pages_draw_name_line (RtPages *self, const RtBox *box);

/* Gives the page the proportions of the room: for a picture of the floor plan. */
void rt_floor_fit_page (RtPages *pages);

/* Tables of a floor plan with names. */
double rt_floor_names_place (RtPages *pages, guint round, const RtBox *room, const RtBox *things,
                             guint n_things, RtBox *boxes);
void rt_floor_names_draw (RtPages *pages, guint round, guint table, const RtBox *box,
                          double letters);

/* Pieces that are cut apart: where piece @i of a page is, and the lines to cut along. */
typedef struct {
  guint columns, rows;
  RtBox area;
} RtPieces;

typedef void (*RtPieceDraw) (RtPages *pages, guint person, const RtBox *piece);

RtPieces rt_pieces_eight (RtPages *pages);
RtBox rt_pieces_get (const RtPieces *self, guint i);
void rt_pieces_draw_cuts (const RtPieces *self, RtInk *ink);
void rt_pieces_paint (const RtPieces *self, RtPages *pages, const RtPage *page, RtPieceDraw draw);
char *rt_pieces_dup_note (RtPages *pages, const RtPage *page);

G_END_DECLS
