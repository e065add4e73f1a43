/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

/* Several seatings to choose from. */

#include "rt-alternatives.h"

#include "rt-sketch.h"

/* The seed of the first. It is not the one that is used elsewhere: what an ordinary arranging
   comes to is usually the seating at hand, and would be no alternative to itself. */
#define FIRST_SEED 2

struct _RtAlternatives {
  GObject parent_instance;

  RtSketch        *before;  /* nothing of it is changed: the thread reads it alone */
  RtArrangeOptions options;
  GCancellable    *cancellable;

  RtAlternative    all[RT_N_ALTERNATIVES];
  int              n;       /* atomic: of @all, those that are whole */
};

G_DEFINE_FINAL_TYPE (RtAlternatives, rt_alternatives, G_TYPE_OBJECT)

static void
rt_alternatives_finalize (GObject *object)
{
  RtAlternatives *self = RT_ALTERNATIVES (object);

  for (int i = 0; i < self->n; i++)
    {
      rt_change_unref (self->all[i].change);
      rt_measures_free (self->all[i].measures);
    }
  g_clear_pointer (&self->before, rt_sketch_free);
  g_object_unref (self->cancellable);
  G_OBJECT_CLASS (rt_alternatives_parent_class)->finalize (object);
}

static void
rt_alternatives_class_init (RtAlternativesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rt_alternatives_finalize;
}

static void
rt_alternatives_init (RtAlternatives *self)
{
  self->cancellable = g_cancellable_new ();
}

/**
 * rt_alternatives_new:
 * @plan: a plan, which may change afterwards; but then the changes no longer fit it
 * @seconds: the budget of each seating
 * @threads: the seatings do not depend on it
 * @error: why @plan cannot be arranged at all
 *
 * Returns: (transfer full) (nullable): alternatives of which none is there yet
 */
RtAlternatives *
rt_alternatives_new (RtPlan *plan, double seconds, int threads, GError **error)
{
  const RtArrangeOptions defaults = RT_ARRANGE_OPTIONS_DEFAULT;
  g_autoptr (RtArrangement) possible = rt_arrangement_new (plan, &defaults, error);
  RtAlternatives *self;

  if (!possible)
    return NULL;
  self = g_object_new (RT_TYPE_ALTERNATIVES, NULL);
  self->before = rt_sketch_new (plan);
  self->options = defaults;
  self->options.seconds = seconds;
  self->options.threads = threads;
  self->options.anew = TRUE;
  return self;
}

/** rt_alternatives_count_elsewhere: see the header. O(people x rounds) */
int
rt_alternatives_count_elsewhere (const RtRoll *a, const RtRoll *b)
{
  int n = 0;

  for (guint p = 0; p < a->n_people; p++)
    {
      gboolean same = TRUE;

      for (guint r = 0; r < a->n_rounds; r++)
        same = same
               && a->table[(gsize) r * a->n_people + p] == b->table[(gsize) r * a->n_people + p];
      n += !same;
    }
  return n;
}

static void
stop_cb (GCancellable *cancellable, gpointer arrangement)
{
  rt_arrangement_stop (arrangement);
}

static RtChange *
arrange (RtAlternatives *self, guint64 seed)
{
  RtPlan *plan = self->before->plan;
  RtArrangeOptions options = self->options;
  g_autoptr (RtArrangement) arrangement = NULL;
  gulong id;

  options.seed = seed;
  arrangement = rt_arrangement_new (plan, &options, NULL);
  id = g_cancellable_connect (self->cancellable, G_CALLBACK (stop_cb), arrangement, NULL);
  rt_arrangement_run (arrangement, NULL);
  g_cancellable_disconnect (self->cancellable, id);
  return g_cancellable_is_cancelled (self->cancellable)
             ? NULL : rt_arrangement_to_change (arrangement, plan, NULL);
}

/* What the plan comes to with @change, tried on a plan of its own. */
static void
judge (RtAlternatives *self, RtAlternative *alternative)
{
  g_autoptr (RtSketch) after = rt_sketch_new (self->before->plan);
  g_autoptr (RtRoll) was = rt_roll_new (self->before->plan);
  g_autoptr (RtRoll) is = NULL;

  rt_sketch_apply (after, rt_change_ref (alternative->change));
  is = rt_roll_new (after->plan);
  alternative->measures = rt_measures_new (after->plan);
  alternative->elsewhere = rt_alternatives_count_elsewhere (was, is);
}

void
rt_alternatives_run (RtAlternatives *self)
{
  for (int i = 0; i < RT_N_ALTERNATIVES; i++)
    {
      self->all[i].change = arrange (self, FIRST_SEED + (guint64) i);
      if (!self->all[i].change)
        return;
      judge (self, &self->all[i]);
      g_atomic_int_set (&self->n, i + 1);
    }
}

void
rt_alternatives_stop (RtAlternatives *self)
{
  g_cancellable_cancel (self->cancellable);
}

guint
rt_alternatives_get_n (RtAlternatives *self)
{
  return (guint) g_atomic_int_get (&self->n);
}

/**
 * rt_alternatives_get: Returns: (transfer none): the one at @i, less than rt_alternatives_get_n()
 */
const RtAlternative *
rt_alternatives_get (RtAlternatives *self, guint i)
{
  g_return_val_if_fail (i < rt_alternatives_get_n (self), NULL);
  return &self->all[i];
}
