/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "rt-report-strip.h"

#include <glib/gi18n-lib.h>

/* A strip of many doubts scrolls, so that the list under it keeps its place: a row whose words take
 * two lines, and how many of them. */
#define ROW_HEIGHT 52
#define MOST_ROWS 3
/* A list that is wrong all over has a doubt in every row: as many are made as can be looked
 * through, and the next ones when these are answered. */
#define MOST_MADE 20

struct _RtReportStrip
{
  GtkWidget parent_instance;

  GtkRevealer *summary_revealer;
  GtkWidget *summary;
  GtkLabel *summary_label;
  GtkWidget *undo_button;
  GtkRevealer *doubts_revealer;
  GtkWidget *doubts_head;
  GtkLabel *doubts_label;
  GtkWidget *doubts_scroll;
  GtkWidget *keep_all_button;
  GtkBox *rows;
  RtPlan *plan;                /* (nullable) */
  GPtrArray *doubts;           /* of RtReportDoubt; (nullable) */
  guint n_open;                /* those of them that are still to be answered */
  GtkOrientation orientation;  /* of a row: the answers beside the words, or below */
};

static guint doubts_changed;

G_DEFINE_FINAL_TYPE (RtReportStrip, rt_report_strip, GTK_TYPE_WIDGET)

static void add_doubt (RtReportStrip *self, RtReportDoubt *doubt);

static RtReportDoubt *
get_doubt (GtkWidget *row)
{
  return g_object_get_data (G_OBJECT (row), "doubt");
}

/* One person of two, a place left out or named: what was done may have answered it, and undo asks
 * again. */
static gboolean
is_open (RtReportStrip *self, const RtReportDoubt *doubt)
{
  const RtId ids[] = { doubt->about, doubt->person, doubt->other };

  if (doubt->answered)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    if (ids[i] && rt_plan_find_person (self->plan, ids[i]) == NULL)
      return FALSE;
  return doubt->person == NULL || doubt->other
         || rt_plan_find_person (self->plan, doubt->person)->name == NULL;
}

static void
update_words (RtReportStrip *self)
{
  g_autofree char *count = g_strdup_printf (
      ngettext ("%u doubtful row.", "%u doubtful rows.", self->n_open), self->n_open);
  g_autofree char *markup = g_markup_printf_escaped ("<b>%s</b> %s", count,
                                                     _("Nothing has been merged or left out yet."));

  gtk_label_set_markup (self->doubts_label, markup);
  /* A scrolled window asks for the height of words that do not wrap: it is told what they need. */
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (self->doubts_scroll),
                                              ROW_HEIGHT * (int) MIN (self->n_open, MOST_ROWS));
  gtk_revealer_set_reveal_child (self->doubts_revealer, self->n_open > 0);
  gtk_widget_set_visible (self->keep_all_button, self->n_open > 1);
}

/* Returns: (transfer full): the doubts that have a row still. */
static GHashTable *
drop_rows (RtReportStrip *self)
{
  GHashTable *kept = g_hash_table_new (NULL, NULL);
  GtkWidget *next;

  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->rows)); row; row = next)
    {
      next = gtk_widget_get_next_sibling (row);
      if (is_open (self, get_doubt (row)))
        g_hash_table_add (kept, get_doubt (row));
      else
        gtk_box_remove (self->rows, row);
    }
  return kept;
}

static void
update_doubts (RtReportStrip *self)
{
  g_autoptr (GHashTable) shown = drop_rows (self);
  guint n_before = self->n_open;

  self->n_open = 0;
  for (guint i = 0; self->doubts && i < self->doubts->len; i++)
    {
      RtReportDoubt *doubt = self->doubts->pdata[i];

      if (!is_open (self, doubt))
        continue;
      self->n_open++;
      if (g_hash_table_size (shown) < MOST_MADE && g_hash_table_add (shown, doubt))
        add_doubt (self, doubt);
    }
  if (self->n_open == n_before)
    return;
  update_words (self);
  g_signal_emit (self, doubts_changed, 0);
}

static void
settle (RtReportStrip *self, GtkWidget *row)
{
  get_doubt (row)->answered = TRUE;
  update_doubts (self);
}

static void
answered_cb (GtkButton *button, gpointer data)
{
  settle (data, gtk_widget_get_parent (GTK_WIDGET (button)));
}

static GtkWidget *
append_button (GtkWidget *row, const char *words, const char *message)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (words);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  message, -1);
  gtk_box_append (GTK_BOX (row), button);
  return button;
}

static void
add_button (RtReportStrip *self, GtkWidget *row, const char *words, const char *message)
{
  g_signal_connect (append_button (row, words, message), "clicked", G_CALLBACK (answered_cb), self);
}

/* Which of the two stays. */

static void
merge_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  gtk_widget_activate_action_variant (data, "plan.merge-people", parameter);
}

/* Where the names are the same there is nothing to choose: the earlier row stays. */
static void
one_person_cb (GtkWidget *button)
{
  const RtReportDoubt *doubt = get_doubt (gtk_widget_get_parent (button));

  gtk_widget_activate_action (button, "plan.merge-people", "(ss)", doubt->other, doubt->person);
}

static void
append_keep (GMenu *menu, const char *name, RtId keep, RtId other)
{
  /* Translators: %s is the name that stays when two people turn out to be one. */
  g_autofree char *words = g_strdup_printf (_("Keep “%s”"), name);
  g_autoptr (GMenuItem) item = g_menu_item_new (words, NULL);

  g_menu_item_set_action_and_target (item, "doubt.merge", "(ss)", keep, other);
  g_menu_append_item (menu, item);
}

static void
add_merge_menu (GtkWidget *row, const RtReportDoubt *doubt)
{
  static const GActionEntry entries[] = { { "merge", merge_cb, "(ss)" } };
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();
  g_autoptr (GMenu) menu = g_menu_new ();
  GtkWidget *button = gtk_menu_button_new ();

  append_keep (menu, doubt->other_name, doubt->other, doubt->person);
  append_keep (menu, doubt->name, doubt->person, doubt->other);
  g_action_map_add_action_entries (G_ACTION_MAP (actions), entries, G_N_ELEMENTS (entries), row);
  gtk_widget_insert_action_group (row, "doubt", G_ACTION_GROUP (actions));
  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), _("_One Person"));
  gtk_menu_button_set_use_underline (GTK_MENU_BUTTON (button), TRUE);
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (row), button);
}

static void
add_merge_button (GtkWidget *row, const RtReportDoubt *doubt)
{
  if (g_str_equal (doubt->name, doubt->other_name))
    g_signal_connect (append_button (row, _("_One Person"), doubt->message), "clicked",
                      G_CALLBACK (one_person_cb), NULL);
  else
    add_merge_menu (row, doubt);
}

/* A row without a name is a place; or it was none of the people. */

static void
leave_out_cb (GtkWidget *button)
{
  const char *ids[] = { get_doubt (gtk_widget_get_parent (button))->person, NULL };

  gtk_widget_activate_action (button, "plan.remove-people", "^as", ids);
}

static void
add_leave_out_button (GtkWidget *row, const RtReportDoubt *doubt)
{
  g_signal_connect (append_button (row, _("_Leave Out"), doubt->message), "clicked",
                    G_CALLBACK (leave_out_cb), NULL);
}

static void
add_doubt (RtReportStrip *self, RtReportDoubt *doubt)
{
  GtkWidget *row = gtk_box_new (self->orientation, 6);
  GtkWidget *label = gtk_label_new (doubt->message);

  g_object_set_data (G_OBJECT (row), "doubt", doubt);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (row), label);
  if (doubt->person && doubt->other)
    {
      add_merge_button (row, doubt);
      add_button (self, row, _("_Two People"), doubt->message);
    }
  else if (doubt->person)
    {
      add_button (self, row, _("_Keep as Unnamed Place"), doubt->message);
      add_leave_out_button (row, doubt);
    }
  else
    {
      add_button (self, row, _("All _Right"), doubt->message);
    }
  gtk_box_append (self->rows, row);
}

/* They are as they came already: there is nothing to do. */
static void
keep_all_cb (RtReportStrip *self)
{
  for (guint i = 0; i < self->doubts->len; i++)
    ((RtReportDoubt *) self->doubts->pdata[i])->answered = TRUE;
  update_doubts (self);
}

static void
close_cb (RtReportStrip *self)
{
  gtk_revealer_set_reveal_child (self->summary_revealer, FALSE);
}

static void
toggled_cb (RtReportStrip *self, GtkToggleButton *button)
{
  gboolean shown = gtk_toggle_button_get_active (button);

  gtk_widget_set_visible (self->doubts_scroll, shown);
  gtk_button_set_icon_name (GTK_BUTTON (button), shown ? "pan-up-symbolic" : "pan-down-symbolic");
}

static void
rt_report_strip_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), RT_TYPE_REPORT_STRIP);
  g_clear_object (&RT_REPORT_STRIP (object)->plan);
  g_clear_pointer (&RT_REPORT_STRIP (object)->doubts, g_ptr_array_unref);
  G_OBJECT_CLASS (rt_report_strip_parent_class)->dispose (object);
}

static void
rt_report_strip_class_init (RtReportStripClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rt_report_strip_dispose;
  doubts_changed = g_signal_new ("doubts-changed", RT_TYPE_REPORT_STRIP, G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/rotunda_app/Rotunda/ui/rt-report-strip.ui");
  gtk_widget_class_bind_template_child (widget_class, RtReportStrip, summary_revealer);
  gtk_widget_class_bind_template_child (widget_class, RtReportStrip, summary);
  gtk_widget_class_bind_template_child (widget_class, RtReportStrip, summary_label);
  gtk_widget_class_bind_template_child (widget_class, RtReportStrip, undo_button);
  gtk_widget_class_bind_template_child (widget_class, RtReportStrip, doubts_revealer);
  gtk_widget_class_bind_template_child (widget_class, RtReportStrip, doubts_head);
  gtk_widget_class_bind_template_child (widget_class, RtReportStrip, doubts_label);
  gtk_widget_class_bind_template_child (widget_class, RtReportStrip, doubts_scroll);
  gtk_widget_class_bind_template_child (widget_class, RtReportStrip, keep_all_button);
  gtk_widget_class_bind_template_child (widget_class, RtReportStrip, rows);
  gtk_widget_class_bind_template_callback (widget_class, close_cb);
  gtk_widget_class_bind_template_callback (widget_class, keep_all_cb);
  gtk_widget_class_bind_template_callback (widget_class, toggled_cb);
}

static void
rt_report_strip_init (RtReportStrip *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_orientable_set_orientation (
      GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))), GTK_ORIENTATION_VERTICAL);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (self->doubts_scroll),
                                              ROW_HEIGHT * MOST_ROWS);
}

void
rt_report_strip_set_narrow (RtReportStrip *self, gboolean narrow)
{
  self->orientation = narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL;
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->summary), self->orientation);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->doubts_head), self->orientation);
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->rows)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    gtk_orientable_set_orientation (GTK_ORIENTABLE (row), self->orientation);
}

void
rt_report_doubt_free (RtReportDoubt *self)
{
  g_free (self->message);
  g_free (self->name);
  g_free (self->other_name);
  g_free (self);
}

void
rt_report_strip_show (RtReportStrip *self, RtPlan *plan, const char *summary, GPtrArray *doubts)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->rows))))
    gtk_box_remove (self->rows, row);
  g_set_object (&self->plan, plan);
  g_clear_pointer (&self->doubts, g_ptr_array_unref);
  self->doubts = doubts ? g_ptr_array_ref (doubts) : NULL;
  /* Others, even when they are as many as those before. */
  self->n_open = G_MAXUINT;
  update_doubts (self);
  gtk_label_set_label (self->summary_label, summary ? summary : "");
  gtk_revealer_set_reveal_child (self->summary_revealer, summary != NULL);
  gtk_widget_set_visible (self->undo_button, TRUE);
}

void
rt_report_strip_check (RtReportStrip *self)
{
  update_doubts (self);
}

void
rt_report_strip_outlive_undo (RtReportStrip *self)
{
  gtk_widget_set_visible (self->undo_button, FALSE);
}

static void
add_whom (GHashTable *people, const RtReportDoubt *doubt)
{
  const RtId ids[] = { doubt->about, doubt->person, doubt->other };

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    if (ids[i])
      g_hash_table_add (people, (gpointer) ids[i]);
}

GHashTable *
rt_report_strip_dup_people (RtReportStrip *self)
{
  GHashTable *people = g_hash_table_new (NULL, NULL);

  for (guint i = 0; self->doubts && i < self->doubts->len; i++)
    if (is_open (self, self->doubts->pdata[i]))
      add_whom (people, self->doubts->pdata[i]);
  return people;
}
