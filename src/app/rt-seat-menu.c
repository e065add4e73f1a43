/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#include "rt-seat-menu.h"

#include <glib/gi18n-lib.h>

/* Takes @target. */
static void
add_item (GMenu *menu, const char *label, const char *action, GVariant *target)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target_value (item, action, target);
  g_menu_append_item (menu, item);
}

static void
add_questions (RtSession *session, GMenu *menu, RtId person, gboolean leads)
{
  RtId round = rt_session_get_round_id (session);

  add_item (menu, _("_Why This Seat?"), "plan.why", g_variant_new ("(ss)", round, person));
  add_item (menu, leads ? _("Host _Away…") : _("Is _Away…"), "plan.away",
            g_variant_new ("(ss)", round, person));
  add_item (menu, _("_Replace Everywhere…"), "plan.replace-person", g_variant_new_string (person));
}

static void
add_pin (GMenu *menu, const RtRound *round, RtId person)
{
  gboolean pinned = rt_map_lookup (round->pins, person) != NULL;
  RtId table = NULL;

  if (!pinned && !rt_seating_find (round->seating, person, &table, NULL))
    return;
  add_item (menu, pinned ? _("Un_pin") : _("_Pin to This Table"), "plan.pin",
            g_variant_new ("(sss)", round->parent.id, person, pinned ? "" : table));
}

/* Who sits at @table, or at all (NULL). */
static GPtrArray *
seated_at (RtPlan *plan, const RtRound *round, RtId table)
{
  GPtrArray *people = g_ptr_array_new ();

  for (guint i = 0; i < rt_plan_get_n (plan, RT_PART_PEOPLE); i++)
    {
      RtId person = rt_plan_get_person (plan, i)->parent.id, at;

      if (rt_seating_find (round->seating, person, &at, NULL) && (table == NULL || at == table))
        g_ptr_array_add (people, (gpointer) person);
    }
  return people;
}

/* Pins, or lets go, if there is anybody to whom that applies. */
static void
add_pins (GMenu *menu, const RtRound *round, const RtId *people, guint n, const char *pin,
          const char *unpin)
{
  guint pinned = 0;

  for (guint i = 0; i < n; i++)
    pinned += rt_map_lookup (round->pins, people[i]) != NULL;
  if (pinned < n)
    add_item (menu, pin, "plan.pin-people",
              g_variant_new ("(s@asb)", round->parent.id,
                             g_variant_new_strv ((const char *const *) people, n), TRUE));
  if (pinned > 0)
    add_item (menu, unpin, "plan.pin-people",
              g_variant_new ("(s@asb)", round->parent.id,
                             g_variant_new_strv ((const char *const *) people, n), FALSE));
}

/* What can be done with several at once. */
static GMenu *
new_several (const RtRound *round, RtId person, const RtId *people, guint n)
{
  GMenu *menu = g_menu_new ();
  g_autofree char *move
      = g_strdup_printf (ngettext ("_Move %u Person To…", "_Move %u People To…", n), n);
  g_autofree char *unseat
      = g_strdup_printf (ngettext ("_Unseat %u Person", "_Unseat %u People", n), n);

  add_item (menu, move, "rounds.move-to", g_variant_new ("(ss)", round->parent.id, person));
  add_item (menu, unseat, "plan.unseat-people",
            g_variant_new ("(s^as)", round->parent.id, people));
  add_pins (menu, round, people, n, _("_Pin to Their Tables"), _("U_npin"));
  return menu;
}

/**
 * rt_seat_menu_new_person:
 *
 * Returns: (transfer full): the menu of a slip, empty for who is not in the plan
 */
GMenu *
rt_seat_menu_new_person (RtSession *session, RtId person)
{
  const RtRoll *roll = rt_session_get_roll (session);
  RtPlan *plan = rt_session_get_plan (session);
  guint index = rt_plan_index_of (plan, RT_PART_PEOPLE, person);
  guint round_index = rt_session_get_round (session);
  gsize at = (gsize) round_index * roll->n_people + index;
  GMenu *menu = g_menu_new ();
  g_autofree RtId *people = NULL;
  const RtRound *round;
  guint n;

  if (index == G_MAXUINT || round_index >= roll->n_rounds)
    return menu;
  round = rt_plan_get_round (plan, round_index);
  people = rt_session_dup_group (session, person, &n);
  if (n > 1)
    {
      g_object_unref (menu);
      return new_several (round, person, people, n);
    }
  add_item (menu, _("_Move To…"), "rounds.move-to",
            g_variant_new ("(ss)", round->parent.id, person));
  add_item (menu, _("_Swap With…"), "rounds.swap-with",
            g_variant_new ("(ss)", round->parent.id, person));
  if (roll->table[at] >= 0)
    add_item (menu, _("_Unseat"), "plan.unseat", g_variant_new ("(ss)", round->parent.id, person));
  else
    add_item (menu, _("Seat Where It _Costs Least"), "plan.seat-best",
              g_variant_new ("(ss)", round->parent.id, person));
  add_pin (menu, round, person);
  if (roll->leads[at] >= 0)
    add_item (menu, _("Change _Host in This Round…"), "rounds.change-host",
              g_variant_new ("(ss)", round->parent.id,
                             rt_plan_get_table (plan, (guint) roll->leads[at])->parent.id));
  add_questions (session, menu, person, roll->leads[at] >= 0);
  return menu;
}

/* The round in hand; NULL: there is none. */
static const RtRound *
get_round (RtSession *session)
{
  RtPlan *plan = rt_session_get_plan (session);
  guint index = rt_session_get_round (session);

  return index < rt_plan_get_n (plan, RT_PART_ROUNDS) ? rt_plan_get_round (plan, index) : NULL;
}

/**
 * rt_seat_menu_new_table:
 *
 * Returns: (transfer full): the menu of a table in the round in hand
 */
GMenu *
rt_seat_menu_new_table (RtSession *session, RtId table)
{
  RtPlan *plan = rt_session_get_plan (session);
  const RtRound *round = get_round (session);
  g_autoptr (GPtrArray) people = NULL;
  GMenu *menu = g_menu_new ();

  if (round == NULL)
    return menu;
  people = seated_at (plan, round, table);
  add_item (menu, _("Change _Host in This Round…"), "rounds.change-host",
            g_variant_new ("(ss)", round->parent.id, table));
  add_item (menu, _("Change C_o-host in This Round…"), "rounds.change-co-host",
            g_variant_new ("(ss)", round->parent.id, table));
  add_pins (menu, round, (const RtId *) people->pdata, people->len, _("_Pin Everybody Here"),
            _("_Unpin Everybody Here"));
  return menu;
}

/**
 * rt_seat_menu_new_round:
 *
 * Returns: (transfer full): what can be done with the round in hand, besides arranging it
 */
GMenu *
rt_seat_menu_new_round (RtSession *session)
{
  RtPlan *plan = rt_session_get_plan (session);
  const RtRound *round = get_round (session);
  g_autoptr (GPtrArray) people = NULL;
  GMenu *menu = g_menu_new ();

  if (round == NULL)
    return menu;
  if (round->done != 1)
    {
      people = seated_at (plan, round, NULL);
      add_pins (menu, round, (const RtId *) people->pdata, people->len,
                _("P_in Everybody in This Round"), _("_Unpin Everybody in This Round"));
      add_item (menu, _("_Clear This Round"), "plan.clear-round",
                g_variant_new_string (round->parent.id));
    }
  add_item (menu, round->done == 1 ? _("_Open This Round Again") : _("This Round Is _Over"),
            "plan.set-over", g_variant_new ("(sb)", round->parent.id, round->done != 1));
  add_item (menu, _("_Remove This Round"), "plan.remove-rounds",
            g_variant_new_strv ((const char *const[]) { round->parent.id }, 1));
  return menu;
}
