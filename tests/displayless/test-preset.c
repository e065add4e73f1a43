/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include <string.h>

#include "rt-edit.h"
#include "rt-import.h"

static void
read_text (RtPlan *plan, RtListKind kind, const char *text)
{
  g_autoptr (GError) error = NULL;
  RtCsv *csv = rt_csv_read (text, strlen (text), NULL, 0, NULL);
  g_autoptr (RtImport) import = rt_import_new (csv, kind, &error);
  g_autoptr (RtChange) change = rt_import_to_change (import, plan, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_true (rt_plan_apply (plan, change, &error));
}

/* A plan with people, hosts and themes; organisations in turn. */
static RtPlan *
make_plan (guint n_people, guint n_hosts, guint n_themes)
{
  RtPlan *plan = rt_plan_new ();
  g_autoptr (GString) people = g_string_new ("Name,Organisation\n");
  g_autoptr (GString) hosts = g_string_new ("Name,Theme\n");
  g_autoptr (GString) themes = g_string_new ("Theme\n");

  for (guint i = 0; i < n_people; i++)
    g_string_append_printf (people, "Guest %u,Org %u\n", i, i / 3);
  for (guint i = 0; i < n_hosts; i++)
    g_string_append_printf (hosts, "Host %u,Topic %u\n", i, i);
  for (guint i = 0; i < n_themes; i++)
    g_string_append_printf (themes, "Theme %u\n", i);
  if (n_themes > 0)
    read_text (plan, RT_LIST_THEMES, themes->str);
  read_text (plan, RT_LIST_PEOPLE, people->str);
  if (n_hosts > 0)
    read_text (plan, RT_LIST_HOSTS, hosts->str);
  return plan;
}

static void
set_up (RtPlan *plan, const RtNewOptions *options)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RtChange) change = rt_preset_to_change (plan, options, &error);

  g_assert_no_error (error);
  rt_plan_apply (plan, change, &error);
  g_assert_no_error (error);
}

static char *
dup_rules (RtPlan *plan)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < rt_plan_get_n (plan, RT_PART_RULES); i++)
    {
      const RtRule *rule = rt_plan_get_rule (plan, i);
      static const char * const of[] = { "host", "table", "theme" };

      g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", rt_rule_kind_words[rule->kind]);
      if (rule->of != RT_UNSET)
        g_string_append_printf (text, " %s", of[rule->of]);
      if (rule->by != NULL)
        g_string_append_printf (text, " %s", rule->by);
      g_string_append_printf (text, " %s", rt_strength_words[rule->strength]);
    }
  return g_string_free (text, FALSE);
}

static char *
dup_places (RtPlan *plan)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < rt_plan_get_n (plan, RT_PART_TABLES); i++)
    g_string_append_printf (text, "%s%d", i > 0 ? "," : "", rt_plan_get_table (plan, i)->places);
  return g_string_free (text, FALSE);
}

/* The plan format's table of presets, as it stands there. */
static const struct {
  RtPreset    preset;
  guint       people, hosts, themes;
  const char *rules;
  const char *places;
  guint       rounds;
  int         minutes, changeover;
} cases[] = {
  { RT_PRESET_HOSTED_CAFE, 50, 9, 0,
    "even must, returns host must, own-host must, step-free must, repeats should, "
    "spread organisation should, wishes may", "7,7,7,7,7,6,6,6,6", 3, 25, 5 },
  { RT_PRESET_HOST_PER_ROUND, 45, 9, 0,
    "even must, returns host must, step-free must, repeats should, spread organisation should, "
    "wishes may", "6,6,6,6,6,6,6,6,6", 3, 20, 5 },
  { RT_PRESET_HOST_PER_ROUND, 23, 0, 0,
    "even must, returns host must, step-free must, repeats should, spread organisation should, "
    "wishes may", "5,5,5,4,4", 3, 20, 5 },
  { RT_PRESET_KNOWLEDGE_CAFE, 22, 0, 0,
    "even must, step-free must, repeats should, spread organisation should",
    "5,5,4,4,4", 3, 20, 5 },
  { RT_PRESET_KNOWLEDGE_CAFE, 11, 0, 0,
    "even must, step-free must, repeats should, spread organisation should", "4,4,3", 3, 20, 5 },
  { RT_PRESET_CAROUSEL, 30, 0, 4,
    "even must, returns table must, step-free must, repeats should, spread organisation should",
    "8,8,8,8", 4, 15, 3 },
  { RT_PRESET_THEME_GROUPS, 20, 0, 2,
    "wishes should, even should, step-free must, spread organisation should", "5,5,5,5", 1, 45, 0 },
  { RT_PRESET_VISITOR, 20, 0, 0,
    "even must, step-free must, spread organisation should", "8,8,7", 3, 15, 3 },
  { RT_PRESET_ROUNDTABLE, 14, 0, 0, "", "14", 1, 90, 0 },
  { RT_PRESET_PLENARY, 14, 0, 0, "", "", 0, 0, 0 },
};

static void
test_preset (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  RtNewOptions options = RT_NEW_OPTIONS_DEFAULT;
  g_autoptr (RtPlan) plan = make_plan (cases[i].people, cases[i].hosts, cases[i].themes);
  g_autofree char *rules = NULL;
  g_autofree char *places = NULL;

  options.preset = cases[i].preset;
  set_up (plan, &options);
  rules = dup_rules (plan);
  places = dup_places (plan);
  g_assert_cmpint (rt_plan_get_event (plan)->preset, ==, cases[i].preset);
  g_assert_cmpstr (rules, ==, cases[i].rules);
  g_assert_cmpstr (places, ==, cases[i].places);
  g_assert_cmpuint (rt_plan_get_n (plan, RT_PART_ROUNDS), ==, cases[i].rounds);
  for (guint k = 0; k < cases[i].rounds; k++)
    {
      g_assert_cmpint (rt_plan_get_round (plan, k)->minutes, ==, cases[i].minutes);
      g_assert_cmpint (rt_plan_get_round (plan, k)->changeover, ==, cases[i].changeover);
    }
}

static void
test_options (void)
{
  RtNewOptions options = { RT_PRESET_KNOWLEDGE_CAFE, 3, 9, 2, 30, 0, "10:10", "2009-01-29", "Café",
                           FALSE };
  g_autoptr (RtPlan) plan = make_plan (20, 0, 0);
  g_autofree char *places = NULL;
  const RtEvent *event;

  set_up (plan, &options);
  places = dup_places (plan);
  event = rt_plan_get_event (plan);
  g_assert_cmpstr (places, ==, "9,9,9");
  g_assert_cmpuint (rt_plan_get_n (plan, RT_PART_ROUNDS), ==, 2);
  g_assert_cmpint (rt_plan_get_round (plan, 1)->minutes, ==, 30);
  g_assert_cmpint (rt_plan_get_round (plan, 1)->changeover, ==, 0);
  g_assert_cmpstr (event->title, ==, "Café");
  g_assert_cmpstr (event->date, ==, "2009-01-29");
  g_assert_cmpstr (event->start, ==, "10:10");
}

static void
test_too_few_tables (void)
{
  RtNewOptions options = RT_NEW_OPTIONS_DEFAULT;
  g_autoptr (RtPlan) plan = make_plan (20, 5, 0);
  g_autoptr (GError) error = NULL;

  options.tables = 4;
  g_assert_null (rt_preset_to_change (plan, &options, &error));
  g_assert_error (error, RT_ERROR, RT_ERROR_USAGE);
  g_clear_error (&error);
  options.preset = RT_PRESET_VISITOR;
  g_assert_null (rt_preset_to_change (plan, &options, &error));
  g_assert_error (error, RT_ERROR, RT_ERROR_USAGE);
  options.tables = 0;
  set_up (plan, &options);
  g_assert_cmpuint (rt_plan_get_n (plan, RT_PART_TABLES), ==, 5);
}

static void
test_more_tables (void)
{
  RtNewOptions options = RT_NEW_OPTIONS_DEFAULT;
  g_autoptr (RtPlan) plan = make_plan (20, 3, 0);

  options.tables = 5;
  set_up (plan, &options);
  g_assert_cmpuint (rt_plan_get_n (plan, RT_PART_TABLES), ==, 5);
  g_assert_nonnull (rt_plan_get_table (plan, 2)->host);
  g_assert_null (rt_plan_get_table (plan, 3)->host);
  g_assert_cmpint (rt_plan_get_table (plan, 4)->number, ==, 5);
}

static void
test_too_many_rounds (void)
{
  RtNewOptions options = { .preset = RT_PRESET_CAROUSEL, .tables = 30, .changeover = -1 };
  g_autoptr (RtPlan) plan = make_plan (90, 0, 0);
  g_autoptr (GError) error = NULL;

  g_assert_null (rt_preset_to_change (plan, &options, &error));
  g_assert_error (error, RT_ERROR, RT_ERROR_LIMIT);
}

/* Staff, and who is absent, take no place; people who are still to come do. */
static void
test_who_counts (void)
{
  RtNewOptions options = { .preset = RT_PRESET_ROUNDTABLE, .changeover = -1 };
  g_autoptr (RtPlan) plan = rt_plan_new ();
  g_autoptr (RtEvent) event = rt_record_new (&rt_event_class, NULL);
  g_autoptr (RtChange) change = rt_change_new ("");

  read_text (plan, RT_LIST_PEOPLE, "Name,Role\nAnn,\nBo,staff\nCy,speaker\n");
  set_up (plan, &options);
  g_assert_cmpint (rt_plan_get_table (plan, 0)->places, ==, 2);
  event->expected = 40;
  rt_change_replace (change, RT_PART_EVENT, 0, rt_plan_get_event (plan), event);
  g_assert_true (rt_plan_apply (plan, change, NULL));
  set_up (plan, &options);
  g_assert_cmpint (rt_plan_get_table (plan, 0)->places, ==, 40);
  g_assert_cmpuint (rt_plan_get_n (plan, RT_PART_ROUNDS), ==, 1);
}

/* Who is called a host in the list of people gets a table, when the format has hosts. */
static void
test_hosts_by_role (void)
{
  RtNewOptions options = RT_NEW_OPTIONS_DEFAULT;
  g_autoptr (RtPlan) plan = rt_plan_new ();

  read_text (plan, RT_LIST_PEOPLE, "Name,Role\nAnn,host\nBo,\nCy,\nDi,host\nEd,\n");
  set_up (plan, &options);
  g_assert_cmpuint (rt_plan_get_n (plan, RT_PART_TABLES), ==, 2);
  g_assert_true (rt_plan_get_table (plan, 1)->host == rt_plan_get_person (plan, 3)->parent.id);
  g_assert_cmpint (rt_plan_get_table (plan, 0)->places, ==, 3);
  g_assert_cmpint (rt_plan_get_table (plan, 1)->places, ==, 2);
}

/* Each host is at another table in each round, and nobody hosts two. */
static void
test_host_per_round (void)
{
  RtNewOptions options = { .preset = RT_PRESET_HOST_PER_ROUND, .changeover = -1 };
  g_autoptr (RtPlan) plan = make_plan (20, 5, 0);

  set_up (plan, &options);
  for (guint round = 1; round < 3; round++)
    for (guint i = 0; i < 5; i++)
      g_assert_true (rt_map_lookup (rt_plan_get_round (plan, round)->hosts,
                                    rt_plan_get_table (plan, i)->parent.id)
                     == rt_plan_get_table (plan, (i + round) % 5)->host);
}

/* More hosts than tables: others host in the next round, and are guests in this one. */
static void
test_many_hosts (void)
{
  RtNewOptions options = { .preset = RT_PRESET_HOST_PER_ROUND, .tables = 3, .changeover = -1 };
  g_autoptr (RtPlan) plan = make_plan (6, 9, 0);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  set_up (plan, &options);
  g_assert_cmpuint (rt_plan_get_n (plan, RT_PART_TABLES), ==, 3);
  g_assert_cmpint (rt_plan_get_table (plan, 0)->places, ==, 5);
  for (guint i = 0; i < 3; i++)
    {
      RtId table = rt_plan_get_table (plan, i)->parent.id;

      g_hash_table_add (seen, (gpointer) rt_plan_get_table (plan, i)->host);
      for (guint round = 1; round < 3; round++)
        g_hash_table_add (seen, (gpointer) rt_map_lookup (rt_plan_get_round (plan, round)->hosts,
                                                          table));
    }
  g_assert_cmpuint (g_hash_table_size (seen), ==, 9);
}

/* More tables than hosts: the table without a host is another one in each round, so each table has
 * a chair for one. */
static void
test_few_hosts (void)
{
  RtNewOptions options = { .preset = RT_PRESET_HOST_PER_ROUND, .tables = 4, .changeover = -1 };
  g_autoptr (RtPlan) plan = make_plan (8, 3, 0);
  g_autofree char *places = NULL;

  set_up (plan, &options);
  places = dup_places (plan);
  g_assert_cmpstr (places, ==, "3,3,3,3");
  g_assert_cmpuint (rt_map_length (rt_plan_get_round (plan, 1)->hosts), >, 0);
}

/* The visitor is at a different table in each round; everybody else is pinned, organisations apart.
 * */
static void
test_visitor (void)
{
  RtNewOptions options = { .preset = RT_PRESET_VISITOR, .tables = 4, .changeover = -1 };
  g_autoptr (RtPlan) plan = make_plan (12, 1, 0);
  RtId visitor;

  visitor = rt_plan_get_table (plan, 0)->host;
  set_up (plan, &options);
  g_assert_cmpuint (rt_plan_get_n (plan, RT_PART_ROUNDS), ==, 4);
  for (guint round = 0; round < 4; round++)
    {
      const RtRound *record = rt_plan_get_round (plan, round);
      RtId table = rt_plan_get_table (plan, round)->parent.id;

      g_assert_null (rt_plan_get_table (plan, round)->host);
      g_assert_cmpuint (rt_map_length (record->hosts), ==, 1);
      g_assert_true (rt_map_lookup (record->hosts, table) == visitor);
      g_assert_cmpuint (rt_map_length (record->pins), ==, 12);
      g_assert_true (rt_map_lookup (record->pins, rt_plan_get_person (plan, 0)->parent.id)
                     != rt_map_lookup (record->pins, rt_plan_get_person (plan, 1)->parent.id));
      g_assert_true (rt_map_lookup (record->pins, rt_plan_get_person (plan, 0)->parent.id)
                     == rt_map_lookup (rt_plan_get_round (plan, 0)->pins,
                                       rt_plan_get_person (plan, 0)->parent.id));
    }
}

/* The visitor's chair is one of those asked for: groups of five at tables of six. */
static void
test_visitor_places (void)
{
  RtNewOptions options = { .preset = RT_PRESET_VISITOR, .places = 6, .changeover = -1 };
  g_autoptr (RtPlan) plan = make_plan (23, 1, 0);

  set_up (plan, &options);
  g_assert_cmpuint (rt_plan_get_n (plan, RT_PART_TABLES), ==, 5);
}

static void
test_keep_groups (void)
{
  RtNewOptions options = { .preset = RT_PRESET_CAROUSEL, .changeover = -1, .keep_groups = TRUE };
  g_autoptr (RtPlan) plan = make_plan (12, 0, 4);
  g_autofree char *rules = NULL;

  set_up (plan, &options);
  rules = dup_rules (plan);
  g_assert_cmpstr (rules, ==, "even must, returns table must, step-free must, repeats should, "
                              "spread organisation should, together must, together must, "
                              "together must, together must");
  g_assert_cmpuint (rt_ids_length (rt_plan_get_rule (plan, 5)->people), ==, 3);
}

static void
test_themes_dealt (void)
{
  RtNewOptions options = { .preset = RT_PRESET_CAROUSEL, .tables = 5, .changeover = -1 };
  g_autoptr (RtPlan) plan = make_plan (30, 0, 4);

  set_up (plan, &options);
  for (guint i = 0; i < 5; i++)
    g_assert_true (rt_plan_get_table (plan, i)->theme
                   == rt_plan_get_theme (plan, i % 4)->parent.id);
}

/* Tables for each theme as its first choices ask. */
static void
test_theme_groups (void)
{
  RtNewOptions options = { .preset = RT_PRESET_THEME_GROUPS, .changeover = -1 };
  g_autoptr (RtPlan) plan = rt_plan_new ();
  g_autoptr (GString) people = g_string_new ("Name,Choices\n");
  guint n[3] = { 0, 0, 0 };

  read_text (plan, RT_LIST_THEMES, "Theme\nA\nB\nC\n");
  for (guint i = 0; i < 15; i++)
    g_string_append_printf (people, "Guest %u,A; B\n", i);
  for (guint i = 15; i < 20; i++)
    g_string_append_printf (people, "Guest %u,B\n", i);
  g_string_append (people, "Guest 20,C; A\nGuest 21,\nGuest 22,\nGuest 23,\n");
  read_text (plan, RT_LIST_PEOPLE, people->str);
  set_up (plan, &options);
  g_assert_cmpuint (rt_plan_get_n (plan, RT_PART_TABLES), ==, 5);
  for (guint i = 0; i < 5; i++)
    n[rt_plan_index_of (plan, RT_PART_THEMES, rt_plan_get_table (plan, i)->theme)]++;
  g_assert_cmpuint (n[0], ==, 4);
  g_assert_cmpuint (n[1], ==, 1);
  g_assert_cmpuint (n[2], ==, 0);
}

static void
test_room (void)
{
  RtNewOptions options = RT_NEW_OPTIONS_DEFAULT;
  g_autoptr (RtPlan) plan = make_plan (160, 32, 0);
  const RtRoom *room;

  set_up (plan, &options);
  room = rt_plan_get (plan, RT_PART_ROOM, 0);
  for (guint i = 0; i < 32; i++)
    {
      const RtTable *table = rt_plan_get_table (plan, i);

      g_assert_true (table->x > 0 && table->x < room->width);
      g_assert_true (table->y > 0 && table->y < room->height);
      for (guint k = 0; k < i; k++)
        {
          const RtTable *other = rt_plan_get_table (plan, k);

          g_assert_true (ABS (table->x - other->x) > 200 || ABS (table->y - other->y) > 200);
        }
    }
}

/* Another format for a plan that has one: nothing is doubled, and rules about people stay. */
static void
test_again (void)
{
  RtNewOptions options = RT_NEW_OPTIONS_DEFAULT;
  g_autoptr (RtPlan) plan = make_plan (20, 4, 0);
  g_autoptr (RtRule) apart = rt_rule_new (RT_RULE_APART, RT_STRENGTH_MUST);
  g_autoptr (RtChange) change = rt_change_new ("");
  g_autofree char *rules = NULL;

  set_up (plan, &options);
  apart->people = rt_ids_add (NULL, rt_plan_get_person (plan, 0)->parent.id);
  {
    g_autofree RtIds one = apart->people;

    apart->people = rt_ids_add (one, rt_plan_get_person (plan, 1)->parent.id);
  }
  rt_change_insert (change, RT_PART_RULES, 0, apart);
  g_assert_true (rt_plan_apply (plan, change, NULL));
  options.preset = RT_PRESET_KNOWLEDGE_CAFE;
  set_up (plan, &options);
  rules = dup_rules (plan);
  g_assert_cmpstr (rules, ==, "even must, step-free must, repeats should, "
                              "spread organisation should, apart must");
  g_assert_cmpuint (rt_plan_get_n (plan, RT_PART_TABLES), ==, 4);
  g_assert_cmpuint (rt_plan_get_n (plan, RT_PART_ROUNDS), ==, 3);
  g_assert_cmpuint (rt_plan_get_n (plan, RT_PART_ROOM), ==, 1);
  g_assert_cmpint (rt_plan_get_round (plan, 0)->minutes, ==, 20);
}

static void
fit (RtPlan *plan)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RtChange) change = rt_preset_fit_to_change (plan, &error);

  g_assert_no_error (error);
  rt_plan_apply (plan, change, &error);
  g_assert_no_error (error);
}

/* @n hosts of "Topic 0" and on come to a plan that was laid out without them. */
static void
add_hosts (RtPlan *plan, guint n)
{
  g_autoptr (GString) hosts = g_string_new ("Name,Theme\n");

  for (guint i = 0; i < n; i++)
    g_string_append_printf (hosts, "Host %u,Topic %u\n", i, i);
  read_text (plan, RT_LIST_HOSTS, hosts->str);
}

static guint
count_places (RtPlan *plan)
{
  guint n = 0;

  for (guint i = 0; i < rt_plan_get_n (plan, RT_PART_TABLES); i++)
    n += rt_table_get_places (rt_plan_get_table (plan, i));
  return n;
}

/* Hosts whose list comes second: as many, more and fewer than the tables that were made without
 * them. */
static void
test_hosts_later (gconstpointer data)
{
  guint n_hosts = GPOINTER_TO_UINT (data);
  RtNewOptions options = RT_NEW_OPTIONS_DEFAULT;
  g_autoptr (RtPlan) plan = make_plan (50, 0, 0);

  set_up (plan, &options);
  g_assert_cmpuint (rt_plan_get_n (plan, RT_PART_TABLES), ==, 9);
  g_assert_true (rt_preset_is_as_laid_out (plan));
  add_hosts (plan, n_hosts);
  fit (plan);
  g_assert_cmpuint (rt_plan_get_n (plan, RT_PART_TABLES), ==, n_hosts);
  g_assert_cmpuint (count_places (plan), ==, 50 + n_hosts);
  for (guint i = 0; i < n_hosts; i++)
    {
      const RtTable *table = rt_plan_get_table (plan, i);

      g_assert_nonnull (table->host);
      g_assert_cmpint (table->number, ==, i + 1);
      g_assert_true (rt_seating_at (rt_plan_get_round (plan, 2)->seating, table->parent.id, 0)
                     == table->host);
    }
  g_assert_true (rt_preset_is_as_laid_out (plan));
}

/* A second list of people. */
static void
test_people_later (void)
{
  RtNewOptions options = { .preset = RT_PRESET_KNOWLEDGE_CAFE, .changeover = -1 };
  g_autoptr (RtPlan) plan = make_plan (12, 0, 0);

  set_up (plan, &options);
  read_text (plan, RT_LIST_PEOPLE, "Name\nAda Byron\nBo Ek\nCy Young\nDee Fox\n");
  fit (plan);
  g_assert_cmpuint (rt_plan_get_n (plan, RT_PART_TABLES), ==, 4);
  g_assert_cmpuint (count_places (plan), ==, 16);
}

static void
lay_out (RtPlan *plan, RtPreset preset)
{
  RtNewOptions options = { .preset = preset, .changeover = -1 };

  set_up (plan, &options);
  g_assert_true (rt_preset_is_as_laid_out (plan));
}

/* What lists bring one after the other is what they bring together. */
static void
assert_like (RtPlan *plan, RtPlan *other)
{
  guint n = rt_plan_get_n (other, RT_PART_TABLES);

  g_assert_true (rt_preset_is_as_laid_out (plan));
  g_assert_cmpuint (rt_plan_get_n (plan, RT_PART_TABLES), ==, n);
  g_assert_cmpuint (rt_plan_get_n (plan, RT_PART_ROUNDS), ==,
                    rt_plan_get_n (other, RT_PART_ROUNDS));
  g_assert_cmpuint (count_places (plan), ==, count_places (other));
  for (guint i = 0; i < rt_plan_get_n (other, RT_PART_ROUNDS); i++)
    {
      const RtRound *round = rt_plan_get_round (plan, i), *expected = rt_plan_get_round (other, i);

      g_assert_cmpuint (rt_map_length (round->hosts), ==, rt_map_length (expected->hosts));
      g_assert_cmpuint (rt_map_length (round->pins), ==, rt_map_length (expected->pins));
      g_assert_cmpuint (rt_seating_n_people (round->seating), ==,
                        rt_seating_n_people (expected->seating));
      g_assert_cmpint (round->minutes, ==, expected->minutes);
      g_assert_cmpint (round->changeover, ==, expected->changeover);
    }
}

/* Visitors, or hosts who change, after those who are visited. */
static void
test_leaders_later (gconstpointer data)
{
  RtPreset preset = GPOINTER_TO_UINT (data);
  g_autoptr (RtPlan) plan = make_plan (40, 0, 0), together = make_plan (40, 3, 0);

  lay_out (plan, preset);
  lay_out (together, preset);
  add_hosts (plan, 3);
  fit (plan);
  assert_like (plan, together);
  g_assert_cmpuint (rt_seating_n_people (rt_plan_get_round (plan, 1)->seating), ==, 3);
}

/* As many again, and then they stay away. */
static void
test_guests_later (gconstpointer data)
{
  RtPreset preset = GPOINTER_TO_UINT (data);
  g_autoptr (RtPlan) plan = make_plan (20, 3, 0), together = make_plan (40, 3, 0);
  g_autoptr (RtPlan) before = make_plan (20, 3, 0);
  g_autoptr (GString) people = g_string_new ("Name,Organisation\n");
  g_autofree RtId *late = g_new0 (RtId, 21);
  g_autoptr (RtChange) away = NULL;

  lay_out (plan, preset);
  lay_out (before, preset);
  lay_out (together, preset);
  for (guint i = 20; i < 40; i++)
    g_string_append_printf (people, "Guest %u,Org %u\n", i, i / 3);
  read_text (plan, RT_LIST_PEOPLE, people->str);
  fit (plan);
  assert_like (plan, together);
  for (guint i = 0; i < 20; i++)
    late[i] = rt_plan_get_person (plan, rt_plan_get_n (plan, RT_PART_PEOPLE) - 1 - i)->parent.id;
  away = rt_edit_remove (plan, "", RT_PART_PEOPLE, late, 20, NULL);
  g_assert_true (rt_plan_apply (plan, away, NULL));
  fit (plan);
  assert_like (plan, before);
}

/* Groups are as many as the sign-ups ask for. */
static void
test_wishes_later (void)
{
  g_autoptr (RtPlan) plan = make_plan (10, 0, 2);
  const RtTable *table;

  lay_out (plan, RT_PRESET_THEME_GROUPS);
  g_assert_cmpuint (rt_plan_get_n (plan, RT_PART_TABLES), ==, 2);
  read_text (plan, RT_LIST_PEOPLE,
             "Name,Wishes\nAda Byron,Theme 1\nBo Ek,Theme 1\nCy Young,Theme 1\nDee Fox,Theme 1\n"
             "Eve Gray,Theme 1\n");
  fit (plan);
  g_assert_cmpuint (rt_plan_get_n (plan, RT_PART_TABLES), ==, 3);
  g_assert_true (rt_preset_is_as_laid_out (plan));
  table = rt_plan_get_table (plan, 2);
  g_assert_true (table->theme == rt_plan_get_theme (plan, 1)->parent.id);
}

/* A table for a method, and a round for each: also for those that come later. */
static void
test_methods_later (void)
{
  g_autoptr (RtPlan) plan = make_plan (24, 0, 3);

  lay_out (plan, RT_PRESET_CAROUSEL);
  read_text (plan, RT_LIST_THEMES, "Theme\nCollage\n");
  fit (plan);
  g_assert_cmpuint (rt_plan_get_n (plan, RT_PART_TABLES), ==, 4);
  g_assert_cmpuint (rt_plan_get_n (plan, RT_PART_ROUNDS), ==, 4);
  g_assert_true (rt_plan_get_table (plan, 3)->theme == rt_plan_get_theme (plan, 3)->parent.id);
  g_assert_true (rt_preset_is_as_laid_out (plan));
}

/* A table for forty is as wide as forty chairs, and stands in a room it fits into. */
static void
test_large_table (void)
{
  g_autoptr (RtPlan) plan = make_plan (40, 0, 0);
  const RtRoom *room;
  int width, depth;

  lay_out (plan, RT_PRESET_ROUNDTABLE);
  room = rt_plan_get (plan, RT_PART_ROOM, 0);
  rt_edit_get_table_size (rt_plan_get_table (plan, 0), &width, &depth);
  g_assert_cmpint (width, >, 600);
  g_assert_cmpint (depth, ==, width);
  g_assert_cmpint (room->width, >, width + 300);
  g_assert_cmpint (room->height, >, width + 200);
  g_assert_cmpint (rt_table_usual_width (FALSE, 10), ==, 160);
  g_assert_cmpint (rt_table_usual_width (TRUE, 10), ==, 180);
}

/* Whatever somebody has done by hand is no longer the format's. */
static void
test_as_laid_out (void)
{
  RtNewOptions options = RT_NEW_OPTIONS_DEFAULT;
  g_autoptr (RtPlan) plan = make_plan (50, 9, 0);
  RtId table, guest, round;
  const int xy[] = { 100, 100 };
  RtChange *changes[3];

  g_assert_false (rt_preset_is_as_laid_out (plan));
  set_up (plan, &options);
  g_assert_true (rt_preset_is_as_laid_out (plan));
  table = rt_plan_get_table (plan, 0)->parent.id;
  guest = rt_plan_get_person (plan, 0)->parent.id;
  round = rt_plan_get_round (plan, 1)->parent.id;
  changes[0] = rt_edit_place_tables (plan, "", &table, xy, 1, NULL);
  changes[1] = rt_edit_move_person (plan, round, guest, table, RT_ANY_CHAIR, NULL);
  changes[2] = rt_edit_set_host (plan, table, NULL, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autoptr (RtChange) back = rt_change_invert (changes[i]);

      g_assert_true (rt_plan_apply (plan, changes[i], NULL));
      g_assert_false (rt_preset_is_as_laid_out (plan));
      g_assert_true (rt_plan_apply (plan, back, NULL));
      g_assert_true (rt_preset_is_as_laid_out (plan));
      rt_change_unref (changes[i]);
    }
}

/* Hosts of tables behind one that waits for a host: nobody leads two. */
static void
test_free_table_first (void)
{
  RtNewOptions options = RT_NEW_OPTIONS_DEFAULT;
  g_autoptr (RtPlan) plan = make_plan (20, 3, 0);
  g_autoptr (RtChange) change = NULL;

  set_up (plan, &options);
  change = rt_edit_set_host (plan, rt_plan_get_table (plan, 0)->parent.id, NULL, NULL);
  g_assert_true (rt_plan_apply (plan, change, NULL));
  set_up (plan, &options);
  for (guint i = 0; i < 3; i++)
    for (guint k = 0; k < i; k++)
      g_assert_true (rt_plan_get_table (plan, i)->host != rt_plan_get_table (plan, k)->host);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/preset/table/%s/%u",
                                               rt_preset_words[cases[i].preset], i);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_preset);
    }
  g_test_add_func ("/preset/options", test_options);
  g_test_add_func ("/preset/too-few-tables", test_too_few_tables);
  g_test_add_func ("/preset/more-tables", test_more_tables);
  g_test_add_func ("/preset/too-many-rounds", test_too_many_rounds);
  g_test_add_func ("/preset/who-counts", test_who_counts);
  g_test_add_func ("/preset/hosts-by-role", test_hosts_by_role);
  g_test_add_func ("/preset/host-per-round", test_host_per_round);
  g_test_add_func ("/preset/many-hosts", test_many_hosts);
  g_test_add_func ("/preset/few-hosts", test_few_hosts);
  g_test_add_func ("/preset/visitor", test_visitor);
  g_test_add_func ("/preset/visitor-places", test_visitor_places);
  g_test_add_func ("/preset/keep-groups", test_keep_groups);
  g_test_add_func ("/preset/themes-dealt", test_themes_dealt);
  g_test_add_func ("/preset/theme-groups", test_theme_groups);
  g_test_add_func ("/preset/room", test_room);
  g_test_add_func ("/preset/again", test_again);
  g_test_add_data_func ("/preset/hosts-later/9", GUINT_TO_POINTER (9), test_hosts_later);
  g_test_add_data_func ("/preset/hosts-later/12", GUINT_TO_POINTER (12), test_hosts_later);
  g_test_add_data_func ("/preset/hosts-later/5", GUINT_TO_POINTER (5), test_hosts_later);
  g_test_add_func ("/preset/people-later", test_people_later);
  g_test_add_data_func ("/preset/leaders-later/visitor", GUINT_TO_POINTER (RT_PRESET_VISITOR),
                        test_leaders_later);
  g_test_add_data_func ("/preset/leaders-later/host-per-round",
                        GUINT_TO_POINTER (RT_PRESET_HOST_PER_ROUND), test_leaders_later);
  g_test_add_data_func ("/preset/guests-later/visitor", GUINT_TO_POINTER (RT_PRESET_VISITOR),
                        test_guests_later);
  g_test_add_data_func ("/preset/guests-later/host-per-round",
                        GUINT_TO_POINTER (RT_PRESET_HOST_PER_ROUND), test_guests_later);
  g_test_add_data_func ("/preset/guests-later/carousel", GUINT_TO_POINTER (RT_PRESET_CAROUSEL),
                        test_guests_later);
  g_test_add_func ("/preset/large-table", test_large_table);
  g_test_add_func ("/preset/wishes-later", test_wishes_later);
  g_test_add_func ("/preset/methods-later", test_methods_later);
  g_test_add_func ("/preset/as-laid-out", test_as_laid_out);
  g_test_add_func ("/preset/free-table-first", test_free_table_first);
  return g_test_run ();
}
