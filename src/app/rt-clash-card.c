/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#include "rt-clash-card.h"

#include <glib/gi18n-lib.h>

#include "rt-clash.h"

#define ASK_AFTER 300 /* ms: not at each key while somebody edits */

/* Seats up to which a seating is looked for where there is no proof. */
#define MOST_SEATS_SEARCHED 20000

/* Nobody reads on. */
#define MOST_MEMBERS 8
#define MOST_WAYS 4

struct _RtClashCard {
  GtkWidget parent_instance;

  RtSession *session;
  RtClash *asking; /* in a thread */
  RtClash *clash;  /* what is shown */
  guint64 serial;  /* of the plan it is about */
  guint timer;

  GtkWidget *box, *title, *members, *ways;
};

G_DEFINE_FINAL_TYPE (RtClashCard, rt_clash_card, GTK_TYPE_WIDGET)

static void
clear (GtkWidget *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (box)) != NULL)
    gtk_box_remove (GTK_BOX (box), child);
}

static GtkWidget *
new_label (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  return label;
}

/* One label for all of them, an entry a line. */
static char *
dup_members (RtClashCard *self)
{
  RtPlan *plan = rt_session_get_plan (self->session);
  g_autoptr (GString) list = g_string_new (NULL);
  guint n = rt_clash_get_n (self->clash);

  for (guint i = 0; i < MIN (n, MOST_MEMBERS); i++)
    {
      g_autofree char *words = rt_clash_dup_member (self->clash, plan, i);

      g_string_append_printf (list, "%s• %s", i > 0 ? "\n" : "", words);
    }
  if (n > MOST_MEMBERS)
    {
      g_string_append_c (list, '\n');
      g_string_append_printf (list, ngettext ("and %u more", "and %u more", n - MOST_MEMBERS),
                              n - MOST_MEMBERS);
    }
  return g_strdup (list->str);
}

static void
add_way (RtClashCard *self, guint i)
{
  g_autofree char *words = rt_clash_dup_way (self->clash, rt_session_get_plan (self->session), i);
  GtkWidget *button = gtk_button_new (), *label = new_label (words);

  gtk_widget_add_css_class (label, "body");
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "clash.give-up");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "u", i);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words,
                                  -1);
  gtk_box_append (GTK_BOX (self->ways), button);
}

static const char *
title_words (RtClash *clash)
{
  if (rt_clash_get_result (clash) == RT_CLASH_NOT_KEPT)
    return _("These rules were not kept together");
  return rt_clash_get_n (clash) == 1 ? _("This cannot be kept")
                                     : _("These rules cannot all be kept");
}

static void
show_clash (RtClashCard *self)
{
  guint n = self->clash != NULL ? rt_clash_get_n (self->clash) : 0;
  g_autofree char *members = NULL;

  clear (self->ways);
  gtk_widget_set_visible (GTK_WIDGET (self), n > 0);
  if (n == 0)
    return;
  gtk_label_set_text (GTK_LABEL (self->title), title_words (self->clash));
  members = dup_members (self);
  gtk_label_set_text (GTK_LABEL (self->members), members);
  for (guint i = 0; i < MIN (rt_clash_get_n_ways (self->clash), MOST_WAYS); i++)
    add_way (self, i);
}

static void
forget (RtClashCard *self)
{
  g_clear_handle_id (&self->timer, g_source_remove);
  if (self->asking != NULL)
    rt_clash_stop (self->asking);
  g_clear_object (&self->asking);
  g_clear_object (&self->clash);
}

static void
ask_thread (GTask *task, gpointer source, gpointer clash, GCancellable *cancellable)
{
  guint64 *tries = g_object_get_data (G_OBJECT (task), "rt-tries");

  rt_clash_run (clash, *tries);
  g_task_return_boolean (task, TRUE);
}

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  RtClashCard *self = RT_CLASH_CARD (source);
  RtClash *clash = g_task_get_task_data (G_TASK (result));

  /* Another question has been asked since. */
  if (self->asking != clash)
    return;
  g_clear_object (&self->asking);
  g_set_object (&self->clash, clash);
  show_clash (self);
}

/* A plan that nobody has arranged breaks rules without having tried: then only proofs count. */
static guint64
tries_for (RtClashCard *self)
{
  RtPlan *plan = rt_session_get_plan (self->session);
  const RtMeasures *measures = rt_session_get_measures (self->session);
  gsize seats = (gsize) rt_plan_get_n (plan, RT_PART_PEOPLE) * rt_plan_get_n (plan, RT_PART_ROUNDS);

  return rt_measures_find (measures, "unseated")->found == 0 && seats <= MOST_SEATS_SEARCHED
             ? RT_CLASH_TRIES
             : 0;
}

static gboolean
ask_cb (gpointer data)
{
  RtClashCard *self = data;
  RtPlan *plan = rt_session_get_plan (self->session);
  g_autoptr (GTask) task = g_task_new (self, NULL, answered_cb, NULL);
  guint64 tries = tries_for (self);

  self->timer = 0;
  self->asking = rt_clash_new (plan);
  self->serial = rt_plan_get_serial (plan);
  g_task_set_task_data (task, g_object_ref (self->asking), g_object_unref);
  g_object_set_data_full (G_OBJECT (task), "rt-tries", g_memdup2 (&tries, sizeof tries), g_free);
  g_task_run_in_thread (task, ask_thread);
  return G_SOURCE_REMOVE;
}

static void
update (RtClashCard *self)
{
  forget (self);
  show_clash (self);
  if (!rt_session_get_measures (self->session)->must_kept
      && !rt_session_is_arranging (self->session, NULL))
    self->timer = g_timeout_add (ASK_AFTER, ask_cb, self);
}

static void
give_up_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RtClashCard *self = RT_CLASH_CARD (widget);
  RtPlan *plan = rt_session_get_plan (self->session);
  GError *error = NULL;
  RtChange *change;

  if (self->clash == NULL || self->serial != rt_plan_get_serial (plan))
    return;
  change = rt_clash_dup_change (self->clash, plan, g_variant_get_uint32 (parameter), &error);
  if (change != NULL)
    {
      g_autofree char *label = g_strdup (rt_change_get_label (change));

      if (rt_session_do (self->session, change, NULL))
        rt_session_tell (self->session, label, TRUE);
    }
  else
    rt_session_do (self->session, NULL, &error);
}

static void
rt_clash_card_dispose (GObject *object)
{
  RtClashCard *self = RT_CLASH_CARD (object);

  rt_clash_card_set_session (self, NULL);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  G_OBJECT_CLASS (rt_clash_card_parent_class)->dispose (object);
}

static void
rt_clash_card_class_init (RtClashCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rt_clash_card_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/rotunda_app/Rotunda/ui/rt-clash-card.ui");
  gtk_widget_class_bind_template_child (widget_class, RtClashCard, box);
  gtk_widget_class_bind_template_child (widget_class, RtClashCard, title);
  gtk_widget_class_bind_template_child (widget_class, RtClashCard, members);
  gtk_widget_class_bind_template_child (widget_class, RtClashCard, ways);
  gtk_widget_class_install_action (widget_class, "clash.give-up", "u", give_up_action);
}

static void
rt_clash_card_init (RtClashCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

void
rt_clash_card_set_session (RtClashCard *self, RtSession *session)
{
  if (!rt_session_set (&self->session, session, self))
    return;
  forget (self);
  if (session == NULL)
    return;
  g_signal_connect_object (session, "measures-changed", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::arranging", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  update (self);
}
