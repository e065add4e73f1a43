/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "rt-rules-window.h"

#include <glib/gi18n-lib.h>

#include "rt-edit.h"
#include "rt-measures-panel.h"
#include "rt-rule-dialog.h"
#include "rt-rule-row.h"
#include "rt-rule-sentence.h"

#define NARROW_BELOW 560 /* px: from here on the buttons of a row stand beside its sentence */

struct _RtRulesWindow
{
  AdwWindow parent_instance;

  RtSession *session;
  guint layout_source;

  GtkListBox *list;
  GtkStack *stack;
  GtkWidget *undo_button;
  GtkWidget *redo_button;
};

G_DEFINE_FINAL_TYPE (RtRulesWindow, rt_rules_window, ADW_TYPE_WINDOW)

static RtRuleRow *
get_row (RtRulesWindow *self,
         guint          index)
{
  return (RtRuleRow *) gtk_list_box_get_row_at_index (self->list, (int) index);
}

static guint
find_row (RtRulesWindow *self,
          RtId           rule)
{
  guint i = 0;

  for (RtRuleRow *row; (row = get_row (self, i)) != NULL; i++)
    if (rt_rule_row_get_rule (row) == rule)
      return i;
  return G_MAXUINT;
}

/* The rule whose row, or something in it, has the focus. */
static RtRuleRow *
get_focus_row (RtRulesWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  GtkWidget *row = focus ? gtk_widget_get_ancestor (focus, RT_TYPE_RULE_ROW) : NULL;

  /* GTK remembers the focus for a while in a row that is taken out. */
  return row && gtk_widget_get_parent (row) == GTK_WIDGET (self->list) ? RT_RULE_ROW (row) : NULL;
}

/* What people ask for. */

static void
move_rule (RtRulesWindow *self,
           RtId           rule,
           guint          to)
{
  GError *error = NULL;
  RtChange *change = rt_edit_move_rule (rt_session_get_plan (self->session), rule, to, &error);

  rt_session_do (self->session, change, error);
}

static void
move_by (RtRulesWindow *self,
         RtRuleRow     *row,
         int            step)
{
  int to = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) + step;

  if (to >= 0 && get_row (self, (guint) to) != NULL)
    move_rule (self, rt_rule_row_get_rule (row), (guint) to);
}

static void
remove_rule (RtRulesWindow *self,
             RtRuleRow     *row)
{
  GError *error = NULL;
  RtChange *change = rt_edit_remove_rule (rt_session_get_plan (self->session),
                                          rt_rule_row_get_rule (row), &error);

  rt_session_do (self->session, change, error);
}

static void
edit_rule (RtRulesWindow *self,
           RtId           rule)
{
  GtkWidget *dialog = rt_rule_dialog_new (self->session, rule);
  int width, height;

  gtk_window_get_default_size (GTK_WINDOW (dialog), &width, &height);
  gtk_window_set_default_size (GTK_WINDOW (dialog),
                               MIN (width, gtk_widget_get_width (GTK_WIDGET (self))), height);
  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (self));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
row_activated_cb (RtRulesWindow *self,
                  RtRuleRow     *row)
{
  edit_rule (self, rt_rule_row_get_rule (row));
}

static void
row_asked_cb (RtRulesWindow *self,
              RtRuleAsk      what,
              guint          detail,
              RtRuleRow     *row)
{
  GError *error = NULL;
  RtChange *change;

  switch (what)
    {
    case RT_RULE_ASK_UP:
      move_by (self, row, -1);
      break;
    case RT_RULE_ASK_DOWN:
      move_by (self, row, 1);
      break;
    case RT_RULE_ASK_REMOVE:
      remove_rule (self, row);
      break;
    case RT_RULE_ASK_STRENGTH:
      change = rt_edit_set_strength (rt_session_get_plan (self->session),
                                     rt_rule_row_get_rule (row), (RtStrength) detail, &error);
      rt_session_do (self->session, change, error);
      break;
    case RT_RULE_ASK_HERE:
      /* Another row was dropped on this one. */
      if (get_row (self, detail) != NULL && get_row (self, detail) != row)
        move_rule (self, rt_rule_row_get_rule (get_row (self, detail)),
                   (guint) gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)));
      break;
    }
}

/* Rows. */

static gboolean
is_narrow (RtRulesWindow *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self)), height;

  if (width <= 0)
    gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  return width < NARROW_BELOW;
}

static gboolean
layout_cb (gpointer data)
{
  RtRulesWindow *self = data;
  gboolean narrow = is_narrow (self);

  self->layout_source = 0;
  for (guint i = 0; get_row (self, i) != NULL; i++)
    rt_rule_row_set_narrow (get_row (self, i), narrow);
  return G_SOURCE_REMOVE;
}

/* GTK 4.8 loses what is asked for while sizes are given out: the rows follow right after. */
static void
width_cb (RtRulesWindow *self)
{
  if (self->layout_source == 0)
    self->layout_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, layout_cb, self, NULL);
}

/* Rows that are still right stay, and with them the focus and what is open: only the ones that
 * came or changed places are put in. Returns: whether any did, or went. */
static gboolean
sync_rows (RtRulesWindow *self)
{
  RtPlan *plan = rt_session_get_plan (self->session);
  guint n = rt_plan_get_n (plan, RT_PART_RULES);
  gboolean changed = get_row (self, n) != NULL;

  for (guint i = 0; i < n; i++)
    {
      RtId rule = rt_plan_get_rule (plan, i)->parent.id;
      guint at = find_row (self, rule);

      if (at == i)
        continue;
      changed = TRUE;
      if (at != G_MAXUINT)
        {
          g_autoptr (GtkWidget) row = g_object_ref (GTK_WIDGET (get_row (self, at)));

          gtk_list_box_remove (self->list, row);
          gtk_list_box_insert (self->list, row, (int) i);
        }
      else
        {
          GtkWidget *row = rt_rule_row_new (rule);

          rt_rule_row_set_narrow (RT_RULE_ROW (row), is_narrow (self));
          g_signal_connect_object (row, "asked", G_CALLBACK (row_asked_cb), self,
                                   G_CONNECT_SWAPPED);
          gtk_list_box_insert (self->list, row, (int) i);
        }
    }
  while (get_row (self, n) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (get_row (self, n)));
  return changed;
}

static void
update_undo (RtRulesWindow *self)
{
  RtHistory *history = rt_session_get_history (self->session);
  const char *undo = rt_history_undo_label (history), *redo = rt_history_redo_label (history);
  g_autofree char *undo_words = undo ? g_strdup_printf (_("Undo %s"), undo) : g_strdup (_("Undo"));
  g_autofree char *redo_words = redo ? g_strdup_printf (_("Redo %s"), redo) : g_strdup (_("Redo"));
  gboolean arranging = rt_session_is_arranging (self->session, NULL);

  gtk_widget_set_tooltip_text (self->undo_button, undo_words);
  gtk_widget_set_tooltip_text (self->redo_button, redo_words);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "rules.undo", undo != NULL && !arranging);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "rules.redo", redo != NULL && !arranging);
}

/* The focus stays with its rule and the part of it; when the rule went, at the one that stands
 * there now. Where a row was taken out, GTK is about to move it elsewhere until it is asked for. */
static void
restore_focus (RtRulesWindow *self,
               RtId           rule,
               guint          at,
               RtRuleAsk      part)
{
  guint n = rt_plan_get_n (rt_session_get_plan (self->session), RT_PART_RULES);
  guint still = rule ? find_row (self, rule) : G_MAXUINT;

  if (rule == NULL || n == 0)
    return;
  at = MIN (still != G_MAXUINT ? still : at, n - 1);
  rt_rule_row_focus (get_row (self, at), part);
}

static void
update (RtRulesWindow *self)
{
  RtPlan *plan = rt_session_get_plan (self->session);
  guint n = rt_plan_get_n (plan, RT_PART_RULES);
  gboolean fixed = rt_session_is_arranging (self->session, NULL) || rt_plan_is_read_only (plan);
  gboolean arranged = !rt_measures_panel_is_unarranged (self->session);
  RtRuleRow *focus = get_focus_row (self);
  RtId focus_rule = focus ? rt_rule_row_get_rule (focus) : NULL;
  RtRuleAsk part = focus ? rt_rule_row_get_focus (focus) : RT_RULE_ASK_HERE;
  guint at = focus ? (guint) gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (focus)) : 0;
  gboolean changed;

  changed = sync_rows (self);
  for (guint i = 0; i < n; i++)
    rt_rule_row_update (get_row (self, i), self->session, i, arranged);
  if (changed)
    restore_focus (self, focus_rule, at, part);
  gtk_stack_set_visible_child_name (self->stack, n > 0 ? "rules" : "empty");
  gtk_widget_set_sensitive (GTK_WIDGET (self->list), !fixed);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "rules.add", !fixed);
  update_undo (self);
}

/* Actions and keys. */

static void
add_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  edit_rule (RT_RULES_WINDOW (widget), NULL);
}

static void
undo_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  rt_session_undo (RT_RULES_WINDOW (widget)->session);
}

static void
redo_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  rt_session_redo (RT_RULES_WINDOW (widget)->session);
}

static gboolean
move_key_cb (GtkWidget *widget,
             GVariant  *step,
             gpointer   data)
{
  RtRulesWindow *self = RT_RULES_WINDOW (widget);
  RtRuleRow *row = get_focus_row (self);

  if (row == NULL)
    return GDK_EVENT_PROPAGATE;
  move_by (self, row, g_variant_get_int32 (step));
  return GDK_EVENT_STOP;
}

static gboolean
remove_key_cb (GtkWidget *widget,
               GVariant  *parameter,
               gpointer   data)
{
  RtRulesWindow *self = RT_RULES_WINDOW (widget);
  RtRuleRow *row = get_focus_row (self);

  if (row == NULL)
    return GDK_EVENT_PROPAGATE;
  remove_rule (self, row);
  return GDK_EVENT_STOP;
}

static void
rt_rules_window_dispose (GObject *object)
{
  RtRulesWindow *self = RT_RULES_WINDOW (object);

  g_clear_handle_id (&self->layout_source, g_source_remove);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (rt_rules_window_parent_class)->dispose (object);
}

static void
add_keys (GtkWidgetClass *widget_class)
{
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Up, GDK_ALT_MASK, move_key_cb, "i", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Down, GDK_ALT_MASK, move_key_cb, "i", 1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Delete, 0, remove_key_cb, NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "rules.undo",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "rules.redo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
rt_rules_window_class_init (RtRulesWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rt_rules_window_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/rotunda_app/Rotunda/ui/rt-rules-window.ui");
  gtk_widget_class_bind_template_child (widget_class, RtRulesWindow, list);
  gtk_widget_class_bind_template_child (widget_class, RtRulesWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, RtRulesWindow, undo_button);
  gtk_widget_class_bind_template_child (widget_class, RtRulesWindow, redo_button);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_install_action (widget_class, "rules.add", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "rules.undo", NULL, undo_action);
  gtk_widget_class_install_action (widget_class, "rules.redo", NULL, redo_action);
  add_keys (widget_class);
}

static void
rt_rules_window_init (RtRulesWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (self, "notify::default-width", G_CALLBACK (width_cb), NULL);
}

GtkWidget *
rt_rules_window_new (RtSession *session)
{
  RtRulesWindow *self = g_object_new (RT_TYPE_RULES_WINDOW, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "measures-changed", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::arranging", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (rt_session_get_history (session), "changed", G_CALLBACK (update_undo),
                           self, G_CONNECT_SWAPPED);
  update (self);
  if (get_row (self, 0) != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (get_row (self, 0)));
  return GTK_WIDGET (self);
}
