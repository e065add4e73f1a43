/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "rt-print-window.h"

#include <glib/gi18n-lib.h>

#include "rt-dialogs.h"
#include "rt-frame.h"
#include "rt-issue.h"
#include "rt-print-preview.h"
#include "rt-print-ready.h"

#define WIDE_FROM 900
#define NARROW_BELOW 640
#define LIST_WIDTH 336
#define SMALL_LIST_WIDTH 264
#define PROGRESS_MS 100

/* What the rows of a kind say of it, in a line. */
static const char * const hints[RT_N_SHEETS] = {
  [RT_SHEET_SIGNS] = N_("folded tents: number, theme, host"),
  [RT_SHEET_SLIPS] = N_("one a person, to be cut apart"),
  [RT_SHEET_HOSTS] = N_("who comes, the question, notes"),
  [RT_SHEET_WALL] = N_("for the door"),
  [RT_SHEET_GRID] = N_("tables by rounds"),
  [RT_SHEET_FLOOR] = N_("room, tables, objects"),
  [RT_SHEET_BADGES] = N_("first name large"),
  [RT_SHEET_CARDS] = N_("for who stays at one table"),
  [RT_SHEET_AGENDA] = N_("the day on one page"),
  [RT_SHEET_FEEDBACK] = N_("two on a page"),
  [RT_SHEET_RULES] = N_("“start at table 6, then 3 on”"),
};

typedef struct
{
  GtkWidget *row;
  GtkWidget *check;
  GtkWidget *count;
} SheetRow;

struct _RtPrintWindow
{
  AdwWindow parent_instance;

  RtSession *session;
  GSettings *settings;         /* (nullable) */
  RtSheets sheets;             /* ticked, whether or not there are any */
  SheetRow rows[RT_N_SHEETS];
  GCancellable *counting;      /* pages for the preview are being made */
  GCancellable *making;        /* pages for use are being made */
  RtPrintJob *job;             /* goes to the printer */
  GtkPrintOperation *operation;
  char *export_file;           /* (nullable): printed to, without a dialog */
  int done, n;                 /* pages; atomic */
  guint progress_source;
  guint layout_source;
  gboolean filling;

  AdwWindowTitle *title;
  AdwButtonContent *save_content;
  GtkWidget *save_button;
  GtkWidget *print_button;
  GtkRevealer *trouble;
  GtkLabel *trouble_label;
  GtkRevealer *progress;
  GtkLabel *progress_label;
  GtkProgressBar *progress_bar;
  GtkWidget *body;
  GtkWidget *side;
  GtkListBox *list;
  AdwActionRow *changed_row;
  GtkSwitch *changed;
  GtkSwitch *large;
  GtkSwitch *both_sides;
  AdwComboRow *paper;
  AdwActionRow *issue_row;
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

static RtPages *
get_pages (RtPrintWindow *self)
{
  return rt_print_preview_get_pages (self->preview);
}

static RtPaper
get_paper (RtPrintWindow *self)
{
  return adw_combo_row_get_selected (self->paper) == 1 ? RT_PAPER_LETTER : RT_PAPER_A4;
}

static gboolean
is_making (RtPrintWindow *self)
{
  return self->making || self->operation;
}

/* Those of the ticked kinds that have a page. */
static RtSheets
get_sheets (RtPrintWindow *self)
{
  RtSheets sheets = 0;

  for (RtSheet sheet = 0; sheet < RT_N_SHEETS; sheet++)
    if ((self->sheets & RT_SHEETS (sheet)) && get_pages (self)
        && rt_pages_get_n_of (get_pages (self), sheet) > 0)
      sheets |= RT_SHEETS (sheet);
  return sheets;
}

static void
set_text_property (gpointer    widget,
                   const char *text)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

/* What the window says. */

static char *
dup_hint (RtPrintWindow *self,
          RtSheet        sheet)
{
  guint people = rt_pages_get_n_people (get_pages (self), sheet);
  gboolean changed = gtk_switch_get_active (self->changed);

  if (rt_pages_get_n_of (get_pages (self), sheet) == 0)
    return changed ? g_strdup (_("nothing new"))
                   : rt_pages_dup_why_none (get_pages (self), sheet);
  if (changed && (sheet == RT_SHEET_SLIPS || sheet == RT_SHEET_BADGES || sheet == RT_SHEET_CARDS))
    return g_strdup_printf (ngettext ("%u person", "%u people", people), people);
  return g_strdup (_(hints[sheet]));
}

static void
update_row (RtPrintWindow *self,
            RtSheet        sheet)
{
  SheetRow *row = &self->rows[sheet];
  guint n = rt_pages_get_n_of (get_pages (self), sheet);
  gboolean ticked = n > 0 && (self->sheets & RT_SHEETS (sheet)) != 0;
  g_autofree char *hint = dup_hint (self, sheet);
  g_autofree char *escaped = g_markup_escape_text (hint, -1);
  g_autofree char *count = g_strdup_printf ("%u", n);
  g_autofree char *pages = g_strdup_printf (ngettext ("%u page", "%u pages", n), n);
  g_autofree char *spoken
      = g_strdup_printf ("%s, %s, %s, %s", rt_sheet_get_title (sheet), hint, pages,
                         ticked ? _("checked") : _("not checked"));

  adw_action_row_set_subtitle (ADW_ACTION_ROW (row->row), escaped);
  gtk_label_set_label (GTK_LABEL (row->count), n > 0 ? count : "");
  gtk_check_button_set_active (GTK_CHECK_BUTTON (row->check), ticked);
  gtk_widget_set_sensitive (row->check, n > 0);
  set_text_property (row->row, spoken);
}

static void
update_buttons (RtPrintWindow *self)
{
  gboolean ready = get_pages (self) && !self->counting && !is_making (self)
                   && rt_print_window_get_n (self) > 0;
  guint n = get_pages (self) ? rt_print_window_get_n (self) : 0;
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
update_rows (RtPrintWindow *self)
{
  self->filling = TRUE;
  for (RtSheet sheet = 0; get_pages (self) && sheet < RT_N_SHEETS; sheet++)
    update_row (self, sheet);
  self->filling = FALSE;
  update_buttons (self);
}

static void
update_issue (RtPrintWindow *self)
{
  g_autofree char *revision = rt_plan_dup_next_revision (get_plan (self));
  const RtIssue *last = rt_plan_get_last_issue (get_plan (self));
  g_autofree char *subtitle = NULL;
  g_autofree char *title = NULL;

  gtk_widget_set_sensitive (GTK_WIDGET (self->changed_row), last != NULL);
  if (last)
    /* Translators: the letter of a revision */
    subtitle = g_strdup_printf (_("Since revision %s"), last->revision);
  adw_action_row_set_subtitle (self->changed_row,
                               last ? subtitle : _("Nothing has been issued yet"));
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
say (RtPrintWindow *self,
     const char    *message)
{
  gtk_label_set_label (self->trouble_label, message ? message : "");
  gtk_revealer_set_reveal_child (self->trouble, message != NULL);
}

static void
select_row (RtPrintWindow *self,
            RtSheet        sheet)
{
  if (self->rows[sheet].row)
    gtk_list_box_select_row (self->list, GTK_LIST_BOX_ROW (self->rows[sheet].row));
}

/* Making pages. */

static RtPrintOrder
make_order (RtPrintWindow *self,
            GDateTime     *now,
            const char    *revision)
{
  RtPrintOrder order = { 0 };

  order.options.paper = get_paper (self);
  order.options.large = gtk_switch_get_active (self->large);
  order.options.changed = gtk_switch_get_active (self->changed);
  order.options.double_sided = gtk_switch_get_active (self->both_sides);
  order.options.revision = rt_plan_is_read_only (get_plan (self)) ? NULL : revision;
  order.options.at = now;
  return order;
}

/* A kind is looked at that has a page, where one has. */
static void
show_any (RtPrintWindow *self)
{
  RtSheets sheets = get_sheets (self);
  gboolean focus = gtk_window_get_focus (GTK_WINDOW (self)) == self->rows[RT_SHEET_SIGNS].row;
  RtSheet sheet = 0;

  if (sheets == 0
      || rt_pages_get_n_of (get_pages (self), rt_print_preview_get_sheet (self->preview)) > 0)
    return;
  while (!(sheets & RT_SHEETS (sheet)))
    sheet++;
  select_row (self, sheet);
  if (focus)
    gtk_widget_grab_focus (self->rows[sheet].row);
}

static void
counted_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
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
  rt_print_preview_take_job (self->preview, g_steal_pointer (&job), self->sheets);
  update_rows (self);
  rt_print_preview_set_sheets (self->preview, get_sheets (self));
  show_any (self);
}

static void
count (RtPrintWindow *self)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *revision = rt_plan_dup_next_revision (get_plan (self));
  g_autoptr (RtPlan) plan = rt_plan_new_snapshot (get_plan (self));
  RtPrintOrder order = make_order (self, now, revision);

  if (self->counting)
    g_cancellable_cancel (self->counting);
  g_clear_object (&self->counting);
  self->counting = g_cancellable_new ();
  order.plan = plan;
  order.options.sheets = RT_SHEETS_ALL;
  rt_print_make_async (self, &order, self->counting, counted_cb, g_object_ref (self->counting));
  update_buttons (self);
}

static void
progress_made_cb (guint    done,
                  guint    n,
                  gpointer data)
{
  RtPrintWindow *self = data;

  g_atomic_int_set (&self->done, (int) done);
  g_atomic_int_set (&self->n, (int) n);
}

static gboolean
progress_cb (gpointer data)
{
  RtPrintWindow *self = data;
  int done = g_atomic_int_get (&self->done), n = g_atomic_int_get (&self->n);
  g_autofree char *words = n > 0 ? g_strdup_printf (_("Page %d of %d"), done, n)
                                 : g_strdup (_("Making the pages…"));

  gtk_label_set_label (self->progress_label, words);
  if (n > 0)
    gtk_progress_bar_set_fraction (self->progress_bar, (double) done / n);
  else
    gtk_progress_bar_pulse (self->progress_bar);
  return G_SOURCE_CONTINUE;
}

static void
begin (RtPrintWindow *self)
{
  say (self, NULL);
  self->making = g_cancellable_new ();
  g_atomic_int_set (&self->done, 0);
  g_atomic_int_set (&self->n, 0);
  gtk_progress_bar_set_fraction (self->progress_bar, 0);
  gtk_revealer_set_reveal_child (self->progress, TRUE);
  self->progress_source = g_timeout_add (PROGRESS_MS, progress_cb, self);
  progress_cb (self);
  update_buttons (self);
}

static void
end (RtPrintWindow *self)
{
  g_clear_object (&self->making);
  g_clear_object (&self->operation);
  g_clear_pointer (&self->export_file, g_free);
  g_clear_handle_id (&self->progress_source, g_source_remove);
  if (self->session == NULL)
    return;
  gtk_revealer_set_reveal_child (self->progress, FALSE);
  update_buttons (self);
}

static void
store (RtPrintWindow *self)
{
  rt_print_store_sheets (self->settings, self->sheets);
  rt_print_store_paper (self->settings, get_paper (self));
  if (self->settings == NULL)
    return;
  g_settings_set_boolean (self->settings, "print-large", gtk_switch_get_active (self->large));
  g_settings_set_boolean (self->settings, "print-both-sides",
                          gtk_switch_get_active (self->both_sides));
}

/* The pages are on paper, or in the file: now the plan says so. */
static void
finish (RtPrintWindow *self,
        RtPrintJob    *job)
{
  guint n = rt_pages_get_n (job->pages);
  g_autofree char *revision = rt_plan_dup_next_revision (get_plan (self));
  g_autofree char *words = NULL;

  store (self);
  if (job->issue == NULL)
    words = g_strdup_printf (ngettext ("%u page, as a draft.", "%u pages, as a draft.", n), n);
  else if (rt_session_do (self->session, g_steal_pointer (&job->issue), NULL))
    /* Translators: the letter of a revision comes second */
    words = g_strdup_printf (ngettext ("%u page, issued as revision %s.",
                                       "%u pages, issued as revision %s.", n), n, revision);
  if (words)
    rt_session_tell (self->session, words, FALSE);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
order_pages (RtPrintWindow       *self,
             const char          *path,
             GAsyncReadyCallback  callback)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *revision = rt_plan_dup_next_revision (get_plan (self));
  g_autoptr (RtPlan) plan = rt_plan_new_snapshot (get_plan (self));
  RtPrintOrder order = make_order (self, now, revision);

  begin (self);
  order.plan = plan;
  order.options.sheets = get_sheets (self);
  order.issue = order.options.revision != NULL;
  order.path = path;
  order.progress = progress_made_cb;
  order.data = self;
  rt_print_make_async (self, &order, self->making, callback, NULL);
}

static void
fail (RtPrintWindow *self,
      const GError  *error)
{
  end (self);
  if (self->session && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    say (self, error->message);
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  RtPrintWindow *self = RT_PRINT_WINDOW (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (RtPrintJob) job = rt_print_make_finish (result, &error);

  if (job == NULL || self->session == NULL)
    {
      fail (self, error);
      return;
    }
  end (self);
  finish (self, job);
}

void
rt_print_window_save (RtPrintWindow *self,
                      GFile         *file)
{
  const char *path = g_file_peek_path (file);

  if (path)
    order_pages (self, path, saved_cb);
  else
    say (self, _("A PDF can only be saved in a folder of this computer. Choose another one."));
}

static void
done_cb (GtkPrintOperation       *operation,
         GtkPrintOperationResult  result,
         RtPrintWindow           *self)
{
  g_autoptr (RtPrintWindow) alive = g_object_ref (self);
  g_autoptr (RtPrintJob) job = g_steal_pointer (&self->job);
  g_autoptr (GtkPrintOperation) ended = g_object_ref (operation);
  g_autoptr (GError) error = NULL;

  if (result == GTK_PRINT_OPERATION_RESULT_ERROR)
    gtk_print_operation_get_error (operation, &error);
  if (error)
    {
      fail (self, error);
      return;
    }
  end (self);
  if (result != GTK_PRINT_OPERATION_RESULT_APPLY || self->session == NULL)
    return;
  rt_print_store_operation (self->settings, operation);
  if (!rt_print_operation_was_preview (operation))
    finish (self, job);
}

static void
page_printed_cb (GtkPrintOperation *operation,
                 GtkPrintContext   *context,
                 int                page,
                 RtPrintWindow     *self)
{
  progress_made_cb ((guint) page + 1, rt_pages_get_n (self->job->pages), self);
}

static void
ordered_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  RtPrintWindow *self = RT_PRINT_WINDOW (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (RtPrintJob) job = rt_print_make_finish (result, &error);
  GtkPrintOperation *operation;

  if (job == NULL || self->session == NULL)
    {
      fail (self, error);
      return;
    }
  operation = rt_print_operation_new (job->pages, get_paper (self),
                                      rt_plan_get_title (get_plan (self)), self->settings);
  self->job = g_steal_pointer (&job);
  self->operation = g_object_ref (operation);
  g_signal_connect (operation, "draw-page", G_CALLBACK (page_printed_cb), self);
  g_signal_connect_object (operation, "done", G_CALLBACK (done_cb), self, 0);
  if (self->export_file)
    gtk_print_operation_set_export_filename (operation, self->export_file);
  gtk_print_operation_run (operation,
                           self->export_file ? GTK_PRINT_OPERATION_ACTION_EXPORT
                                             : GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG,
                           GTK_WINDOW (self), NULL);
  g_object_unref (operation);
}

void
rt_print_window_print (RtPrintWindow *self,
                       const char    *file)
{
  g_free (self->export_file);
  self->export_file = g_strdup (file);
  order_pages (self, NULL, ordered_cb);
}

void
rt_print_window_cancel (RtPrintWindow *self)
{
  if (self->making)
    g_cancellable_cancel (self->making);
  if (self->operation)
    gtk_print_operation_cancel (self->operation);
}

/* What people do. */

static void
ticked_cb (RtPrintWindow *self)
{
  if (self->filling)
    return;
  for (RtSheet sheet = 0; sheet < RT_N_SHEETS; sheet++)
    if (gtk_check_button_get_active (GTK_CHECK_BUTTON (self->rows[sheet].check)))
      self->sheets |= RT_SHEETS (sheet);
    else if (gtk_widget_get_sensitive (self->rows[sheet].check))
      self->sheets &= ~RT_SHEETS (sheet);
  update_rows (self);
  rt_print_preview_set_sheets (self->preview, get_sheets (self));
}

/* Space and Enter tick; a click chooses what is looked at. */
static void
row_activated_cb (RtPrintWindow *self,
                  GtkWidget     *row)
{
  for (RtSheet sheet = 0; sheet < RT_N_SHEETS; sheet++)
    if (self->rows[sheet].row == row && gtk_widget_get_sensitive (self->rows[sheet].check))
      gtk_widget_activate (self->rows[sheet].check);
}

static void
row_selected_cb (RtPrintWindow *self,
                 GtkWidget     *row)
{
  for (RtSheet sheet = 0; row && sheet < RT_N_SHEETS; sheet++)
    if (self->rows[sheet].row == row)
      rt_print_preview_show_sheet (self->preview, sheet);
}

static void
turned_cb (RtPrintWindow *self)
{
  select_row (self, rt_print_preview_get_sheet (self->preview));
}

static void
option_cb (RtPrintWindow *self)
{
  if (self->session && !self->filling)
    count (self);
}

static void
chosen_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
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
  rt_dialogs_choose_async (GTK_WINDOW (self), RT_CHOOSE_SAVE_PDF, NULL, name, chosen_cb, NULL);
}

static void
action_cb (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
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
  if (self->making)
    g_cancellable_cancel (self->making);
  g_clear_object (&self->counting);
  g_clear_object (&self->making);
  g_clear_pointer (&self->export_file, g_free);
  g_clear_handle_id (&self->progress_source, g_source_remove);
  g_clear_handle_id (&self->layout_source, g_source_remove);
  g_clear_object (&self->session);
  g_clear_object (&self->settings);
  G_OBJECT_CLASS (rt_print_window_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, RtPrintWindow, title);
  gtk_widget_class_bind_template_child (widget_class, RtPrintWindow, save_content);
  gtk_widget_class_bind_template_child (widget_class, RtPrintWindow, save_button);
  gtk_widget_class_bind_template_child (widget_class, RtPrintWindow, print_button);
  gtk_widget_class_bind_template_child (widget_class, RtPrintWindow, trouble);
  gtk_widget_class_bind_template_child (widget_class, RtPrintWindow, trouble_label);
  gtk_widget_class_bind_template_child (widget_class, RtPrintWindow, progress);
  gtk_widget_class_bind_template_child (widget_class, RtPrintWindow, progress_label);
  gtk_widget_class_bind_template_child (widget_class, RtPrintWindow, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, RtPrintWindow, body);
  gtk_widget_class_bind_template_child (widget_class, RtPrintWindow, side);
  gtk_widget_class_bind_template_child (widget_class, RtPrintWindow, list);
  gtk_widget_class_bind_template_child (widget_class, RtPrintWindow, changed_row);
  gtk_widget_class_bind_template_child (widget_class, RtPrintWindow, changed);
  gtk_widget_class_bind_template_child (widget_class, RtPrintWindow, large);
  gtk_widget_class_bind_template_child (widget_class, RtPrintWindow, both_sides);
  gtk_widget_class_bind_template_child (widget_class, RtPrintWindow, paper);
  gtk_widget_class_bind_template_child (widget_class, RtPrintWindow, issue_row);
  gtk_widget_class_bind_template_child (widget_class, RtPrintWindow, ready_row);
  gtk_widget_class_bind_template_child (widget_class, RtPrintWindow, lacking);
  gtk_widget_class_bind_template_child (widget_class, RtPrintWindow, lacking_label);
  gtk_widget_class_bind_template_child (widget_class, RtPrintWindow, preview);
  gtk_widget_class_bind_template_child (widget_class, RtPrintWindow, narrow_bar);
  gtk_widget_class_bind_template_child (widget_class, RtPrintWindow, show_preview);
  gtk_widget_class_bind_template_callback (widget_class, option_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
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
  widget_class->realize = rt_print_window_realize;
  widget_class->unrealize = rt_print_window_unrealize;
  GTK_WINDOW_CLASS (klass)->close_request = rt_print_window_close_request;
  g_type_ensure (RT_TYPE_FRAME);
  g_type_ensure (RT_TYPE_PRINT_PREVIEW);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/rotunda_app/Rotunda/ui/rt-print-window.ui");
  bind_children (widget_class);
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i], NULL, action_cb);
}

static void
add_row (RtPrintWindow *self,
         RtSheet        sheet)
{
  SheetRow *row = &self->rows[sheet];
  const char *title = rt_sheet_get_title (sheet);

  row->check = gtk_check_button_new ();
  row->count = gtk_label_new (NULL);
  row->row = g_object_new (ADW_TYPE_ACTION_ROW, "title", title, "subtitle", _(hints[sheet]),
                           "selectable", TRUE, "activatable", TRUE, NULL);
  set_text_property (row->check, title);
  gtk_widget_add_css_class (row->count, "numeric");
  gtk_widget_set_valign (row->check, GTK_ALIGN_CENTER);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row->row), row->check);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row->row), row->count);
  g_signal_connect_swapped (row->check, "toggled", G_CALLBACK (ticked_cb), self);
  gtk_list_box_append (self->list, row->row);
}

static void
rt_print_window_init (RtPrintWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->filling = TRUE;
  for (RtSheet sheet = 0; sheet < RT_N_SHEETS; sheet++)
    add_row (self, sheet);
  self->filling = FALSE;
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

static void
load (RtPrintWindow *self)
{
  RtSheets issued = get_issued_sheets (self);

  self->filling = TRUE;
  self->sheets = issued ? issued : rt_print_load_sheets (self->settings);
  adw_combo_row_set_selected (self->paper,
                              rt_print_load_paper (self->settings) == RT_PAPER_LETTER ? 1 : 0);
  gtk_switch_set_active (self->changed, rt_plan_get_last_issue (get_plan (self)) != NULL);
  if (self->settings)
    {
      gtk_switch_set_active (self->large, g_settings_get_boolean (self->settings, "print-large"));
      gtk_switch_set_active (self->both_sides,
                             g_settings_get_boolean (self->settings, "print-both-sides"));
    }
  self->filling = FALSE;
}

GtkWindow *
rt_print_window_new (RtSession *session,
                     GSettings *settings)
{
  RtPrintWindow *self = g_object_new (RT_TYPE_PRINT_WINDOW, NULL);

  self->session = g_object_ref (session);
  self->settings = settings ? g_object_ref (settings) : NULL;
  adw_window_title_set_subtitle (self->title, rt_plan_get_title (get_plan (self)));
  load (self);
  update_issue (self);
  update_ready (self);
  select_row (self, RT_SHEET_SIGNS);
  gtk_widget_grab_focus (self->rows[RT_SHEET_SIGNS].row);
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
  RtSheets sheets = get_sheets (self);
  guint n = 0;

  for (RtSheet sheet = 0; sheet < RT_N_SHEETS; sheet++)
    if (sheets & RT_SHEETS (sheet))
      n += rt_pages_get_n_of (get_pages (self), sheet);
  return n;
}

void
rt_print_window_set_sheets (RtPrintWindow *self,
                            RtSheets       sheets)
{
  self->sheets = sheets;
  update_rows (self);
  if (get_pages (self))
    rt_print_preview_set_sheets (self->preview, get_sheets (self));
}
