/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

/*
 * What can be done when somebody is away or comes unexpected, with its price before it is chosen.
 */

#include "rt-replan.h"

#include <glib/gi18n-lib.h>

#include "rt-breach.h"
#include "rt-edit-private.h"
#include "rt-measure-private.h"
#include "rt-sketch-steps.h"

struct _RtReplan {
  GObject       parent_instance;

  RtSketch     *before;     /* the plan as it is */
  RtRoll       *roll;       /* of it */
  RtSketch     *base;       /* without those who are away */
  GArray       *away;       /* of int: people */
  guint         from;
  int           host;       /* who is away and leads a table, -1 */
  int           table;      /* which, -1 */
  GPtrArray    *options;    /* of RtReplanOption */
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (RtReplan, rt_replan, G_TYPE_OBJECT)

static void
option_free (RtReplanOption *self)
{
  g_free (self->title);
  g_free (self->words);
  g_clear_pointer (&self->change, rt_change_unref);
  g_free (self);
}

static gboolean
is_open (RtReplan *self, guint r)
{
  return r >= self->from && !self->roll->done[r];
}

static const RtTable *
table_of (RtReplan *self)
{
  return rt_plan_get_table (self->before->plan, self->table);
}

static char *
person_words (RtReplan *self, int p)
{
  return rt_person_dup_display (rt_plan_get_person (self->before->plan, p));
}

/* Whether a table has the same people and the same host in every round from now on. */
static gboolean
keeps_sheet (RtReplan *self, const RtRoll *after, guint t)
{
  const RtRoll *before = self->roll;

  for (guint r = 0; r < before->n_rounds; r++)
    {
      gsize table = (gsize) r * before->n_tables + t;

      if (!is_open (self, r) || !after->open[table])
        continue;
      if (before->host[table] != after->host[table] ||
          before->co_host[table] != after->co_host[table])
        return FALSE;
      for (guint p = 0; p < before->n_people; p++)
        {
          gsize at = (gsize) r * before->n_people + p;

          if ((before->table[at] == (int) t) != (after->table[at] == (int) t))
            return FALSE;
        }
    }
  return TRUE;
}

static int
count_moved (RtReplan *self, const RtRoll *after)
{
  int moved = 0;

  for (guint p = 0; p < after->n_people; p++)
    {
      gboolean stays = TRUE;

      for (guint r = 0; r < after->n_rounds; r++)
        {
          gsize at = (gsize) r * after->n_people + p;

          stays = stays && (!is_open (self, r) || !after->attends[at] ||
                            after->table[at] == self->roll->table[at]);
        }
      moved += !stays;
    }
  return moved;
}

static void
price (RtReplan *self, RtReplanOption *option, RtPlan *plan)
{
  g_autoptr (RtCount) count = rt_count_new (plan);
  g_autoptr (RtMeasures) measures = &rt_measuring_new (plan, count, FALSE)->measures;

  option->repeats = option->same = -1;
  for (guint i = 0; i < measures->measures->len; i++)
    {
      const RtMeasure *measure = &g_array_index (measures->measures, RtMeasure, i);

      if (g_str_equal (measure->key, "slips_changed"))
        option->slips = measure->found;
      else if (measure->strength == RT_STRENGTH_MUST)
        option->broken += measure->found;
      if (g_str_equal (measure->key, "repeats"))
        option->repeats = measure->found;
      if (option->same < 0 && g_str_has_prefix (measure->key, "same_"))
        option->same = measure->found;
    }
  if (!rt_replan_is_issued (self))
    option->slips = count_moved (self, count->roll);
  for (guint t = 0; t < count->roll->n_tables; t++)
    option->sheets += !keeps_sheet (self, count->roll, t);
}

/*
 * Takes what is given. @sketch: what is done after those who are away have gone; NULL: not
 * possible.
 */
static RtReplanOption *
add_option (RtReplan *self, RtReplanKind kind, const char *title, char *words, RtSketch *sketch)
{
  RtReplanOption *option = g_new0 (RtReplanOption, 1);

  option->kind = kind;
  option->title = g_strdup (title);
  option->words = words;
  option->table = self->table >= 0 ? table_of (self)->parent.id : NULL;
  g_ptr_array_add (self->options, option);
  if (sketch)
    {
      g_autoptr (RtChange) all = rt_sketch_join (self->base, title);
      g_autoptr (RtChange) rest = rt_sketch_join (sketch, title);
      RtChange *parts[] = { all, rest };

      option->change = rt_change_join (title, parts, 2);
      price (self, option, sketch->plan);
      rt_sketch_free (sketch);
    }
  return option;
}

static RtSketch *
begin (RtReplan *self)
{
  return rt_sketch_new (self->base->plan);
}

/* Whether somebody can lead the table in every round in which its host would have. */
static gboolean
can_lead (RtReplan *self, RtId id, char **why)
{
  const RtRoll *roll = self->roll;
  guint p = rt_plan_index_of (self->before->plan, RT_PART_PEOPLE, id);
  g_autofree char *name = person_words (self, p);

  for (guint r = 0; r < roll->n_rounds; r++)
    {
      gsize at = (gsize) r * roll->n_people + p;
      g_autofree char *table = NULL;

      if (!is_open (self, r) || roll->host[(gsize) r * roll->n_tables + self->table] != self->host)
        continue;
      if (!roll->attends[at] || g_array_index (self->away, int, 0) == (int) p)
        {
          *why = g_strdup_printf (_("%s does not attend round %u."), name, r + 1);
          return FALSE;
        }
      if (roll->leads[at] < 0 || roll->leads[at] == self->table)
        continue;
      table = rt_table_dup_display (rt_plan_get_table (self->before->plan, roll->leads[at]));
      *why = g_strdup_printf (_("%s leads %s already."), name, table);
      return FALSE;
    }
  return TRUE;
}

static void
add_leader (RtReplan *self, RtReplanKind kind, const char *title, RtId id)
{
  g_autofree char *table = rt_table_dup_display (table_of (self));
  g_autofree char *name = NULL;
  RtSketch *sketch;
  char *why = NULL;

  if (!id)
    {
      why = kind == RT_REPLAN_DEPUTY ? g_strdup_printf (_("%s has no deputy."), table)
                                     : g_strdup_printf (_("%s has no co-host."), table);
      add_option (self, kind, title, why, NULL);
      return;
    }
  if (!can_lead (self, id, &why))
    {
      add_option (self, kind, title, why, NULL);
      return;
    }
  name = rt_person_dup_display (rt_plan_find_person (self->before->plan, id));
  why = kind == RT_REPLAN_DEPUTY
        ? g_strdup_printf (_("%s leads %s, and leaves empty chairs elsewhere."), name, table)
        : g_strdup_printf (_("%s leads %s alone."), name, table);
  sketch = begin (self);
  rt_sketch_lead (sketch, table_of (self)->parent.id, id, self->from);
  add_option (self, kind, title, why, sketch);
}

/* Who co-hosts the table in the first round that is open. */
static RtId
find_co_host (RtReplan *self)
{
  const RtRoll *roll = self->roll;

  for (guint r = 0; r < roll->n_rounds; r++)
    {
      int p = roll->co_host[(gsize) r * roll->n_tables + self->table];

      if (is_open (self, r))
        return p >= 0 && p != self->host ? rt_plan_get_person (self->before->plan, p)->parent.id
                                         : NULL;
    }
  return NULL;
}

static void
add_no_host (RtReplan *self)
{
  g_autofree char *table = rt_table_dup_display (table_of (self));
  RtSketch *sketch = begin (self);

  rt_sketch_lead (sketch, table_of (self)->parent.id, NULL, self->from);
  add_option (self, RT_REPLAN_NO_HOST, _("The table goes on without a host"),
              g_strdup_printf (_("Nobody leads %s; everybody stays."), table), sketch);
}

/* Different people who sit at a table in the rounds to come, but for those away. */
static int
count_guests (RtReplan *self, int t)
{
  const RtRoll *roll = self->roll;
  int n = 0;

  for (guint p = 0; p < roll->n_people; p++)
    {
      gboolean sits = FALSE;

      for (guint r = 0; r < roll->n_rounds; r++)
        {
          gsize at = (gsize) r * roll->n_people + p;

          sits = sits || (is_open (self, r) && roll->attends[at] && roll->table[at] == t);
        }
      for (guint i = 0; i < self->away->len; i++)
        sits = sits && g_array_index (self->away, int, i) != (int) p;
      n += sits;
    }
  return n;
}

static char *
close_words (RtReplan *self, int t, int largest)
{
  int n = count_guests (self, t);

  if (largest > 0)
    return g_strdup_printf (ngettext ("%d person goes elsewhere, tables grow to at most %d.",
                                      "%d people go elsewhere, tables grow to at most %d.", n),
                            n, largest);
  return g_strdup_printf (ngettext ("%d person goes elsewhere.", "%d people go elsewhere.", n), n);
}

/* Closes table @t; @mix: then everybody may move, else only who sat there. */
static void
add_close (RtReplan *self, int t, gboolean mix)
{
  const RtTable *record = rt_plan_get_table (self->before->plan, t);
  g_autofree char *table = rt_table_dup_display (record);
  /* Translators: a table */
  g_autofree char *title = g_strdup_printf (
      mix ? _("Close %s, mix anew") : _("Close %s, change as little as possible"), table);
  RtReplanKind kind = mix ? RT_REPLAN_MIX : RT_REPLAN_CLOSE;
  RtSketch *sketch = begin (self);
  int largest;

  rt_sketch_close (sketch, record->parent.id, self->from);
  largest = rt_sketch_grow (sketch, self->from);
  if (largest < 0 ||
      !rt_sketch_arrange (sketch, self->from, !mix, FALSE, self->cancellable))
    {
      rt_sketch_free (sketch);
      add_option (self, kind, title, g_strdup (_("There is no other table that is open.")), NULL);
      return;
    }
  add_option (self, kind, title, mix ? g_strdup (_("Everybody may move."))
                                     : close_words (self, t, largest), sketch);
}

/* The open table with the fewest guests in the rounds to come, or -1. */
static int
find_smallest (RtReplan *self)
{
  const RtRoll *roll = self->roll;
  int best = -1, fewest = G_MAXINT;

  for (guint t = 0; t < roll->n_tables; t++)
    {
      gboolean open = FALSE;
      int n = count_guests (self, t);

      for (guint r = 0; r < roll->n_rounds; r++)
        open = open || (is_open (self, r) && roll->open[(gsize) r * roll->n_tables + t]);
      if (open && n > 0 && n < fewest)
        {
          best = t;
          fewest = n;
        }
    }
  return best;
}

static void
add_arranged (RtReplan *self, RtReplanKind kind, const char *title, char *words)
{
  RtSketch *sketch = begin (self);
  int largest = rt_sketch_grow (sketch, self->from);

  if (largest < 0 || !rt_sketch_arrange (sketch, self->from, kind == RT_REPLAN_STAY,
                                         kind == RT_REPLAN_EVEN, self->cancellable))
    g_clear_pointer (&sketch, rt_sketch_free);
  if (!sketch)
    {
      g_free (words);
      words = g_strdup (_("There is nothing to arrange."));
    }
  add_option (self, kind, title, words, sketch);
}

static void
run_host (RtReplan *self)
{
  add_leader (self, RT_REPLAN_DEPUTY, _("The deputy takes over"), table_of (self)->deputy);
  add_leader (self, RT_REPLAN_CO_HOST, _("The co-host carries on alone"), find_co_host (self));
  add_no_host (self);
  if (!g_cancellable_is_cancelled (self->cancellable))
    add_close (self, self->table, FALSE);
  if (!g_cancellable_is_cancelled (self->cancellable))
    add_close (self, self->table, TRUE);
}

static void
run_people (RtReplan *self)
{
  int smallest = find_smallest (self);

  add_arranged (self, RT_REPLAN_STAY, _("Everybody stays"),
                g_strdup (_("Chairs stay empty; who has no seat takes one of them.")));
  if (!g_cancellable_is_cancelled (self->cancellable))
    add_arranged (self, RT_REPLAN_EVEN, _("Even out the tables"),
                  g_strdup (_("As few people as possible move.")));
  if (smallest >= 0 && !g_cancellable_is_cancelled (self->cancellable))
    add_close (self, smallest, FALSE);
  if (!g_cancellable_is_cancelled (self->cancellable))
    add_arranged (self, RT_REPLAN_MIX, _("Mix anew"), g_strdup (_("Everybody may move.")));
}

static void
rt_replan_finalize (GObject *object)
{
  RtReplan *self = RT_REPLAN (object);

  g_clear_pointer (&self->before, rt_sketch_free);
  g_clear_pointer (&self->base, rt_sketch_free);
  g_clear_pointer (&self->roll, rt_roll_free);
  g_array_unref (self->away);
  g_ptr_array_unref (self->options);
  g_object_unref (self->cancellable);
  G_OBJECT_CLASS (rt_replan_parent_class)->finalize (object);
}

static void
rt_replan_class_init (RtReplanClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rt_replan_finalize;
}

static void
rt_replan_init (RtReplan *self)
{
  self->away = g_array_new (FALSE, FALSE, sizeof (int));
  self->options = g_ptr_array_new_with_free_func ((GDestroyNotify) option_free);
  self->cancellable = g_cancellable_new ();
  self->host = self->table = -1;
}

/* The first of those away who hosts a table in a round to come. */
static void
find_host (RtReplan *self)
{
  const RtRoll *roll = self->roll;

  for (guint i = 0; i < self->away->len && self->host < 0; i++)
    for (guint r = 0; r < roll->n_rounds && self->host < 0; r++)
      for (guint t = 0; is_open (self, r) && t < roll->n_tables; t++)
        {
          gsize at = (gsize) r * roll->n_tables + t;

          if (roll->open[at] && roll->host[at] == g_array_index (self->away, int, i))
            {
              self->host = roll->host[at];
              self->table = t;
              break;
            }
        }
}

static gboolean
check_rounds (RtReplan *self, GError **error)
{
  for (guint r = 0; r < self->roll->n_rounds; r++)
    if (is_open (self, r))
      return TRUE;
  return rt_edit_fail (error, RT_ERROR_OVER,
                       _("Every round is over, and a round that is over is never changed."));
}

/**
 * rt_replan_new:
 * @plan: a plan
 * @away: (array length=n_away): people who are away
 * @n_away: how many
 * @from: the first round they are away from
 * @error: for people
 *
 * Returns: (transfer full) (nullable): the question what to do, not yet answered; %NULL with
 *   %RT_ERROR_OVER when no round is left
 */
RtReplan *
rt_replan_new (RtPlan *plan, const RtId *away, guint n_away, guint from, GError **error)
{
  g_autoptr (RtReplan) self = g_object_new (RT_TYPE_REPLAN, NULL);

  self->before = rt_sketch_new (plan);
  self->base = rt_sketch_new (plan);
  self->roll = rt_roll_new (plan);
  self->from = from;
  if (!check_rounds (self, error))
    return NULL;
  for (guint i = 0; i < n_away; i++)
    {
      int p = rt_plan_index_of (plan, RT_PART_PEOPLE, away[i]);

      g_array_append_val (self->away, p);
      rt_sketch_leave (self->base, away[i], from);
    }
  find_host (self);
  return g_steal_pointer (&self);
}

char *
rt_replan_dup_title (RtReplan *self)
{
  g_autofree char *name = NULL;

  if (self->away->len == 0)
    return g_strdup (_("People Without a Seat"));
  name = rt_words_for_people (self->before->plan, (const int *) self->away->data, self->away->len);
  /* Translators: one name, or several */
  return g_strdup_printf (ngettext ("%s is away", "%s are away", self->away->len), name);
}

static char *
issue_words (RtReplan *self)
{
  guint n = rt_plan_get_n (self->before->plan, RT_PART_ISSUED);
  const RtIssue *issue =
    n > 0 ? rt_plan_get (self->before->plan, RT_PART_ISSUED, n - 1) : NULL;

  if (!issue)
    return g_strdup (_("No slips are printed yet."));
  return g_strdup_printf (_("Slips are printed as revision %s."), issue->revision);
}

char *
rt_replan_dup_words (RtReplan *self)
{
  g_autofree char *issue = issue_words (self);
  g_autofree char *name = NULL;
  g_autofree char *table = NULL;
  g_autofree char *rounds = NULL;
  int n = 0, guests;

  if (self->host < 0)
    return g_steal_pointer (&issue);
  for (guint r = 0; r < self->roll->n_rounds; r++)
    n += is_open (self, r) &&
         self->roll->host[(gsize) r * self->roll->n_tables + self->table] == self->host;
  guests = count_guests (self, self->table);
  name = person_words (self, self->host);
  table = rt_table_dup_display (table_of (self));
  /* Translators: a person, a table */
  rounds = g_strdup_printf (ngettext ("%s hosts %s in %d round to come.",
                                      "%s hosts %s in %d rounds to come.", n), name, table, n);
  /* Translators: the sentence before, how many guests, the sentence about slips */
  return g_strdup_printf (
      ngettext ("%s %d person is due there. %s", "%s %d people are due there. %s", guests), rounds,
      guests, issue);
}

gboolean
rt_replan_is_issued (RtReplan *self)
{
  return rt_plan_get_n (self->before->plan, RT_PART_ISSUED) > 0;
}

/**
 * rt_replan_run:
 * @self: a question that was not answered
 *
 * Blocks until every answer is there with its price, or rt_replan_stop() is called. The same plan
 * gives the same answers and prices, however busy the machine is.
 */
void
rt_replan_run (RtReplan *self)
{
  if (self->host >= 0)
    run_host (self);
  else
    run_people (self);
}

/* Ends the run soon; may be called from any thread. */
void
rt_replan_stop (RtReplan *self)
{
  g_cancellable_cancel (self->cancellable);
}

guint
rt_replan_get_n (RtReplan *self)
{
  return self->options->len;
}

const RtReplanOption *
rt_replan_get (RtReplan *self, guint i)
{
  return g_ptr_array_index (self->options, i);
}

/* Returns: the index of the option to choose beforehand; rt_replan_get_n() if none is possible */
guint
rt_replan_get_best (RtReplan *self)
{
  const RtReplanOption *best = NULL;
  guint index = self->options->len;

  for (guint i = 0; i < self->options->len; i++)
    {
      const RtReplanOption *option = rt_replan_get (self, i);

      if (!option->change ||
          (best && (option->broken > best->broken ||
                    (option->broken == best->broken && option->slips >= best->slips))))
        continue;
      best = option;
      index = i;
    }
  return index;
}
