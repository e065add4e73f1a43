/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

/* What a change would do to the measures, before it is made. */

#include <glib/gi18n-lib.h>

#include "rt-breach.h"
#include "rt-measure-private.h"

#define MAX_ITEMS_NAMED 2

/* Who is concerned: one or two people, or a table, or nobody in particular. */
typedef struct {
  int    round;
  int    a, b;
  int    table;
  gint64 amount;
} Item;

typedef struct {
  GArray  *items;
  gboolean pairs;   /* everybody of an incident with everybody else */
  gboolean singles; /* each of them alone */
} Collecting;

typedef struct {
  const char *key;
  gint64      found;
} Sum;

static void
add_item (GArray *items, const RtIncident *incident, int a, int b, gint64 amount)
{
  Item item = { incident->round, a, b, a < 0 ? incident->table : -1, amount };

  g_array_append_val (items, item);
}

static void
collect_cb (const RtIncident *incident, gpointer data)
{
  Collecting *self = data;
  const int *people = incident->people;

  for (guint i = 0; self->pairs && i < incident->n_people; i++)
    for (guint k = i + 1; k < incident->n_people; k++)
      add_item (self->items, incident, people[i], people[k], 1);
  for (guint i = 0; self->singles && i < incident->n_people; i++)
    add_item (self->items, incident, people[i], -1, 1);
  if (!self->pairs && !self->singles)
    add_item (self->items, incident, incident->n_people > 0 ? people[0] : -1,
              incident->n_people > 1 ? people[1] : -1, incident->amount);
}

/* Everything that counts into the measure @key. */
static void
count_key (RtCount *count, const char *key, RtTally *tally, Collecting *collecting)
{
  for (guint i = 0; i < rt_plan_get_n (count->plan, RT_PART_RULES); i++)
    {
      const RtRule *rule = rt_plan_get_rule (count->plan, i);

      if (!g_str_equal (rt_rule_get_measure_key (rule), key))
        continue;
      collecting->pairs = rule->kind == RT_RULE_SPREAD && rule->most == RT_UNSET;
      collecting->singles = rule->kind == RT_RULE_TOGETHER;
      rt_count_rule (count, rule, tally);
    }
  for (int what = 0; what < RT_N_ALWAYS; what++)
    if (g_str_equal (rt_always_keys[what], key))
      {
        collecting->pairs = FALSE;
        collecting->singles = what == RT_ALWAYS_UNSEATED;
        rt_count_always (count, what, tally);
      }
}

static int
compare_items (gconstpointer a, gconstpointer b)
{
  const Item *one = a, *other = b;
  int differences[] = {
    one->round - other->round, one->a - other->a, one->b - other->b, one->table - other->table,
  };

  for (guint i = 0; i < G_N_ELEMENTS (differences); i++)
    if (differences[i] != 0)
      return differences[i];
  return 0;
}

static int
index_in (RtPlan *plan, RtPlan *from, RtPart part, int index)
{
  const RtRecord *record = index < 0 ? NULL : rt_plan_get (from, part, index);
  guint other = record ? rt_plan_index_of (plan, part, record->id) : G_MAXUINT;

  return other == G_MAXUINT ? -1 : (int) other;
}

/* Adds the incidents of @count with its sign. People, tables and rounds are those of @plan, where
   the change may have taken some away. */
static void
collect (RtCount *count, RtPlan *plan, const char *key, int sign, GArray *items)
{
  Collecting collecting = { .items = items };
  RtTally tally = { 0, collect_cb, &collecting };
  guint before = items->len;

  count_key (count, key, &tally, &collecting);
  for (guint i = before; i < items->len; i++)
    {
      Item *item = &g_array_index (items, Item, i);

      item->amount *= sign;
      item->round = index_in (plan, count->plan, RT_PART_ROUNDS, item->round);
      item->a = index_in (plan, count->plan, RT_PART_PEOPLE, item->a);
      item->b = index_in (plan, count->plan, RT_PART_PEOPLE, item->b);
      item->table = index_in (plan, count->plan, RT_PART_TABLES, item->table);
    }
}

static char *
item_words (RtPlan *plan, const Item *item)
{
  int people[] = { item->a, item->b };

  if (item->a >= 0)
    return rt_words_for_people (plan, people, item->b >= 0 ? 2 : 1);
  if (item->table >= 0)
    return rt_table_dup_display (rt_plan_get_table (plan, item->table));
  return NULL;
}

/* The names behind a measure that goes up (@sign 1) or down (-1); NULL if it is about nobody in
   particular. */
static char *
names_of (RtPlan *plan, RtCount *before, RtCount *after, const char *key, int sign)
{
  g_autoptr (GArray) items = g_array_new (FALSE, FALSE, sizeof (Item));
  g_autoptr (GString) names = g_string_new (NULL);
  guint n = 0;

  collect (before, plan, key, -1, items);
  collect (after, plan, key, 1, items);
  g_array_sort (items, compare_items);
  for (guint i = 0; i < items->len;)
    {
      const Item *item = &g_array_index (items, Item, i);
      g_autofree char *words = NULL;
      gint64 change = 0;

      for (; i < items->len && compare_items (item, &g_array_index (items, Item, i)) == 0; i++)
        change += g_array_index (items, Item, i).amount;
      if (change * sign <= 0)
        continue;
      words = item_words (plan, item);
      if (words && n++ < MAX_ITEMS_NAMED)
        g_string_append_printf (names, names->len > 0 ? ", %s" : "%s", words);
    }
  if (n > MAX_ITEMS_NAMED)
    g_string_append_printf (names, ngettext (" and %u more", " and %u more", n - MAX_ITEMS_NAMED),
                            n - MAX_ITEMS_NAMED);
  return n > 0 ? g_strdup (names->str) : NULL;
}

static void
add_sum (GArray *sums, const char *key, gint64 found)
{
  Sum sum = { g_intern_string (key), found };

  for (guint i = 0; i < sums->len; i++)
    if (g_array_index (sums, Sum, i).key == sum.key)
      {
        g_array_index (sums, Sum, i).found += found;
        return;
      }
  g_array_append_val (sums, sum);
}

/* What is found for each rule, in the order of the file, then for what is always measured. */
static GArray *
find_each (RtCount *count)
{
  GArray *each = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < rt_plan_get_n (count->plan, RT_PART_RULES); i++)
    {
      RtTally tally = { 0 };

      rt_count_rule (count, rt_plan_get_rule (count->plan, i), &tally);
      g_array_append_val (each, tally.found);
    }
  for (int what = 0; what < RT_N_ALWAYS; what++)
    {
      RtTally tally = { 0 };

      rt_count_always (count, what, &tally);
      g_array_append_val (each, tally.found);
    }
  return each;
}

/* The same for each measure, in the order of the panel. */
static GArray *
find_sums (RtPlan *plan, GArray *each)
{
  GArray *sums = g_array_new (FALSE, FALSE, sizeof (Sum));
  guint n_rules = rt_plan_get_n (plan, RT_PART_RULES);

  for (guint i = 0; i < each->len; i++)
    add_sum (sums,
             i < n_rules ? rt_rule_get_measure_key (rt_plan_get_rule (plan, i))
                         : rt_always_keys[i - n_rules],
             g_array_index (each, gint64, i));
  return sums;
}

/* How much more of each there is, the most important first; nothing if the rules are others. */
static GArray *
find_cost (RtPlan *plan, GArray *was, GArray *is)
{
  GArray *cost = g_array_new (FALSE, FALSE, sizeof (gint64));
  guint n_rules = rt_plan_get_n (plan, RT_PART_RULES);

  for (int strength = -1; was->len == is->len && strength <= RT_STRENGTH_MAY; strength++)
    for (guint i = 0; i < was->len; i++)
      if (strength == (i < n_rules ? rt_plan_get_rule (plan, i)->strength : -1))
        {
          gint64 more = g_array_index (is, gint64, i) - g_array_index (was, gint64, i);

          g_array_append_val (cost, more);
        }
  return cost;
}

/* A second plan of the same records, which are shared: the change is tried on that. */
static RtPlan *
try_change (RtPlan *plan, RtChange *change)
{
  g_autoptr (RtPlan) scratch = rt_plan_new ();
  g_autoptr (RtChange) fill = rt_change_new ("");

  for (RtPart part = 0; part < RT_N_PARTS; part++)
    for (guint i = 0; i < rt_plan_get_n (plan, part); i++)
      rt_change_insert (fill, part, i, rt_plan_get (plan, part, i));
  if (!rt_plan_apply (scratch, fill, NULL) || !rt_plan_apply (scratch, change, NULL))
    return NULL;
  return g_steal_pointer (&scratch);
}

static char *
price_words (RtPlan *plan, RtCount *before, RtCount *after, const char *key, gint64 was, gint64 is)
{
  const char *title = rt_measure_get_title (key);
  g_autofree char *names = names_of (plan, before, after, key, is > was ? 1 : -1);

  if (!names)
    /* Translators: a measure before and after: "Uneven tables 0 → 2" */
    return g_strdup_printf (_("%s %d → %d"), title, (int) was, (int) is);
  if (g_str_equal (key, "repeats") && is > was)
    /* Translators: "Repeats 0 → 1: Yusuf Moreira and Desmond Weber again" */
    return g_strdup_printf (_("%s %d → %d: %s again"), title, (int) was, (int) is, names);
  return g_strdup_printf (_("%s %d → %d: %s"), title, (int) was, (int) is, names);
}

/**
 * rt_measure_dup_price:
 * @plan: a plan
 * @change: a change that has not been applied
 * @worse: (out) (optional): whether a measure grows
 * @cost: (out) (optional) (transfer full): what to compare the change with others by
 *
 * Tries @change on a second plan that shares the records, and compares what is found.
 *
 * Returns: (transfer full) (nullable): the measures that change, in one line of names; %NULL when
 *   none does or the change is not possible
 */
char *
rt_measure_dup_price (RtPlan *plan, RtChange *change, gboolean *worse, GArray **cost)
{
  g_autoptr (RtPlan) tried = try_change (plan, change);
  g_autoptr (RtCount) before = NULL;
  g_autoptr (RtCount) after = NULL;
  g_autoptr (GArray) each_was = NULL;
  g_autoptr (GArray) each_is = NULL;
  g_autoptr (GArray) was = NULL;
  g_autoptr (GArray) is = NULL;
  g_autoptr (GString) line = g_string_new (NULL);

  if (worse)
    *worse = FALSE;
  if (cost)
    *cost = NULL;
  if (!tried)
    return NULL;
  before = rt_count_new (plan);
  after = rt_count_new (tried);
  each_was = find_each (before);
  each_is = find_each (after);
  was = find_sums (plan, each_was);
  is = find_sums (tried, each_is);
  if (cost)
    *cost = find_cost (plan, each_was, each_is);
  for (guint i = 0; i < was->len; i++)
    for (guint k = 0; k < is->len; k++)
      {
        const Sum *a = &g_array_index (was, Sum, i), *b = &g_array_index (is, Sum, k);
        g_autofree char *words = NULL;

        if (a->key != b->key || a->found == b->found)
          continue;
        words = price_words (tried, before, after, a->key, a->found, b->found);
        g_string_append_printf (line, line->len > 0 ? "; %s" : "%s", words);
        if (worse && b->found > a->found)
          *worse = TRUE;
      }
  return line->len > 0 ? g_strdup (line->str) : NULL;
}

int
rt_measure_compare_costs (GArray *one, GArray *other)
{
  if (one == NULL || other == NULL)
    return (one == NULL) - (other == NULL);
  for (guint i = 0; i < MIN (one->len, other->len); i++)
    {
      gint64 a = g_array_index (one, gint64, i), b = g_array_index (other, gint64, i);

      if (a != b)
        return a < b ? -1 : 1;
    }
  return 0;
}
