/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#include "rt-alternatives-dialog.h"

#include <glib/gi18n-lib.h>

#include "rt-alternatives.h"
#include "rt-alternative-view.h"
#include "rt-child-window.h"
#include "rt-measures-card.h"
#include "rt-measures-panel.h"
#include "rt-row-layout.h"

#define MOST_THREADS 4
#define NEWS_EVERY 250 /* ms */
#define NARROW 640

struct _RtAlternativesDialog {
  AdwWindow parent_instance;

  RtSession *session;
  RtAlternatives *all;
  GCancellable *closed;
  double seconds; /* of each */
  gint64 since;   /* when the one that is worked on began */
  guint shown, timer;

  guint looked_at; /* the one in the view */

  GtkWidget *progress, *working, *bar, *cards;
  GtkWidget *cancel, *back, *take, *choice;
  GtkStack *pages;
  RtAlternativeView *view;
};

G_DEFINE_FINAL_TYPE (RtAlternativesDialog, rt_alternatives_dialog, ADW_TYPE_WINDOW)

static void
take (RtAlternativesDialog *self, guint i)
{
  /* The change closes the dialog, because what it says no longer holds. */
  g_autoptr (RtAlternativesDialog) keep = g_object_ref (self);
  g_autoptr (RtSession) session = g_object_ref (self->session);
  g_autofree char *message = g_strdup_printf (_("Alternative %u is the seating now."), i + 1);

  if (self->all == NULL || i >= rt_alternatives_get_n (self->all))
    return;
  if (rt_session_do (session, rt_change_ref (rt_alternatives_get (self->all, i)->change), NULL))
    rt_session_tell (session, message, TRUE);
}

static void
take_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  take (RT_ALTERNATIVES_DIALOG (widget), g_variant_get_uint32 (parameter));
}

/* One of them, before it is taken. */

static gboolean
is_looking (RtAlternativesDialog *self)
{
  return gtk_stack_get_visible_child (self->pages) == GTK_WIDGET (self->view);
}

static void
show_page (RtAlternativesDialog *self, GtkWidget *page, const char *title)
{
  gboolean looking = page == GTK_WIDGET (self->view);

  gtk_stack_set_visible_child (self->pages, page);
  gtk_widget_set_visible (self->cancel, !looking);
  gtk_widget_set_visible (self->back, looking);
  gtk_widget_set_visible (self->take, looking);
  gtk_window_set_title (GTK_WINDOW (self), title);
}

static void
name_take (GtkWidget *button, guint i)
{
  g_autofree char *spoken = g_strdup_printf (_("Take Alternative %u"), i + 1);

  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "u", i);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "alternatives.take");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken,
                                  -1);
}

static void
look_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RtAlternativesDialog *self = RT_ALTERNATIVES_DIALOG (widget);
  guint i = g_variant_get_uint32 (parameter);
  g_autofree char *title = g_strdup_printf (_("Alternative %u"), i + 1);

  if (self->all == NULL || i >= rt_alternatives_get_n (self->all))
    return;
  self->looked_at = i;
  rt_alternative_view_show (self->view, rt_session_get_plan (self->session),
                            rt_alternatives_get (self->all, i)->change);
  name_take (self->take, i);
  show_page (self, GTK_WIDGET (self->view), title);
  /* What had the focus is hidden now, and nothing comes before the first round. */
  gtk_window_set_focus (GTK_WINDOW (self), NULL);
  gtk_widget_child_focus (GTK_WIDGET (self->view), GTK_DIR_TAB_FORWARD);
}

static GtkWidget *
find_action (GtkWidget *widget, const char *name, guint i)
{
  GtkWidget *found = NULL;

  if (GTK_IS_BUTTON (widget)
      && g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (widget)), name) == 0
      && g_variant_get_uint32 (gtk_actionable_get_action_target_value (GTK_ACTIONABLE (widget)))
             == i)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_action (child, name, i);
  return found;
}

/* Back from one to all of them, and from all of them to the plan. */
static void
back_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RtAlternativesDialog *self = RT_ALTERNATIVES_DIALOG (widget);
  GtkWidget *look;

  if (!is_looking (self))
    {
      gtk_window_close (GTK_WINDOW (self));
      return;
    }
  show_page (self, self->choice, _("Three Alternatives"));
  look = find_action (self->cards, "alternatives.look", self->looked_at);
  if (look != NULL)
    gtk_widget_grab_focus (look);
}

/* Cards. */

static void
add_elsewhere (GtkWidget *card, int n)
{
  g_autofree char *number = g_strdup_printf ("%d", n);

  rt_measures_card_add (card, _("Sit elsewhere"), _("than now, in some round"), number, NULL);
}

/* Above the measures: the end of the list of measures may have to be scrolled to. */
static GtkWidget *
add_buttons (GtkWidget *card, GtkWidget **look, GtkWidget **take)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_widget_set_layout_manager (box, rt_row_layout_new ());
  *look = gtk_button_new_with_mnemonic (_("_Look"));
  *take = gtk_button_new_with_mnemonic (_("_Take This"));
  gtk_box_append (GTK_BOX (box), *look);
  gtk_box_append (GTK_BOX (box), *take);
  gtk_box_insert_child_after (GTK_BOX (card), box, gtk_widget_get_first_child (card));
  return box;
}

static void
add_choice (GtkWidget *card, guint i)
{
  g_autofree char *spoken = g_strdup_printf (_("Look at Alternative %u"), i + 1);
  GtkWidget *look, *take;

  add_buttons (card, &look, &take);
  name_take (take, i);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (look), "u", i);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (look), "alternatives.look");
  gtk_accessible_update_property (GTK_ACCESSIBLE (look), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

/* What is now has nothing to take, but its measures stand beside those of the others. */
static void
add_gap (RtAlternativesDialog *self, GtkWidget *card)
{
  GtkWidget *look, *take, *gap = add_buttons (card, &look, &take);

  gtk_widget_set_opacity (gap, 0.0);
  gtk_widget_set_sensitive (gap, FALSE);
  gtk_accessible_update_state (GTK_ACCESSIBLE (look), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (take), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  /* Only while the cards stand side by side. */
  g_object_bind_property (self->cards, "homogeneous", gap, "visible", G_BINDING_SYNC_CREATE);
}

static void
fill_cards (RtAlternativesDialog *self)
{
  guint n = rt_alternatives_get_n (self->all);
  gboolean arranged = !rt_measures_panel_is_unarranged (self->session);
  const RtMeasures *beside[RT_N_ALTERNATIVES + 1] = { NULL };
  GtkWidget *card;

  while ((card = gtk_widget_get_first_child (self->cards)) != NULL)
    gtk_box_remove (GTK_BOX (self->cards), card);
  for (guint i = 0; i < n; i++)
    beside[i] = rt_alternatives_get (self->all, i)->measures;
  if (arranged)
    {
      beside[RT_N_ALTERNATIVES] = rt_session_get_measures (self->session);
      card = rt_measures_card_new (_("As It Is Now"));
      rt_measures_card_fill (card, beside[RT_N_ALTERNATIVES], beside, G_N_ELEMENTS (beside));
      add_gap (self, card);
      gtk_box_append (GTK_BOX (self->cards), card);
    }
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *title = g_strdup_printf (_("Alternative %u"), i + 1);

      card = rt_measures_card_new (title);
      rt_measures_card_fill (card, beside[i], beside, G_N_ELEMENTS (beside));
      if (arranged)
        add_elsewhere (card, rt_alternatives_get (self->all, i)->elsewhere);
      add_choice (card, i);
      gtk_box_append (GTK_BOX (self->cards), card);
    }
}

static void
width_cb (RtAlternativesDialog *self)
{
  rt_measures_card_lay_out (self->cards, GTK_WINDOW (self));
  rt_alternative_view_set_narrow (self->view,
                                  rt_child_window_get_width (GTK_WINDOW (self)) < NARROW);
}

/* How far it is. */

static gboolean
news_cb (gpointer data)
{
  RtAlternativesDialog *self = data;
  guint n = rt_alternatives_get_n (self->all);
  gint64 now = g_get_monotonic_time ();
  g_autofree char *words = NULL;
  double part;

  if (n != self->shown)
    {
      self->since = now;
      self->shown = n;
      fill_cards (self);
    }
  part = CLAMP ((double) (now - self->since) / G_USEC_PER_SEC / self->seconds, 0, 1);
  words = g_strdup_printf (_("Working on alternative %u of %d"),
                           MIN (n + 1, (guint) RT_N_ALTERNATIVES), RT_N_ALTERNATIVES);
  gtk_label_set_text (GTK_LABEL (self->working), words);
  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (self->bar),
                                 MIN ((n + part) / RT_N_ALTERNATIVES, 1));
  return G_SOURCE_CONTINUE;
}

static void
run_thread (GTask *task, gpointer source, gpointer all, GCancellable *cancellable)
{
  rt_alternatives_run (all);
  g_task_return_boolean (task, TRUE);
}

/* @data: the dialog, unless it has been closed: nothing that works in a thread keeps it. */
static void
ready_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  RtAlternativesDialog *self = data;

  if (g_cancellable_is_cancelled (g_task_get_cancellable (G_TASK (result))))
    return;
  g_clear_handle_id (&self->timer, g_source_remove);
  gtk_widget_set_visible (self->progress, FALSE);
  fill_cards (self);
}

static void
begin (RtAlternativesDialog *self)
{
  g_autoptr (GTask) task = NULL;

  self->closed = g_cancellable_new ();
  task = g_task_new (self->all, self->closed, ready_cb, self);
  self->since = g_get_monotonic_time ();
  fill_cards (self);
  news_cb (self);
  self->timer = g_timeout_add (NEWS_EVERY, news_cb, self);
  g_task_set_task_data (task, g_object_ref (self->all), g_object_unref);
  g_task_run_in_thread (task, run_thread);
}

static void
rt_alternatives_dialog_dispose (GObject *object)
{
  RtAlternativesDialog *self = RT_ALTERNATIVES_DIALOG (object);

  g_clear_handle_id (&self->timer, g_source_remove);
  g_cancellable_cancel (self->closed);
  g_clear_object (&self->closed);
  if (self->all != NULL)
    rt_alternatives_stop (self->all);
  g_clear_object (&self->all);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (rt_alternatives_dialog_parent_class)->dispose (object);
}

static void
rt_alternatives_dialog_class_init (RtAlternativesDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (RT_TYPE_ALTERNATIVE_VIEW);
  G_OBJECT_CLASS (klass)->dispose = rt_alternatives_dialog_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/rotunda_app/Rotunda/ui/rt-alternatives-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, RtAlternativesDialog, progress);
  gtk_widget_class_bind_template_child (widget_class, RtAlternativesDialog, working);
  gtk_widget_class_bind_template_child (widget_class, RtAlternativesDialog, bar);
  gtk_widget_class_bind_template_child (widget_class, RtAlternativesDialog, cards);
  gtk_widget_class_bind_template_child (widget_class, RtAlternativesDialog, cancel);
  gtk_widget_class_bind_template_child (widget_class, RtAlternativesDialog, back);
  gtk_widget_class_bind_template_child (widget_class, RtAlternativesDialog, take);
  gtk_widget_class_bind_template_child (widget_class, RtAlternativesDialog, choice);
  gtk_widget_class_bind_template_child (widget_class, RtAlternativesDialog, pages);
  gtk_widget_class_bind_template_child (widget_class, RtAlternativesDialog, view);
  gtk_widget_class_install_action (widget_class, "alternatives.take", "u", take_action);
  gtk_widget_class_install_action (widget_class, "alternatives.look", "u", look_action);
  gtk_widget_class_install_action (widget_class, "alternatives.back", NULL, back_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "alternatives.back", NULL);
}

static void
rt_alternatives_dialog_init (RtAlternativesDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (self, "notify::default-width", G_CALLBACK (width_cb), NULL);
}

/**
 * rt_alternatives_dialog_new:
 * @parent: the window of the plan
 * @session: the open plan
 * @seconds: the budget of each alternative
 * @error: in words
 *
 * Returns: (transfer none) (nullable): the dialog, to be presented
 */
GtkWindow *
rt_alternatives_dialog_new (GtkWindow *parent, RtSession *session, double seconds, GError **error)
{
  g_autoptr (RtAlternatives) all
      = rt_alternatives_new (rt_session_get_plan (session), seconds,
                             (int) CLAMP (g_get_num_processors (), 1, MOST_THREADS), error);
  RtAlternativesDialog *self;

  if (all == NULL)
    return NULL;
  self = g_object_new (RT_TYPE_ALTERNATIVES_DIALOG, "transient-for", parent, NULL);
  self->session = g_object_ref (session);
  self->all = g_object_ref (all);
  self->seconds = seconds;
  rt_alternative_view_set_round (self->view, rt_session_get_round (session));
  rt_child_window_fit (GTK_WINDOW (self), parent);
  width_cb (self);
  g_signal_connect_object (session, "changed", G_CALLBACK (gtk_window_close), self,
                           G_CONNECT_SWAPPED);
  begin (self);
  return GTK_WINDOW (self);
}
