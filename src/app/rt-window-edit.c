/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "rt-window-edit.h"

#include <glib/gi18n-lib.h>

#include "rt-edit.h"
#include "rt-preset.h"
#include "rt-repair.h"

static char *
person_words (RtPlan *plan, RtId id)
{
  const RtPerson *person = id ? rt_plan_find_person (plan, id) : NULL;

  return person ? rt_person_dup_display (person) : g_strdup ("");
}

static char *
table_words (RtPlan *plan, RtId id)
{
  const RtTable *table = id ? rt_plan_find_table (plan, id) : NULL;

  return table ? rt_table_dup_display (table) : g_strdup ("");
}

void
rt_window_move_person (RtWindow *self, RtId round, RtId person, RtId table, int chair)
{
  RtSession *session = rt_window_get_session (self);
  RtPlan *plan = rt_session_get_plan (session);
  g_autofree char *who = person_words (plan, person);
  g_autofree char *where = table_words (plan, table);
  GError *error = NULL;
  RtChange *change = rt_edit_move_person (plan, round, person, table, chair, &error);

  if (rt_session_do (session, change, &error))
    {
      /* Translators: a person, then a table: "Moved Mei Ashworth to Table 1." */
      g_autofree char *message = g_strdup_printf (_("Moved %s to %s."), who, where);
      rt_session_tell (session, message, TRUE);
    }
}

void
rt_window_swap_people (RtWindow *self, RtId round, RtId a, RtId b)
{
  RtSession *session = rt_window_get_session (self);
  RtPlan *plan = rt_session_get_plan (session);
  g_autofree char *one = person_words (plan, a);
  g_autofree char *other = person_words (plan, b);
  GError *error = NULL;
  RtChange *change = rt_edit_swap_people (plan, round, a, b, &error);

  if (rt_session_do (session, change, &error))
    {
      g_autofree char *message = g_strdup_printf (_("Swapped %s and %s."), one, other);
      rt_session_tell (session, message, TRUE);
    }
}

void
rt_window_unseat (RtWindow *self, RtId round, RtId person)
{
  RtSession *session = rt_window_get_session (self);
  RtPlan *plan = rt_session_get_plan (session);
  g_autofree char *who = person_words (plan, person);
  GError *error = NULL;
  RtChange *change = rt_edit_unseat (plan, round, person, &error);

  if (rt_session_do (session, change, &error))
    {
      g_autofree char *message = g_strdup_printf (_("%s has no seat in this round now."), who);
      rt_session_tell (session, message, TRUE);
    }
}

void
rt_window_seat_best (RtWindow *self, RtId round, RtId person)
{
  RtSession *session = rt_window_get_session (self);
  RtId table = rt_repair_find_table (rt_session_get_plan (session), round, person);

  if (table)
    rt_window_move_person (self, round, person, table, RT_ANY_CHAIR);
  else
    rt_session_tell (session, _("Every table is full. Add a chair or a table first."), FALSE);
}

void
rt_window_add_person (RtWindow *self)
{
  RtSession *session = rt_window_get_session (self);
  g_autoptr (RtPerson) person = rt_person_new (_("New Person"));
  gpointer records[] = { person };
  GError *error = NULL;
  RtChange *change = rt_edit_add (rt_session_get_plan (session), _("Add a Person"), RT_PART_PEOPLE,
                                  records, 1, &error);

  if (rt_session_do (session, change, &error))
    rt_window_edit_person (self, person->parent.id);
}

gboolean
rt_window_fit_tables (RtWindow *self, gboolean as_laid_out)
{
  RtSession *session = rt_window_get_session (self);
  RtPlan *plan = rt_session_get_plan (session);
  RtNewOptions options = { .preset = rt_window_get_preset (self), .changeover = -1 };
  GError *error = NULL;

  if (as_laid_out)
    return rt_session_do (session, rt_preset_fit_to_change (plan, &error), &error);
  if (rt_plan_get_n (plan, RT_PART_ROUNDS) > 0 || rt_plan_get_n (plan, RT_PART_PEOPLE) == 0)
    return TRUE;
  return rt_session_do (session, rt_preset_to_change (plan, &options, &error), &error);
}

void
rt_window_add_unnamed (RtWindow *self, guint n)
{
  RtSession *session = rt_window_get_session (self);
  g_autoptr (GPtrArray) people = g_ptr_array_new_with_free_func (rt_record_unref);
  g_autofree char *label
      = g_strdup_printf (ngettext ("Add %u Unnamed Place", "Add %u Unnamed Places", n), n);
  RtPlan *plan = rt_session_get_plan (session);
  gboolean as_laid_out = rt_preset_is_as_laid_out (plan);
  GError *error = NULL;
  RtChange *change;
  gboolean good;

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (people, rt_person_new (NULL));
  rt_session_begin_group (session, label);
  change = rt_edit_add (plan, label, RT_PART_PEOPLE, people->pdata, n, &error);
  good = rt_session_do (session, change, &error);
  good = good && rt_window_fit_tables (self, as_laid_out);
  rt_session_end_group (session, good);
  if (good)
    rt_window_show_page (self, "people");
}

void
rt_window_merge_people (RtWindow *self, RtId keep, RtId gone)
{
  RtSession *session = rt_window_get_session (self);
  GError *error = NULL;
  RtChange *change = rt_edit_merge_people (rt_session_get_plan (session), keep, gone, &error);

  rt_session_do (session, change, &error);
}

void
rt_window_place_table (RtWindow *self, RtId table, int x, int y)
{
  RtSession *session = rt_window_get_session (self);
  RtPlan *plan = rt_session_get_plan (session);
  g_autofree char *where = table_words (plan, table);
  /* Translators: %s is a table. */
  g_autofree char *label = g_strdup_printf (_("Place %s"), where);
  const int xy[] = { x, y };
  GError *error = NULL;
  RtChange *change = rt_edit_place_tables (plan, label, &table, xy, 1, &error);

  rt_session_do (session, change, &error);
}

void
rt_window_add_table_per_host (RtWindow *self)
{
  RtSession *session = rt_window_get_session (self);
  GError *error = NULL;
  RtChange *change = rt_edit_add_table_per_host (rt_session_get_plan (session), &error);

  rt_session_do (session, change, &error);
}

void
rt_window_layout (RtWindow *self, const char *layout)
{
  RtSession *session = rt_window_get_session (self);
  GError *error = NULL;
  RtChange *change = rt_edit_lay_out (rt_session_get_plan (session), layout, &error);

  rt_session_do (session, change, &error);
}

/* How many people sit at tables that go, in the round in hand. */
static guint
count_at (RtSession *session, RtId *tables)
{
  RtPlan *plan = rt_session_get_plan (session);
  guint n = 0;

  if (rt_session_get_round_id (session) == NULL)
    return 0;
  for (guint i = 0; tables[i]; i++)
    n += rt_seating_n_seated (rt_plan_get_round (plan, rt_session_get_round (session))->seating,
                              tables[i]);
  return n;
}

static char *
removed_words (RtPart part, guint n, guint n_seated)
{
  if (part == RT_PART_PEOPLE)
    return g_strdup_printf (ngettext ("%u person removed.", "%u people removed.", n), n);
  if (part == RT_PART_ROUNDS)
    return g_strdup_printf (ngettext ("%u round removed.", "%u rounds removed.", n), n);
  if (n_seated == 0)
    return g_strdup_printf (ngettext ("%u table removed.", "%u tables removed.", n), n);
  return g_strdup_printf (
      ngettext ("The table is removed, and %u person has no seat in this round now.",
                "The table is removed, and %u people have no seat in this round now.", n_seated),
      n_seated);
}

void
rt_window_remove (RtWindow *self, RtPart part, const char * const *ids)
{
  RtSession *session = rt_window_get_session (self);
  guint n = g_strv_length ((GStrv) ids);
  g_autofree RtId *interned = g_new0 (RtId, n + 1);
  guint n_seated;
  GError *error = NULL;

  if (n == 0)
    return;
  for (guint i = 0; i < n; i++)
    interned[i] = rt_id_intern (ids[i]);
  n_seated = part == RT_PART_TABLES ? count_at (session, interned) : 0;
  if (rt_session_do (
          session, rt_edit_remove (rt_session_get_plan (session), NULL, part, interned, n, &error),
          &error))
    {
      g_autofree char *message = removed_words (part, n, n_seated);
      rt_session_tell (session, message, TRUE);
    }
}

void
rt_window_set_up (RtWindow *self, const char *preset)
{
  RtSession *session = rt_window_get_session (self);
  RtNewOptions options = { .changeover = -1 };
  GError *error = NULL;

  while (rt_preset_words[options.preset] && !g_str_equal (rt_preset_words[options.preset], preset))
    options.preset++;
  if (rt_preset_words[options.preset] == NULL)
    return;
  rt_session_do (session, rt_preset_to_change (rt_session_get_plan (session), &options, &error),
                 &error);
}
