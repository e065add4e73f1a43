/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "rt-print-preview.h"

#include <glib/gi18n-lib.h>

/* Round the page, px. */
#define AROUND 16.0
#define ZOOM_STEP 1.25
#define LEAST_ZOOM 0.25 /* px per point */
#define MOST_ZOOM 6.0

struct _RtPrintPreview
{
  GtkBox parent_instance;

  RtPrintJob *job;
  RtSheets sheets;
  RtSheet sheet;
  guint page;          /* of all */
  double zoom;         /* px per point, 0 = as large as fits */

  GtkStack *stack;
  GtkLabel *message;
  GtkDrawingArea *area;
  GtkWidget *pager;
  GtkLabel *where;
};

enum {
  TURNED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (RtPrintPreview, rt_print_preview, GTK_TYPE_BOX)

static RtPages *
get_pages (RtPrintPreview *self)
{
  return self->job ? self->job->pages : NULL;
}

static gboolean
has_page (RtPrintPreview *self)
{
  return get_pages (self) && self->page < rt_pages_get_n (get_pages (self));
}

/* Whether turning stops at a page. */
static gboolean
is_shown (RtPrintPreview *self, guint page)
{
  RtSheet sheet = rt_pages_get_sheet (get_pages (self), page, NULL);

  return sheet == self->sheet || (self->sheets & RT_SHEETS (sheet));
}

static double
get_scale (RtPrintPreview *self, int width, int height)
{
  double page_width, page_height;

  if (self->zoom > 0)
    return self->zoom;
  rt_pages_get_size (get_pages (self), &page_width, &page_height);
  return MAX (MIN ((width - 2 * AROUND) / page_width, (height - 2 * AROUND) / page_height), 0.05);
}

static void
draw_cb (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  RtPrintPreview *self = data;
  double page_width, page_height, scale;

  if (!has_page (self))
    return;
  rt_pages_get_size (get_pages (self), &page_width, &page_height);
  scale = get_scale (self, width, height);
  cairo_translate (cr, (int) MAX ((width - page_width * scale) / 2, 0),
                   (int) MAX ((height - page_height * scale) / 2, 0));
  cairo_rectangle (cr, -0.5, -0.5, page_width * scale + 1, page_height * scale + 1);
  cairo_set_source_rgba (cr, 0, 0, 0, 0.35);
  cairo_set_line_width (cr, 1);
  cairo_stroke (cr);
  cairo_scale (cr, scale, scale);
  cairo_rectangle (cr, 0, 0, page_width, page_height);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_fill_preserve (cr);
  cairo_clip (cr);
  rt_pages_paint (get_pages (self), self->page, cr);
}

/* "Slips, page 1 of 7 · 10 of 36": of its kind, and of what is printed. */
static void
update_where (RtPrintPreview *self)
{
  RtPages *pages = get_pages (self);
  const char *title = rt_sheet_get_title (self->sheet);
  guint nth = 0, before = 0, n = 0, of = rt_pages_get_n_of (pages, self->sheet);
  g_autofree char *words = NULL;

  for (guint i = 0; i < rt_pages_get_n (pages); i++)
    {
      RtSheet sheet = rt_pages_get_sheet (pages, i, NULL);

      nth += sheet == self->sheet && i <= self->page;
      n += (self->sheets & RT_SHEETS (sheet)) != 0;
      before += (self->sheets & RT_SHEETS (sheet)) && i <= self->page;
    }
  if (self->sheets & RT_SHEETS (self->sheet))
    /* Translators: a kind of sheet, its page, and which of all pages: "Slips, page 1 of 7 · 10 of
       36" */
    words = g_strdup_printf (_("%s, page %u of %u · %u of %u"), title, nth, of, before, n);
  else
    /* Translators: a kind of sheet that is not printed, and its page */
    words = g_strdup_printf (_("%s, page %u of %u"), title, nth, of);
  gtk_label_set_label (self->where, words);
}

static void
update_size (RtPrintPreview *self)
{
  double width = 0, height = 0;

  if (self->zoom > 0)
    rt_pages_get_size (get_pages (self), &width, &height);
  gtk_drawing_area_set_content_width (self->area, (int) (width * self->zoom + 2 * AROUND));
  gtk_drawing_area_set_content_height (self->area, (int) (height * self->zoom + 2 * AROUND));
  gtk_widget_queue_draw (GTK_WIDGET (self->area));
}

static void
update (RtPrintPreview *self)
{
  g_autofree char *text = NULL;

  if (!has_page (self))
    return;
  text = rt_pages_dup_text (get_pages (self), self->page);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->area), GTK_ACCESSIBLE_PROPERTY_LABEL, text,
                                  -1);
  update_where (self);
  update_size (self);
}

static void
update_message (RtPrintPreview *self)
{
  gboolean none = self->sheets == 0 || !has_page (self);
  g_autofree char *why = NULL;

  if (get_pages (self) == NULL)
    return;
  if (self->job->changed)
    why = g_strdup (_("Nothing that is chosen differs from what was issued last."));
  else if (self->sheets == 0)
    why = g_strdup (_("Choose at least one sheet."));
  else
    why = rt_pages_dup_why_none (get_pages (self), self->sheet);
  gtk_label_set_label (self->message, why);
  gtk_stack_set_visible_child_name (self->stack, none ? "message" : "page");
  gtk_widget_set_sensitive (self->pager, !none);
}

static void
go_to (RtPrintPreview *self, guint page)
{
  self->page = page;
  if (has_page (self))
    self->sheet = rt_pages_get_sheet (get_pages (self), page, NULL);
  update (self);
  update_message (self);
  g_signal_emit (self, signals[TURNED], 0);
}

static guint
find_sheet (RtPrintPreview *self, RtSheet sheet)
{
  RtPages *pages = get_pages (self);
  guint n = pages ? rt_pages_get_n (pages) : 0;

  for (guint i = 0; i < n; i++)
    if (rt_pages_get_sheet (pages, i, NULL) == sheet)
      return i;
  return G_MAXUINT;
}

static void
zoom_to (RtPrintPreview *self, double zoom)
{
  self->zoom = zoom;
  if (has_page (self))
    update_size (self);
}

static void
zoom_by (RtPrintPreview *self, double factor)
{
  GtkWidget *area = GTK_WIDGET (self->area);

  if (has_page (self))
    zoom_to (self, CLAMP (get_scale (self, gtk_widget_get_width (area),
                                     gtk_widget_get_height (area)) * factor,
                          LEAST_ZOOM, MOST_ZOOM));
}

static void
action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RtPrintPreview *self = RT_PRINT_PREVIEW (widget);

  if (g_str_equal (name, "preview.zoom-in"))
    zoom_by (self, ZOOM_STEP);
  else if (g_str_equal (name, "preview.zoom-out"))
    zoom_by (self, 1 / ZOOM_STEP);
  else if (g_str_equal (name, "preview.zoom-fit"))
    zoom_to (self, 0);
  else
    rt_print_preview_turn (self, g_str_equal (name, "preview.next") ? 1 : -1);
}

static void
rt_print_preview_dispose (GObject *object)
{
  g_clear_pointer (&RT_PRINT_PREVIEW (object)->job, rt_print_job_free);
  G_OBJECT_CLASS (rt_print_preview_parent_class)->dispose (object);
}

static void
rt_print_preview_class_init (RtPrintPreviewClass *klass)
{
  static const char * const actions[] = {
    "preview.next", "preview.previous", "preview.zoom-in", "preview.zoom-out", "preview.zoom-fit",
  };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rt_print_preview_dispose;
  signals[TURNED] = g_signal_new ("turned", RT_TYPE_PRINT_PREVIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/rotunda_app/Rotunda/ui/rt-print-preview.ui");
  gtk_widget_class_bind_template_child (widget_class, RtPrintPreview, stack);
  gtk_widget_class_bind_template_child (widget_class, RtPrintPreview, message);
  gtk_widget_class_bind_template_child (widget_class, RtPrintPreview, area);
  gtk_widget_class_bind_template_child (widget_class, RtPrintPreview, pager);
  gtk_widget_class_bind_template_child (widget_class, RtPrintPreview, where);
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i], NULL, action_cb);
}

static void
rt_print_preview_init (RtPrintPreview *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_drawing_area_set_draw_func (self->area, draw_cb, self, NULL);
}

void
rt_print_preview_take_job (RtPrintPreview *self, RtPrintJob *job, RtSheets sheets)
{
  guint page;

  g_clear_pointer (&self->job, rt_print_job_free);
  self->job = job;
  self->sheets = sheets;
  /* The page of its kind that was looked at, where there still is one. */
  page = self->page;
  if (page >= rt_pages_get_n (job->pages)
      || rt_pages_get_sheet (job->pages, page, NULL) != self->sheet)
    page = find_sheet (self, self->sheet);
  go_to (self, page);
}

void
rt_print_preview_set_sheets (RtPrintPreview *self, RtSheets sheets)
{
  self->sheets = sheets;
  update (self);
  update_message (self);
}

RtPages *
rt_print_preview_get_pages (RtPrintPreview *self)
{
  return get_pages (self);
}

void
rt_print_preview_show_sheet (RtPrintPreview *self, RtSheet sheet)
{
  if (sheet == self->sheet && has_page (self))
    return;
  self->sheet = sheet;
  go_to (self, find_sheet (self, sheet));
}

RtSheet
rt_print_preview_get_sheet (RtPrintPreview *self)
{
  return self->sheet;
}

void
rt_print_preview_turn (RtPrintPreview *self, int step)
{
  RtPages *pages = get_pages (self);
  guint n = pages ? rt_pages_get_n (pages) : 0;

  for (guint page = self->page + step; has_page (self) && page < n; page += step)
    if (is_shown (self, page))
      {
        go_to (self, page);
        return;
      }
}
