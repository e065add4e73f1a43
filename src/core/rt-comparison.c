/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "rt-comparison-private.h"

#include <glib/gi18n-lib.h>

#include "rt-roll.h"
#include "rt-rule-sentence.h"

#define NONE (-1)

/* Which record there each record here is, as indexes. */
typedef struct {
  RtPlan *here, *there;
  RtPart  part;
  guint   n, n_there;
  int    *match; /* [n] index there, NONE */
  guint8 *taken; /* [n_there] */
} Pairs;

static void
pairs_clear (Pairs *self)
{
  g_clear_pointer (&self->match, g_free);
  g_clear_pointer (&self->taken, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Pairs, pairs_clear)

/* What two records of plans that were made apart have in common when they are about the same. */
static char *
dup_key (RtPlan *plan, RtPart part, guint index)
{
  gconstpointer record = rt_plan_get (plan, part, index);

  switch ((int) part)
    {
    case RT_PART_PEOPLE:
      {
        const RtPerson *person = record;
        g_autofree char *name = rt_fold (person->name);
        g_autofree char *organisation = rt_fold (person->organisation);

        return g_strconcat (name, "\n", organisation, NULL);
      }
    case RT_PART_THEMES:
      return rt_fold (((const RtTheme *) record)->title);
    case RT_PART_TABLES:
      {
        const RtTable *table = record;
        g_autofree char *name = rt_fold (table->name);

        return table->number == RT_UNSET ? g_steal_pointer (&name)
                                         : g_strdup_printf ("%d", table->number);
      }
    case RT_PART_RULES:
      {
        g_autofree char *words = rt_rule_dup_full_sentence (plan, record);

        return g_strdup (words != NULL ? words : "");
      }
    case RT_PART_ROUNDS:
    case RT_PART_AGENDA:
      return g_strdup_printf ("%u", index);
    default:
      return g_strdup ("");
    }
}

static void
pair (Pairs *self, guint i, guint k)
{
  self->match[i] = (int) k;
  self->taken[k] = TRUE;
}

static void
pair_by_id (Pairs *self)
{
  for (guint i = 0; i < self->n; i++)
    {
      const RtRecord *record = rt_plan_get (self->here, self->part, i);
      guint k = record->id != NULL ? rt_plan_index_of (self->there, self->part, record->id)
                                   : G_MAXUINT;

      if (k != G_MAXUINT)
        pair (self, i, k);
    }
}

/* Those of one key in their order: unnamed places are as many as there are. */
static void
pair_by_key (Pairs *self)
{
  g_autoptr (GHashTable) keys
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);
  guint k;

  for (k = self->n_there; k-- > 0;)
    {
      g_autofree char *key = self->taken[k] ? NULL : dup_key (self->there, self->part, k);
      GArray *list = key != NULL ? g_hash_table_lookup (keys, key) : NULL;

      if (key == NULL)
        continue;
      if (list == NULL)
        {
          list = g_array_new (FALSE, FALSE, sizeof (guint));
          g_hash_table_insert (keys, g_steal_pointer (&key), list);
        }
      g_array_append_val (list, k);
    }
  for (guint i = 0; i < self->n; i++)
    {
      g_autofree char *key = self->match[i] == NONE ? dup_key (self->here, self->part, i) : NULL;
      GArray *list = key != NULL ? g_hash_table_lookup (keys, key) : NULL;

      if (list == NULL || list->len == 0)
        continue;
      pair (self, i, g_array_index (list, guint, list->len - 1));
      g_array_set_size (list, list->len - 1);
    }
}

static void
pairs_init (Pairs *self, RtPlan *here, RtPlan *there, RtPart part)
{
  self->here = here;
  self->there = there;
  self->part = part;
  self->n = rt_plan_get_n (here, part);
  self->n_there = rt_plan_get_n (there, part);
  self->match = g_new (int, MAX (self->n, 1));
  self->taken = g_new0 (guint8, MAX (self->n_there, 1));
  for (guint i = 0; i < self->n; i++)
    self->match[i] = NONE;
  pair_by_id (self);
  pair_by_key (self);
}

/* Records. */

static void
difference_free (RtDifference *self)
{
  g_free (self->title);
  g_free (self->words);
  g_free (self);
}

static void
add (RtComparison *self, RtPart part, RtDifferenceKind kind, char *title, char *words)
{
  RtDifference *difference = g_new0 (RtDifference, 1);

  difference->part = part;
  difference->kind = kind;
  difference->title = title;
  difference->words = words;
  g_ptr_array_add (self->differences, difference);
}

static void
compare_records (RtComparison *self, const Pairs *pairs)
{
  for (guint i = 0; i < pairs->n; i++)
    {
      int k = pairs->match[i];
      char *words = NULL;

      if (k == NONE)
        add (self, pairs->part, RT_DIFFERENCE_HERE,
             rt_comparison_dup_title (pairs->here, pairs->part, i), NULL);
      else
        words = rt_comparison_dup_words (pairs->here, rt_plan_get (pairs->here, pairs->part, i),
                                         pairs->there,
                                         rt_plan_get (pairs->there, pairs->part, (guint) k));
      if (words != NULL)
        add (self, pairs->part, RT_DIFFERENCE_OTHER,
             rt_comparison_dup_title (pairs->here, pairs->part, i), words);
    }
  for (guint k = 0; k < pairs->n_there; k++)
    if (!pairs->taken[k])
      add (self, pairs->part, RT_DIFFERENCE_THERE,
           rt_comparison_dup_title (pairs->there, pairs->part, k), NULL);
}

/* Which comes first matters to rules, and is seen in rounds. */
static void
compare_order (RtComparison *self, const Pairs *pairs)
{
  int last = NONE;

  for (guint i = 0; i < pairs->n; i++)
    {
      if (pairs->match[i] == NONE)
        continue;
      if (pairs->match[i] < last)
        {
          add (self, pairs->part, RT_DIFFERENCE_OTHER, g_strdup (_("Order")),
               g_strdup (_("They stand in another order there.")));
          return;
        }
      last = pairs->match[i];
    }
}

static const char *
revision_of (RtPlan *plan)
{
  guint n = rt_plan_get_n (plan, RT_PART_ISSUED);

  return n > 0 ? ((const RtIssue *) rt_plan_get (plan, RT_PART_ISSUED, n - 1))->revision
               : _("not yet issued");
}

/* Parts that are not looked into: only that they differ. */
static void
compare_whole (RtComparison *self, RtPlan *here, RtPlan *there, RtPart part)
{
  const char *a = revision_of (here), *b = revision_of (there);
  char *words = NULL;

  if (rt_plan_part_equal (here, there, part))
    return;
  if (part == RT_PART_ISSUED && g_strcmp0 (a, b) != 0)
    /* Translators: revisions, "A" and "B", or "not yet issued" */
    words = g_strdup_printf (_("%s here, %s there"), a, b);
  add (self, part, RT_DIFFERENCE_OTHER, rt_comparison_dup_title (here, part, 0), words);
}

static void
compare_parts (RtComparison *self, RtPlan *here, RtPlan *there)
{
  for (RtPart part = 0; part < RT_N_PARTS; part++)
    {
      g_auto (Pairs) pairs = { NULL };

      if (part == RT_PART_EVENT)
        {
          char *words = rt_comparison_dup_words (here, rt_plan_get_event (here), there,
                                                 rt_plan_get_event (there));

          if (words != NULL)
            add (self, part, RT_DIFFERENCE_OTHER, g_strdup (_("Event")), words);
        }
      else if (rt_part_get_class (part)->id_letter == 0)
        compare_whole (self, here, there, part);
      else
        {
          pairs_init (&pairs, here, there, part);
          compare_records (self, &pairs);
          if (part == RT_PART_RULES || part == RT_PART_ROUNDS || part == RT_PART_AGENDA)
            compare_order (self, &pairs);
        }
    }
}

/* Seats. */

static void
seat_free (RtSeatDifference *self)
{
  g_free (self->name);
  g_free (self->here);
  g_free (self->there);
  g_free (self);
}

static char *
dup_table (RtPlan *plan, int table)
{
  return table == NONE ? NULL : rt_table_dup_display (rt_plan_get_table (plan, (guint) table));
}

static void
add_seat (RtComparison *self, const Pairs *people, guint round, guint p, int here, int there)
{
  const RtPerson *person = rt_plan_get_person (people->here, p);
  RtSeatDifference *seat = g_new0 (RtSeatDifference, 1);

  seat->round = round;
  seat->person = person->parent.id;
  seat->name = rt_person_dup_display (person);
  seat->here = dup_table (people->here, here);
  seat->there = dup_table (people->there, there);
  g_ptr_array_add (self->seats, seat);
}

static void
compare_seats (RtComparison *self, RtPlan *here, RtPlan *there)
{
  g_autoptr (RtRoll) a = rt_roll_new (here);
  g_autoptr (RtRoll) b = rt_roll_new (there);
  g_auto (Pairs) people = { NULL };
  g_auto (Pairs) tables = { NULL };
  g_auto (Pairs) rounds = { NULL };
  g_autofree guint8 *elsewhere = g_new0 (guint8, MAX (a->n_people, 1));

  pairs_init (&people, here, there, RT_PART_PEOPLE);
  pairs_init (&tables, here, there, RT_PART_TABLES);
  pairs_init (&rounds, here, there, RT_PART_ROUNDS);
  for (guint r = 0; r < a->n_rounds; r++)
    for (guint p = 0; p < a->n_people && rounds.match[r] != NONE; p++)
      {
        int table, other, same;

        if (people.match[p] == NONE)
          continue;
        table = a->table[(gsize) r * a->n_people + p];
        other = b->table[(gsize) rounds.match[r] * b->n_people + (guint) people.match[p]];
        same = table == NONE ? NONE : tables.match[table];
        if (table == NONE ? other == NONE : same != NONE && same == other)
          continue;
        add_seat (self, &people, r, p, table, other);
        self->n_elsewhere += !elsewhere[p];
        elsewhere[p] = TRUE;
      }
}

/**
 * rt_comparison_new:
 * @here: a plan
 * @there: another, or another state of the same one
 *
 * Returns: (transfer full): what differs; nothing is taken over
 */
RtComparison *
rt_comparison_new (RtPlan *here, RtPlan *there)
{
  RtComparison *self = g_new0 (RtComparison, 1);

  self->differences = g_ptr_array_new_with_free_func ((GDestroyNotify) difference_free);
  self->seats = g_ptr_array_new_with_free_func ((GDestroyNotify) seat_free);
  compare_parts (self, here, there);
  compare_seats (self, here, there);
  return self;
}

void
rt_comparison_free (RtComparison *self)
{
  g_ptr_array_unref (self->differences);
  g_ptr_array_unref (self->seats);
  g_free (self);
}
