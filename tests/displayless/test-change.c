/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "plans.h"
#include "rt-history.h"

#include <string.h>

/* A thousand random changes over all parts of a plan, taken back and done again. */

#define N_CHANGES 1000
#define MOST_RECORDS 20

static int
dice (int sides)
{
  return g_test_rand_int_range (0, sides);
}

/* A record of part, NULL when there is none. */
static gconstpointer
pick (RtPlan *plan, RtPart part)
{
  guint n = rt_plan_get_n (plan, part);

  return n == 0 ? NULL : rt_plan_get (plan, part, dice (n));
}

/* The id of one, or none. */
static RtId
pick_id (RtPlan *plan, RtPart part)
{
  const RtRecord *record = pick (plan, part);

  return record == NULL || dice (4) == 0 ? NULL : record->id;
}

static void
pick_ids (RtPlan *plan, RtPart part, RtIds *member)
{
  g_clear_pointer (member, g_free);
  for (int i = dice (4); i > 0; i--)
    {
      RtId id = pick_id (plan, part);
      RtIds more = id == NULL || rt_ids_contains (*member, id) ? NULL : rt_ids_add (*member, id);

      if (more != NULL)
        {
          g_free (*member);
          *member = more;
        }
    }
}

static void
pick_text (char **member)
{
  static const char * const texts[] = { NULL, "Harbour", "Zoë", "two\nlines", "\"quoted\"", "王小明" };

  rt_set_text (member, texts[dice (G_N_ELEMENTS (texts))]);
}

static void
pick_pair (RtPlan *plan, RtMap **map, RtPart keys, RtPart values, gboolean blank)
{
  RtId key = pick_id (plan, keys);

  if (key != NULL)
    rt_map_set (map, key, blank && dice (3) == 0 ? rt_id_intern ("") : pick_id (plan, values));
}

static void
shuffle_round (RtPlan *plan, RtRound *round)
{
  RtId person = pick_id (plan, RT_PART_PEOPLE);
  RtId table = pick_id (plan, RT_PART_TABLES);
  RtSeating *seating = NULL;

  pick_pair (plan, &round->hosts, RT_PART_TABLES, RT_PART_PEOPLE, TRUE);
  pick_pair (plan, &round->co_hosts, RT_PART_TABLES, RT_PART_PEOPLE, TRUE);
  pick_pair (plan, &round->themes, RT_PART_TABLES, RT_PART_THEMES, FALSE);
  pick_pair (plan, &round->pins, RT_PART_PEOPLE, RT_PART_TABLES, FALSE);
  pick_ids (plan, RT_PART_TABLES, &round->closed);
  round->done = dice (2);
  if (person != NULL && table != NULL)
    seating = rt_seating_with (round->seating, person, table, dice (6));
  else if (person != NULL)
    seating = rt_seating_without (round->seating, person);
  if (seating != NULL)
    {
      g_clear_pointer (&round->seating, rt_seating_unref);
      round->seating = seating;
    }
}

static void
shuffle_rule (RtPlan *plan, RtRule *rule)
{
  rule->strength = dice (3);
  rule->most = dice (5);
  rule->least = RT_UNSET;
  pick_ids (plan, RT_PART_ROUNDS, &rule->rounds);
  pick_ids (plan, RT_PART_PEOPLE, &rule->people);
  rule->person = pick_id (plan, RT_PART_PEOPLE);
  rule->table = pick_id (plan, RT_PART_TABLES);
  rt_set_text (&rule->by, "sector");
  rt_set_text (&rule->value, "public");
  rule->kind = dice (RT_RULE_STEP_FREE + 1);
  rule->of = dice (3);
  rule->host = rule->theme = NULL;
  if ((rule->kind == RT_RULE_TOGETHER || rule->kind == RT_RULE_APART) && rule->people == NULL)
    rule->kind = RT_RULE_EVEN;
  if ((rule->kind == RT_RULE_VISIT || rule->kind == RT_RULE_AVOID)
      && (rule->person == NULL || rule->table == NULL))
    rule->kind = RT_RULE_LANGUAGE;
}

static void
shuffle_person (RtPlan *plan, RtPerson *person)
{
  pick_text (&person->name);
  pick_text (&person->organisation);
  pick_ids (plan, RT_PART_THEMES, &person->wishes);
  pick_ids (plan, RT_PART_ROUNDS, &person->rounds);
  person->attendance = dice (2) ? RT_UNSET : dice (5);
  if (person->private == NULL)
    person->private = rt_record_new (&rt_person_private_class, NULL);
  pick_text (&person->private->diet);
}

static void
shuffle_issue (RtPlan *plan, RtIssue *issue)
{
  RtId person = pick_id (plan, RT_PART_PEOPLE);

  rt_set_text (&issue->revision, dice (2) ? "B" : "AA");
  if (issue->slips == NULL)
    issue->slips = rt_slips_new ();
  if (person != NULL)
    rt_slips_add (issue->slips, person, dice (3), pick_id (plan, RT_PART_TABLES),
                  dice (2) ? "09:30" : NULL);
  if (issue->sheets == NULL)
    issue->sheets = rt_text_map_new ();
  rt_text_map_set_text (issue->sheets, dice (2) ? "wall" : "slips", dice (2) ? "1" : "2");
}

static void
shuffle_harvest (RtPlan *plan, RtHarvest *harvest)
{
  RtQuote *quote = rt_record_new (&rt_quote_class, NULL);

  harvest->round = pick_id (plan, RT_PART_ROUNDS);
  harvest->table = pick_id (plan, RT_PART_TABLES);
  rt_set_text (&quote->text, "Said");
  quote->private = rt_record_new (&rt_quote_private_class, NULL);
  quote->private->person = pick_id (plan, RT_PART_PEOPLE);
  if (harvest->quotes == NULL)
    harvest->quotes = g_ptr_array_new_with_free_func (rt_record_unref);
  g_ptr_array_add (harvest->quotes, quote);
}

static void
shuffle_earlier (RtPlan *plan, RtEarlier *earlier)
{
  RtIds met = NULL;

  pick_ids (plan, RT_PART_PEOPLE, &met);
  if (earlier->tables == NULL)
    earlier->tables = g_ptr_array_new_with_free_func (g_free);
  if (met != NULL)
    g_ptr_array_add (earlier->tables, met);
}

static void
shuffle_table (RtPlan *plan, RtTable *table)
{
  table->x = dice (1000);
  table->angle = dice (360);
  table->open = dice (2);
  table->shape = dice (RT_SHAPE_CIRCLE + 1);
  table->host = pick_id (plan, RT_PART_PEOPLE);
  table->theme = pick_id (plan, RT_PART_THEMES);
}

/* Sets some members of a fresh copy at random, so that it stays sound. */
static void
shuffle (RtPlan *plan, RtPart part, gpointer record)
{
  switch ((int) part)
    {
    case RT_PART_PEOPLE:
      shuffle_person (plan, record);
      break;
    case RT_PART_THEMES:
      pick_text (&((RtTheme *) record)->title);
      ((RtTheme *) record)->champion = pick_id (plan, RT_PART_PEOPLE);
      break;
    case RT_PART_TABLES:
      shuffle_table (plan, record);
      break;
    case RT_PART_ROUNDS:
      shuffle_round (plan, record);
      break;
    case RT_PART_RULES:
      shuffle_rule (plan, record);
      break;
    case RT_PART_AGENDA:
      ((RtAgendaItem *) record)->kind = RT_SESSION_KEYNOTE + dice (3);
      pick_ids (plan, RT_PART_PEOPLE, &((RtAgendaItem *) record)->speakers);
      break;
    case RT_PART_EARLIER:
      shuffle_earlier (plan, record);
      break;
    case RT_PART_ISSUED:
      shuffle_issue (plan, record);
      break;
    case RT_PART_HARVEST:
      shuffle_harvest (plan, record);
      break;
    case RT_PART_EVENT:
      pick_text (&((RtEvent *) record)->title);
      break;
    case RT_PART_ROOM:
      ((RtRoom *) record)->width = dice (1000);
      break;
    case RT_PART_FEEDBACK:
      ((RtFeedback *) record)->most = dice (10);
      break;
    case RT_PART_NEXT:
      rt_set_text (&((RtNext *) record)->date, dice (2) ? "2027-01-31" : NULL);
      break;
    case RT_PART_TRANSLATIONS:
      break;
    }
}

/* Takes every reference to a record out, and then the record itself. */
static void
remove_one (RtPlan *plan, RtChange *change, RtPart part, guint index)
{
  RtId id = ((const RtRecord *) rt_plan_get (plan, part, index))->id;

  for (RtPart at = 0; at < RT_N_PARTS; at++)
    for (guint i = rt_plan_get_n (plan, at); i-- > 0;)
      {
        gconstpointer before = rt_plan_get (plan, at, i);
        gboolean gone = FALSE;
        g_autoptr (RtRecord) after
            = id == NULL ? NULL : rt_record_without_ref (before, part, id, &gone);

        if (gone || (at == part && i == index))
          rt_change_remove (change, at, i, before);
        else if (after != NULL)
          rt_change_replace (change, at, i, before, after);
      }
}

static RtChange *
make_change (RtPlan *plan)
{
  RtPart part = dice (RT_N_PARTS);
  guint n = rt_plan_get_n (plan, part);
  guint most = rt_part_is_single (part) ? 1 : MOST_RECORDS;
  RtChange *change = rt_change_new (rt_part_get_name (part));
  g_autoptr (RtRecord) record = NULL;
  int how = dice (4);

  if (n < most && (how == 0 || n == 0))
    {
      const RtRecordClass *klass = rt_part_get_class (part);

      record = rt_record_new (klass, klass->id_letter != 0 ? rt_id_new (klass->id_letter) : NULL);
      shuffle (plan, part, record);
      rt_change_insert (change, part, dice (n + 1), record);
    }
  else if (how == 1)
    remove_one (plan, change, part, dice (n));
  else if (how == 2)
    {
      guint from = dice (n);

      record = rt_record_ref (rt_plan_get (plan, part, from));
      rt_change_remove (change, part, from, record);
      rt_change_insert (change, part, dice (n), record);
    }
  else
    {
      guint at = dice (n);

      record = rt_record_copy (rt_plan_get (plan, part, at));
      shuffle (plan, part, record);
      rt_change_replace (change, part, at, rt_plan_get (plan, part, at), record);
    }
  return change;
}

static void
assert_json (RtPlan *plan, GPtrArray *texts, guint i)
{
  g_autofree char *text = plans_to_json (plan);

  g_assert_cmpstr (text, ==, texts->pdata[i]);
}

/* What the door lets in, a file may say. */
static void
assert_reads_again (const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RtPlan) plan = rt_plan_new_from_json (text, -1, &error);
  g_autofree char *again = NULL;

  g_assert_no_error (error);
  again = plans_to_json (plan);
  g_assert_cmpstr (again, ==, text);
}

static void
test_random (void)
{
  g_autoptr (RtPlan) plan = plans_read_data (PLAN_FULL);
  g_autoptr (RtHistory) history = rt_history_new (plan);
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (texts, plans_to_json (plan));
  while (texts->len <= N_CHANGES)
    {
      g_autoptr (RtChange) change = make_change (plan);
      g_autoptr (GError) error = NULL;

      g_assert_true (rt_history_do (history, change, &error));
      g_assert_no_error (error);
      g_ptr_array_add (texts, plans_to_json (plan));
      if (texts->len % 10 == 0)
        assert_reads_again (texts->pdata[texts->len - 1]);
    }
  for (guint i = N_CHANGES; i-- > 0;)
    {
      g_assert_true (rt_history_undo (history, NULL));
      assert_json (plan, texts, i);
    }
  g_assert_null (rt_history_undo_label (history));
  for (guint i = 1; i <= N_CHANGES; i++)
    {
      g_assert_true (rt_history_redo (history, NULL));
      assert_json (plan, texts, i);
    }
  g_assert_null (rt_history_redo_label (history));
}

static void
test_invert (void)
{
  g_autoptr (RtPlan) plan = plans_read ("'people': [{'id': 'p1'}]");
  g_autoptr (RtPerson) person = rt_person_new ("Bea");
  g_autoptr (RtChange) change = rt_change_new ("Add");
  g_autoptr (RtChange) inverse = NULL;
  g_autoptr (RtChange) twice = NULL;

  rt_change_insert (change, RT_PART_PEOPLE, 1, person);
  rt_change_replace (change, RT_PART_PEOPLE, 0, rt_plan_get_person (plan, 0),
                     rt_plan_get_person (plan, 0));
  inverse = rt_change_invert (change);
  twice = rt_change_invert (inverse);
  g_assert_cmpuint (rt_change_get_n_edits (inverse), ==, 2);
  g_assert_nonnull (rt_change_get_edit (inverse, 0)->after);
  g_assert_true (rt_change_get_edit (inverse, 1)->before == &person->parent);
  g_assert_null (rt_change_get_edit (inverse, 1)->after);
  g_assert_true (rt_change_get_edit (twice, 0)->after == &person->parent);
  g_assert_cmpstr (rt_change_get_label (twice), ==, "Add");
}

static void
test_join (void)
{
  g_autoptr (RtPlan) plan = rt_plan_new ();
  g_autoptr (RtPerson) a = rt_person_new ("Ada");
  g_autoptr (RtPerson) b = rt_person_new ("Bea");
  g_autoptr (RtChange) first = rt_change_new ("First");
  g_autoptr (RtChange) second = rt_change_new ("Second");
  RtChange *both[] = { first, second };
  g_autoptr (RtChange) joined = NULL;

  rt_change_insert (first, RT_PART_PEOPLE, 0, a);
  rt_change_insert (second, RT_PART_PEOPLE, 0, b);
  joined = rt_change_join ("Both", both, 2);
  g_assert_cmpstr (rt_change_get_label (joined), ==, "Both");
  g_assert_true (rt_plan_apply (plan, joined, NULL));
  g_assert_cmpstr (rt_plan_get_person (plan, 0)->name, ==, "Bea");
  g_assert_cmpstr (rt_plan_get_person (plan, 1)->name, ==, "Ada");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/change/invert", test_invert);
  g_test_add_func ("/change/join", test_join);
  g_test_add_func ("/change/random", test_random);
  return g_test_run ();
}
