/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#include "rt-tray.h"

#include <glib/gi18n-lib.h>

#include "rt-flow-guard.h"
#include "rt-price-bubble.h"
#include "rt-slip-drag.h"
#include "rt-slip-move.h"
#include "rt-slip.h"

#define MOST_SLIPS 120 /* more are counted, not shown */
#define MOST_SEATED_AT_ONCE 12
#define ONE_LINE 46
#define TWO_LINES 92

struct _RtTray {
  GtkWidget parent_instance;

  RtSession *session;
  GPtrArray *unseated; /* of RtId */
  RtId found;          /* shown even where there are too many to show all */
  gboolean compact, narrow;

  GtkWidget *popover, *bubble; /* what a drop here would do */
  char *over;                  /* whose slips hang over it */
  gboolean may_drop, drop_all;

  GtkWidget *head, *count_box, *count, *where, *nobody, *nobody_label, *scroller, *more, *seat;
  GtkWidget *over_box, *over_lock, *over_label, *open; /* the round in hand is history */
  GtkFlowBox *slips;
};

G_DEFINE_FINAL_TYPE (RtTray, rt_tray, GTK_TYPE_WIDGET)

static guint left_signal;

static void
find_unseated (RtTray *self)
{
  RtPlan *plan = rt_session_get_shown_plan (self->session);
  g_autoptr (RtRoll) roll = rt_roll_new (plan);
  guint round = rt_session_get_round (self->session);

  g_ptr_array_set_size (self->unseated, 0);
  for (guint i = 0; round < roll->n_rounds && i < roll->n_people; i++)
    if (roll->attends[round * roll->n_people + i] && roll->table[round * roll->n_people + i] < 0)
      g_ptr_array_add (self->unseated, (gpointer) rt_plan_get_person (plan, i)->parent.id);
}

static void
show_slips (RtTray *self)
{
  g_autoptr (GPtrArray) shown = g_ptr_array_new ();
  guint n = MIN (self->unseated->len, MOST_SLIPS), found;
  g_autofree char *more = g_strdup_printf (ngettext ("%u more", "%u more", self->unseated->len - n),
                                           self->unseated->len - n);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (shown, g_ptr_array_index (self->unseated, i));
  if (g_ptr_array_find (self->unseated, self->found, &found) && found >= n)
    shown->pdata[n - 1] = (gpointer) self->found;
  rt_slips_fill (self->slips, self->session, shown, NULL);
  rt_slips_shorten (self->slips);
  gtk_label_set_text (GTK_LABEL (self->more), more);
  gtk_widget_set_visible (self->more, self->unseated->len > n);
}

/* Else the focus would go on to whatever comes next in the window, such as a toast's button. */
static void
keep_focus (RtTray *self, RtId person)
{
  GtkWidget *slip = person != NULL ? rt_slips_find (self->slips, person) : NULL;

  if (person == rt_slips_get_focused (self->slips))
    return;
  if (slip != NULL)
    gtk_widget_grab_focus (slip);
  else
    g_signal_emit (self, left_signal, 0, person);
}

/* Why nobody can be moved, and the way to change that. */
static gboolean
show_over (RtTray *self)
{
  RtPlan *plan = rt_session_get_plan (self->session);
  guint round = rt_session_get_round (self->session);
  const RtRound *record
      = round < rt_plan_get_n (plan, RT_PART_ROUNDS) ? rt_plan_get_round (plan, round) : NULL;
  gboolean over = record != NULL && record->done == 1;
  g_autofree char *words = g_strdup_printf (_("Round %u is over"), round + 1);

  gtk_label_set_text (GTK_LABEL (self->over_label), words);
  gtk_widget_set_visible (self->over_label, !self->narrow);
  gtk_widget_set_visible (self->over_lock, !self->narrow);
  gtk_widget_set_visible (self->over_box, over);
  if (!over)
    return FALSE;
  /* The name comes last: an action without its target is warned of, even for a moment. */
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->open), "(sb)", record->parent.id, FALSE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->open), "plan.set-over");
  return TRUE;
}

static void
update (RtTray *self)
{
  guint round = rt_session_get_round (self->session);
  g_autofree char *where = NULL, *nobody = NULL, *count = NULL, *words = NULL;
  gboolean over = show_over (self);
  RtId focused = rt_slips_get_focused (self->slips);
  guint n;

  find_unseated (self);
  n = self->unseated->len;
  where = g_strdup_printf (_("in round %u"), round + 1);
  nobody = g_strdup_printf (_("Nobody in round %u"), round + 1);
  count = g_strdup_printf ("%u", n);
  words = g_strdup_printf (
      ngettext ("%u person has no seat in round %u", "%u people have no seat in round %u", n), n,
      round + 1);
  gtk_label_set_text (GTK_LABEL (self->count), count);
  gtk_label_set_text (GTK_LABEL (self->where), where);
  gtk_label_set_text (GTK_LABEL (self->nobody_label), nobody);
  gtk_widget_set_visible (self->count_box, n > 0);
  gtk_widget_set_visible (self->where, n > 0 && !self->narrow);
  gtk_widget_set_visible (self->nobody, n == 0);
  gtk_widget_set_visible (self->scroller, n > 0);
  gtk_widget_set_visible (self->seat,
                          !over && n > 0 && n <= MOST_SEATED_AT_ONCE && !self->narrow);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  n > 0 ? words : nobody, -1);
  show_slips (self);
  keep_focus (self, focused);
}

/* All of them in one undoable step, each where it costs least after the one before. */
static void
seat_cb (RtTray *self)
{
  g_autoptr (GPtrArray) people = g_ptr_array_copy (self->unseated, NULL, NULL);
  RtId round = rt_session_get_round_id (self->session);
  gboolean focused = gtk_widget_has_focus (self->seat);

  if (people->len > 1)
    rt_session_begin_group (self->session, _("Seat Everybody"));
  for (guint i = 0; i < people->len; i++)
    gtk_widget_activate_action (GTK_WIDGET (self), "plan.seat-best", "(ss)", round,
                                g_ptr_array_index (people, i));
  if (people->len > 1)
    rt_session_end_group (self->session, TRUE);
  if (focused && !gtk_widget_get_visible (self->seat))
    g_signal_emit (self, left_signal, 0, g_ptr_array_index (people, 0));
}

/* What dropping @people here means, unless none of them has a seat to lose. */
static gboolean
move_here (RtTray *self, const RtId *people, guint n, gboolean all, RtSlipMove *move)
{
  *move = (RtSlipMove) { .session = self->session,
                         .people = people,
                         .n_people = n,
                         .all = all,
                         .target = RT_SLIP_TO_TRAY,
                         .chair = -1 };
  for (guint i = 0; i < n; i++)
    if (all || !g_ptr_array_find (self->unseated, people[i], NULL))
      return TRUE;
  return FALSE;
}

static void
hide_bubble (RtTray *self)
{
  g_clear_pointer (&self->over, g_free);
  gtk_popover_popdown (GTK_POPOVER (self->popover));
}

/* The price is counted once for each drag that comes by, not for each movement. */
static gboolean
show_bubble (RtTray *self, const RtSlipMove *move, const char *over)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RtChange) change = NULL;
  g_autofree char *title = NULL;

  if (g_strcmp0 (over, self->over) == 0)
    return self->may_drop;
  g_free (self->over);
  self->over = g_strdup (over);
  change = rt_slip_move_make (move, &error);
  title = rt_slip_move_dup_title (move);
  self->may_drop = rt_price_bubble_tell (self->bubble, rt_session_get_plan (self->session), change,
                                         error, title);
  gtk_popover_popup (GTK_POPOVER (self->popover));
  return self->may_drop;
}

static GdkDragAction
motion_cb (GtkDropTarget *target, double x, double y, RtTray *self)
{
  const GValue *value = gtk_drop_target_get_value (target);
  guint n;
  g_autofree RtId *people = rt_slip_drag_dup_people (value, &n);
  gboolean all = rt_slip_drag_is_for_all (target);
  g_autofree char *over = NULL;
  RtSlipMove move;

  if (n == 0 || self->session == NULL || !move_here (self, people, n, all, &move))
    return 0;
  self->drop_all = all;
  over = g_strdup_printf ("%d %s", all, g_value_get_string (value));
  if (!show_bubble (self, &move, over))
    return 0;
  return all ? GDK_ACTION_COPY : GDK_ACTION_MOVE;
}

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, RtTray *self)
{
  guint n;
  g_autofree RtId *people = rt_slip_drag_dup_people (value, &n);
  RtSlipMove move;

  hide_bubble (self);
  if (n == 0 || self->session == NULL || !move_here (self, people, n, self->drop_all, &move))
    return FALSE;
  rt_slip_move_activate (&move, GTK_WIDGET (self));
  return TRUE;
}

static void
leave_cb (GtkDropTarget *target, RtTray *self)
{
  hide_bubble (self);
}

static void
rt_tray_dispose (GObject *object)
{
  RtTray *self = RT_TRAY (object);
  GtkWidget *child;

  rt_tray_set_session (self, NULL);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->unseated, g_ptr_array_unref);
  g_clear_pointer (&self->over, g_free);
  G_OBJECT_CLASS (rt_tray_parent_class)->dispose (object);
}

static void
rt_tray_class_init (RtTrayClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rt_tray_dispose;
  left_signal = g_signal_new ("left", RT_TYPE_TRAY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                              G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/rotunda_app/Rotunda/ui/rt-tray.ui");
  gtk_widget_class_bind_template_child (widget_class, RtTray, head);
  gtk_widget_class_bind_template_child (widget_class, RtTray, count_box);
  gtk_widget_class_bind_template_child (widget_class, RtTray, count);
  gtk_widget_class_bind_template_child (widget_class, RtTray, where);
  gtk_widget_class_bind_template_child (widget_class, RtTray, nobody);
  gtk_widget_class_bind_template_child (widget_class, RtTray, nobody_label);
  gtk_widget_class_bind_template_child (widget_class, RtTray, scroller);
  gtk_widget_class_bind_template_child (widget_class, RtTray, more);
  gtk_widget_class_bind_template_child (widget_class, RtTray, seat);
  gtk_widget_class_bind_template_child (widget_class, RtTray, over_box);
  gtk_widget_class_bind_template_child (widget_class, RtTray, over_lock);
  gtk_widget_class_bind_template_child (widget_class, RtTray, over_label);
  gtk_widget_class_bind_template_child (widget_class, RtTray, open);
  gtk_widget_class_bind_template_child (widget_class, RtTray, slips);
  gtk_widget_class_bind_template_callback (widget_class, seat_cb);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
rt_tray_init (RtTray *self)
{
  GtkDropTarget *target = rt_slip_drag_new_target ();

  self->unseated = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  rt_flow_guard (self->slips);
  /* In two lines where large text has no room for one. */
  gtk_label_set_wrap (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (self->open))), TRUE);
  gtk_label_set_justify (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (self->open))),
                         GTK_JUSTIFY_CENTER);
  g_signal_connect (target, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), self);
  g_signal_connect (target, "leave", G_CALLBACK (leave_cb), self);
  self->bubble = rt_price_bubble_new ();
  self->popover = rt_price_bubble_new_popover (GTK_WIDGET (self), self->bubble, GTK_POS_TOP);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

void
rt_tray_set_session (RtTray *self, RtSession *session)
{
  if (!rt_session_set (&self->session, session, self) || session == NULL)
    return;
  g_signal_connect_object (session, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "shown-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::round", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

void
rt_tray_set_width_class (RtTray *self, RtWidthClass width_class)
{
  self->compact = width_class != RT_WIDTH_WIDE;
  self->narrow = width_class == RT_WIDTH_NARROW;
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (self->scroller),
                                              self->compact ? ONE_LINE : TWO_LINES);
  if (self->session != NULL)
    update (self);
}

const GPtrArray *
rt_tray_get_unseated (RtTray *self)
{
  return self->unseated;
}

gboolean
rt_tray_reveal (RtTray *self, RtId person)
{
  GtkWidget *slip;

  if (!g_ptr_array_find (self->unseated, person, NULL))
    return FALSE;
  self->found = person;
  show_slips (self);
  slip = rt_slips_find (self->slips, person);
  gtk_widget_grab_focus (slip);
  gtk_widget_activate_action (slip, "plan.select-table", "s", "");
  gtk_widget_activate_action (slip, "plan.select-person", "s", person);
  return TRUE;
}
