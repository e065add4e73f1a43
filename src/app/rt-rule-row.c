/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "rt-rule-row.h"

#include <glib/gi18n-lib.h>

#include "rt-rule-sentence.h"

struct _RtRuleRow
{
  GtkListBoxRow parent_instance;

  RtId rule;
  gboolean updating;

  GtkWidget *box;
  GtkWidget *handle;
  GtkWidget *sentence, *rounds, *icon, *state;
  GtkWidget *controls, *strength, *up, *down, *remove;
};

enum
{
  ASKED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (RtRuleRow, rt_rule_row, GTK_TYPE_LIST_BOX_ROW)

static void
ask (RtRuleRow *self,
     RtRuleAsk  what,
     guint      detail)
{
  g_signal_emit (self, signals[ASKED], 0, what, detail);
}

static void
up_cb (RtRuleRow *self)
{
  ask (self, RT_RULE_ASK_UP, 0);
}

static void
down_cb (RtRuleRow *self)
{
  ask (self, RT_RULE_ASK_DOWN, 0);
}

static void
remove_cb (RtRuleRow *self)
{
  ask (self, RT_RULE_ASK_REMOVE, 0);
}

static void
strength_cb (RtRuleRow *self)
{
  if (!self->updating)
    ask (self, RT_RULE_ASK_STRENGTH,
         gtk_drop_down_get_selected (GTK_DROP_DOWN (self->strength)));
}

/* Dragging: the handle carries the row's place. */

static GdkContentProvider *
prepare_cb (RtRuleRow     *self,
            double         x,
            double         y,
            GtkDragSource *source)
{
  g_autoptr (GdkPaintable) picture = gtk_widget_paintable_new (GTK_WIDGET (self));

  gtk_drag_source_set_icon (source, picture, (int) x, (int) y);
  return gdk_content_provider_new_typed (
      G_TYPE_UINT, (guint) gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (self)));
}

static gboolean
drop_cb (RtRuleRow    *self,
         const GValue *value)
{
  ask (self, RT_RULE_ASK_HERE, g_value_get_uint (value));
  return TRUE;
}

static void
add_dragging (RtRuleRow *self)
{
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_UINT, GDK_ACTION_MOVE);

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect_swapped (source, "prepare", G_CALLBACK (prepare_cb), self);
  gtk_widget_add_controller (self->handle, GTK_EVENT_CONTROLLER (source));
  g_signal_connect_swapped (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

/* Parts. */

static GtkWidget *
add_label (GtkWidget  *box,
           const char *klass)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (klass)
    gtk_widget_add_css_class (label, klass);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static GtkWidget *
add_button (RtRuleRow  *self,
            const char *icon,
            const char *tooltip,
            GCallback   callback)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, tooltip);
  g_signal_connect_swapped (button, "clicked", callback, self);
  gtk_box_append (GTK_BOX (self->controls), button);
  return button;
}

static void
add_words (RtRuleRow *self,
           GtkWidget *line)
{
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *below = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);

  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  self->sentence = add_label (words, NULL);
  self->rounds = add_label (words, "caption");
  self->icon = g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                             "valign", GTK_ALIGN_CENTER, NULL);
  gtk_box_append (GTK_BOX (below), self->icon);
  self->state = add_label (below, "caption");
  gtk_box_append (GTK_BOX (words), below);
  gtk_box_append (GTK_BOX (line), words);
}

static void
add_controls (RtRuleRow *self)
{
  const char *const words[] = { rt_strength_get_title (RT_STRENGTH_MUST),
                                rt_strength_get_title (RT_STRENGTH_SHOULD),
                                rt_strength_get_title (RT_STRENGTH_MAY), NULL };

  self->controls = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 3);
  gtk_widget_set_halign (self->controls, GTK_ALIGN_END);
  self->strength = gtk_drop_down_new_from_strings (words);
  gtk_widget_set_valign (self->strength, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (self->controls), self->strength);
  g_signal_connect_swapped (self->strength, "notify::selected", G_CALLBACK (strength_cb), self);
  self->up = add_button (self, "go-up-symbolic", _("Move Up (Alt+Up)"), G_CALLBACK (up_cb));
  self->down = add_button (self, "go-down-symbolic", _("Move Down (Alt+Down)"),
                           G_CALLBACK (down_cb));
  self->remove = add_button (self, "user-trash-symbolic", _("Remove (Delete)"),
                             G_CALLBACK (remove_cb));
  gtk_box_append (GTK_BOX (self->box), self->controls);
}

static void
rt_rule_row_class_init (RtRuleRowClass *klass)
{
  signals[ASKED] = g_signal_new ("asked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);
}

static void
rt_rule_row_init (RtRuleRow *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);

  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_widget_add_css_class (GTK_WIDGET (self), "measure");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), self->box);
  self->handle = g_object_new (GTK_TYPE_IMAGE, "icon-name", "list-drag-handle-symbolic",
                               "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  gtk_widget_add_css_class (self->handle, "dim-label");
  gtk_widget_set_cursor_from_name (self->handle, "grab");
  gtk_box_append (GTK_BOX (line), self->handle);
  gtk_box_append (GTK_BOX (self->box), line);
  add_words (self, line);
  add_controls (self);
  add_dragging (self);
}

GtkWidget *
rt_rule_row_new (RtId rule)
{
  RtRuleRow *self = g_object_new (RT_TYPE_RULE_ROW, NULL);

  self->rule = rule;
  return GTK_WIDGET (self);
}

RtId
rt_rule_row_get_rule (RtRuleRow *self)
{
  return self->rule;
}

/* What it counts now, beside the least possible. */
static char *
dup_state (RtSession *session,
           guint      index,
           gboolean   arranged,
           gboolean  *kept,
           gboolean  *broken)
{
  const RtRule *rule = rt_plan_get_rule (rt_session_get_plan (session), index);
  gint64 found, bound;

  rt_measures_get_rule (rt_session_get_measures (session), index, &found, &bound);
  *kept = arranged && found == bound;
  *broken = arranged && rule->strength == RT_STRENGTH_MUST && found > bound;
  if (!arranged)
    return g_strdup_printf (_("At least %d"), (int) bound);
  if (found == 0)
    return g_strdup (_("Kept"));
  if (*kept)
    /* Translators: twice the same number */
    return g_strdup_printf (_("Now %d, at least %d: proven"), (int) found, (int) bound);
  if (*broken)
    return g_strdup_printf (_("Broken now: %d, at least %d"), (int) found, (int) bound);
  return g_strdup_printf (_("Now %d, at least %d"), (int) found, (int) bound);
}

/* Every part says which rule it is for, or a list of buttons would all be called the same. */
static void
name_parts (RtRuleRow  *self,
            const char *sentence,
            const char *rounds,
            const char *state)
{
  const char *strength = rt_strength_get_title (
      (RtStrength) gtk_drop_down_get_selected (GTK_DROP_DOWN (self->strength)));
  g_autofree char *row
      = rounds ? g_strdup_printf ("%s, %s, %s, %s", sentence, strength, rounds, state)
               : g_strdup_printf ("%s, %s, %s", sentence, strength, state);
  struct { GtkWidget *part; const char *format; } parts[] = {
    /* Translators: a rule as a sentence */
    { self->strength, _("Strength of: %s") },
    { self->up, _("Move up: %s") },
    { self->down, _("Move down: %s") },
    { self->remove, _("Remove: %s") },
  };

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, row, -1);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autoptr (GString) words = g_string_new (parts[i].format);

      g_string_replace (words, "%s", sentence, 1);
      gtk_accessible_update_property (GTK_ACCESSIBLE (parts[i].part),
                                      GTK_ACCESSIBLE_PROPERTY_LABEL, words->str, -1);
    }
}

void
rt_rule_row_update (RtRuleRow *self,
                    RtSession *session,
                    guint      index,
                    gboolean   arranged)
{
  RtPlan *plan = rt_session_get_plan (session);
  const RtRule *rule = rt_plan_get_rule (plan, index);
  g_autofree char *sentence = rt_rule_dup_sentence (plan, rule);
  g_autofree char *rounds = rt_rule_dup_rounds (plan, rule);
  gboolean kept, broken;
  g_autofree char *state = dup_state (session, index, arranged, &kept, &broken);

  self->updating = TRUE;
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->strength), (guint) rule->strength);
  self->updating = FALSE;
  gtk_label_set_text (GTK_LABEL (self->sentence), sentence);
  gtk_label_set_text (GTK_LABEL (self->rounds), rounds ? rounds : "");
  gtk_widget_set_visible (self->rounds, rounds != NULL);
  gtk_label_set_text (GTK_LABEL (self->state), state);
  gtk_widget_set_css_classes (
      self->state,
      (const char *[]) { "caption", broken ? "broken" : kept ? "proven" : "dim-label", NULL });
  gtk_image_set_from_icon_name (GTK_IMAGE (self->icon),
                                broken ? "dialog-warning-symbolic" : "object-select-symbolic");
  gtk_widget_set_css_classes (self->icon,
                              (const char *[]) { broken ? "broken" : "proven", NULL });
  gtk_widget_set_visible (self->icon, broken || kept);
  gtk_widget_set_sensitive (self->up, index > 0);
  gtk_widget_set_sensitive (self->down, index + 1 < rt_plan_get_n (plan, RT_PART_RULES));
  name_parts (self, sentence, rounds, state);
}

void
rt_rule_row_set_narrow (RtRuleRow *self,
                        gboolean   narrow)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->box), narrow ? GTK_ORIENTATION_VERTICAL
                                                                     : GTK_ORIENTATION_HORIZONTAL);
}

RtRuleAsk
rt_rule_row_get_focus (RtRuleRow *self)
{
  GtkWidget *parts[] = { NULL, self->strength, self->up, self->down, self->remove };

  for (guint i = 1; i < G_N_ELEMENTS (parts); i++)
    if (gtk_widget_get_focus_child (self->controls) == parts[i])
      return (RtRuleAsk) i;
  return RT_RULE_ASK_HERE;
}

void
rt_rule_row_focus (RtRuleRow *self,
                   RtRuleAsk  part)
{
  GtkWidget *parts[] = { GTK_WIDGET (self), self->strength, self->up, self->down, self->remove };

  if (gtk_widget_is_sensitive (parts[part]) && gtk_widget_grab_focus (parts[part]))
    return;
  gtk_widget_grab_focus (GTK_WIDGET (self));
}
