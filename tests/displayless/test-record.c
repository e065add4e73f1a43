/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "plans.h"
#include "rt-field.h"

#include <string.h>

/* Records as values: copies, equality, references, and the maps they hold. */

#define ID(text) rt_id_intern (text)

static const RtPart all_parts[] = {
  RT_PART_EVENT, RT_PART_PEOPLE, RT_PART_THEMES, RT_PART_TABLES, RT_PART_ROOM, RT_PART_AGENDA,
  RT_PART_ROUNDS,
  RT_PART_RULES, RT_PART_EARLIER, RT_PART_ISSUED, RT_PART_HARVEST, RT_PART_FEEDBACK, RT_PART_NEXT,
  RT_PART_TRANSLATIONS,
};

static char *
dup_record_text (gconstpointer record)
{
  g_autoptr (JsonNode) node = rt_record_write_with (record, &(RtWriting) { 0 });

  return json_to_string (node, FALSE);
}

static void
test_copy (gconstpointer data)
{
  g_autoptr (RtPlan) plan = plans_read_data (PLAN_FULL);
  RtPart part = *(const RtPart *) data;

  g_assert_cmpuint (rt_plan_get_n (plan, part), >, 0);
  for (guint i = 0; i < rt_plan_get_n (plan, part); i++)
    {
      const RtRecord *record = rt_plan_get (plan, part, i);
      g_autoptr (RtRecord) copy = rt_record_copy (record);
      g_autoptr (RtRecord) empty = rt_record_new (record->klass, record->id);
      g_autofree char *ours = dup_record_text (record);
      g_autofree char *theirs = dup_record_text (copy);

      g_assert_true (copy != record);
      g_assert_true (rt_record_equal (record, copy));
      g_assert_cmpstr (ours, ==, theirs);
      g_assert_cmpint (rt_record_equal (record, empty), ==,
                       strlen (ours) <= strlen ("{\"id\":\"p3\"}"));
    }
}

static void
test_copy_is_deep (void)
{
  g_autoptr (RtPlan) plan = plans_read_data (PLAN_FULL);
  const RtPerson *person = rt_plan_get_person (plan, 0);
  g_autoptr (RtPerson) copy = rt_record_copy (person);

  rt_set_text (&copy->private->email, "else@example.org");
  g_assert_cmpstr (person->private->email, ==, "ged@example.org");
  g_assert_false (rt_record_equal (person, copy));
}

static void
test_equal (void)
{
  g_autoptr (RtPerson) a = rt_record_new (&rt_person_class, ID ("p1"));
  g_autoptr (RtPerson) b = rt_record_new (&rt_person_class, ID ("p1"));
  g_autoptr (RtPerson) c = rt_record_new (&rt_person_class, ID ("p2"));
  g_autoptr (RtTable) d = rt_record_new (&rt_table_class, ID ("p1"));

  g_assert_true (rt_record_equal (a, b));
  g_assert_true (rt_record_equal (NULL, NULL));
  g_assert_false (rt_record_equal (a, NULL));
  g_assert_false (rt_record_equal (a, c));
  g_assert_false (rt_record_equal (a, d));
  b->rounds = g_new0 (RtId, 1);
  g_assert_false (rt_record_equal (a, b));
}

static void
test_set (void)
{
  g_autoptr (RtPerson) person = rt_person_new ("Ada");
  const char * const tags[] = { "a", "b", NULL };
  RtId wishes[] = { ID ("h1"), NULL };

  rt_set_text (&person->name, person->name);
  g_assert_cmpstr (person->name, ==, "Ada");
  rt_set_text (&person->name, "");
  g_assert_null (person->name);
  rt_set_texts (&person->tags, tags);
  rt_set_texts (&person->tags, (const char * const *) person->tags);
  g_assert_cmpstr (person->tags[1], ==, "b");
  rt_set_texts (&person->tags, NULL);
  g_assert_null (person->tags);
  rt_set_ids (&person->wishes, wishes);
  g_assert_true (person->wishes != wishes && person->wishes[0] == wishes[0]);
  rt_set_ids (&person->wishes, NULL);
  g_assert_null (person->wishes);
}

static void
test_place (void)
{
  RtPlace people = { NULL, "people", 0 };
  RtPlace twelve = { &people, NULL, 12 };
  RtPlace wishes = { &twelve, "wishes", 0 };
  RtPlace first = { &wishes, NULL, 0 };
  g_autofree char *text = rt_place_to_string (&first);
  g_autofree char *nothing = rt_place_to_string (NULL);

  g_assert_cmpstr (text, ==, "people[12].wishes[0]");
  g_assert_cmpstr (nothing, ==, "");
}

static gboolean
count_cb (RtPart part, RtId id, const RtPlace *place, gpointer data)
{
  guint *counts = data;

  counts[part]++;
  return TRUE;
}

static void
test_each_ref (void)
{
  g_autoptr (RtPlan) plan = plans_read_data (PLAN_FULL);
  guint counts[RT_N_PARTS] = { 0 };

  rt_record_each_ref (rt_plan_get_round (plan, 0), NULL, count_cb, counts);
  /* hosts 2 + 1, co_hosts 1, themes 2 + 2, closed 1, pins 2 + 2, seating 2 + 3. */
  g_assert_cmpuint (counts[RT_PART_TABLES], ==, 2 + 1 + 2 + 1 + 2 + 2);
  g_assert_cmpuint (counts[RT_PART_PEOPLE], ==, 1 + 2 + 3);
  g_assert_cmpuint (counts[RT_PART_THEMES], ==, 2);
}

static gboolean
stop_cb (RtPart part, RtId id, const RtPlace *place, gpointer data)
{
  return ++*(guint *) data < 2;
}

static void
test_each_ref_stops (void)
{
  g_autoptr (RtPlan) plan = plans_read_data (PLAN_FULL);
  guint n = 0;

  g_assert_false (rt_record_each_ref (rt_plan_get_round (plan, 0), NULL, stop_cb, &n));
  g_assert_cmpuint (n, ==, 2);
}

/* A record of the plan that loses id: what is left of it, NULL if it goes. */
typedef struct {
  const char *name;
  RtPart      part;      /* of the record */
  const char *members;   /* of the plan; ' is " */
  RtPart      lost_part;
  const char *lost;
  const char *left;      /* NULL: the record goes; "": it does not refer to it */
} Loss;

#define BASE \
  "'people': [{'id': 'p1'}, {'id': 'p2'}, {'id': 'p3'}], 'themes': [{'id': 'h1'}, {'id': 'h2'}], " \
  "'tables': [{'id': 't1'}, {'id': 't2'}]"
#define ROUNDS ", 'rounds': [{'id': 'r1'}, {'id': 'r2'}]"

static const Loss losses[] = {
  { "ref", RT_PART_RULES, BASE
    ", 'rules': [{'id': 'u', 'kind': 'even', 'strength': 'may', 'host': 'p1'}]",
    RT_PART_PEOPLE, "p1", "{'id':'u','kind':'even','strength':'may'}" },
  { "no-ref", RT_PART_RULES, BASE
    ", 'rules': [{'id': 'u', 'kind': 'even', 'strength': 'may', 'host': 'p1'}]",
    RT_PART_PEOPLE, "p2", "" },
  { "refs", RT_PART_AGENDA, BASE
    ", 'agenda': [{'id': 's', 'kind': 'panel', 'speakers': ['p1', 'p2', 'p1']}]",
    RT_PART_PEOPLE, "p1", "{'id':'s','kind':'panel','speakers':['p2']}" },
  { "refs-emptied", RT_PART_AGENDA, BASE
    ", 'agenda': [{'id': 's', 'kind': 'panel', 'speakers': ['p1']}]",
    RT_PART_PEOPLE, "p1", "{'id':'s','kind':'panel','speakers':[]}" },
  { "map-key", RT_PART_ROUNDS, BASE ", 'rounds': [{'id': 'r', 'hosts': {'t1': 'p1', 't2': ''}}]",
    RT_PART_TABLES, "t1", "{'id':'r','hosts':{'t2':''}}" },
  { "map-value", RT_PART_ROUNDS, BASE
    ", 'rounds': [{'id': 'r', 'hosts': {'t1': 'p1', 't2': 'p1'}}]",
    RT_PART_PEOPLE, "p1", "{'id':'r'}" },
  { "pin", RT_PART_ROUNDS, BASE ", 'rounds': [{'id': 'r', 'pins': {'p1': 't1', 'p2': 't2'}}]",
    RT_PART_TABLES, "t2", "{'id':'r','pins':{'p1':'t1'}}" },
  { "chair", RT_PART_ROUNDS, BASE
    ", 'rounds': [{'id': 'r', 'seating': {'t1': ['p1', 'p2', 'p3']}}]",
    RT_PART_PEOPLE, "p2", "{'id':'r','seating':{'t1':['p1',null,'p3']}}" },
  { "row", RT_PART_ROUNDS, BASE
    ", 'rounds': [{'id': 'r', 'seating': {'t1': ['p1'], 't2': ['p2']}}]",
    RT_PART_TABLES, "t1", "{'id':'r','seating':{'t2':['p2']}}" },
  { "earlier", RT_PART_EARLIER, BASE ", 'earlier': [{'tables': [['p1', 'p2'], ['p1']]}]",
    RT_PART_PEOPLE, "p1", "{'tables':[['p2'],[]]}" },
  { "slip", RT_PART_ISSUED, BASE
    ", 'issued': [{'slips': {'p1': [['t1', '09:00']], 'p2': [['t2', '']]}}]",
    RT_PART_PEOPLE, "p1", "{'slips':{'p2':[['t2','']]}}" },
  { "slip-without-lines", RT_PART_ISSUED, BASE
    ", 'issued': [{'slips': {'p1': [['t1', '09:00']], 'p2': []}}]",
    RT_PART_PEOPLE, "p1", "{'slips':{'p2':[]}}" },
  { "slip-table", RT_PART_ISSUED, BASE
    ", 'issued': [{'slips': {'p1': [['t1', '09:00'], ['t2', '']]}}]",
    RT_PART_TABLES, "t1", "{'slips':{'p1':[['','09:00'],['t2','']]}}" },
  { "nested", RT_PART_HARVEST, BASE
    ", 'harvest': [{'quotes': [{'text': 'T', 'private': {'person': 'p1'}}]}]",
    RT_PART_PEOPLE, "p1", "{'quotes':[{'text':'T'}]}" },
  { "nested-emptied", RT_PART_HARVEST, BASE
    ", 'harvest': [{'points': ['P'], 'quotes': [{'private': {'person': 'p1'}}]}]",
    RT_PART_PEOPLE, "p1", "{'points':['P'],'quotes':[]}" },
  { "nested-unknown", RT_PART_HARVEST, BASE
    ", 'harvest': [{'quotes': [{'private': {'person': 'p1', 'x': 1}}]}]",
    RT_PART_PEOPLE, "p1", "{'quotes':[{'private':{'x':1}}]}" },
  { "rule-visit", RT_PART_RULES,
    BASE
    ", 'rules': [{'id': 'u', 'kind': 'visit', 'strength': 'may', 'person': 'p1', 'table': 't1'}]",
    RT_PART_PEOPLE, "p1", NULL },
  { "rule-visit-table", RT_PART_RULES,
    BASE
    ", 'rules': [{'id': 'u', 'kind': 'avoid', 'strength': 'may', 'person': 'p1', 'table': 't1'}]",
    RT_PART_TABLES, "t1", NULL },
  { "rule-together", RT_PART_RULES,
    BASE
    ", 'rules': [{'id': 'u', 'kind': 'together', 'strength': 'may', 'people': ['p1', 'p2', 'p3']}]",
    RT_PART_PEOPLE, "p2", "{'id':'u','kind':'together','strength':'may','people':['p1','p3']}" },
  { "rule-together-alone", RT_PART_RULES,
    BASE ", 'rules': [{'id': 'u', 'kind': 'apart', 'strength': 'may', 'people': ['p1', 'p2']}]",
    RT_PART_PEOPLE, "p2", NULL },
  { "rule-rounds", RT_PART_RULES,
    BASE ROUNDS
    ", 'rules': [{'id': 'u', 'kind': 'even', 'strength': 'may', 'rounds': ['r1', 'r2']}]",
    RT_PART_ROUNDS, "r1", "{'id':'u','kind':'even','strength':'may','rounds':['r2']}" },
  { "rule-no-rounds", RT_PART_RULES,
    BASE ROUNDS ", 'rules': [{'id': 'u', 'kind': 'even', 'strength': 'may', 'rounds': ['r1']}]",
    RT_PART_ROUNDS, "r1", NULL },
};

static void
test_loss (gconstpointer data)
{
  const Loss *one = data;
  g_autoptr (RtPlan) plan = plans_read (one->members);
  gconstpointer record = rt_plan_get (plan, one->part, 0);
  g_autofree char *before = dup_record_text (record);
  g_autofree char *after = NULL;
  g_autofree char *left = NULL;
  g_autofree char *wanted = g_strdelimit (g_strdup (one->left != NULL ? one->left : ""), "'", '"');
  gboolean gone = TRUE;
  g_autoptr (RtRecord) rest = rt_record_without_ref (record, one->lost_part, ID (one->lost), &gone);

  left = rest != NULL ? dup_record_text (rest) : g_strdup ("");
  g_assert_cmpstr (left, ==, wanted);
  g_assert_cmpint (gone, ==, one->left == NULL);
  after = dup_record_text (record);
  g_assert_cmpstr (before, ==, after);
}

static void
test_check (void)
{
  g_autoptr (RtTable) table = rt_table_new (1, 6);
  RtPlace tables = { NULL, "tables", 0 };
  RtPlace place = { &tables, NULL, 3 };
  g_autoptr (GError) error = NULL;

  g_assert_true (rt_record_check (table, &place, NULL));
  table->shape = 99;
  g_assert_false (rt_record_check (table, &place, &error));
  g_assert_cmpstr (error->message, ==, "tables[3].shape: 99 is not one of the choices");
  table->shape = RT_UNSET;
  table->open = 2;
  g_assert_false (rt_record_check (table, &place, NULL));
}

static void
test_map (void)
{
  RtMap *map = NULL;
  g_autoptr (RtMap) copy = NULL;

  g_assert_cmpuint (rt_map_length (map), ==, 0);
  g_assert_null (rt_map_lookup (map, ID ("a")));
  rt_map_set (&map, ID ("a"), NULL);
  g_assert_null (map);
  rt_map_set (&map, ID ("a"), ID ("1"));
  rt_map_set (&map, ID ("b"), ID ("2"));
  rt_map_set (&map, ID ("c"), ID ("3"));
  rt_map_set (&map, ID ("b"), ID ("4"));
  copy = rt_map_copy (map);
  rt_map_set (&map, ID ("a"), NULL);
  g_assert_cmpuint (rt_map_length (map), ==, 2);
  g_assert_true (rt_map_key (map, 0) == ID ("b") && rt_map_value (map, 0) == ID ("4"));
  g_assert_true (rt_map_lookup (map, ID ("c")) == ID ("3"));
  g_assert_null (rt_map_lookup (map, ID ("a")));
  rt_map_set (&map, ID ("c"), NULL);
  rt_map_set (&map, ID ("b"), NULL);
  g_assert_null (map);
  g_assert_cmpuint (rt_map_length (copy), ==, 3);
}

static void
test_slips (void)
{
  g_autoptr (RtSlips) slips = rt_slips_new ();
  g_autoptr (RtSlips) copy = NULL;
  guint n = 9;

  rt_slips_add (slips, ID ("p1"), 1, ID ("t1"), "09:30");
  g_assert_cmpuint (rt_slips_lookup (slips, ID ("p2"), &n), ==, G_MAXUINT);
  g_assert_cmpuint (n, ==, 0);
  rt_slips_add (slips, ID ("p2"), 0, NULL, NULL);
  copy = rt_slips_copy (slips);
  rt_slips_add (slips, ID ("p1"), 0, ID ("t2"), "09:00");
  g_assert_cmpuint (rt_slips_length (slips), ==, 2);
  g_assert_cmpuint (rt_slips_lookup (slips, ID ("p1"), &n), ==, 0);
  g_assert_cmpuint (n, ==, 2);
  g_assert_true (rt_slips_table (slips, 0, 0) == ID ("t2"));
  g_assert_cmpstr (rt_slips_start (slips, 0, 1), ==, "09:30");
  g_assert_true (rt_slips_table (slips, 1, 0) == ID (""));
  g_assert_true (rt_slips_table (slips, 1, 7) == ID (""));
  g_assert_true (rt_slips_table (copy, 0, 0) == ID (""));
}

static void
test_text_map (void)
{
  g_autoptr (RtTextMap) map = rt_text_map_new ();
  g_autoptr (RtTextMap) copy = NULL;

  rt_text_map_set_text (map, "wall", "1");
  rt_text_map_set_text (map, "slips", "2");
  copy = rt_text_map_copy (map);
  rt_text_map_set_text (map, "wall", "3");
  rt_text_map_set_number (map, "n", 4);
  g_assert_cmpuint (rt_text_map_length (map), ==, 3);
  g_assert_cmpstr (rt_text_map_key (map, 0), ==, "wall");
  g_assert_cmpstr (rt_text_map_text (map, 0), ==, "3");
  g_assert_cmpint (rt_text_map_number (map, 2), ==, 4);
  g_assert_cmpstr (rt_text_map_text (copy, 0), ==, "1");
  g_assert_cmpuint (rt_text_map_length (NULL), ==, 0);
}

static void
test_table_display (void)
{
  g_autoptr (RtTable) table = rt_table_new (7, 6);
  g_autofree char *number = rt_table_dup_display (table);
  g_autofree char *name = NULL;
  g_autofree char *neither = NULL;

  g_assert_cmpstr (number, ==, "Table 7");
  g_assert_cmpint (rt_table_get_places (table), ==, 6);
  rt_set_text (&table->name, "Quay");
  name = rt_table_dup_display (table);
  g_assert_cmpstr (name, ==, "Quay");
  rt_set_text (&table->name, NULL);
  table->number = table->places = RT_UNSET;
  neither = rt_table_dup_display (table);
  g_assert_cmpstr (neither, ==, "Table");
  g_assert_cmpint (rt_table_get_places (table), ==, 0);
}

static void
test_rule_acts_in (void)
{
  g_autoptr (RtRule) rule = rt_rule_new (RT_RULE_EVEN, RT_STRENGTH_MUST);

  g_assert_true (rt_rule_acts_in (rule, ID ("r1")));
  rule->rounds = rt_ids_add (NULL, ID ("r2"));
  g_assert_false (rt_rule_acts_in (rule, ID ("r1")));
  g_assert_true (rt_rule_acts_in (rule, ID ("r2")));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (all_parts); i++)
    {
      g_autofree char *path = g_strdup_printf ("/record/copy/%s", rt_part_get_name (all_parts[i]));

      g_test_add_data_func (path, &all_parts[i], test_copy);
    }
  for (guint i = 0; i < G_N_ELEMENTS (losses); i++)
    {
      g_autofree char *path = g_strdup_printf ("/record/without-ref/%s", losses[i].name);

      g_test_add_data_func (path, &losses[i], test_loss);
    }
  g_test_add_func ("/record/copy-is-deep", test_copy_is_deep);
  g_test_add_func ("/record/equal", test_equal);
  g_test_add_func ("/record/set", test_set);
  g_test_add_func ("/record/place", test_place);
  g_test_add_func ("/record/each-ref", test_each_ref);
  g_test_add_func ("/record/each-ref-stops", test_each_ref_stops);
  g_test_add_func ("/record/check", test_check);
  g_test_add_func ("/record/map", test_map);
  g_test_add_func ("/record/slips", test_slips);
  g_test_add_func ("/record/text-map", test_text_map);
  g_test_add_func ("/record/table-display", test_table_display);
  g_test_add_func ("/record/rule-acts-in", test_rule_acts_in);
  return g_test_run ();
}
