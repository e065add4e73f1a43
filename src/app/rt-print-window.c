/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "rt-print-window.h"

#include <glib/gi18n-lib.h>

#include "rt-dialogs.h"
#include "rt-frame.h"
#include "rt-issue.h"
#include "rt-print-issuing.h"
#include "rt-print-list.h"
#include "rt-print-news.h"
#include "rt-print-options.h"
#include "rt-print-preview.h"
#include "rt-print-ready.h"

#define WIDE_FROM 900
#define NARROW_BELOW 640
#define LIST_WIDTH 336
#define SMALL_LIST_WIDTH 264
#define PROGRESS_MS 100

struct _RtPrintWindow
{
  AdwWindow parent_instance;

  RtSession *session;
  GSettings *settings;         /* (nullable) */
  GCancellable *counting;      /* pages for the preview are being made */
  RtPrintIssuing *issuing;
  guint progress_source;
  guint layout_source;

  AdwWindowTitle *title;
  AdwButtonContent *save_content;
  GtkWidget *print_button;
  GtkRevealer *trouble;
  GtkLabel *trouble_label;
  GtkRevealer *progress;
  GtkLabel *progress_label;
  GtkProgressBar *progress_bar;
  GtkWidget *body;
  GtkWidget *side;
  RtPrintList *list;
  RtPrintOptions *options;
  AdwActionRow *issue_row;
  AdwExpanderRow *news;
  GtkWidget *ready_row;
  GtkRevealer *lacking;
  GtkLabel *lacking_label;
  RtPrintPreview *preview;
  GtkWidget *narrow_bar;
  GtkToggleButton *show_preview;
};

G_DEFINE_FINAL_TYPE (RtPrintWindow, rt_print_window, ADW_TYPE_WINDOW)

static RtPlan *
get_plan (RtPrintWindow *self)
{
  return rt_session_get_plan (self->session);
}

static gboolean
is_making (RtPrintWindow *self)
{
  return self->issuing && rt_print_issuing_is_busy (self->issuing);
}

/* What the window says. */

static void
update_buttons (RtPrintWindow *self)
{
  guint n = rt_print_list_get_n (self->list);
  gboolean ready = n > 0 && !self->counting && !is_making (self);
  gboolean narrow = gtk_widget_get_visible (self->narrow_bar);
  g_autofree char *label
      = narrow || n == 0 ? g_strdup (_("_Print…"))
                         : g_strdup_printf (ngettext ("_Print %u Page…", "_Print %u Pages…", n), n);

  gtk_button_set_label (GTK_BUTTON (self->print_button), label);
  adw_button_content_set_label (self->save_content, narrow ? "" : _("_Save as PDF…"));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "print.save", ready);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "print.print", ready);
  gtk_widget_set_sensitive (self->body, !is_making (self));
}

static void
update_issue (RtPrintWindow *self)
{
  g_autofree char *revision = rt_plan_dup_next_revision (get_plan (self));
  g_autofree char *title = NULL;

  if (rt_plan_is_read_only (get_plan (self)))
    {
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->issue_row), _("Prints a draft"));
      adw_action_row_set_subtitle (self->issue_row,
                                   _("Only the Rotunda that made this plan can issue it."));
      return;
    }
  /* Translators: the letter of a revision; <b> makes it bold */
  title = g_strdup_printf (_("Printing issues this plan as <b>revision %s</b>"), revision);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->issue_row), title);
}

static void
update_ready (RtPrintWindow *self)
{
  g_autofree char *lacking
      = rt_print_dup_lacking (get_plan (self), rt_session_get_roll (self->session),
                              rt_session_get_measures (self->session));

  /* What is lacking must be seen before printing, so it does not stand at the end of the list. */
  gtk_widget_set_visible (self->ready_row, lacking == NULL);
  gtk_label_set_label (self->lacking_label, lacking ? lacking : "");
  gtk_revealer_set_reveal_child (self->lacking, lacking != NULL);
}

static void
say (RtPrintWindow *self, const char *message)
{
  gtk_label_set_label (self->trouble_label, message ? message : "");
  gtk_revealer_set_reveal_child (self->trouble, message != NULL);
}

/* Pages to look at. */

static void
counted_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  RtPrintWindow *self = RT_PRINT_WINDOW (source);
  g_autoptr (GCancellable) counting = data;
  g_autoptr (RtPrintJob) job = rt_print_make_finish (result, NULL);

  /* Another count was begun since, or the window is gone. */
  if (self->session == NULL || counting != self->counting)
    return;
  g_clear_object (&self->counting);
  if (job == NULL)
    return;
  rt_print_list_set_pages (self->list, job->pages, job->changed);
  rt_print_preview_take_job (self->preview, g_steal_pointer (&job),
                             rt_print_list_get_sheets (self->list));
  rt_print_list_choose_any (self->list);
  update_buttons (self);
}

static void
count (RtPrintWindow *self)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *revision = rt_plan_dup_next_revision (get_plan (self));
  g_autoptr (RtPlan) plan = rt_plan_new_snapshot (get_plan (self));
  RtPrintOrder order = { .plan = plan, .options = { .sheets = RT_SHEETS_ALL, .at = now } };

  if (self->counting)
    g_cancellable_cancel (self->counting);
  g_clear_object (&self->counting);
  self->counting = g_cancellable_new ();
  rt_print_options_fill (self->options, &order.options);
  order.options.revision = rt_plan_is_read_only (get_plan (self)) ? NULL : revision;
  rt_print_make_async (self, &order, self->counting, counted_cb, g_object_ref (self->counting));
  update_buttons (self);
}

/* Pages for use. */

static gboolean
progress_cb (gpointer data)
{
  RtPrintWindow *self = data;
  g_autofree char *words = NULL;
  int done, n;

  rt_print_issuing_get_progress (self->issuing, &done, &n);
  words = n > 0 ? g_strdup_printf (_("Page %d of %d"), done, n) : g_strdup (_("Making the pages…"));
  gtk_label_set_label (self->progress_label, words);
  if (n > 0)
    gtk_progress_bar_set_fraction (self->progress_bar, (double) done / n);
  else
    gtk_progress_bar_pulse (self->progress_bar);
  return G_SOURCE_CONTINUE;
}

/* Until it has ended, the window is kept alive. */
static void
begin (RtPrintWindow *self, RtPagesOptions *options)
{
  g_object_ref (self);
  say (self, NULL);
  options->sheets = rt_print_list_get_sheets (self->list);
  rt_print_options_fill (self->options, options);
  gtk_progress_bar_set_fraction (self->progress_bar, 0);
  gtk_revealer_set_reveal_child (self->progress, TRUE);
}

static void
show_progress (RtPrintWindow *self)
{
  self->progress_source = g_timeout_add (PROGRESS_MS, progress_cb, self);
  progress_cb (self);
  update_buttons (self);
}

static void
store (RtPrintWindow *self)
{
  rt_print_store_sheets (self->settings, rt_print_list_get_ticked (self->list));
  rt_print_options_store (self->options, self->settings);
}

static void
ended_cb (RtPrintWindow *self, gboolean on_paper, const char *trouble)
{
  g_clear_handle_id (&self->progress_source, g_source_remove);
  if (self->session)
    {
      gtk_revealer_set_reveal_child (self->progress, FALSE);
      update_buttons (self);
      say (self, trouble);
      if (on_paper)
        {
          store (self);
          gtk_window_destroy (GTK_WINDOW (self));
        }
    }
  g_object_unref (self);
}

void
rt_print_window_save (RtPrintWindow *self, GFile *file)
{
  const char *path = g_file_peek_path (file);
  RtPagesOptions options = { 0 };

  if (path == NULL)
    {
      say (self, _("A PDF can only be saved in a folder of this computer. Choose another one."));
      return;
    }
  begin (self, &options);
  rt_print_issuing_save (self->issuing, &options, path,
                         rt_print_options_is_separate (self->options));
  show_progress (self);
}

void
rt_print_window_print (RtPrintWindow *self, const char *file)
{
  RtPagesOptions options = { 0 };

  begin (self, &options);
  rt_print_issuing_print (self->issuing, &options, GTK_WINDOW (self), file);
  show_progress (self);
}

void
rt_print_window_cancel (RtPrintWindow *self)
{
  if (self->issuing)
    rt_print_issuing_cancel (self->issuing);
}

/* What people do. */

static void
ticked_cb (RtPrintWindow *self)
{
  update_buttons (self);
  rt_print_preview_set_sheets (self->preview, rt_print_list_get_sheets (self->list));
}

static void
chosen_cb (RtPrintWindow *self)
{
  rt_print_preview_show_sheet (self->preview, rt_print_list_get_chosen (self->list));
}

static void
turned_cb (RtPrintWindow *self)
{
  rt_print_list_choose (self->list, rt_print_preview_get_sheet (self->preview));
}

static void
option_cb (RtPrintWindow *self)
{
  if (self->session)
    count (self);
}

static void
file_chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  RtPrintWindow *self = RT_PRINT_WINDOW (source);
  g_autoptr (GFile) file = rt_dialogs_choose_finish_one (result);

  if (file && self->session)
    rt_print_window_save (self, file);
}

static void
choose_file (RtPrintWindow *self)
{
  g_autofree char *name = g_strdup_printf ("%s.pdf", rt_plan_get_title (get_plan (self)));

  g_strdelimit (name, "/", '-');
  rt_dialogs_choose_async (GTK_WINDOW (self), RT_CHOOSE_SAVE_PDF, NULL, name, file_chosen_cb,
                           NULL);
}

static void
action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RtPrintWindow *self = RT_PRINT_WINDOW (widget);

  if (g_str_equal (name, "print.save"))
    choose_file (self);
  else if (g_str_equal (name, "print.print"))
    rt_print_window_print (self, NULL);
  else if (g_str_equal (name, "print.next-page"))
    rt_print_preview_turn (self->preview, 1);
  else if (g_str_equal (name, "print.previous-page"))
    rt_print_preview_turn (self->preview, -1);
  else
    rt_print_window_cancel (self);
}

/* Layout. */

static void
update_layout (RtPrintWindow *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  gboolean narrow = width > 0 && width < NARROW_BELOW;
  gboolean preview = gtk_toggle_button_get_active (self->show_preview);

  gtk_widget_set_visible (self->narrow_bar, narrow);
  gtk_widget_set_visible (self->side, !narrow || !preview);
  gtk_widget_set_visible (GTK_WIDGET (self->preview), !narrow || preview);
  gtk_widget_set_hexpand (self->side, narrow);
  gtk_widget_set_size_request (self->side,
                               narrow ? -1 : width < WIDE_FROM ? SMALL_LIST_WIDTH : LIST_WIDTH, -1);
  update_buttons (self);
}

static gboolean
layout_idle_cb (gpointer data)
{
  RtPrintWindow *self = data;

  self->layout_source = 0;
  update_layout (self);
  return G_SOURCE_REMOVE;
}

/* Right after sizes are given out, not meanwhile: GTK 4.8 would paint nothing. */
static void
surface_layout_cb (RtPrintWindow *self)
{
  if (self->layout_source == 0)
    self->layout_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, layout_idle_cb, self, NULL);
}

static void
rt_print_window_realize (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (rt_print_window_parent_class)->realize (widget);
  g_signal_connect_object (gtk_native_get_surface (GTK_NATIVE (widget)), "layout",
                           G_CALLBACK (surface_layout_cb), widget, G_CONNECT_SWAPPED);
}

/* The window of the plan is gone, and this one with it. */
static void
rt_print_window_unrealize (GtkWidget *widget)
{
  rt_print_window_cancel (RT_PRINT_WINDOW (widget));
  GTK_WIDGET_CLASS (rt_print_window_parent_class)->unrealize (widget);
}

/* Escape cancels what is being made; then it closes. */
static gboolean
rt_print_window_close_request (GtkWindow *window)
{
  RtPrintWindow *self = RT_PRINT_WINDOW (window);

  if (is_making (self))
    {
      rt_print_window_cancel (self);
      return TRUE;
    }
  return GTK_WINDOW_CLASS (rt_print_window_parent_class)->close_request (window);
}

static void
rt_print_window_dispose (GObject *object)
{
  RtPrintWindow *self = RT_PRINT_WINDOW (object);

  if (self->counting)
    g_cancellable_cancel (self->counting);
  rt_print_window_cancel (self);
  g_clear_object (&self->counting);
  g_clear_handle_id (&self->progress_source, g_source_remove);
  g_clear_handle_id (&self->layout_source, g_source_remove);
  g_clear_object (&self->session);
  g_clear_object (&self->settings);
  G_OBJECT_CLASS (rt_print_window_parent_class)->dispose (object);
}

static void
rt_print_window_finalize (GObject *object)
{
  g_clear_object (&RT_PRINT_WINDOW (object)->issuing);
  G_OBJECT_CLASS (rt_print_window_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, RtPrintWindow, title);
  gtk_widget_class_bind_template_child (widget_class, RtPrintWindow, save_content);
  gtk_widget_class_bind_template_child (widget_class, RtPrintWindow, print_button);
  gtk_widget_class_bind_template_child (widget_class, RtPrintWindow, trouble);
  gtk_widget_class_bind_template_child (widget_class, RtPrintWindow, trouble_label);
  gtk_widget_class_bind_template_child (widget_class, RtPrintWindow, progress);
  gtk_widget_class_bind_template_child (widget_class, RtPrintWindow, progress_label);
  gtk_widget_class_bind_template_child (widget_class, RtPrintWindow, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, RtPrintWindow, body);
  gtk_widget_class_bind_template_child (widget_class, RtPrintWindow, side);
  gtk_widget_class_bind_template_child (widget_class, RtPrintWindow, list);
  gtk_widget_class_bind_template_child (widget_class, RtPrintWindow, options);
  gtk_widget_class_bind_template_child (widget_class, RtPrintWindow, issue_row);
  gtk_widget_class_bind_template_child (widget_class, RtPrintWindow, news);
  gtk_widget_class_bind_template_child (widget_class, RtPrintWindow, ready_row);
  gtk_widget_class_bind_template_child (widget_class, RtPrintWindow, lacking);
  gtk_widget_class_bind_template_child (widget_class, RtPrintWindow, lacking_label);
  gtk_widget_class_bind_template_child (widget_class, RtPrintWindow, preview);
  gtk_widget_class_bind_template_child (widget_class, RtPrintWindow, narrow_bar);
  gtk_widget_class_bind_template_child (widget_class, RtPrintWindow, show_preview);
  gtk_widget_class_bind_template_callback (widget_class, option_cb);
  gtk_widget_class_bind_template_callback (widget_class, ticked_cb);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, turned_cb);
  gtk_widget_class_bind_template_callback (widget_class, update_layout);
}

static void
rt_print_window_class_init (RtPrintWindowClass *klass)
{
  static const char * const actions[] = {
    "print.save", "print.print", "print.next-page", "print.previous-page", "print.cancel",
  };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rt_print_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = rt_print_window_finalize;
  widget_class->realize = rt_print_window_realize;
  widget_class->unrealize = rt_print_window_unrealize;
  GTK_WINDOW_CLASS (klass)->close_request = rt_print_window_close_request;
  g_type_ensure (RT_TYPE_FRAME);
  g_type_ensure (RT_TYPE_PRINT_LIST);
  g_type_ensure (RT_TYPE_PRINT_OPTIONS);
  g_type_ensure (RT_TYPE_PRINT_PREVIEW);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/rotunda_app/Rotunda/ui/rt-print-window.ui");
  bind_children (widget_class);
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i], NULL, action_cb);
}

static void
rt_print_window_init (RtPrintWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* After the first issue: the same kinds again, and of them what has changed. */
static RtSheets
get_issued_sheets (RtPrintWindow *self)
{
  const RtIssue *last = rt_plan_get_last_issue (get_plan (self));
  RtSheets sheets = 0;

  for (guint i = 0; last && i < rt_text_map_length (last->sheets); i++)
    for (RtSheet sheet = 0; sheet < RT_N_SHEETS; sheet++)
      {
        g_autofree char *prefix = g_strconcat (rt_sheet_get_word (sheet), "/", NULL);

        if (g_str_has_prefix (rt_text_map_key (last->sheets, i), prefix))
          sheets |= RT_SHEETS (sheet);
      }
  return sheets;
}

GtkWindow *
rt_print_window_new (RtSession *session, GSettings *settings)
{
  RtPrintWindow *self = g_object_new (RT_TYPE_PRINT_WINDOW, NULL);
  RtSheets issued;

  self->session = g_object_ref (session);
  self->settings = settings ? g_object_ref (settings) : NULL;
  self->issuing = rt_print_issuing_new (session, settings);
  g_signal_connect_object (self->issuing, "ended", G_CALLBACK (ended_cb), self, G_CONNECT_SWAPPED);
  adw_window_title_set_subtitle (self->title, rt_plan_get_title (get_plan (self)));
  issued = get_issued_sheets (self);
  rt_print_list_set_ticked (self->list, issued ? issued : rt_print_load_sheets (settings));
  rt_print_options_load (self->options, settings, get_plan (self));
  update_issue (self);
  update_ready (self);
  rt_print_fill_news (self->news, get_plan (self), rt_session_get_roll (session));
  rt_print_list_choose (self->list, RT_SHEET_SIGNS);
  gtk_widget_grab_focus (GTK_WIDGET (self->list));
  count (self);
  return GTK_WINDOW (self);
}

gboolean
rt_print_window_is_busy (RtPrintWindow *self)
{
  return self->counting || is_making (self);
}

guint
rt_print_window_get_n (RtPrintWindow *self)
{
  return rt_print_list_get_n (self->list);
}

void
rt_print_window_set_sheets (RtPrintWindow *self, RtSheets sheets)
{
  rt_print_list_set_ticked (self->list, sheets);
  ticked_cb (self);
}
