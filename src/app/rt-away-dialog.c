/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#include "rt-away-dialog.h"

#include <glib/gi18n-lib.h>

#include "rt-child-window.h"
#include "rt-measure-row.h"
#include "rt-replan.h"

/* Below this width the prices stand under the words; else they are columns. */
#define WIDE 640
#define COLUMNS 4
#define COLUMN_WIDTH 104
#define LEAST_WIDTH 72
/* More than any window has; AdwClamp counts on from it. */
#define ANY_WIDTH 10000

struct _RtAwayDialog {
  AdwWindow parent_instance;

  RtSession *session;
  RtReplan *replan;
  GCancellable *closed;  /* while it works out its answers */
  GtkCheckButton *group; /* the first answer that is possible */
  int chosen;

  AdwWindowTitle *heading;
  GtkWidget *apply, *words, *stack, *options, *spinner;
};

G_DEFINE_FINAL_TYPE (RtAwayDialog, rt_away_dialog, ADW_TYPE_WINDOW)

/* Prices. */

/* A number with what it counts below it. */
static void
add_price (GtkWidget *prices, gint64 number, const char *words)
{
  GtkWidget *cell = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *label;
  g_autofree char *digits = number < 0 ? g_strdup ("–") : g_strdup_printf ("%d", (int) number);

  label = rt_measure_row_add_label (cell, digits, "measure-number");
  gtk_label_set_xalign (GTK_LABEL (label), 0.5f);
  label = rt_measure_row_add_label (cell, words, "caption");
  gtk_label_set_xalign (GTK_LABEL (label), 0.5f);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 11);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_grid_attach_next_to (GTK_GRID (prices), cell, NULL, GTK_POS_RIGHT, 1, 1);
}

static const char *
slips_words (RtAwayDialog *self, gulong n)
{
  if (rt_replan_is_issued (self->replan))
    return ngettext ("slip to print again", "slips to print again", n);
  return ngettext ("person moves", "people move", n);
}

static GtkWidget *
new_prices (RtAwayDialog *self, const RtReplanOption *option)
{
  GtkWidget *prices = gtk_grid_new ();

  gtk_grid_set_column_homogeneous (GTK_GRID (prices), TRUE);
  gtk_widget_set_valign (prices, GTK_ALIGN_CENTER);
  add_price (prices, option->slips, slips_words (self, (gulong) option->slips));
  add_price (prices, option->repeats,
             ngettext ("repeat", "repeats", (gulong) MAX (option->repeats, 0)));
  add_price (prices, option->same, _("same organisation"));
  add_price (prices, option->sheets,
             ngettext ("new host sheet", "new host sheets", (gulong) option->sheets));
  return prices;
}

static char *
dup_spoken (RtAwayDialog *self, const RtReplanOption *option)
{
  g_autoptr (GString) spoken = g_string_new (NULL);

  g_string_append_printf (spoken, "%s. %s", option->title, option->words);
  if (option->change == NULL)
    return g_strdup (spoken->str);
  g_string_append_printf (spoken, " %d %s", option->slips,
                          slips_words (self, (gulong) option->slips));
  if (option->repeats >= 0)
    g_string_append_printf (spoken, ", %d %s", (int) option->repeats,
                            ngettext ("repeat", "repeats", (gulong) option->repeats));
  if (option->same >= 0)
    g_string_append_printf (spoken, ", %d %s", (int) option->same, _("same organisation"));
  g_string_append_printf (spoken, ", %d %s", option->sheets,
                          ngettext ("new host sheet", "new host sheets", (gulong) option->sheets));
  return g_strdup (spoken->str);
}

/* Rows. */

static void
toggled_cb (GtkCheckButton *check, RtAwayDialog *self)
{
  if (!gtk_check_button_get_active (check))
    return;
  self->chosen = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (check), "rt-option"));
  gtk_widget_set_sensitive (self->apply, TRUE);
}

/* Leads to the table, where a deputy or co-host can be named. */
static void
name_one_cb (RtAwayDialog *self, GtkButton *button)
{
  guint index = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "rt-option"));
  const RtReplanOption *option = rt_replan_get (self->replan, index);
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));

  gtk_widget_activate_action (GTK_WIDGET (parent), "win.show-page", "s", "room");
  gtk_widget_activate_action (GTK_WIDGET (parent), "plan.select-table", "s", option->table);
  gtk_window_close (GTK_WINDOW (self));
}

static void
add_name_one (RtAwayDialog *self, GtkWidget *texts, guint index)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_("_Name One…"));

  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_set_margin_top (button, 6);
  g_object_set_data (G_OBJECT (button), "rt-option", GUINT_TO_POINTER (index));
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (name_one_cb), self);
  gtk_box_append (GTK_BOX (texts), button);
}

static void
add_broken (GtkWidget *texts, gint64 broken)
{
  g_autofree char *words = NULL;

  if (broken == 0)
    return;
  words = g_strdup_printf (ngettext ("Rules that must be kept are broken by %d.",
                                     "Rules that must be kept are broken by %d.", (gulong) broken),
                           (int) broken);
  rt_measure_row_add_label (texts, words, "broken");
}

static gboolean
can_be_named (const RtReplanOption *option, RtPlan *plan)
{
  const RtTable *table = option->table != NULL ? rt_plan_find_table (plan, option->table) : NULL;

  return option->change == NULL && table != NULL
         && ((option->kind == RT_REPLAN_DEPUTY && table->deputy == NULL)
             || (option->kind == RT_REPLAN_CO_HOST && table->co_host == NULL));
}

static GtkWidget *
new_check (RtAwayDialog *self, const RtReplanOption *option, guint index)
{
  GtkWidget *check = gtk_check_button_new ();
  g_autofree char *spoken = dup_spoken (self, option);

  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_check_button_set_group (GTK_CHECK_BUTTON (check), self->group);
  if (self->group == NULL)
    self->group = GTK_CHECK_BUTTON (check);
  gtk_widget_set_sensitive (check, option->change != NULL);
  g_object_set_data (G_OBJECT (check), "rt-option", GUINT_TO_POINTER (index));
  g_signal_connect (check, "toggled", G_CALLBACK (toggled_cb), self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken,
                                  -1);
  return check;
}

static gboolean
is_wide (RtAwayDialog *self)
{
  return rt_child_window_get_width (GTK_WINDOW (self)) >= WIDE;
}

/* Side by side, or two by two. */
static void
place_prices (GtkGrid *prices, gboolean wide)
{
  int columns = wide ? COLUMNS : COLUMNS / 2;
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (prices));
  int i = 0;

  for (GtkWidget *price = gtk_widget_get_first_child (GTK_WIDGET (prices)); price != NULL;
       price = gtk_widget_get_next_sibling (price), i++)
    {
      gtk_widget_set_size_request (price, wide ? COLUMN_WIDTH : LEAST_WIDTH, -1);
      g_object_set (gtk_layout_manager_get_layout_child (layout, price), "column", i % columns,
                    "row", i / columns, NULL);
    }
  gtk_grid_set_row_spacing (prices, columns < i ? 6 : 0);
}

/* The prices go below the words where the window is narrow. */
static void
lay_out_row (RtAwayDialog *self, GtkWidget *row)
{
  GtkWidget *prices = g_object_get_data (G_OBJECT (row), "rt-prices");
  gboolean wide = is_wide (self);
  int width = wide ? COLUMNS * COLUMN_WIDTH : ANY_WIDTH;

  gtk_orientable_set_orientation (g_object_get_data (G_OBJECT (row), "rt-both"),
                                  wide ? GTK_ORIENTATION_HORIZONTAL : GTK_ORIENTATION_VERTICAL);
  if (prices == NULL)
    return;
  /* Never wider, whatever the words: the prices of all rows stand below each other. */
  adw_clamp_set_maximum_size (ADW_CLAMP (prices), width);
  adw_clamp_set_tightening_threshold (ADW_CLAMP (prices), width);
  place_prices (GTK_GRID (adw_clamp_get_child (ADW_CLAMP (prices))), wide);
}

static void
add_option (RtAwayDialog *self, guint index)
{
  const RtReplanOption *option = rt_replan_get (self->replan, index);
  GtkWidget *row = gtk_list_box_row_new (), *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *both = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2), *check;

  check = new_check (self, option, index);
  gtk_box_append (GTK_BOX (line), check);
  gtk_box_append (GTK_BOX (line), both);
  gtk_box_append (GTK_BOX (both), texts);
  gtk_widget_set_hexpand (both, TRUE);
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_widget_set_valign (texts, GTK_ALIGN_CENTER);
  rt_measure_row_add_label (texts, option->title, option->change != NULL ? "heading" : "dim-label");
  rt_measure_row_add_label (texts, option->words, "dim-label");
  add_broken (texts, option->broken);
  if (option->change != NULL)
    {
      GtkWidget *prices = adw_clamp_new ();

      adw_clamp_set_child (ADW_CLAMP (prices), new_prices (self, option));
      g_object_set_data (G_OBJECT (row), "rt-prices", prices);
      gtk_box_append (GTK_BOX (both), prices);
    }
  else if (can_be_named (option, rt_session_get_plan (self->session)))
    add_name_one (self, texts, index);
  g_object_set_data (G_OBJECT (row), "rt-check", check);
  g_object_set_data (G_OBJECT (row), "rt-both", both);
  gtk_widget_add_css_class (row, "measure");
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), option->change != NULL);
  gtk_widget_set_focusable (row, FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), line);
  gtk_list_box_append (GTK_LIST_BOX (self->options), row);
  lay_out_row (self, row);
}

static void
row_activated_cb (RtAwayDialog *self, GtkListBoxRow *row)
{
  gtk_check_button_set_active (g_object_get_data (G_OBJECT (row), "rt-check"), TRUE);
}

static void
width_cb (RtAwayDialog *self)
{
  for (GtkWidget *row = gtk_widget_get_first_child (self->options); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    lay_out_row (self, row);
}

/* Answers. */

static void
run_thread (GTask *task, gpointer source, gpointer replan, GCancellable *cancellable)
{
  rt_replan_run (replan);
  g_task_return_boolean (task, TRUE);
}

/* @data: the dialog, unless it has been closed: nothing that works in a thread keeps it. */
static void
ready_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  RtAwayDialog *self = data;
  guint best;

  if (g_cancellable_is_cancelled (g_task_get_cancellable (G_TASK (result))))
    return;
  for (guint i = 0; i < rt_replan_get_n (self->replan); i++)
    add_option (self, i);
  gtk_spinner_stop (GTK_SPINNER (self->spinner));
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "options");
  best = rt_replan_get_best (self->replan);
  if (best < rt_replan_get_n (self->replan))
    {
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->options), (int) best);
      GtkWidget *check = g_object_get_data (G_OBJECT (row), "rt-check");

      gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
      gtk_widget_grab_focus (check);
    }
}

static void
apply_cb (RtAwayDialog *self)
{
  g_autoptr (RtAwayDialog) keep = g_object_ref (self);
  const RtReplanOption *option;

  if (self->chosen < 0)
    return;
  option = rt_replan_get (self->replan, (guint) self->chosen);
  /* The change closes the dialog, because its prices no longer hold. */
  if (rt_session_do (self->session, rt_change_ref (option->change), NULL))
    rt_session_tell (self->session, rt_change_get_label (option->change), TRUE);
}

static void
apply_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  apply_cb (RT_AWAY_DIALOG (widget));
}

static void
rt_away_dialog_dispose (GObject *object)
{
  RtAwayDialog *self = RT_AWAY_DIALOG (object);

  g_cancellable_cancel (self->closed);
  g_clear_object (&self->closed);
  if (self->replan != NULL)
    rt_replan_stop (self->replan);
  g_clear_object (&self->replan);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (rt_away_dialog_parent_class)->dispose (object);
}

static void
rt_away_dialog_class_init (RtAwayDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rt_away_dialog_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/rotunda_app/Rotunda/ui/rt-away-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, RtAwayDialog, heading);
  gtk_widget_class_bind_template_child (widget_class, RtAwayDialog, apply);
  gtk_widget_class_bind_template_child (widget_class, RtAwayDialog, words);
  gtk_widget_class_bind_template_child (widget_class, RtAwayDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, RtAwayDialog, options);
  gtk_widget_class_bind_template_child (widget_class, RtAwayDialog, spinner);
  gtk_widget_class_bind_template_callback (widget_class, apply_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_install_action (widget_class, "away.apply", NULL, apply_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "away.apply",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
rt_away_dialog_init (RtAwayDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->chosen = -1;
  g_signal_connect (self, "notify::default-width", G_CALLBACK (width_cb), NULL);
}

/**
 * rt_away_dialog_new:
 * @parent: the window of the plan
 * @session: the open plan
 * @round: from which round on, as an index
 * @person: (nullable): who is away
 * @error: in words
 *
 * Returns: (transfer none) (nullable): the dialog, to be presented
 */
GtkWindow *
rt_away_dialog_new (GtkWindow *parent, RtSession *session, guint round, RtId person, GError **error)
{
  g_autoptr (RtReplan) replan
      = rt_replan_new (rt_session_get_plan (session), &person, person != NULL ? 1 : 0, round,
                       error);
  g_autoptr (GTask) task = NULL;
  g_autofree char *title = NULL;
  g_autofree char *words = NULL;
  RtAwayDialog *self;

  if (replan == NULL)
    return NULL;
  self = g_object_new (RT_TYPE_AWAY_DIALOG, "transient-for", parent, NULL);
  self->session = g_object_ref (session);
  self->replan = g_object_ref (replan);
  rt_child_window_fit (GTK_WINDOW (self), parent);
  title = rt_replan_dup_title (replan);
  words = rt_replan_dup_words (replan);
  adw_window_title_set_title (self->heading, title);
  gtk_window_set_title (GTK_WINDOW (self), title);
  gtk_label_set_text (GTK_LABEL (self->words), words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->options), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  title, -1);
  g_signal_connect_object (session, "changed", G_CALLBACK (gtk_window_close), self,
                           G_CONNECT_SWAPPED);
  gtk_spinner_start (GTK_SPINNER (self->spinner));
  self->closed = g_cancellable_new ();
  task = g_task_new (replan, self->closed, ready_cb, self);
  g_task_set_task_data (task, g_object_ref (replan), g_object_unref);
  g_task_run_in_thread (task, run_thread);
  return GTK_WINDOW (self);
}
