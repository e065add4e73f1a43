/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#include "rt-slip-move.h"

#include <glib/gi18n-lib.h>

#include "rt-edit.h"

typedef enum {
  MOVE,      /* one person, in the round in hand, to a chair or table */
  SWAP,      /* two */
  HOST,      /* a host to the host's chair of another table */
  SEVERAL,   /* several people, or all rounds, to a table */
  EXCHANGE,  /* two people in all rounds */
  UNSEAT,
  COPY,
} What;

static const RtRound *
get_round (const RtSlipMove *self)
{
  return rt_plan_find_round (rt_session_get_plan (self->session),
                             rt_session_get_round_id (self->session));
}

/* Whether the one who is moved hosts another table in the round in hand. */
static gboolean
is_host_elsewhere (const RtSlipMove *self)
{
  RtPlan *plan = rt_session_get_plan (self->session);
  const RtRoll *roll = rt_session_get_roll (self->session);
  guint person = rt_plan_index_of (plan, RT_PART_PEOPLE, self->people[0]);
  guint row = rt_session_get_round (self->session) * roll->n_tables;

  for (guint t = 0; t < roll->n_tables; t++)
    if (roll->host[row + t] == (int) person)
      return rt_plan_get_table (plan, t)->parent.id != self->table;
  return FALSE;
}

static What
get_what (const RtSlipMove *self)
{
  if (self->target == RT_SLIP_TO_TRAY)
    return UNSEAT;
  if (self->target == RT_SLIP_TO_ROUND)
    return COPY;
  if (self->n_people > 1)
    return SEVERAL;
  if (self->all)
    return self->there != NULL ? EXCHANGE : SEVERAL;
  if (self->chair == 0 && is_host_elsewhere (self))
    return HOST;
  if (self->there != NULL
      && rt_seating_find (get_round (self)->seating, self->people[0], NULL, NULL))
    return SWAP;
  return MOVE;
}

gboolean
rt_slip_move_may_begin (RtSession *session, RtId round)
{
  RtPlan *plan = rt_session_get_plan (session);
  guint index = round != NULL ? rt_plan_index_of (plan, RT_PART_ROUNDS, round)
                              : rt_session_get_round (session);
  const RtRound *record
      = index < rt_plan_get_n (plan, RT_PART_ROUNDS) ? rt_plan_get_round (plan, index) : NULL;
  g_autofree char *name = NULL, *words = NULL;

  if (record == NULL || rt_session_is_arranging (session, NULL))
    return FALSE;
  if (record->done != 1)
    return TRUE;
  name = record->title != NULL ? g_strdup (record->title)
                               : g_strdup_printf (_("Round %u"), index + 1);
  words = g_strdup_printf (_("%s is over and stays as it was."), name);
  rt_session_tell (session, words, FALSE);
  return FALSE;
}

/**
 * rt_slip_move_make:
 *
 * Returns: (transfer full): the change a drop would make; asking for its price is the same code as
 *   making it. %NULL with the reason why not
 */
RtChange *
rt_slip_move_make (const RtSlipMove *self, GError **error)
{
  RtPlan *plan = rt_session_get_plan (self->session);
  RtId round = rt_session_get_round_id (self->session), one = self->people[0];

  switch (get_what (self))
    {
    case SWAP:
      return rt_edit_swap_people (plan, round, one, self->there, error);
    case HOST:
      return rt_edit_set_round_host (plan, round, self->table, one, error);
    case SEVERAL:
      return rt_edit_move_people (plan, self->all ? NULL : round, self->people, self->n_people,
                                  self->table, error);
    case EXCHANGE:
      return rt_edit_swap_everywhere (plan, one, self->there, error);
    case UNSEAT:
      return rt_edit_unseat_people (plan, self->all ? NULL : round, self->people, self->n_people,
                                    error);
    case COPY:
      return rt_edit_copy_places (plan, round, self->round, self->people, self->n_people, error);
    case MOVE:
    default:
      return rt_edit_move_person (plan, round, one, self->table,
                                  self->chair >= 0 ? self->chair : RT_ANY_CHAIR, error);
    }
}

static char *
dup_name (const RtSlipMove *self, RtId person)
{
  const RtPerson *record = rt_plan_find_person (rt_session_get_plan (self->session), person);

  return record != NULL ? rt_person_dup_display (record) : g_strdup ("");
}

/* “Move to Table 3” */
static char *
dup_table_title (const RtSlipMove *self, What what)
{
  RtPlan *plan = rt_session_get_plan (self->session);
  g_autofree char *where = rt_table_dup_display (rt_plan_find_table (plan, self->table));

  if (what == HOST)
    /* Translators: a table */
    return g_strdup_printf (_("Host %s in this round"), where);
  if (self->n_people > 1)
    return g_strdup_printf (self->all ? ngettext ("Move %u person to %s in all rounds",
                                                  "Move %u people to %s in all rounds",
                                                  self->n_people)
                                      : ngettext ("Move %u person to %s", "Move %u people to %s",
                                                  self->n_people),
                            self->n_people, where);
  return g_strdup_printf (self->all ? _("Move to %s in all rounds") : _("Move to %s"), where);
}

/** rt_slip_move_dup_title: Returns: (transfer full): what the drop does */
char *
rt_slip_move_dup_title (const RtSlipMove *self)
{
  RtPlan *plan = rt_session_get_plan (self->session);
  What what = get_what (self);
  g_autofree char *who = NULL;

  if (what == UNSEAT)
    return g_strdup (self->all ? _("Unseat in all rounds") : _("Unseat"));
  if (what == COPY)
    return g_strdup_printf (_("Seat at the same table in round %u"),
                            rt_plan_index_of (plan, RT_PART_ROUNDS, self->round) + 1);
  if (self->there == NULL || what == HOST || what == SEVERAL)
    return dup_table_title (self, what);
  who = dup_name (self, self->there);
  return g_strdup_printf (what == EXCHANGE ? _("Swap with %s in all rounds") : _("Swap with %s"),
                          who);
}

/* Takes @target. */
static void
activate (GtkWidget *widget, const char *action, GVariant *target)
{
  gtk_widget_activate_action_variant (widget, action, target);
}

void
rt_slip_move_activate (const RtSlipMove *self, GtkWidget *widget)
{
  RtId round = rt_session_get_round_id (self->session), one = self->people[0];
  const char *in = self->all ? "" : round;
  GVariant *people
      = g_variant_ref_sink (g_variant_new_strv ((const char *const *) self->people,
                                                (gssize) self->n_people));

  switch (get_what (self))
    {
    case SWAP:
      activate (widget, "plan.swap", g_variant_new ("(sss)", round, one, self->there));
      break;
    case HOST:
      activate (widget, "plan.set-round-host", g_variant_new ("(sss)", round, self->table, one));
      break;
    case SEVERAL:
      activate (widget, "plan.move-people", g_variant_new ("(s@ass)", in, people, self->table));
      break;
    case EXCHANGE:
      activate (widget, "plan.swap-everywhere", g_variant_new ("(ss)", one, self->there));
      break;
    case UNSEAT:
      activate (widget, "plan.unseat-people", g_variant_new ("(s@as)", in, people));
      break;
    case COPY:
      activate (widget, "plan.copy-places", g_variant_new ("(ss@as)", round, self->round, people));
      break;
    case MOVE:
    default:
      activate (widget, "plan.move",
                g_variant_new ("(sssi)", round, one, self->table, self->chair));
      break;
    }
  g_variant_unref (people);
}
