/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include "rt-plan.h"
#include "rt-roll.h"

G_BEGIN_DECLS

/**
 * RtMeasure:
 * @key: as in `check --json`: "repeats", "same_organisation", ...
 * @found: counted now
 * @bound: the fewest that any seating of everybody could have that keeps every must; 0 when nothing
 *   better is proven
 * @strength: strongest of the rules that count it; #RT_STRENGTH_MUST for those always measured
 * @is_rule: a rule of the plan counts it (else it is one of those always measured)
 *
 * One number of a plan beside the least possible one. Rules of one kind share a measure.
 */
typedef struct {
  const char *key;
  gint64      found;
  gint64      bound;
  RtStrength  strength;
  gboolean    is_rule;
} RtMeasure;

/**
 * RtBreach:
 * @code: the measure's key
 * @message: in words, names first, translated
 * @path: where in the file: "rounds[1].seating.t3"
 * @round: index, -1 = all
 * @table: index, -1
 * @people: (array) of the people concerned, as indexes
 *
 * One thing that is wrong: a broken rule at a table, a person without a seat.
 */
typedef struct {
  const char *code;
  char       *message;
  char       *path;
  int         round;
  int         table;
  GArray     *people;    /* of int */
  RtStrength  strength;
} RtBreach;

typedef struct {
  GArray    *measures;      /* of RtMeasure: those of the rules in file order, then those always
                               measured */
  GPtrArray *breaches;      /* of RtBreach: broken must and should rules, worst first */
  int        together_most;
  int        met_least, met_most;
  double     met_mean;
  int        guests;        /* different people who are guests in some round */
  /* -1 without a wishes rule */
  int        wishes_first, wishes_second, wishes_third, wishes_later, wishes_none;
  gboolean   must_kept;     /* every must is kept and nobody is unseated */
  gboolean   proven;
} RtMeasures;

/* Counts everything and finds the bounds. O(people x rounds x table size). */
RtMeasures      *rt_measures_new  (RtPlan *plan);
void             rt_measures_free (RtMeasures *self);
/* NULL without that rule */
const RtMeasure *rt_measures_find (const RtMeasures *self, const char *key);
/* What rule @index counts alone, beside its own bound: rules of one kind share a measure. */
void             rt_measures_get_rule (const RtMeasures *self, guint index, gint64 *found,
                                       gint64 *bound);
/* Whether a must is broken that concerns @person in @round, both indexes. */
gboolean         rt_measures_break_for (const RtMeasures *self, guint round, guint person);
/* The measures of which a must is broken at @table in @round, both indexes, each once: "Same
   organisation, Own chief executive"; NULL: none. Free with g_free(). */
char            *rt_measures_dup_broken (const RtMeasures *self, guint round, guint table);
/* Whether a breach could be put right: a must, or a should whose measure is above its bound. */
gboolean         rt_measures_is_wrong (const RtMeasures *self, const RtBreach *breach);
/*
 * The measure in words for the panel: "Repeats", "Same organisation", "Own chief executive", "Came
 * back to a host".
 */
const char      *rt_measure_get_title (const char *key);
/*
 * Before arranging, and while editing: "No repeat is forced.", "At least 100 repeats cannot be
 * avoided: ...". NULL when there is nobody, no table, no round or no rule about repeats.
 */
char            *rt_measures_dup_feasibility (RtPlan *plan, const RtMeasures *self);
/*
 * Why a measure cannot be less than its bound: "there are 23 people of York and 20 tables for
 * them"; and how many rounds it takes for everybody to meet everybody. NULL where there is nothing
 * to say.
 */
char            *rt_measures_dup_reason        (const RtMeasures *self, RtPlan *plan,
                                                const char *key);
char            *rt_measures_dup_meeting_words (const RtMeasures *self);
/* The `measures` object of --json, and its `problems` array: what is wrong, worst first. */
JsonNode        *rt_measures_to_json (const RtMeasures *self);
JsonNode        *rt_breaches_to_json (const RtMeasures *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RtMeasures, rt_measures_free)

/*
 * What a change would do to the measures, without doing it: "Repeats 0 → 1: Yusuf Moreira and
 * Desmond Weber again". NULL when nothing gets better or worse. @worse is set when a measure grows.
 * @cost is how much more each thing counted becomes: what is always measured, then the rules from
 * must to may, those of one strength in the order of the file. The smaller of two costs is that of
 * the better change: the first difference decides, as it does for the solver. No cost (NULL: the
 * change is not possible) comes last.
 */
char            *rt_measure_dup_price (RtPlan *plan, RtChange *change, gboolean *worse,
                                       GArray **cost);
int              rt_measure_compare_costs (GArray *one, GArray *other);

G_END_DECLS
