/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "rt-agenda-window.h"

#include <glib/gi18n-lib.h>

#include "rt-agenda-dialog.h"
#include "rt-agenda-row.h"
#include "rt-child-window.h"
#include "rt-edit.h"

#define NARROW_BELOW 600 /* px: from here on the buttons of a row stand beside its words */

struct _RtAgendaWindow
{
  RtOrderWindow parent_instance;

  GArray *lines; /* of RtAgendaLine, one per row */
  GPtrArray *conflicts;

  GtkWidget *start_list;
  GtkEditable *start_row;
  GtkLabel *end_label;
};

G_DEFINE_FINAL_TYPE (RtAgendaWindow, rt_agenda_window, RT_TYPE_ORDER_WINDOW)

static RtPlan *
get_plan (RtAgendaWindow *self)
{
  return rt_order_window_get_plan (RT_ORDER_WINDOW (self));
}

static gboolean
do_change (RtAgendaWindow *self, RtChange *change, GError **error)
{
  return rt_session_do (rt_order_window_get_session (RT_ORDER_WINDOW (self)), change, error);
}

static const RtAgendaLine *
get_line (RtAgendaWindow *self, guint index)
{
  return &g_array_index (self->lines, RtAgendaLine, index);
}

/* What people ask for. */

static RtChange *
step_line (RtAgendaWindow *self, guint index, int step)
{
  const RtAgendaLine *line = get_line (self, index);

  return line->round ? rt_edit_move_round (get_plan (self), line->round, step, NULL)
                     : rt_edit_step_session (get_plan (self), line->session, step, NULL);
}

static gboolean
can_move (RtAgendaWindow *self, guint index, int step)
{
  g_autoptr (RtChange) change = step_line (self, index, step);

  return change != NULL;
}

static void
move_by (RtOrderWindow *window, guint index, int step)
{
  RtAgendaWindow *self = RT_AGENDA_WINDOW (window);
  RtChange *change = step_line (self, index, step);

  /* At either end there is nothing to do, and nothing to say. */
  if (change)
    do_change (self, change, NULL);
}

/* How many seats go with these rounds; only of guests, the hosts have theirs from the start. */
static guint
count_seats (RtAgendaWindow *self, const RtId *rounds, guint n)
{
  guint seats = 0;

  for (guint i = 0; i < n; i++)
    seats += rt_seating_n_people (rt_plan_find_round (get_plan (self), rounds[i])->seating);
  return seats;
}

static void
remove_line (RtOrderWindow *window, guint index)
{
  RtAgendaWindow *self = RT_AGENDA_WINDOW (window);
  const RtAgendaLine *line = get_line (self, index);
  RtPlan *plan = get_plan (self);
  const RtAgendaItem *item
      = line->session ? rt_plan_find (plan, RT_PART_AGENDA, line->session, NULL) : NULL;
  guint seats = line->round ? count_seats (self, &line->round, 1)
                            : count_seats (self, item->rounds, rt_ids_length (item->rounds));
  GError *error = NULL;
  RtChange *change = line->round
                         ? rt_edit_remove (plan, NULL, RT_PART_ROUNDS, &line->round, 1, &error)
                         : rt_edit_remove_session (plan, line->session, &error);
  g_autofree char *label = change ? g_strdup (rt_change_get_label (change)) : NULL;

  if (do_change (self, change, &error) && seats > 0)
    {
      g_autofree char *message
          /* Translators: "Remove Round 2: 40 seats went with it" */
          = g_strdup_printf (
              ngettext ("%s: %u seat went with it", "%s: %u seats went with it", seats), label,
              seats);

      rt_order_window_say (window, message, TRUE);
    }
}

static void
set_minutes (RtOrderWindow *window, guint index, guint minutes)
{
  RtAgendaWindow *self = RT_AGENDA_WINDOW (window);
  const RtAgendaLine *line = get_line (self, index);
  RtPlan *plan = get_plan (self);
  GError *error = NULL;
  RtChange *change;

  if (line->round)
    {
      g_autoptr (RtRound) round = rt_record_copy (rt_plan_find_round (plan, line->round));

      round->minutes = (int) minutes;
      change = rt_edit_change_round (plan, round, &error);
    }
  else
    {
      g_autoptr (RtAgendaItem) item
          = rt_record_copy (rt_plan_find (plan, RT_PART_AGENDA, line->session, NULL));

      item->minutes = (int) minutes;
      change = rt_edit_change_session (plan, item, &error);
    }
  do_change (self, change, &error);
}

static gboolean
is_of_rounds (RtPlan *plan, RtId session)
{
  const RtAgendaItem *item = rt_plan_find (plan, RT_PART_AGENDA, session, NULL);

  return item->kind == RT_SESSION_ROUNDS;
}

/* A row was dropped on another: it takes its place. */
static void
place (RtOrderWindow *window, guint from, guint to)
{
  RtAgendaWindow *self = RT_AGENDA_WINDOW (window);
  const RtAgendaLine *moved = get_line (self, from), *target = get_line (self, to);
  RtPlan *plan = get_plan (self);
  GError *error = NULL;
  RtChange *change;

  if (moved->round && target->session)
    change = rt_edit_place_round (plan, moved->round, target->session, target->round, &error);
  else if (moved->round)
    change = rt_edit_reorder (plan, _("Move a Round"), RT_PART_ROUNDS, moved->round,
                              rt_plan_index_of (plan, RT_PART_ROUNDS, target->round), &error);
  else if (target->session == NULL || target->session == moved->session)
    return;
  else if (target->round && !is_of_rounds (plan, moved->session))
    change = rt_edit_place_session (plan, moved->session, target->round, &error);
  else
    change = rt_edit_move_session (plan, moved->session,
                                   rt_plan_index_of (plan, RT_PART_AGENDA, target->session),
                                   &error);
  do_change (self, change, &error);
}

static void
open_line (RtOrderWindow *window, guint index)
{
  const RtAgendaLine *line = get_line (RT_AGENDA_WINDOW (window), index);

  rt_child_window_show (rt_agenda_dialog_new (rt_order_window_get_session (window),
                                              line->session, line->round),
                        GTK_WINDOW (window));
}

static void
start_cb (RtAgendaWindow *self)
{
  g_autofree char *text = rt_tidy (gtk_editable_get_text (self->start_row));
  const char *start = rt_plan_get_event (get_plan (self))->start;
  g_autoptr (GError) error = NULL;
  RtChange *change;

  if (g_strcmp0 (text, start ? start : "") == 0)
    return;
  change = rt_edit_set_start (get_plan (self), text, &error);
  if (change)
    do_change (self, change, NULL);
  else
    rt_order_window_say (RT_ORDER_WINDOW (self), error->message, FALSE);
}

/* Rows. */

static guint
refresh (RtOrderWindow *window)
{
  RtAgendaWindow *self = RT_AGENDA_WINDOW (window);

  g_clear_pointer (&self->lines, g_array_unref);
  g_clear_pointer (&self->conflicts, g_ptr_array_unref);
  self->lines = rt_agenda_list (get_plan (self));
  self->conflicts = rt_agenda_find_conflicts (get_plan (self));
  return self->lines->len;
}

static RtId
get_id (RtOrderWindow *window, guint index)
{
  const RtAgendaLine *line = get_line (RT_AGENDA_WINDOW (window), index);

  return line->round ? line->round : line->session;
}

static GtkWidget *
new_row (RtOrderWindow *window)
{
  return rt_agenda_row_new ();
}

static void
update_row (RtOrderWindow *window, GtkListBoxRow *row, guint index)
{
  RtAgendaWindow *self = RT_AGENDA_WINDOW (window);

  rt_agenda_row_update (RT_AGENDA_ROW (row), get_plan (self), get_line (self, index),
                        self->conflicts);
  rt_order_controls_set_can_move (rt_order_controls_of (row), can_move (self, index, -1),
                                  can_move (self, index, 1));
}

/* When the day ends, or why that is not known. */
static void
update_end (RtAgendaWindow *self)
{
  int end = -1;
  g_autofree char *words = NULL;

  for (guint i = 0; i < self->lines->len; i++)
    end = MAX (end, get_line (self, i)->end);
  if (self->lines->len == 0)
    words = g_strdup ("");
  else if (end < 0)
    words = g_strdup (_("With a start, every session has its clock time."));
  else
    /* Translators: a clock time */
    words = g_strdup_printf (_("Ends at %02d:%02d"), end / 60 % 24, end % 60);
  gtk_label_set_text (self->end_label, words);
}

static void
updated (RtOrderWindow *window, gboolean fixed)
{
  RtAgendaWindow *self = RT_AGENDA_WINDOW (window);
  const char *start = rt_plan_get_event (get_plan (self))->start;

  update_end (self);
  if (!g_str_equal (gtk_editable_get_text (self->start_row), start ? start : ""))
    gtk_editable_set_text (self->start_row, start ? start : "");
  gtk_widget_set_sensitive (self->start_list, !fixed);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "agenda.add", !fixed);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "agenda.add-round", !fixed);
}

/* Actions. */

static void
focus_last (RtAgendaWindow *self, RtPart part)
{
  guint last = rt_plan_get_n (get_plan (self), part) - 1;
  const RtRecord *record = rt_plan_get (get_plan (self), part, last);

  rt_order_window_update (RT_ORDER_WINDOW (self));
  rt_order_window_focus_row (RT_ORDER_WINDOW (self), record->id);
}

static void
add_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RtAgendaWindow *self = RT_AGENDA_WINDOW (widget);
  GError *error = NULL;
  RtChange *change = rt_edit_add_session (
      get_plan (self), (RtSessionKind) g_variant_get_int32 (parameter), &error);

  if (do_change (self, change, &error))
    focus_last (self, RT_PART_AGENDA);
}

/* One more round in the last session of rounds. */
static void
add_round_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RtAgendaWindow *self = RT_AGENDA_WINDOW (widget);
  RtPlan *plan = get_plan (self);
  RtId session = NULL;
  GError *error = NULL;

  for (guint i = 0; i < rt_plan_get_n (plan, RT_PART_AGENDA); i++)
    {
      const RtAgendaItem *item = rt_plan_get (plan, RT_PART_AGENDA, i);

      if (item->kind == RT_SESSION_ROUNDS)
        session = item->parent.id;
    }
  if (do_change (self, rt_edit_add_round_to (plan, session, &error), &error))
    focus_last (self, RT_PART_ROUNDS);
}

static void
rt_agenda_window_finalize (GObject *object)
{
  RtAgendaWindow *self = RT_AGENDA_WINDOW (object);

  g_clear_pointer (&self->lines, g_array_unref);
  g_clear_pointer (&self->conflicts, g_ptr_array_unref);
  G_OBJECT_CLASS (rt_agenda_window_parent_class)->finalize (object);
}

static void
rt_agenda_window_class_init (RtAgendaWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  RtOrderWindowClass *order_class = RT_ORDER_WINDOW_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = rt_agenda_window_finalize;
  order_class->narrow_below = NARROW_BELOW;
  order_class->refresh = refresh;
  order_class->get_id = get_id;
  order_class->new_row = new_row;
  order_class->update_row = update_row;
  order_class->updated = updated;
  order_class->open = open_line;
  order_class->move_by = move_by;
  order_class->place = place;
  order_class->set = set_minutes;
  order_class->remove = remove_line;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/rotunda_app/Rotunda/ui/rt-agenda-window.ui");
  gtk_widget_class_bind_template_child (widget_class, RtAgendaWindow, start_list);
  gtk_widget_class_bind_template_child (widget_class, RtAgendaWindow, start_row);
  gtk_widget_class_bind_template_child (widget_class, RtAgendaWindow, end_label);
  gtk_widget_class_bind_template_callback (widget_class, start_cb);
  gtk_widget_class_install_action (widget_class, "agenda.add", "i", add_action);
  gtk_widget_class_install_action (widget_class, "agenda.add-round", NULL, add_round_action);
}

static void
rt_agenda_window_init (RtAgendaWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
rt_agenda_window_new (RtSession *session)
{
  RtOrderWindow *self = g_object_new (RT_TYPE_AGENDA_WINDOW, NULL);

  rt_order_window_set_session (self, session, "changed");
  return GTK_WIDGET (self);
}
