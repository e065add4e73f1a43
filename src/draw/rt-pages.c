/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#include "rt-sheet.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>
#include <string.h>


static const RtSheetClass * const classes[RT_N_SHEETS] = {
  [RT_SHEET_SIGNS] = &rt_sheet_signs,
  [RT_SHEET_SLIPS] = &rt_sheet_slips,
  [RT_SHEET_HOSTS] = &rt_sheet_hosts,
  [RT_SHEET_WALL] = &rt_sheet_wall,
  [RT_SHEET_GRID] = &rt_sheet_grid,
  [RT_SHEET_FLOOR] = &rt_sheet_floor,
  [RT_SHEET_BADGES] = &rt_sheet_badges,
  [RT_SHEET_CARDS] = &rt_sheet_cards,
  [RT_SHEET_AGENDA] = &rt_sheet_agenda,
  [RT_SHEET_FEEDBACK] = &rt_sheet_feedback,
  [RT_SHEET_RULES] = &rt_sheet_rules,
};

/** rt_sheet_get_word: Returns: the kind in the words of a call: "signs" */
const char *
rt_sheet_get_word (RtSheet sheet)
{
  return classes[sheet]->word;
}

/**
 * rt_sheet_dup_path:
 * @path: of all sheets: "café.pdf"
 *
 * Returns: (transfer full): of those of one kind alone: "café-slips.pdf"
 */
char *
rt_sheet_dup_path (RtSheet sheet, const char *path)
{
  gsize stem = strlen (path);

  if (stem > 4 && g_ascii_strcasecmp (path + stem - 4, ".pdf") == 0)
    stem -= 4;
  return g_strdup_printf ("%.*s-%s.pdf", (int) stem, path, rt_sheet_get_word (sheet));
}

/** rt_sheet_get_title: Returns: the kind in words for people: "Table signs" */
const char *
rt_sheet_get_title (RtSheet sheet)
{
  return _(classes[sheet]->title);
}

/** rt_paper_get_size: of a sheet that stands upright, points */
void
rt_paper_get_size (RtPaper paper, double *width, double *height)
{
  *width = paper == RT_PAPER_A4 ? 210.0 / 25.4 * 72.0 : 612.0;
  *height = paper == RT_PAPER_A4 ? 297.0 / 25.4 * 72.0 : 792.0;
}

/** rt_pages_add: one more page; called while a kind is cut */
void
rt_pages_add (RtPages *self, RtSheet sheet, guint first, guint n, guint part)
{
  RtPage page = { sheet, first, n, part, self->n_of[sheet]++ };

  g_array_append_val (self->all, page);
}

/** rt_pages_add_pieces: pages for all who get a piece, @per_page on each */
void
rt_pages_add_pieces (RtPages *self, RtSheet sheet, guint per_page)
{
  guint n = self->people[sheet]->len;

  for (guint first = 0; first < n; first += per_page)
    rt_pages_add (self, sheet, first, MIN (per_page, n - first), 0);
}

/* People by surname, as on every list; unnamed places last. */
typedef struct {
  char *key;
  guint person;
} Entry;

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  const Entry *one = a, *two = b;
  int order;

  if (one->key == NULL || two->key == NULL)
    order = (one->key == NULL) - (two->key == NULL);
  else
    order = strcmp (one->key, two->key);
  return order != 0 ? order : one->person < two->person ? -1 : one->person > two->person;
}

static Entry *
sort_people (RtPages *self)
{
  guint n = self->roll->n_people;
  Entry *entries = g_new0 (Entry, n);

  for (guint i = 0; i < n; i++)
    {
      const RtPerson *person = rt_plan_get_person (self->plan, i);

      entries[i].key = person->name != NULL ? rt_person_dup_sort_key (person) : NULL;
      entries[i].person = i;
    }
  if (n > 0)
    qsort (entries, n, sizeof (Entry), compare_entries);
  return entries;
}

/* Who gets a piece of each kind, by surname; with only what changed, those whose piece is new. */
static void
choose_people (RtPages *self)
{
  guint n = self->roll->n_people;
  g_autofree Entry *entries = sort_people (self);

  for (RtSheet sheet = 0; sheet < RT_N_SHEETS; sheet++)
    {
      if (!(self->options.sheets & RT_SHEETS (sheet)) || classes[sheet]->people == NULL)
        continue;
      self->people[sheet] = g_array_new (FALSE, FALSE, sizeof (guint));
      for (guint i = 0; i < n; i++)
        if (classes[sheet]->people (self, entries[i].person)
            && (!classes[sheet]->pieces || !self->options.changed
                || rt_pages_piece_changed (self, sheet, entries[i].person)))
          g_array_append_val (self->people[sheet], entries[i].person);
    }
  for (guint i = 0; i < n; i++)
    g_free (entries[i].key);
}

/* Leaves out the pages that are on paper already; the others keep their number. */
static void
choose_pages (RtPages *self)
{
  for (guint i = 0; i < self->all->len; i++)
    {
      RtPage page = g_array_index (self->all, RtPage, i);

      if (self->options.changed && !classes[page.sheet]->pieces
          && !rt_pages_page_changed (self, &page))
        continue;
      g_array_append_val (self->pages, page);
      self->printed_of[page.sheet]++;
    }
}

static gboolean
cut (RtPages *self, GCancellable *cancellable, GError **error)
{
  choose_people (self);
  for (RtSheet sheet = 0; sheet < RT_N_SHEETS; sheet++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (self->options.sheets & RT_SHEETS (sheet))
        classes[sheet]->cut (self);
    }
  choose_pages (self);
  return TRUE;
}

/* Whether the language of the locale is written from right to left. */
static gboolean
reads_from_right (void)
{
  PangoLanguage *language = pango_language_from_string (g_get_language_names ()[0]);
  int n = 0;
  const PangoScript *scripts = pango_language_get_scripts (language, &n);

  return n > 0 && (scripts[0] == PANGO_SCRIPT_ARABIC || scripts[0] == PANGO_SCRIPT_HEBREW
                   || scripts[0] == PANGO_SCRIPT_SYRIAC || scripts[0] == PANGO_SCRIPT_THAANA
                   || scripts[0] == PANGO_SCRIPT_NKO);
}

/**
 * rt_pages_new:
 * @plan: a plan, which may change afterwards
 * @options: what is wanted
 * @cancellable: (nullable):
 * @error: %G_IO_ERROR_CANCELLED and no other
 *
 * Cuts a plan into pages, without painting any: how many there are is known then. Linear in people
 * and rounds.
 *
 * Returns: (transfer full): the pages, which may be none
 */
RtPages *
rt_pages_new (RtPlan *plan, const RtPagesOptions *options, GCancellable *cancellable,
              GError **error)
{
  RtPages *self = g_new0 (RtPages, 1);

  self->plan = rt_plan_new_snapshot (plan);
  self->roll = rt_roll_new (self->plan);
  self->options = *options;
  self->options.revision = g_strdup (options->revision);
  rt_paper_get_size (options->paper, &self->width, &self->height);
  self->ink = rt_ink_new ();
  self->mirrored = reads_from_right ();
  rt_ink_set_mirror (self->ink, self->mirrored ? self->width : 0.0);
  self->all = g_array_new (FALSE, FALSE, sizeof (RtPage));
  self->pages = g_array_new (FALSE, FALSE, sizeof (RtPage));
  self->issued = rt_pages_read_issue (self->plan);
  rt_pages_fill (self);
  if (!cut (self, cancellable, error))
    g_clear_pointer (&self, rt_pages_free);
  return self;
}

void
rt_pages_free (RtPages *self)
{
  rt_pages_clear (self);
  for (RtSheet sheet = 0; sheet < RT_N_SHEETS; sheet++)
    {
      g_clear_pointer (&self->people[sheet], g_array_unref);
      g_clear_pointer (&self->blocks[sheet], g_array_unref);
    }
  g_array_unref (self->all);
  g_array_unref (self->pages);
  g_hash_table_unref (self->issued);
  rt_ink_free (self->ink);
  g_clear_pointer (&self->measures, rt_measures_free);
  rt_roll_free (self->roll);
  g_object_unref (self->plan);
  g_free ((char *) self->options.revision);
  g_free (self);
}

/** rt_pages_get_size: of every page, points */
void
rt_pages_get_size (RtPages *self, double *width, double *height)
{
  *width = self->width;
  *height = self->height;
}

/** rt_pages_get_n: Returns: how many pages there are */
guint
rt_pages_get_n (RtPages *self)
{
  return self->pages->len;
}

/** rt_pages_get_n_of: Returns: how many of them are of one kind */
guint
rt_pages_get_n_of (RtPages *self, RtSheet sheet)
{
  return self->printed_of[sheet];
}

/** rt_pages_get_n_people: Returns: for how many people there are pieces of a kind (slips, badges,
 * cards) */
guint
rt_pages_get_n_people (RtPages *self, RtSheet sheet)
{
  return self->people[sheet] != NULL ? self->people[sheet]->len : 0;
}

/**
 * rt_pages_get_sheet:
 * @nth: (out) (optional): which page of its kind, from 0
 *
 * Returns: of which kind a page is
 */
RtSheet
rt_pages_get_sheet (RtPages *self, guint page, guint *nth)
{
  const RtPage *at = &g_array_index (self->pages, RtPage, page);

  if (nth != NULL)
    *nth = at->nth;
  return at->sheet;
}

/** rt_pages_dup_why_none: Returns: (transfer full): why there may be no page of a kind */
char *
rt_pages_dup_why_none (RtPages *self, RtSheet sheet)
{
  return g_strdup (_(classes[sheet]->none));
}

/* The event in a footer; a long title in two lines. Returns: where it ends. */
static double
draw_event (RtPages *self, double x, double baseline, double width, const char *event)
{
  RtInkStyle style = { 8.5, RT_INK_REGULAR, 2, RT_INK_START, RT_INK_MIDDLE };
  RtBox box = { x, baseline - 13.0, width, 20.0 };

  if (rt_ink_width (self->ink, event, style.size, style.weight) > width)
    return x + rt_ink_fit (self->ink, &box, event, &style).width;
  return x + rt_ink_line (self->ink, x, baseline, width, event, style.size, style.weight,
                          RT_INK_START).width;
}

static void
draw_footer (RtPages *self, const RtPage *page)
{
  const RtSheetClass *kind = classes[page->sheet];
  double y = self->height - RT_MARGIN - 12.0, line = y + 11.0, end = 0.0, left, right;
  double from = RT_MARGIN, to = self->width - RT_MARGIN;
  g_autofree char *event = *self->date != '\0'
                               ? g_strdup_printf ("%s · %s", self->title, self->date)
                               : g_strdup (self->title);
  g_autofree char *number = kind->dup_number (page->nth + 1, self->n_of[page->sheet]);
  /* Translators: a footer; a date with a time, and "slips 2 of 7" */
  g_autofree char *printed = g_strdup_printf (_("Printed %s · %s"), self->printed, number);
  g_autofree char *note = kind->dup_note != NULL ? kind->dup_note (self, page) : NULL;

  rt_ink_rule (self->ink, from, y - 5.0, to, y - 5.0, 0.75);
  right = rt_ink_width (self->ink, printed, 8.5, RT_INK_REGULAR);
  right = MIN (right, (to - from) * 0.55);
  rt_pages_draw_revision (self, from, y + 6.5, 12.5, &end);
  left = draw_event (self, end + 6.0, line - 1.0, to - right - 12.0 - end - 6.0, event);
  rt_ink_line (self->ink, to, line - 1.0, right, printed, 8.5, RT_INK_REGULAR, RT_INK_END);
  /* The lines to cut along explain themselves: better without words than with tiny ones. */
  if (note != NULL
      && rt_ink_width (self->ink, note, 8.5, RT_INK_REGULAR) * 0.8 < to - right - left - 24.0)
    rt_ink_line (self->ink, (left + to - right) / 2.0, line - 1.0, to - right - left - 24.0, note,
                 8.5, RT_INK_REGULAR, RT_INK_MIDDLE);
}

/* Where labels leave a narrow edge below, the footer is one small line; without an edge, none. */
static void
draw_small_footer (RtPages *self, const RtPage *page, double below)
{
  const RtSheetClass *kind = classes[page->sheet];
  g_autofree char *number = kind->dup_number (page->nth + 1, self->n_of[page->sheet]);
  const char *revision = self->options.revision;
  g_autofree char *line = NULL;

  if (below < 15.0)
    return;
  /* Translators: a footer; a revision, the event, the date of printing and "badges 2 of 7" */
  line = g_strdup_printf (_("%s · %s · printed %s · %s"),
                          revision != NULL ? revision : C_("revision", "draft"), self->title,
                          self->printed, number);
  rt_ink_line (self->ink, self->width / 2.0, self->height - MAX (below / 2.0 - 2.0, 12.0),
               self->width - 2.0 * RT_MARGIN, line, below < 24.0 ? 6.0 : 8.0, RT_INK_REGULAR,
               RT_INK_MIDDLE);
}

/**
 * rt_pages_paint:
 * @page: which
 * @cr: where the page's top left corner is 0, 0 and a unit is a point; white already
 */
void
rt_pages_paint (RtPages *self, guint page, cairo_t *cr)
{
  const RtPage *at = &g_array_index (self->pages, RtPage, page);
  const RtSheetClass *kind = classes[at->sheet];
  double below = kind->get_below != NULL ? kind->get_below (self) : RT_MARGIN + RT_FOOTER;

  cairo_save (cr);
  cairo_set_source_rgb (cr, 0.0, 0.0, 0.0);
  rt_ink_begin (self->ink, cr, NULL);
  kind->paint (self, at);
  if (below > RT_MARGIN + 18.0)
    draw_footer (self, at);
  else
    draw_small_footer (self, at, below);
  rt_ink_begin (self->ink, NULL, NULL);
  cairo_restore (cr);
}

/** rt_pages_dup_text: Returns: (transfer full): what stands on a page, without its footer, a line
 * for each text, in reading order */
char *
rt_pages_dup_text (RtPages *self, guint page)
{
  return rt_pages_dup_text_of (self, &g_array_index (self->pages, RtPage, page));
}

char *
rt_pages_dup_text_of (RtPages *self, const RtPage *page)
{
  GString *words = g_string_new (NULL);

  rt_ink_begin (self->ink, NULL, words);
  classes[page->sheet]->paint (self, page);
  rt_ink_begin (self->ink, NULL, NULL);
  return g_string_free (words, FALSE);
}

const RtSheetClass *
rt_sheet_get_class (RtSheet sheet)
{
  return classes[sheet];
}

static cairo_status_t
write_cb (void *data, const unsigned char *bytes, unsigned int length)
{
  g_byte_array_append (data, bytes, length);
  return CAIRO_STATUS_SUCCESS;
}

/* The first page of each kind is in the table of contents that a reader shows at the side. */
static void
add_outline (RtPages *self, cairo_surface_t *surface, guint page, guint number)
{
  RtSheet sheet = rt_pages_get_sheet (self, page, NULL);
  g_autofree char *where = NULL;

  if (page > 0 && rt_pages_get_sheet (self, page - 1, NULL) == sheet)
    return;
  where = g_strdup_printf ("page=%u pos=[0 0]", number);
  cairo_pdf_surface_add_outline (surface, CAIRO_PDF_OUTLINE_ROOT, rt_sheet_get_title (sheet), where,
                                 0);
}

static cairo_surface_t *
new_pdf (RtPages *self, GByteArray *bytes)
{
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (write_cb, bytes, self->width,
                                                                  self->height);
  g_autofree char *at = g_date_time_format_iso8601 (self->options.at);

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE,
                                  rt_plan_get_title (self->plan));
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Rotunda");
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, at);
  return surface;
}

/**
 * rt_pages_make_pdf:
 * @sheets: which of the kinds; a page has the same footer whatever is beside it
 * @cancellable: (nullable):
 * @progress: (nullable) (scope call): told after each page which of all it was
 * @error: %G_IO_ERROR_CANCELLED, or what cairo says
 *
 * Returns: (transfer full): the pages as a PDF, with its fonts in it
 */
GBytes *
rt_pages_make_pdf (RtPages *self, RtSheets sheets, GCancellable *cancellable,
                   RtPagesProgress progress, gpointer data, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *surface = new_pdf (self, bytes);
  cairo_t *cr = cairo_create (surface);
  guint n = rt_pages_get_n (self), done = 0;
  cairo_status_t status;

  for (guint i = 0; i < n && !g_cancellable_is_cancelled (cancellable); i++)
    {
      if (!(sheets & RT_SHEETS (rt_pages_get_sheet (self, i, NULL))))
        continue;
      add_outline (self, surface, i, ++done);
      rt_pages_paint (self, i, cr);
      cairo_show_page (cr);
      if (progress != NULL)
        progress (i + 1, n, data);
    }
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  if (status != CAIRO_STATUS_SUCCESS)
    {
      /* Translators: %s says why */
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _("The pages could not be made: %s."),
                   cairo_status_to_string (status));
      return NULL;
    }
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}
