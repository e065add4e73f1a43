/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "rt-preset.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "rt-edit-private.h"
#include "rt-preset-private.h"

/* cm of floor for a table with its chairs, its names and the way around it; and beside the rows */
#define TABLE_WIDTH 540
#define TABLE_DEPTH 375
#define WALLS 160
/* people in a theme group, and at most at a table of a café where hosts change */
#define GROUP_SIZE 5

void
rt_preset_setup_clear (RtPresetSetup *self)
{
  g_ptr_array_unref (self->hosts);
  g_ptr_array_unref (self->guests);
  rt_work_list_clear (&self->tables);
  rt_work_list_clear (&self->rounds);
  rt_work_list_clear (&self->rules);
}

static void
find_hosts (RtPresetSetup *self)
{
  guint n_people = rt_plan_get_n (self->plan, RT_PART_PEOPLE);

  for (guint i = 0; i < self->tables.n_old; i++)
    {
      const RtTable *table = rt_work_list_get (&self->tables, i);

      if (table->host != NULL)
        g_ptr_array_add (self->hosts, (gpointer) table->host);
    }
  for (guint i = 0; i < n_people; i++)
    {
      const RtPerson *person = rt_plan_get_person (self->plan, i);

      if (rt_person_has_role (person, "host") && rt_person_takes_part (person)
          && !g_ptr_array_find (self->hosts, person->parent.id, NULL))
        g_ptr_array_add (self->hosts, (gpointer) person->parent.id);
    }
}

static gboolean
is_at_tables (const RtPresetSetup *self)
{
  return self->preset == RT_PRESET_HOSTED_CAFE || self->preset == RT_PRESET_KNOWLEDGE_CAFE
         || self->preset == RT_PRESET_CAROUSEL || self->preset == RT_PRESET_THEME_GROUPS;
}

/* How many lead tables in one round and so are no guests. */
static guint
count_leaders (const RtPresetSetup *self)
{
  if (self->preset == RT_PRESET_HOST_PER_ROUND && self->options->tables > 0)
    return MIN (self->options->tables, self->hosts->len);
  if (self->preset == RT_PRESET_ROUNDTABLE)
    return MIN (1, self->hosts->len);
  return self->hosts->len;
}

static void
find_guests (RtPresetSetup *self)
{
  guint n_people = rt_plan_get_n (self->plan, RT_PART_PEOPLE);
  int expected = rt_plan_get_event (self->plan)->expected;
  guint attending = 0;

  for (guint i = 0; i < n_people; i++)
    {
      const RtPerson *person = rt_plan_get_person (self->plan, i);

      attending += rt_person_takes_part (person);
      if (rt_person_takes_part (person) && !g_ptr_array_find (self->hosts, person->parent.id, NULL))
        g_ptr_array_add (self->guests, (gpointer) person);
    }
  if (expected != RT_UNSET)
    attending = MAX (attending, (guint) expected);
  self->n_guests = attending - MIN (attending, count_leaders (self));
}

void
rt_preset_setup_init (RtPresetSetup *self, RtPlan *plan, const RtNewOptions *options)
{
  self->plan = plan;
  self->options = options;
  self->preset = options->preset;
  self->hosts = g_ptr_array_new ();
  self->guests = g_ptr_array_new ();
  rt_work_list_init (&self->tables, plan, RT_PART_TABLES);
  rt_work_list_init (&self->rounds, plan, RT_PART_ROUNDS);
  rt_work_list_init (&self->rules, plan, RT_PART_RULES);
  find_hosts (self);
  find_guests (self);
}

static guint
divide_up (guint n, guint by)
{
  return (n + by - 1) / by;
}

/* Fours, some of five; threes where that does not come out. */
static guint
count_fours (guint n)
{
  guint tables = n / 4;

  return n > tables * 5 ? tables + 1 : tables;
}

/* Theme groups of @size: as many tables for each theme as its first choices fill, rounded; what is
 * missing for all to sit goes to the themes with most people per table (highest averages). */
static guint
share_tables (const RtPresetSetup *self, guint size, guint n_tables, guint *tables)
{
  guint n_themes = rt_plan_get_n (self->plan, RT_PART_THEMES);
  g_autofree guint *wished = g_new0 (guint, n_themes);
  guint total = 0;

  for (guint i = 0; i < self->guests->len; i++)
    {
      const RtPerson *person = g_ptr_array_index (self->guests, i);

      if (rt_ids_length (person->wishes) > 0)
        wished[rt_plan_index_of (self->plan, RT_PART_THEMES, person->wishes[0])]++;
    }
  for (guint i = 0; i < n_themes && n_tables == 0; i++)
    total += tables[i] = (wished[i] + size / 2) / size;
  while (total < MAX (n_tables, divide_up (self->n_guests, size)))
    {
      guint best = 0;

      for (guint i = 1; i < n_themes; i++)
        if (wished[i] * (tables[best] + 1) > wished[best] * (tables[i] + 1)
            || (wished[i] * (tables[best] + 1) == wished[best] * (tables[i] + 1)
                && tables[i] < tables[best]))
          best = i;
      tables[best]++;
      total++;
    }
  return total;
}

static guint
count_own_tables (const RtPresetSetup *self)
{
  guint n_themes = rt_plan_get_n (self->plan, RT_PART_THEMES);
  guint places = self->options->places;

  if (self->preset == RT_PRESET_CAROUSEL)
    return n_themes > 0 ? n_themes : GROUP_SIZE;
  if (self->preset == RT_PRESET_THEME_GROUPS && n_themes > 0)
    {
      g_autofree guint *tables = g_new0 (guint, n_themes);

      return share_tables (self, places > 0 ? places : GROUP_SIZE, 0, tables);
    }
  if (self->preset == RT_PRESET_VISITOR && self->options->rounds > 0)
    return self->options->rounds;
  /* One of the chairs waits for the visitor. */
  if (places > 1 && self->preset == RT_PRESET_VISITOR)
    return divide_up (self->n_guests, places - 1);
  if (places > 0)
    return divide_up (self->n_guests, places);
  if (self->preset == RT_PRESET_KNOWLEDGE_CAFE)
    return count_fours (self->n_guests);
  if (self->preset == RT_PRESET_VISITOR)
    return MAX (2, divide_up (self->n_guests, 8));
  return divide_up (self->n_guests, self->preset == RT_PRESET_HOSTED_CAFE ? 6 : GROUP_SIZE);
}

guint
rt_preset_setup_count (const RtPresetSetup *self)
{
  if (self->preset == RT_PRESET_PLENARY)
    return 0;
  if (self->preset == RT_PRESET_ROUNDTABLE)
    return 1;
  if (self->hosts->len > 0 && self->preset != RT_PRESET_VISITOR)
    return self->hosts->len;
  return MAX (MAX (1, self->hosts->len), count_own_tables (self));
}

static gboolean
count_tables (RtPresetSetup *self, GError **error)
{
  guint asked = self->options->tables;
  gboolean fixed = self->preset == RT_PRESET_PLENARY || self->preset == RT_PRESET_ROUNDTABLE;

  self->n_tables = asked > 0 && !fixed ? asked : rt_preset_setup_count (self);
  if (is_at_tables (self) || self->preset == RT_PRESET_VISITOR)
    {
      if (asked > 0 && asked < self->hosts->len)
        {
          g_set_error (error, RT_ERROR, RT_ERROR_USAGE,
                       _("There are %u hosts, each at a table: %u tables are too few."),
                       self->hosts->len, asked);
          return FALSE;
        }
      if (asked == 0 && self->preset != RT_PRESET_VISITOR)
        self->n_tables = MAX (self->n_tables, self->tables.n_old);
    }
  if (self->n_tables <= RT_MAX_TABLES)
    return TRUE;
  g_set_error (error, RT_ERROR, RT_ERROR_LIMIT, _("A plan has at most %d tables."), RT_MAX_TABLES);
  return FALSE;
}

static gboolean
count_rounds (RtPresetSetup *self, GError **error)
{
  const RtNewOptions *options = self->options;

  rt_preset_get_times (self->preset, &self->n_rounds, &self->minutes, &self->changeover);
  if (options->rounds > 0)
    self->n_rounds = options->rounds;
  if (options->minutes > 0)
    self->minutes = options->minutes;
  if (options->changeover >= 0)
    self->changeover = options->changeover;
  if (self->preset == RT_PRESET_PLENARY)
    self->n_rounds = 0;
  else if (self->n_rounds == 0)
    self->n_rounds = self->n_tables;
  if (self->n_rounds <= RT_MAX_PLAN_ROUNDS)
    return TRUE;
  g_set_error (error, RT_ERROR, RT_ERROR_LIMIT, _("A plan has at most %d rounds."),
               RT_MAX_PLAN_ROUNDS);
  return FALSE;
}

/* The host of a table in a round where hosts travel: everybody hosts once before anybody hosts
 * again, and where all of them host in every round they go on to the next table. NULL is nobody. */
static RtId
get_round_host (const RtPresetSetup *self, guint round, guint table)
{
  guint n = MAX (self->hosts->len, self->n_tables);
  guint slot = (round * self->n_tables + table + (n == self->n_tables ? round : 0)) % n;

  return slot < self->hosts->len ? g_ptr_array_index (self->hosts, slot) : NULL;
}

static void
set_table_hosts (RtPresetSetup *self)
{
  guint next = 0;

  /* Hosts of tables are the first of the hosts. */
  for (guint i = 0; i < self->tables.n_old; i++)
    next += rt_plan_get_table (self->plan, i)->host != NULL;
  for (guint i = 0; i < self->n_tables; i++)
    if (self->preset == RT_PRESET_HOST_PER_ROUND)
      ((RtTable *) rt_work_list_edit (&self->tables, i))->host = get_round_host (self, 0, i);
    else if (self->preset == RT_PRESET_VISITOR)
      ((RtTable *) rt_work_list_edit (&self->tables, i))->host = NULL;
    else if (((const RtTable *) rt_work_list_get (&self->tables, i))->host == NULL
             && next < self->hosts->len)
      ((RtTable *) rt_work_list_edit (&self->tables, i))->host
        = g_ptr_array_index (self->hosts, next++);
}

/* A table that was there keeps its theme; where no table has one, the themes are dealt out. */
static void
set_table_themes (RtPresetSetup *self)
{
  guint n_themes = rt_plan_get_n (self->plan, RT_PART_THEMES);
  g_autofree guint *shares = g_new0 (guint, n_themes + 1);
  guint theme = 0;

  for (guint i = 0; i < self->n_tables; i++)
    if (((const RtTable *) rt_work_list_get (&self->tables, i))->theme != NULL)
      return;
  if (n_themes == 0 || (self->preset == RT_PRESET_ROUNDTABLE && n_themes > 1))
    return;
  if (self->preset == RT_PRESET_THEME_GROUPS)
    share_tables (self, self->options->places > 0 ? self->options->places : GROUP_SIZE,
                  self->n_tables, shares);
  for (guint i = 0; i < self->n_tables; i++)
    {
      RtTable *table = rt_work_list_edit (&self->tables, i);

      while (self->preset == RT_PRESET_THEME_GROUPS && shares[theme % n_themes] == 0)
        theme++;
      table->theme = rt_plan_get_theme (self->plan, theme % n_themes)->parent.id;
      if (self->preset != RT_PRESET_THEME_GROUPS || --shares[theme % n_themes] == 0)
        theme++;
    }
}

/*
 * Even shares of the guests, larger ones first, and a chair for who hosts there: where hosts
 * travel, a table without one in the first round has one in another. In a carousel each table has
 * room for the larger share: 30 people can visit four tables once each only when the eights go
 * round too.
 */
static void
set_places (RtPresetSetup *self)
{
  gboolean always = self->preset == RT_PRESET_HOSTED_CAFE || self->preset == RT_PRESET_VISITOR
                    || (self->preset == RT_PRESET_HOST_PER_ROUND && self->hosts->len > 0);

  for (guint i = 0; i < self->n_tables; i++)
    {
      RtTable *table = rt_work_list_edit (&self->tables, i);
      guint rest = self->n_guests % self->n_tables;
      gboolean larger = i < rest || (rest > 0 && self->preset == RT_PRESET_CAROUSEL);
      guint share = self->n_guests / self->n_tables + larger;

      table->places = self->options->places > 0 ? self->options->places
                      : share + (always || table->host != NULL);
    }
}

void
rt_preset_setup_fill_tables (RtPresetSetup *self)
{
  int number = 0;

  for (guint i = 0; i < self->tables.records->len; i++)
    number = MAX (number, ((const RtTable *) rt_work_list_get (&self->tables, i))->number);
  while (self->tables.records->len < self->n_tables)
    rt_work_list_add (&self->tables, rt_table_new (++number, RT_UNSET));
  set_table_hosts (self);
  set_table_themes (self);
  if (self->n_tables > 0)
    set_places (self);
}

static void
lay_out_tables (RtPresetSetup *self)
{
  if (!is_at_tables (self))
    rt_work_list_truncate (&self->tables, self->n_tables);
  rt_preset_setup_fill_tables (self);
}

static int
compare_organisations (gconstpointer a, gconstpointer b)
{
  const RtPerson *one = *(const RtPerson * const *) a;
  const RtPerson *other = *(const RtPerson * const *) b;
  g_autofree char *ours = rt_fold (one->organisation);
  g_autofree char *theirs = rt_fold (other->organisation);

  return strcmp (ours, theirs);
}

/* The guests in the order in which they are dealt to groups that stay together: those of one
 * organisation come one after the other and so to different groups. */
static GPtrArray *
deal_guests (const RtPresetSetup *self)
{
  GPtrArray *guests = g_ptr_array_copy (self->guests, NULL, NULL);

  g_ptr_array_sort (guests, compare_organisations);
  return guests;
}

/* The groups stay: everybody but the visitors is pinned in every round. */
static void
pin_groups (RtPresetSetup *self, RtRound *round)
{
  g_autoptr (GPtrArray) guests = deal_guests (self);

  for (guint i = 0; i < guests->len; i++)
    {
      const RtPerson *person = g_ptr_array_index (guests, i);
      const RtRecord *table = rt_work_list_get (&self->tables, i % self->n_tables);

      rt_map_set (&round->pins, person->parent.id, table->id);
    }
}

static void
set_round_hosts (RtPresetSetup *self, RtRound *round, guint index)
{
  for (guint i = 0; i < self->n_tables; i++)
    {
      const RtTable *table = rt_work_list_get (&self->tables, i);
      RtId host = get_round_host (self, index, i);

      if (host != table->host)
        rt_map_set (&round->hosts, table->parent.id, host != NULL ? host : rt_id_intern (""));
    }
}

static void
set_visitors (RtPresetSetup *self, RtRound *round, guint index)
{
  for (guint i = 0; i < MIN (self->hosts->len, self->n_tables); i++)
    {
      const RtRecord *table = rt_work_list_get (&self->tables, (index + i) % self->n_tables);

      rt_map_set (&round->hosts, table->id, g_ptr_array_index (self->hosts, i));
    }
}

void
rt_preset_setup_fill_round (RtPresetSetup *self, RtRound *round, guint index)
{
  if (self->preset == RT_PRESET_HOST_PER_ROUND && self->hosts->len > 0)
    set_round_hosts (self, round, index);
  if (self->preset == RT_PRESET_VISITOR)
    {
      set_visitors (self, round, index);
      pin_groups (self, round);
    }
}

static void
lay_out_rounds (RtPresetSetup *self)
{
  while (self->rounds.records->len < self->n_rounds)
    rt_work_list_add (&self->rounds, rt_round_new (RT_UNSET, RT_UNSET));
  for (guint i = 0; i < self->n_rounds; i++)
    {
      RtRound *round;

      if (((const RtRound *) rt_work_list_get (&self->rounds, i))->done == 1)
        continue;
      round = rt_work_list_edit (&self->rounds, i);
      round->minutes = self->minutes;
      round->changeover = self->changeover;
      rt_preset_setup_fill_round (self, round, i);
    }
}

/* A carousel of whole groups: their people stay together, and so cannot but meet again. */
static void
add_groups (RtPresetSetup *self)
{
  g_autoptr (GPtrArray) guests = deal_guests (self);

  for (guint table = 0; table < self->n_tables; table++)
    {
      RtRule *rule = rt_rule_new (RT_RULE_TOGETHER, RT_STRENGTH_MUST);

      for (guint i = table; i < guests->len; i += self->n_tables)
        {
          const RtPerson *person = g_ptr_array_index (guests, i);
          g_autofree RtIds more = rt_ids_add (rule->people, person->parent.id);

          rt_set_ids (&rule->people, more);
        }
      if (rt_ids_length (rule->people) > 1)
        rt_work_list_add (&self->rules, rule);
      else
        rt_record_unref (rule);
    }
}

/* Rules about named people and rules somebody counts by are no preset's; they stay, behind the
 * preset's. */
static gboolean
is_own_rule (const RtRule *rule)
{
  return rule->kind == RT_RULE_TOGETHER || rule->kind == RT_RULE_APART
         || rule->kind == RT_RULE_VISIT || rule->kind == RT_RULE_AVOID
         || rule->kind == RT_RULE_COUNT || rule->kind == RT_RULE_LANGUAGE;
}

static void
lay_out_rules (RtPresetSetup *self)
{
  g_autoptr (GPtrArray) rules = rt_preset_rules (self->preset);

  rt_work_list_truncate (&self->rules, 0);
  for (guint i = 0; i < rules->len; i++)
    rt_work_list_add (&self->rules, rt_record_ref (g_ptr_array_index (rules, i)));
  if (self->preset == RT_PRESET_CAROUSEL && self->options->keep_groups)
    add_groups (self);
  for (guint i = 0; i < self->rules.n_old; i++)
    {
      const RtRule *rule = rt_plan_get_rule (self->plan, i);

      if (is_own_rule (rule))
        rt_work_list_add (&self->rules, rt_record_ref (rule));
    }
}

/* A floor large enough for the tables, wider than deep. */
void
rt_preset_setup_measure_room (const RtPresetSetup *self, int *width, int *height)
{
  guint n = self->tables.records->len;
  guint columns = MAX (1, (guint) ceil (sqrt (n)));
  guint usual = (guint) rt_table_usual_width (FALSE, 0), widest = usual;

  for (guint i = 0; i < n; i++)
    {
      int places = rt_table_get_places (rt_work_list_get (&self->tables, i));

      widest = MAX (widest, (guint) rt_table_usual_width (FALSE, (guint) places));
    }
  *width = columns * (TABLE_WIDTH + widest - usual) + WALLS;
  *height = divide_up (n, columns) * (TABLE_DEPTH + widest - usual) + WALLS;
}

void
rt_preset_setup_scatter (RtPresetSetup *self, int width, int height)
{
  guint n = self->tables.records->len;
  g_autofree int *xy = g_new0 (int, 2 * n + 1);

  rt_edit_scatter (width, height, n, xy);
  for (guint i = 0; i < n; i++)
    {
      RtTable *table = rt_work_list_edit (&self->tables, i);

      table->x = xy[2 * i];
      table->y = xy[2 * i + 1];
    }
}

static void
lay_out_room (RtPresetSetup *self, RtChange *change)
{
  RtRoom *room;

  if (self->tables.records->len == 0 || rt_plan_get_n (self->plan, RT_PART_ROOM) > 0)
    return;
  room = rt_record_new (&rt_room_class, NULL);
  rt_preset_setup_measure_room (self, &room->width, &room->height);
  rt_preset_setup_scatter (self, room->width, room->height);
  rt_change_insert (change, RT_PART_ROOM, 0, room);
  rt_record_unref (room);
}

static void
lay_out_event (RtPresetSetup *self, RtChange *change)
{
  gboolean is_new = rt_plan_get_n (self->plan, RT_PART_EVENT) == 0;
  const RtEvent *old = rt_plan_get_event (self->plan);
  g_autoptr (RtEvent) event = is_new ? rt_record_new (&rt_event_class, NULL) : rt_record_copy (old);

  event->preset = self->preset;
  if (self->options->title != NULL)
    rt_set_text (&event->title, self->options->title);
  if (self->options->date != NULL)
    rt_set_text (&event->date, self->options->date);
  if (self->options->start != NULL)
    rt_set_text (&event->start, self->options->start);
  if (is_new)
    rt_change_insert (change, RT_PART_EVENT, 0, event);
  else
    rt_change_replace (change, RT_PART_EVENT, 0, old, event);
}

/* Rules have no order of their own to keep: the old ones go, the new ones come. */
static void
replace_rules (RtPresetSetup *self, RtChange *change)
{
  for (guint i = self->rules.n_old; i > 0; i--)
    rt_change_remove (change, RT_PART_RULES, i - 1, rt_plan_get_rule (self->plan, i - 1));
  for (guint i = 0; i < self->rules.records->len; i++)
    rt_change_insert (change, RT_PART_RULES, i, rt_work_list_get (&self->rules, i));
}

/* Hosts stay where they are whatever is arranged, so they have their chairs from the start. */
static void
seat_hosts (RtPresetSetup *self)
{
  GPtrArray *tables = self->tables.records;

  for (guint i = self->rounds.n_old; i < self->rounds.records->len; i++)
    rt_edit_seat_hosts (self->plan, rt_work_list_edit (&self->rounds, i),
                        (const RtTable * const *) tables->pdata, tables->len);
}

/**
 * rt_preset_to_change:
 * @plan: with its people, hosts and themes
 * @options: what is not the preset's own
 * @error: %RT_ERROR_USAGE, %RT_ERROR_LIMIT
 *
 * Lays out the event: tables (one per host, or as the preset asks) with even places, rounds with
 * the hosts in their chairs, rules, and a room when there is none. Tables, rounds and rules about
 * named people that are there stay.
 *
 * Returns: (transfer full): one change, "Set Up as Hosted Café"
 */
RtChange *
rt_preset_to_change (RtPlan *plan, const RtNewOptions *options, GError **error)
{
  g_auto (RtPresetSetup) setup = { NULL };
  g_autofree char *label = NULL;
  RtChange *change;

  rt_preset_setup_init (&setup, plan, options);
  if (!count_tables (&setup, error) || !count_rounds (&setup, error))
    return NULL;
  lay_out_tables (&setup);
  lay_out_rounds (&setup);
  seat_hosts (&setup);
  lay_out_rules (&setup);
  /* Translators: a format, such as "Hosted café" */
  label = g_strdup_printf (_("Set Up as %s"), rt_preset_get_title (options->preset));
  change = rt_change_new (label);
  lay_out_event (&setup, change);
  lay_out_room (&setup, change);
  rt_work_list_finish (&setup.tables, change, NULL, NULL);
  rt_work_list_finish (&setup.rounds, change, NULL, NULL);
  replace_rules (&setup, change);
  return change;
}
