/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#include "rt-sheet.h"

#include <string.h>

#include "rt-issue.h"

/*
 * What is on paper. The plan keeps a fingerprint of each page ("hosts/t3", "grid/1") and of each
 * piece that is cut out of one ("slips/p8"). That of a piece has a part for its head and one for
 * each round: rounds that are over, or that somebody does not attend any more, spoil no paper. A
 * new host or theme alone spoils no slip either, so they are not in it.
 */

#define HEAD_DIGITS 8
#define ROUND_DIGITS 4

static char *
dup_digest (const char *text, gsize digits)
{
  char *digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);

  digest[digits] = '\0';
  return digest;
}

/** rt_pages_read_issue: Returns: (transfer full): the fingerprints of the last issue */
GHashTable *
rt_pages_read_issue (RtPlan *plan)
{
  GHashTable *issued = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  const RtIssue *last = rt_plan_get_last_issue (plan);

  for (guint i = 0; last != NULL && i < rt_text_map_length (last->sheets); i++)
    g_hash_table_insert (issued, g_strdup (rt_text_map_key (last->sheets, i)),
                         g_strdup (rt_text_map_text (last->sheets, i)));
  return issued;
}

static char *
dup_piece_key (RtPages *self, RtSheet sheet, guint person)
{
  return g_strdup_printf ("%s/%s", rt_sheet_get_word (sheet),
                          rt_plan_get_person (self->plan, person)->parent.id);
}

static char *
dup_page_key (RtPages *self, const RtPage *page)
{
  const char *word = rt_sheet_get_word (page->sheet);
  RtId table;

  if (page->sheet != RT_SHEET_SIGNS && page->sheet != RT_SHEET_HOSTS)
    return g_strdup_printf ("%s/%u", word, page->nth + 1);
  table = rt_plan_get_table (self->plan, page->first)->parent.id;
  return page->part == 0 ? g_strdup_printf ("%s/%s", word, table)
                         : g_strdup_printf ("%s/%s/%u", word, table, page->part + 1);
}

static char *
dup_piece_mark (RtPages *self, guint person)
{
  const RtPaperPerson *at = &self->persons[person];
  g_autofree char *head = g_strdup_printf ("%s\n%s", at->name, at->organisation);
  g_autofree char *digest = dup_digest (head, HEAD_DIGITS);
  GString *mark = g_string_new (digest);

  for (guint r = 0; r < self->roll->n_rounds; r++)
    {
      int table = rt_pages_get_table (self, r, person);
      g_autofree char *line = g_strdup_printf ("%s\n%s", self->starts[r],
                                               table < 0 ? "" : self->tables[table].label);
      g_autofree char *part = dup_digest (line, ROUND_DIGITS);

      g_string_append_printf (mark, ".%s", part);
    }
  return g_string_free (mark, FALSE);
}

static char *
dup_page_mark (RtPages *self, const RtPage *page)
{
  g_autofree char *text = rt_pages_dup_text_of (self, page);

  return dup_digest (text, 2 * HEAD_DIGITS);
}

/* Whether two marks of a piece differ in what still matters. */
static gboolean
marks_differ (RtPages *self, guint person, const char *was, const char *is)
{
  g_auto (GStrv) before = g_strsplit (was, ".", -1);
  g_auto (GStrv) now = g_strsplit (is, ".", -1);
  guint n = g_strv_length (before);

  if (n == 0 || strcmp (before[0], now[0]) != 0)
    return TRUE;
  for (guint r = 0; r < self->roll->n_rounds; r++)
    if (!self->roll->done[r] && self->roll->attends[(gsize) r * self->roll->n_people + person]
        && (r + 1 >= n || strcmp (before[r + 1], now[r + 1]) != 0))
      return TRUE;
  return FALSE;
}

/** rt_pages_piece_changed: Returns: whether a piece that was issued last says something else now */
gboolean
rt_pages_piece_changed (RtPages *self, RtSheet sheet, guint person)
{
  g_autofree char *key = dup_piece_key (self, sheet, person);
  g_autofree char *now = dup_piece_mark (self, person);
  const char *was = g_hash_table_lookup (self->issued, key);

  /* Of slips the plan says itself where their people are sent. */
  if (sheet == RT_SHEET_SLIPS && rt_roll_slip_changed (self->plan, self->roll, person))
    return TRUE;
  return was != NULL ? marks_differ (self, person, was, now) : sheet != RT_SHEET_SLIPS;
}

/** rt_pages_page_changed: Returns: whether a page is not as it was issued last */
gboolean
rt_pages_page_changed (RtPages *self, const RtPage *page)
{
  g_autofree char *key = dup_page_key (self, page);
  g_autofree char *now = dup_page_mark (self, page);

  return g_strcmp0 (g_hash_table_lookup (self->issued, key), now) != 0;
}

static gboolean
is_of_printed_kind (RtPages *self, const char *key)
{
  for (RtSheet sheet = 0; sheet < RT_N_SHEETS; sheet++)
    {
      const char *word = rt_sheet_get_word (sheet);

      if ((self->options.sheets & RT_SHEETS (sheet)) && g_str_has_prefix (key, word)
          && key[strlen (word)] == '/')
        return TRUE;
    }
  return FALSE;
}

static void
add_pieces (RtPages *self, RtSheet sheet, RtTextMap *sheets)
{
  for (guint i = 0; i < self->roll->n_people; i++)
    if (rt_sheet_get_class (sheet)->people (self, i))
      {
        g_autofree char *key = dup_piece_key (self, sheet, i);
        g_autofree char *mark = dup_piece_mark (self, i);

        rt_text_map_set_text (sheets, key, mark);
      }
}

/* What is on paper once these pages are: of their kinds all there is now, for what was not printed
 * again is as it was; of other kinds what was issued last. */
static RtTextMap *
make_sheets (RtPages *self)
{
  const RtIssue *last = rt_plan_get_last_issue (self->plan);
  RtTextMap *sheets = rt_text_map_new ();

  for (guint i = 0; last != NULL && i < rt_text_map_length (last->sheets); i++)
    if (!is_of_printed_kind (self, rt_text_map_key (last->sheets, i)))
      rt_text_map_set_text (sheets, rt_text_map_key (last->sheets, i),
                            rt_text_map_text (last->sheets, i));
  for (RtSheet sheet = 0; sheet < RT_N_SHEETS; sheet++)
    if ((self->options.sheets & RT_SHEETS (sheet)) && rt_sheet_get_class (sheet)->pieces
        && (self->n_of[sheet] > 0 || self->options.changed))
      add_pieces (self, sheet, sheets);
  for (guint i = 0; i < self->all->len; i++)
    {
      const RtPage *page = &g_array_index (self->all, RtPage, i);
      g_autofree char *key = NULL;
      g_autofree char *mark = NULL;

      if (rt_sheet_get_class (page->sheet)->pieces)
        continue;
      key = dup_page_key (self, page);
      mark = dup_page_mark (self, page);
      rt_text_map_set_text (sheets, key, mark);
    }
  return sheets;
}

/**
 * rt_pages_make_issue:
 * @plan: the plan that these pages are of, and that has not changed since
 *
 * Returns: (transfer full) (nullable): what makes these pages the plan's next revision
 */
RtChange *
rt_pages_make_issue (RtPages *self, RtPlan *plan, GError **error)
{
  const RtIssue *last = rt_plan_get_last_issue (self->plan);
  g_autoptr (RtTextMap) sheets = make_sheets (self);
  g_autoptr (RtSlips) slips = NULL;
  g_autofree char *at = g_date_time_format (self->options.at, "%Y-%m-%dT%H:%M");

  if (self->options.sheets & RT_SHEETS (RT_SHEET_SLIPS))
    slips = rt_slips_new_for_plan (self->plan, self->roll);
  else if (last != NULL)
    slips = rt_slips_copy (last->slips);
  return rt_edit_issue (plan, at, slips, sheets, error);
}
