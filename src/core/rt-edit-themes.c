/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

/* Edits of the themes, and of who leads: one person in the place of another, everywhere. */

#include "rt-edit-private.h"

#include <glib/gi18n-lib.h>

static char *
dup_theme_name (const RtTheme *theme)
{
  return g_strdup (theme->title != NULL ? theme->title : _("Theme"));
}

/** rt_edit_add_theme: Returns: (transfer full): one more theme, at the end */
RtChange *
rt_edit_add_theme (RtPlan *plan, GError **error)
{
  guint n = rt_plan_get_n (plan, RT_PART_THEMES);
  g_autofree char *title = g_strdup_printf (_("Theme %u"), n + 1);
  g_autoptr (RtTheme) theme = rt_theme_new (title);
  gpointer records[] = { theme };

  return rt_edit_add (plan, _("Add a Theme"), RT_PART_THEMES, records, 1, error);
}

/** rt_edit_change_theme: Returns: (transfer full): @theme takes the place of the one with its id */
RtChange *
rt_edit_change_theme (RtPlan *plan, const RtTheme *theme, GError **error)
{
  g_autofree char *name = dup_theme_name (theme);
  g_autofree char *label = g_strdup_printf (_("Change %s"), name);

  return rt_edit_replace (plan, label, RT_PART_THEMES, theme, error);
}

/** rt_edit_move_theme: Returns: (transfer full): its letter is that of its place */
RtChange *
rt_edit_move_theme (RtPlan *plan, RtId id, guint to, GError **error)
{
  guint from;
  const RtTheme *theme = rt_edit_find (plan, RT_PART_THEMES, id, &from, error);
  g_autofree char *name = theme != NULL ? dup_theme_name (theme) : NULL;
  g_autofree char *label = NULL;

  if (theme == NULL)
    return NULL;
  label = g_strdup_printf (to < from ? _("Move %s Up") : _("Move %s Down"), name);
  return rt_edit_reorder (plan, label, RT_PART_THEMES, id, to, error);
}

/* One person leaves, another comes. */
typedef struct {
  RtPlan   *plan;
  RtId      from, to;
  RtChange *change;
} Replacing;

static void
put (Replacing *self, RtPart part, guint index, gconstpointer before, gconstpointer after)
{
  if (!rt_record_equal (before, after))
    rt_change_replace (self->change, part, index, before, after);
}

static gboolean
swap_id (Replacing *self, RtId *member)
{
  if (*member != self->from)
    return FALSE;
  *member = self->to;
  return TRUE;
}

static gboolean
swap_ids (Replacing *self, RtIds *member)
{
  gboolean has = rt_ids_contains (*member, self->to);
  RtIds ids;

  if (!rt_ids_contains (*member, self->from))
    return FALSE;
  if (has)
    ids = rt_ids_remove (*member, self->from);
  else
    {
      ids = rt_ids_copy (*member);
      for (guint i = 0; ids[i] != NULL; i++)
        swap_id (self, &ids[i]);
    }
  g_free (*member);
  *member = ids;
  return TRUE;
}

static void
swap_values (Replacing *self, RtMap **map)
{
  for (guint i = 0; i < rt_map_length (*map); i++)
    if (rt_map_value (*map, i) == self->from)
      rt_map_set (map, rt_map_key (*map, i), self->to);
}

static void
replace_in_tables (Replacing *self)
{
  for (guint i = 0; i < rt_plan_get_n (self->plan, RT_PART_TABLES); i++)
    {
      const RtTable *table = rt_plan_get_table (self->plan, i);
      g_autoptr (RtTable) copy = rt_record_copy (table);

      swap_id (self, &copy->host);
      swap_id (self, &copy->co_host);
      swap_id (self, &copy->deputy);
      /* Nobody leads a table twice. */
      if (copy->co_host == copy->host)
        copy->co_host = NULL;
      if (copy->deputy == copy->host || copy->deputy == copy->co_host)
        copy->deputy = NULL;
      put (self, RT_PART_TABLES, i, table, copy);
    }
}

/* A round that is over keeps the leaders it had: they become its own entries. */
static void
keep_leaders (Replacing *self, RtRound *copy)
{
  for (guint i = 0; i < rt_plan_get_n (self->plan, RT_PART_TABLES); i++)
    {
      const RtTable *table = rt_plan_get_table (self->plan, i);
      RtId id = table->parent.id;
      gboolean clears = table->host == self->from && table->co_host == self->to;

      if (table->host == self->from && rt_map_lookup (copy->hosts, id) == NULL)
        rt_map_set (&copy->hosts, id, self->from);
      if ((table->co_host == self->from || clears) && rt_map_lookup (copy->co_hosts, id) == NULL)
        rt_map_set (&copy->co_hosts, id, table->co_host);
    }
}

/* The chair and the pin of who leaves become those of who comes. */
static void
take_seat (Replacing *self, RtRound *copy)
{
  RtId pin = rt_map_lookup (copy->pins, self->from), table;
  guint chair;

  rt_map_set (&copy->pins, self->from, NULL);
  if (pin != NULL)
    rt_map_set (&copy->pins, self->to, pin);
  if (!rt_seating_find (copy->seating, self->from, &table, &chair))
    return;
  rt_edit_take_seating (copy, rt_seating_without (copy->seating, self->from));
  rt_edit_take_seating (copy, rt_seating_with (copy->seating, self->to, table, chair));
}

static void
replace_in_rounds (Replacing *self)
{
  for (guint i = 0; i < rt_plan_get_n (self->plan, RT_PART_ROUNDS); i++)
    {
      const RtRound *round = rt_plan_get_round (self->plan, i);
      g_autoptr (RtRound) copy = rt_record_copy (round);

      if (round->done == 1)
        keep_leaders (self, copy);
      else
        {
          swap_values (self, &copy->hosts);
          swap_values (self, &copy->co_hosts);
          take_seat (self, copy);
        }
      put (self, RT_PART_ROUNDS, i, round, copy);
    }
}

static void
replace_in_words (Replacing *self)
{
  for (guint i = 0; i < rt_plan_get_n (self->plan, RT_PART_THEMES); i++)
    {
      const RtTheme *theme = rt_plan_get_theme (self->plan, i);
      g_autoptr (RtTheme) copy = rt_record_copy (theme);

      swap_id (self, &copy->champion);
      put (self, RT_PART_THEMES, i, theme, copy);
    }
  for (guint i = 0; i < rt_plan_get_n (self->plan, RT_PART_AGENDA); i++)
    {
      const RtAgendaItem *item = rt_plan_get (self->plan, RT_PART_AGENDA, i);
      g_autoptr (RtAgendaItem) copy = rt_record_copy (item);

      swap_ids (self, &copy->speakers);
      put (self, RT_PART_AGENDA, i, item, copy);
    }
}

/* Who comes has the roles of who leaves, who does not come any more. */
static void
replace_roles (Replacing *self)
{
  guint left, came;
  const RtPerson *from = rt_plan_find (self->plan, RT_PART_PEOPLE, self->from, &left);
  const RtPerson *to = rt_plan_find (self->plan, RT_PART_PEOPLE, self->to, &came);
  g_autoptr (RtPerson) gone = rt_record_copy (from);
  g_autoptr (RtPerson) here = rt_record_copy (to);
  g_autoptr (GPtrArray) roles = g_ptr_array_new ();

  for (guint i = 0; rt_role_words[i] != NULL; i++)
    if (rt_person_has_role (to, rt_role_words[i]) ||
        (!g_str_equal (rt_role_words[i], "staff") && rt_person_has_role (from, rt_role_words[i])))
      g_ptr_array_add (roles, (gpointer) rt_role_words[i]);
  if (roles->len > 0)
    {
      g_ptr_array_add (roles, NULL);
      rt_set_texts (&here->roles, (const char * const *) roles->pdata);
    }
  gone->attendance = RT_ATTENDANCE_ABSENT;
  put (self, RT_PART_PEOPLE, left, from, gone);
  put (self, RT_PART_PEOPLE, came, to, here);
}

/* Whom a table elsewhere would lose must not be taken from it unsaid. */
static gboolean
check_free (RtPlan *plan, RtId from, RtId to, const char *name, GError **error)
{
  for (guint i = 0; i < rt_plan_get_n (plan, RT_PART_TABLES); i++)
    {
      const RtTable *table = rt_plan_get_table (plan, i);
      g_autofree char *where = rt_table_dup_display (table);

      if ((table->host == to && table->co_host != from) ||
          (table->co_host == to && table->host != from))
        /* Translators: a person, a table */
        return rt_edit_fail (
            error, RT_ERROR_REFUSED,
            _("%s leads %s already. Choose somebody else, or give that table another host first."),
            name, where);
    }
  return TRUE;
}

/**
 * rt_edit_replace_person:
 * @plan: the plan
 * @from: who leaves
 * @to: who comes instead
 * @error: for people
 *
 * Puts one person in the place of another everywhere: as host, co-host and deputy, as champion and
 * speaker, in what rounds say of their hosts, in pins and on chairs. Who leaves is marked as absent
 * and stays on the list; rounds that are over stay as they were.
 *
 * Returns: (transfer full): the change, or %NULL with %RT_ERROR_REFUSED
 */
RtChange *
rt_edit_replace_person (RtPlan *plan, RtId from, RtId to, GError **error)
{
  const RtPerson *gone = rt_edit_find (plan, RT_PART_PEOPLE, from, NULL, error);
  const RtPerson *here = gone != NULL ? rt_edit_find (plan, RT_PART_PEOPLE, to, NULL, error) : NULL;
  g_autofree char *gone_name = gone != NULL ? rt_person_dup_display (gone) : NULL;
  g_autofree char *name = here != NULL ? rt_person_dup_display (here) : NULL;
  /* Translators: who leaves, who comes instead */
  g_autofree char *label = g_strdup_printf (_("Replace %s by %s"), gone_name, name);
  Replacing self = { plan, from, to, NULL };

  if (here == NULL)
    return NULL;
  if (from == to)
    rt_edit_fail (error, RT_ERROR_REFUSED, _("That is so already."));
  else if (here->attendance == RT_ATTENDANCE_ABSENT || rt_person_has_role (here, "staff"))
    /* Translators: a person */
    rt_edit_fail (error, RT_ERROR_REFUSED, _("%s does not come, or is staff, and cannot step in."),
                  name);
  if (from == to || here->attendance == RT_ATTENDANCE_ABSENT || rt_person_has_role (here, "staff")
      || !check_free (plan, from, to, name, error))
    return NULL;
  self.change = rt_change_new (label);
  replace_roles (&self);
  replace_in_words (&self);
  replace_in_tables (&self);
  replace_in_rounds (&self);
  return rt_edit_finish (plan, self.change, error);
}

static void
add_words (GString *words, char *more)
{
  g_string_append_printf (words, "%s%s", words->len > 0 ? "\n" : "", more);
  g_free (more);
}

/**
 * rt_edit_dup_duties:
 * @plan: the plan
 * @person: whose
 *
 * Says what falls to somebody: tables, themes, sessions, pins and seats, a line each.
 *
 * Returns: (transfer full): "" if nothing does
 */
char *
rt_edit_dup_duties (RtPlan *plan, RtId person)
{
  g_autoptr (GString) words = g_string_new (NULL);
  guint sessions = 0, pins = 0, seats = 0;

  for (guint i = 0; i < rt_plan_get_n (plan, RT_PART_TABLES); i++)
    {
      const RtTable *table = rt_plan_get_table (plan, i);
      g_autofree char *where = rt_table_dup_display (table);

      if (table->host == person)
        add_words (words, g_strdup_printf (_("Host of %s"), where));
      if (table->co_host == person)
        add_words (words, g_strdup_printf (_("Co-host of %s"), where));
      if (table->deputy == person)
        add_words (words, g_strdup_printf (_("Deputy at %s"), where));
    }
  for (guint i = 0; i < rt_plan_get_n (plan, RT_PART_THEMES); i++)
    if (rt_plan_get_theme (plan, i)->champion == person)
      {
        g_autofree char *name = dup_theme_name (rt_plan_get_theme (plan, i));

        add_words (words, g_strdup_printf (_("Champion of %s"), name));
      }
  for (guint i = 0; i < rt_plan_get_n (plan, RT_PART_AGENDA); i++)
    if (rt_ids_contains (((const RtAgendaItem *) rt_plan_get (plan, RT_PART_AGENDA, i))->speakers,
                         person))
      sessions++;
  if (sessions > 0)
    add_words (words,
               g_strdup_printf (
                   ngettext ("Speaks in %u session", "Speaks in %u sessions", sessions), sessions));
  for (guint i = 0; i < rt_plan_get_n (plan, RT_PART_ROUNDS); i++)
    {
      const RtRound *round = rt_plan_get_round (plan, i);

      if (round->done == 1)
        continue;
      pins += rt_map_lookup (round->pins, person) != NULL;
      seats += rt_seating_find (round->seating, person, NULL, NULL);
    }
  if (pins > 0)
    add_words (words, g_strdup_printf (ngettext ("Pinned in %u round", "Pinned in %u rounds", pins),
                                       pins));
  if (seats > 0)
    add_words (words, g_strdup_printf (
                          ngettext ("Seated in %u round", "Seated in %u rounds", seats), seats));
  return g_string_free (g_steal_pointer (&words), FALSE);
}
