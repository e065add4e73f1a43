/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

/* Edits that put one person in the place of another, everywhere. */

#include "rt-edit-private.h"

#include <glib/gi18n-lib.h>

#include "rt-sketch.h"

/* One person leaves, another comes; or both turn out to be the same. */
typedef struct {
  RtPlan *plan;
  RtId from, to;
  const RtPerson *same; /* who both are, NULL: others; then what is over was theirs, too */
  RtChange *change;
} Replacing;

static void
put (Replacing *self, RtPart part, guint index, gconstpointer before, gconstpointer after)
{
  if (!rt_record_equal (before, after))
    rt_change_replace (self->change, part, index, before, after);
}

/* Changes a copy of each record of @part. */
static void
each (Replacing *self, RtPart part, void (*change) (Replacing *self, gpointer copy))
{
  for (guint i = 0; i < rt_plan_get_n (self->plan, part); i++)
    {
      gconstpointer record = rt_plan_get (self->plan, part, i);
      g_autoptr (RtRecord) copy = rt_record_copy (record);

      change (self, copy);
      put (self, part, i, record, copy);
    }
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
replace_in_table (Replacing *self, gpointer copy)
{
  RtTable *table = copy;

  swap_id (self, &table->host);
  swap_id (self, &table->co_host);
  swap_id (self, &table->deputy);
  /* Nobody leads a table twice. */
  if (table->co_host == table->host)
    table->co_host = NULL;
  if (table->deputy == table->host || table->deputy == table->co_host)
    table->deputy = NULL;
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

  if (self->same != NULL
      && (rt_seating_find (copy->seating, self->to, NULL, NULL)
          || (copy->done != 1 && !rt_edit_attends (self->same, copy->parent.id))))
    return;
  rt_map_set (&copy->pins, self->from, NULL);
  if (pin != NULL)
    rt_map_set (&copy->pins, self->to, pin);
  if (!rt_seating_find (copy->seating, self->from, &table, &chair))
    return;
  rt_edit_take_seating (copy, rt_seating_without (copy->seating, self->from));
  rt_edit_take_seating (copy, rt_seating_with (copy->seating, self->to, table, chair));
}

static void
replace_in_round (Replacing *self, gpointer copy)
{
  RtRound *round = copy;

  if (round->done == 1 && self->same == NULL)
    {
      keep_leaders (self, round);
      return;
    }
  swap_values (self, &round->hosts);
  swap_values (self, &round->co_hosts);
  take_seat (self, round);
}

static void
replace_in_theme (Replacing *self, gpointer copy)
{
  swap_id (self, &((RtTheme *) copy)->champion);
}

static void
replace_in_session (Replacing *self, gpointer copy)
{
  swap_ids (self, &((RtAgendaItem *) copy)->speakers);
}

/* What somebody does at the event. */
static void
replace_duties (Replacing *self)
{
  each (self, RT_PART_THEMES, replace_in_theme);
  each (self, RT_PART_AGENDA, replace_in_session);
  each (self, RT_PART_TABLES, replace_in_table);
  each (self, RT_PART_ROUNDS, replace_in_round);
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
  Replacing self = { plan, from, to, NULL, NULL };

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
  replace_duties (&self);
  return rt_edit_finish (plan, self.change, error);
}

static void
fill_text (char **member, const char *text)
{
  if (*member == NULL)
    rt_set_text (member, text);
}

/* The words of both, in their order. */
static void
join_texts (GStrv *member, GStrv more)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new ();
  GStrv lists[] = { *member, more };
  g_auto (GStrv) joined = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    for (guint k = 0; lists[i] != NULL && lists[i][k] != NULL; k++)
      if (!g_ptr_array_find_with_equal_func (all, lists[i][k], g_str_equal, NULL))
        g_ptr_array_add (all, lists[i][k]);
  if (all->len == 0)
    return;
  g_ptr_array_add (all, NULL);
  joined = g_strdupv ((GStrv) all->pdata);
  rt_set_texts (member, (const char * const *) joined);
}

/* Attends what either entry does; no list is every round. */
static void
join_rounds (RtPerson *person, const RtPerson *other)
{
  g_autofree RtIds joined = person->rounds != NULL ? rt_ids_copy (person->rounds) : NULL;

  if (person->rounds == NULL)
    return;
  for (guint i = 0; i < rt_ids_length (other->rounds); i++)
    if (!rt_ids_contains (joined, other->rounds[i]))
      {
        RtIds longer = rt_ids_add (joined, other->rounds[i]);

        g_free (joined);
        joined = longer;
      }
  rt_set_ids (&person->rounds, other->rounds != NULL ? joined : NULL);
}

static void
join_private (RtPerson *person, const RtPersonPrivate *other)
{
  if (other == NULL)
    return;
  if (person->private == NULL)
    {
      person->private = rt_record_copy (other);
      return;
    }
  fill_text (&person->private->email, other->email);
  fill_text (&person->private->phone, other->phone);
  fill_text (&person->private->access, other->access);
  fill_text (&person->private->diet, other->diet);
  fill_text (&person->private->notes, other->notes);
}

/* Who stays, with what only the other entry knew. */
static RtPerson *
dup_joined (const RtPerson *keep, const RtPerson *other)
{
  RtPerson *person = rt_record_copy (keep);

  fill_text (&person->honorific, other->honorific);
  fill_text (&person->organisation, other->organisation);
  fill_text (&person->sector, other->sector);
  fill_text (&person->job, other->job);
  fill_text (&person->kind, other->kind);
  join_texts (&person->roles, other->roles);
  join_texts (&person->tags, other->tags);
  join_texts (&person->languages, other->languages);
  if (person->wishes == NULL)
    rt_set_ids (&person->wishes, other->wishes);
  join_rounds (person, other);
  join_private (person, other->private);
  if (other->step_free == 1)
    person->step_free = 1;
  return person;
}

/* Rules about both are left to go, or to lose one of them, when the other entry does. */
static void
replace_in_rule (Replacing *self, gpointer copy)
{
  RtRule *rule = copy;

  if (!rt_ids_contains (rule->people, self->to))
    swap_ids (self, &rule->people);
  swap_id (self, &rule->person);
  swap_id (self, &rule->host);
}

static void
replace_in_earlier (Replacing *self, gpointer copy)
{
  GPtrArray *tables = ((RtEarlier *) copy)->tables;

  for (guint i = 0; tables != NULL && i < tables->len; i++)
    swap_ids (self, (RtIds *) &tables->pdata[i]);
}

static void
replace_in_quotes (Replacing *self, gpointer copy)
{
  GPtrArray *quotes = ((RtHarvest *) copy)->quotes;

  for (guint i = 0; quotes != NULL && i < quotes->len; i++)
    if (((RtQuote *) quotes->pdata[i])->private != NULL)
      swap_id (self, &((RtQuote *) quotes->pdata[i])->private->person);
}

static void
replace_in_forms (Replacing *self, gpointer copy)
{
  GPtrArray *forms = ((RtFeedback *) copy)->forms;

  for (guint i = 0; forms != NULL && i < forms->len; i++)
    if (((RtForm *) forms->pdata[i])->private != NULL)
      swap_id (self, &((RtForm *) forms->pdata[i])->private->person);
}

/* Everything that names one of them names the other, but for what is printed. */
static RtChange *
make_same (RtPlan *plan, const RtPerson *kept, const RtPerson *gone, GError **error)
{
  g_autoptr (RtPerson) joined = dup_joined (kept, gone);
  Replacing self = { plan, gone->parent.id, kept->parent.id, joined, rt_change_new ("") };

  put (&self, RT_PART_PEOPLE, rt_plan_index_of (plan, RT_PART_PEOPLE, self.to), kept, joined);
  replace_duties (&self);
  each (&self, RT_PART_RULES, replace_in_rule);
  each (&self, RT_PART_EARLIER, replace_in_earlier);
  each (&self, RT_PART_HARVEST, replace_in_quotes);
  each (&self, RT_PART_FEEDBACK, replace_in_forms);
  return rt_edit_finish (plan, self.change, error);
}

/**
 * rt_edit_merge_people:
 * @plan: the plan
 * @keep: who stays
 * @gone: another entry for the same person, which goes
 * @error: for people
 *
 * Makes one person of two who are on the list. What @keep lacks is taken from @gone; roles, tags
 * and languages are those of both. Where @gone leads a table, champions, speaks, is pinned, sits,
 * sat at an earlier event, said or answered something or is named by a rule, @keep does, also in
 * rounds that are over; where both have a chair, that of @keep counts. A slip that was printed for
 * @gone is nobody's. Costs what looking at every reference of the plan does.
 *
 * Returns: (transfer full): the change, or %NULL with %RT_ERROR_REFUSED
 */
RtChange *
rt_edit_merge_people (RtPlan *plan, RtId keep, RtId gone, GError **error)
{
  const RtPerson *kept = rt_edit_find (plan, RT_PART_PEOPLE, keep, NULL, error);
  const RtPerson *other
      = kept != NULL ? rt_edit_find (plan, RT_PART_PEOPLE, gone, NULL, error) : NULL;
  g_autoptr (RtSketch) sketch = NULL;
  g_autofree char *name = NULL, *label = NULL;

  if (other == NULL)
    return NULL;
  if (kept == other)
    {
      rt_edit_fail (error, RT_ERROR_REFUSED, _("That is so already."));
      return NULL;
    }
  sketch = rt_sketch_new (plan);
  if (!rt_sketch_apply (sketch, make_same (plan, kept, other, error))
      || !rt_sketch_apply (
          sketch, rt_edit_remove (sketch->plan, "", RT_PART_PEOPLE, &gone, 1, error)))
    return NULL;
  name = rt_person_dup_display (kept);
  /* Translators: %s is a person who was on the list under two names. */
  label = g_strdup_printf (_("Make One Person of %s"), name);
  return rt_sketch_join (sketch, label);
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
        const char *title = rt_plan_get_theme (plan, i)->title;

        add_words (words,
                   g_strdup_printf (_("Champion of %s"), title != NULL ? title : _("Theme")));
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
