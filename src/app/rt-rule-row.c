/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "rt-rule-row.h"

#include <glib/gi18n-lib.h>

#include "rt-rule-sentence.h"

struct _RtRuleRow
{
  RtOrderRow parent_instance;

  gboolean updating;

  GtkWidget *sentence, *rounds, *icon, *state;
  GtkWidget *strength;
};

G_DEFINE_FINAL_TYPE (RtRuleRow, rt_rule_row, RT_TYPE_ORDER_ROW)

static void
strength_cb (RtRuleRow *self)
{
  if (!self->updating)
    rt_order_controls_ask (rt_order_row_get_controls (RT_ORDER_ROW (self)), RT_ORDER_VALUE,
                           gtk_drop_down_get_selected (GTK_DROP_DOWN (self->strength)));
}

static void
rt_rule_row_class_init (RtRuleRowClass *klass)
{
}

static void
rt_rule_row_init (RtRuleRow *self)
{
  RtOrderRow *row = RT_ORDER_ROW (self);
  const char *const words[] = { rt_strength_get_title (RT_STRENGTH_MUST),
                                rt_strength_get_title (RT_STRENGTH_SHOULD),
                                rt_strength_get_title (RT_STRENGTH_MAY), NULL };

  self->sentence = rt_order_row_add_label (row, NULL);
  self->rounds = rt_order_row_add_label (row, "caption");
  self->state = rt_order_row_add_marked (row, &self->icon);
  gtk_widget_set_valign (self->icon, GTK_ALIGN_CENTER);
  self->strength = gtk_drop_down_new_from_strings (words);
  g_signal_connect_swapped (self->strength, "notify::selected", G_CALLBACK (strength_cb), self);
  /* Translators: a rule as a sentence */
  rt_order_controls_set_value (rt_order_row_get_controls (row), self->strength,
                               _("Strength of: %s"));
}

GtkWidget *
rt_rule_row_new (void)
{
  return g_object_new (RT_TYPE_RULE_ROW, NULL);
}

/* What it counts now, beside the least possible. */
static char *
dup_state (RtSession *session, guint index, gboolean arranged, gboolean *kept, gboolean *broken)
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

static void
name_parts (RtRuleRow *self, const char *sentence, const char *rounds, const char *state)
{
  const char *strength = rt_strength_get_title (
      (RtStrength) gtk_drop_down_get_selected (GTK_DROP_DOWN (self->strength)));
  g_autofree char *row
      = rounds ? g_strdup_printf ("%s, %s, %s, %s", sentence, strength, rounds, state)
               : g_strdup_printf ("%s, %s, %s", sentence, strength, state);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, row, -1);
  rt_order_controls_name (rt_order_row_get_controls (RT_ORDER_ROW (self)), sentence);
}

void
rt_rule_row_update (RtRuleRow *self, RtSession *session, guint index, gboolean arranged)
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
  rt_order_controls_set_place (rt_order_row_get_controls (RT_ORDER_ROW (self)), index,
                               rt_plan_get_n (plan, RT_PART_RULES));
  name_parts (self, sentence, rounds, state);
}
