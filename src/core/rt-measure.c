/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "rt-measure.h"

#include <glib/gi18n-lib.h>

#include "rt-arrange.h"
#include "rt-breach.h"
#include "rt-language.h"
#include "rt-measure-private.h"

/* Beyond this many of one rule nobody reads on; the measure says how many there are. */
#define MAX_BREACHES_OF_A_RULE 200

typedef struct {
  RtCause    cause;
  GPtrArray *breaches;
  guint      n;
} Telling;

typedef struct {
  guint  *met;      /* [person] different other guests */
  guint   most;     /* meetings of one pair */
} Meeting;

/* Returns: (transfer none): the key of the measure that @rule counts into. */
const char *
rt_rule_get_measure_key (const RtRule *rule)
{
  static const char * const returns[] = { "returns_host", "returns_table", "returns_theme" };
  g_autofree char *key = NULL;

  switch ((RtRuleKind) rule->kind)
    {
    case RT_RULE_REPEATS:
      return rule->most == RT_UNSET ? "repeats" : "over_repeats";
    case RT_RULE_RETURNS:
      return returns[CLAMP (rule->of, 0, 2)];
    case RT_RULE_SPREAD:
      key = g_strconcat (rule->most == RT_UNSET ? "same_" : "over_", rule->by, NULL);
      return g_intern_string (key);
    case RT_RULE_OWN_HOST:
      return "own_host";
    case RT_RULE_STEP_FREE:
      return "step_free";
    default:
      return rt_rule_kind_words[rule->kind];
    }
}

static void
tell_cb (const RtIncident *incident, gpointer data)
{
  Telling *self = data;
  RtBreach *breach;

  if (self->n >= MAX_BREACHES_OF_A_RULE)
    return;
  breach = rt_breach_new (&self->cause, incident);
  if (!breach)
    return;
  g_ptr_array_add (self->breaches, breach);
  self->n++;
}

static RtMeasure *
find_or_add (GArray *measures, const char *key, gboolean is_rule, RtStrength strength)
{
  RtMeasure fresh = { g_intern_string (key), 0, 0, strength, is_rule };

  for (guint i = 0; i < measures->len; i++)
    {
      RtMeasure *measure = &g_array_index (measures, RtMeasure, i);

      if (measure->key == fresh.key)
        {
          measure->strength = MIN (measure->strength, strength);
          return measure;
        }
    }
  g_array_append_val (measures, fresh);
  return &g_array_index (measures, RtMeasure, measures->len - 1);
}

static void
add_wishes (RtMeasures *self, const RtWishes *wishes)
{
  self->wishes_first = MAX (self->wishes_first, 0) + wishes->first;
  self->wishes_second = MAX (self->wishes_second, 0) + wishes->second;
  self->wishes_third = MAX (self->wishes_third, 0) + wishes->third;
  self->wishes_later = MAX (self->wishes_later, 0) + wishes->later;
  self->wishes_none = MAX (self->wishes_none, 0) + wishes->none;
}

/* Rules of one key share a measure: found and bound add up. */
static void
measure_rule (RtMeasuring *self, RtCount *count, guint index, GPtrArray **breaches)
{
  const RtRule *rule = rt_plan_get_rule (count->plan, index);
  RtStrength strength = rule->strength;
  const char *key = rt_rule_get_measure_key (rule);
  RtMeasure *measure = find_or_add (self->measures.measures, key, TRUE, strength);
  Telling telling = { { count, measure->key, rule, index, 0 }, breaches[strength], 0 };
  RtTally tally = { 0, strength == RT_STRENGTH_MAY ? NULL : tell_cb, &telling };

  if (rule->kind == RT_RULE_WISHES)
    {
      RtWishes wishes = { 0 };

      rt_count_wishes (count, rule, &tally, &wishes);
      add_wishes (&self->measures, &wishes);
    }
  else
    rt_count_rule (count, rule, &tally);
  measure->found += tally.found;
  self->found[index] = tally.found;
  if (self->bounds)
    measure->bound += self->bounds->terms[index];
  if (strength == RT_STRENGTH_MUST && tally.found > 0)
    self->measures.must_kept = FALSE;
  if (strength == RT_STRENGTH_SHOULD)
    self->should[index] = TRUE;
}

/* Arranging puts everybody at their pins; in rounds that are over, it is too late for that. */
static gint64
count_off_pins (RtCount *count)
{
  const RtRoll *roll = count->roll;
  gint64 n = 0;

  for (gsize at = 0; at < (gsize) roll->n_rounds * roll->n_people; at++)
    n += roll->done[at / roll->n_people] && roll->pin[at] >= 0 && roll->attends[at] &&
         roll->table[at] != roll->pin[at];
  return n;
}

static void
measure_always (RtMeasuring *self, RtCount *count, RtAlways what, GPtrArray *breaches)
{
  RtMeasure *measure =
    find_or_add (self->measures.measures, rt_always_keys[what], FALSE, RT_STRENGTH_MUST);
  Telling telling = { { count, measure->key, NULL, 0, what }, breaches, 0 };
  /* A wrong slip is no broken rule: it is printed again. */
  RtTally tally = { 0, what == RT_ALWAYS_SLIPS ? NULL : tell_cb, &telling };

  rt_count_always (count, what, &tally);
  measure->found = tally.found;
  if (self->bounds && what == RT_ALWAYS_CAPACITY)
    measure->bound = self->bounds->capacity;
  if (self->bounds && what == RT_ALWAYS_HOSTS)
    measure->bound = self->bounds->hosts;
  if (self->bounds && what == RT_ALWAYS_PINNED)
    measure->bound = count_off_pins (count);
  if (self->bounds && what == RT_ALWAYS_UNSEATED)
    measure->bound = self->bounds->unseated;
  if (tally.found > 0 && what != RT_ALWAYS_SLIPS)
    self->measures.must_kept = FALSE;
}

static void
meet_cb (RtCount *count, int p, int q, guint meetings, guint earlier, gpointer data)
{
  Meeting *self = data;

  self->met[p]++;
  self->met[q]++;
  self->most = MAX (self->most, meetings);
}

/* Whom people meet at this event, in all of its rounds. */
static void
measure_meetings (RtMeasures *self, RtCount *count)
{
  const RtRoll *roll = count->roll;
  g_autofree guint *met = g_new0 (guint, MAX (roll->n_people, 1));
  Meeting meeting = { .met = met };
  guint64 sum = 0;

  rt_count_each_pair (count, rt_count_rounds (count, NULL), meet_cb, &meeting);
  self->together_most = meeting.most;
  for (guint p = 0; p < roll->n_people; p++)
    {
      gboolean guest = FALSE;

      for (guint r = 0; r < roll->n_rounds; r++)
        guest = guest || roll->guest[(gsize) r * roll->n_people + p];
      if (!guest)
        continue;
      self->met_least = self->guests == 0 ? (int) met[p] : MIN (self->met_least, (int) met[p]);
      self->met_most = MAX (self->met_most, (int) met[p]);
      sum += met[p];
      self->guests++;
    }
  self->met_mean = self->guests > 0 ? (double) sum / self->guests : 0;
}

/* A bound is proven for seatings that keep every must. One that breaks some can be below it, and
   then nothing is proven of it; a plan that is not arranged yet is below it because people are
   missing. */
static void
drop_void_bounds (RtMeasures *self)
{
  gboolean complete = rt_measures_find (self, "unseated")->found == 0;

  for (guint i = 0; i < self->measures->len; i++)
    {
      RtMeasure *measure = &g_array_index (self->measures, RtMeasure, i);

      if (measure->bound > measure->found && (complete || !measure->is_rule))
        measure->bound = 0;
    }
}

/* Must rules kept, and every measure of a should rule at its bound. */
static gboolean
is_proven (const RtMeasuring *self, RtPlan *plan)
{
  if (!self->measures.must_kept || !self->bounds)
    return FALSE;
  for (guint i = 0; i < self->n_rules; i++)
    {
      const RtMeasure *measure =
        rt_measures_find (&self->measures, rt_rule_get_measure_key (rt_plan_get_rule (plan, i)));

      if (self->should[i] && measure->found != measure->bound)
        return FALSE;
    }
  return TRUE;
}

/* Everything but the bounds, which the price of a change does not ask for. */
RtMeasuring *
rt_measuring_new (RtPlan *plan, RtCount *count, gboolean with_bounds)
{
  RtMeasuring *self = g_new0 (RtMeasuring, 1);
  RtMeasures *measures = &self->measures;
  g_autoptr (GPtrArray) should = g_ptr_array_new ();
  GPtrArray *breaches[3];

  measures->measures = g_array_new (FALSE, TRUE, sizeof (RtMeasure));
  measures->breaches = g_ptr_array_new_with_free_func ((GDestroyNotify) rt_breach_free);
  measures->wishes_first = measures->wishes_second = measures->wishes_third = -1;
  measures->wishes_later = measures->wishes_none = -1;
  measures->must_kept = TRUE;
  self->n_rules = rt_plan_get_n (plan, RT_PART_RULES);
  self->should = g_new0 (gboolean, MAX (self->n_rules, 1));
  self->found = g_new0 (gint64, MAX (self->n_rules, 1));
  if (with_bounds)
    {
      self->problem = rt_arrange_problem_new (plan, NULL);
      self->bounds = rt_bounds_new (self->problem);
    }

  breaches[RT_STRENGTH_MUST] = g_ptr_array_new ();
  breaches[RT_STRENGTH_SHOULD] = should;
  breaches[RT_STRENGTH_MAY] = should;
  for (guint i = 0; i < self->n_rules; i++)
    measure_rule (self, count, i, breaches);
  for (int what = 0; what < RT_N_ALWAYS; what++)
    measure_always (self, count, what, measures->breaches);
  g_ptr_array_extend_and_steal (measures->breaches, breaches[RT_STRENGTH_MUST]);
  g_ptr_array_extend_and_steal (measures->breaches, g_steal_pointer (&should));
  drop_void_bounds (measures);
  measure_meetings (measures, count);
  measures->proven = is_proven (self, plan);
  return self;
}

/**
 * rt_measures_new:
 * @plan: a plan
 *
 * Counts every measure and finds its bound. O(people x rounds x table size), and the bounds.
 *
 * Returns: (transfer full): the measures of @plan as it is now
 */
RtMeasures *
rt_measures_new (RtPlan *plan)
{
  g_autoptr (RtCount) count = rt_count_new (plan);

  return &rt_measuring_new (plan, count, TRUE)->measures;
}

void
rt_measures_free (RtMeasures *self)
{
  RtMeasuring *measuring = (RtMeasuring *) self;

  if (measuring->bounds)
    rt_bounds_free (measuring->bounds);
  if (measuring->problem)
    rt_arrange_problem_free (measuring->problem);
  g_free (measuring->should);
  g_free (measuring->found);
  g_array_unref (self->measures);
  g_ptr_array_unref (self->breaches);
  g_free (measuring);
}

const RtMeasure *
rt_measures_find (const RtMeasures *self, const char *key)
{
  for (guint i = 0; i < self->measures->len; i++)
    if (g_str_equal (g_array_index (self->measures, RtMeasure, i).key, key))
      return &g_array_index (self->measures, RtMeasure, i);
  return NULL;
}

/** rt_measures_get_rule: see the header; a bound that the seating is below says nothing and is 0 */
void
rt_measures_get_rule (const RtMeasures *self, guint index, gint64 *found, gint64 *bound)
{
  const RtMeasuring *measuring = (const RtMeasuring *) self;
  gboolean complete = rt_measures_find (self, "unseated")->found == 0;

  *found = measuring->found[index];
  *bound = measuring->bounds != NULL ? measuring->bounds->terms[index] : 0;
  if (*bound > *found && complete)
    *bound = 0;
}

/** rt_measures_break_for: see the header */
gboolean
rt_measures_break_for (const RtMeasures *self, guint round, guint person)
{
  for (guint i = 0; i < self->breaches->len; i++)
    {
      const RtBreach *breach = g_ptr_array_index (self->breaches, i);

      if (breach->round != (int) round || breach->strength != RT_STRENGTH_MUST)
        continue;
      for (guint k = 0; k < breach->people->len; k++)
        if (g_array_index (breach->people, int, k) == (int) person)
          return TRUE;
    }
  return FALSE;
}

/** rt_measures_dup_broken: see the header */
char *
rt_measures_dup_broken (const RtMeasures *self, guint round, guint table)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < self->breaches->len; i++)
    {
      const RtBreach *breach = g_ptr_array_index (self->breaches, i);
      const char *title = rt_measure_get_title (breach->code);

      if (breach->strength != RT_STRENGTH_MUST || breach->table != (int) table)
        continue;
      if ((breach->round >= 0 && breach->round != (int) round)
          || strstr (words->str, title) != NULL)
        continue;
      if (words->len > 0)
        g_string_append (words, ", ");
      g_string_append (words, title);
    }
  return words->len > 0 ? g_string_free (g_steal_pointer (&words), FALSE) : NULL;
}

/**
 * rt_measures_is_wrong:
 * @self: measures
 * @breach: one of theirs
 *
 * What cannot be helped is not wrong: where a should stands at its bound, no seating has fewer.
 *
 * Returns: whether @breach is of a must, or of a should whose measure is above its bound
 */
gboolean
rt_measures_is_wrong (const RtMeasures *self, const RtBreach *breach)
{
  const RtMeasure *measure = rt_measures_find (self, breach->code);

  return breach->strength == RT_STRENGTH_MUST || measure->found > measure->bound;
}

/* "Same organisation", "Same tag new": those of a spread rule. */
static const char *
spread_title (const char *key)
{
  static const struct { const char *by, *same, *over; } titles[] = {
    { "organisation", N_("Same organisation"), N_("Too many of one organisation") },
    { "sector", N_("Same sector"), N_("Too many of one sector") },
    { "kind", N_("Same kind"), N_("Too many of one kind") },
    { "job", N_("Same job"), N_("Too many with one job") },
  };
  gboolean same = g_str_has_prefix (key, "same_");
  const char *by = key + strlen ("same_");
  const char *word = strchr (by, ':');
  g_autofree char *title = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    if (g_str_equal (by, titles[i].by))
      return same ? _(titles[i].same) : _(titles[i].over);
  if (g_str_has_prefix (by, "tag:"))
    title = g_strdup_printf (same ? _("Same tag: %s") : _("Too many tagged %s"), word + 1);
  else if (g_str_has_prefix (by, "language:"))
    title = g_strdup_printf (same ? _("Same language: %s") : _("Too many who speak %s"),
                             rt_language_get_name (word + 1));
  return title ? g_intern_string (title) : key;
}

/**
 * rt_measure_get_title:
 * @key: of a measure
 *
 * Returns: (transfer none): the measure in words, translated
 */
const char *
rt_measure_get_title (const char *key)
{
  static const struct { const char *key, *title; } titles[] = {
    { "repeats", N_("Repeats") },
    { "over_repeats", N_("Meetings too many") },
    { "returns_host", N_("Came back to a host") },
    { "returns_table", N_("Came back to a table") },
    { "returns_theme", N_("Came back to a theme") },
    { "own_host", N_("Own chief executive") },
    { "even", N_("Uneven tables") },
    { "count", N_("Who must be at each table") },
    { "together", N_("Not together") },
    { "apart", N_("Not apart") },
    { "visit", N_("Never came") },
    { "avoid", N_("Not avoided") },
    { "wishes", N_("Wishes missed") },
    { "language", N_("Language") },
    { "step_free", N_("Step-free") },
    { "capacity", N_("Places") },
    { "hosts", N_("Tables without their host") },
    { "pinned", N_("Not at their pin") },
    { "unseated", N_("No seat") },
    { "misplaced", N_("Seated but not there") },
    { "slips_changed", N_("Wrong slips") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    if (g_str_equal (key, titles[i].key))
      return _(titles[i].title);
  return spread_title (key);
}
