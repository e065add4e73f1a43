/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "rt-expected-strip.h"

#include <glib/gi18n-lib.h>

struct _RtExpectedStrip
{
  GtkBox parent_instance;

  RtSession *session;

  GtkLabel *words;
  GtkButton *button;
};

G_DEFINE_FINAL_TYPE (RtExpectedStrip, rt_expected_strip, GTK_TYPE_BOX)

static int
count_people (RtPlan *plan)
{
  int n = 0;

  for (guint i = 0; i < rt_plan_get_n (plan, RT_PART_PEOPLE); i++)
    n += rt_person_takes_part (rt_plan_get_person (plan, i));
  return n;
}

static char *
dup_words (int expected, int n)
{
  g_autofree char *about
      = g_strdup_printf (
          ngettext ("About %d person expected", "About %d people expected", expected), expected);
  int rest = ABS (expected - n);
  g_autofree char *difference
      = n < expected
            ? g_strdup_printf (ngettext ("%d more to come", "%d more to come", rest), rest)
            : g_strdup_printf (ngettext ("%d more on the list", "%d more on the list", rest), rest);

  /* Translators: "About 60 people expected: 12 more to come" */
  return g_strdup_printf (_("%s: %s"), about, difference);
}

static void
update (RtExpectedStrip *self)
{
  RtPlan *plan = rt_session_get_plan (self->session);
  int expected = MAX (rt_plan_get_event (plan)->expected, 0); /* RT_UNSET has no opposite */
  int n = count_people (plan);
  int more = MAX (expected - n, 0);
  gboolean fixed = rt_session_is_arranging (self->session, NULL) || rt_plan_is_read_only (plan);
  g_autofree char *words = dup_words (expected, n);
  g_autofree char *label
      = g_strdup_printf (ngettext ("Add %u Unnamed Place", "Add %u Unnamed Places", (guint) more),
                         (guint) more);

  gtk_widget_set_visible (GTK_WIDGET (self), expected > 0 && expected != n);
  gtk_label_set_label (self->words, words);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->button), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label, -1);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->button), "u", (guint) more);
  gtk_widget_set_visible (GTK_WIDGET (self->button), more > 0 && !fixed);
}

static void
rt_expected_strip_dispose (GObject *object)
{
  RtExpectedStrip *self = RT_EXPECTED_STRIP (object);

  rt_session_set (&self->session, NULL, self);
  G_OBJECT_CLASS (rt_expected_strip_parent_class)->dispose (object);
}

static void
rt_expected_strip_class_init (RtExpectedStripClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = rt_expected_strip_dispose;
}

static void
rt_expected_strip_init (RtExpectedStrip *self)
{
  GtkWidget *words = g_object_new (GTK_TYPE_LABEL, "wrap", TRUE, "xalign", 0.0, "hexpand", TRUE,
                                   NULL);
  GtkWidget *button = g_object_new (GTK_TYPE_BUTTON, "label", _("Add _Places"), "use-underline",
                                    TRUE, "valign", GTK_ALIGN_CENTER, "action-target",
                                    g_variant_new_uint32 (0), "action-name", "plan.add-unnamed",
                                    NULL);

  self->words = GTK_LABEL (words);
  self->button = GTK_BUTTON (button);
  gtk_box_set_spacing (GTK_BOX (self), 12);
  gtk_widget_add_css_class (GTK_WIDGET (self), "strip");
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  gtk_box_append (GTK_BOX (self), words);
  gtk_box_append (GTK_BOX (self), button);
}

void
rt_expected_strip_set_session (RtExpectedStrip *self, RtSession *session)
{
  if (!rt_session_set (&self->session, session, self) || session == NULL)
    return;
  g_signal_connect_swapped (session, "changed", G_CALLBACK (update), self);
  g_signal_connect_swapped (session, "notify::arranging", G_CALLBACK (update), self);
  update (self);
}
