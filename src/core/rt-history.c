/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "rt-history.h"

/* The saved mark stands where no undoing or redoing leads any more. */
#define UNREACHABLE G_MAXUINT

struct _RtHistory {
  GObject    parent_instance;

  RtPlan    *plan;
  GPtrArray *changes;   /* of RtChange: done ones, then those that can be redone */
  guint      position;  /* how many of them are done */
  guint      saved;     /* position at which the plan was saved, or UNREACHABLE */

  guint      depth;     /* of open groups */
  char      *label;     /* of the outermost */
  GPtrArray *group;     /* of RtChange: applied since it was opened */
};

enum {
  CHANGED,
  N_SIGNALS,
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (RtHistory, rt_history, G_TYPE_OBJECT)

static void
forget_redo (RtHistory *self)
{
  if (self->saved > self->position)
    self->saved = UNREACHABLE;
  g_ptr_array_set_size (self->changes, self->position);
}

static void
push (RtHistory *self, RtChange *change)
{
  forget_redo (self);
  g_ptr_array_add (self->changes, rt_change_ref (change));
  self->position++;
}

static void
emit_changed (RtHistory *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
rt_history_finalize (GObject *object)
{
  RtHistory *self = RT_HISTORY (object);

  g_clear_object (&self->plan);
  g_clear_pointer (&self->changes, g_ptr_array_unref);
  g_clear_pointer (&self->group, g_ptr_array_unref);
  g_clear_pointer (&self->label, g_free);
  G_OBJECT_CLASS (rt_history_parent_class)->finalize (object);
}

static void
rt_history_class_init (RtHistoryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rt_history_finalize;

  signals[CHANGED] = g_signal_new ("changed", RT_TYPE_HISTORY, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
}

static void
rt_history_init (RtHistory *self)
{
  self->changes = g_ptr_array_new_with_free_func ((GDestroyNotify) rt_change_unref);
  self->group = g_ptr_array_new_with_free_func ((GDestroyNotify) rt_change_unref);
}

/** rt_history_new: Returns: (transfer full): a history of @plan, which counts as saved now */
RtHistory *
rt_history_new (RtPlan *plan)
{
  RtHistory *self = g_object_new (RT_TYPE_HISTORY, NULL);

  self->plan = g_object_ref (plan);
  return self;
}

/**
 * rt_history_do:
 *
 * Applies @change and remembers it; what could be redone is forgotten, in a group when it is
 * closed. A change without edits is not remembered.
 *
 * Returns: %FALSE, and nothing has changed, if the plan refuses it
 */
gboolean
rt_history_do (RtHistory *self, RtChange *change, GError **error)
{
  g_return_val_if_fail (RT_IS_HISTORY (self) && change != NULL, FALSE);

  if (!rt_plan_check_change (self->plan, change, error))
    return FALSE;
  if (rt_change_get_n_edits (change) == 0)
    return TRUE;
  /* Remembered first: whoever hears of the change from the plan finds the history as it will be. */
  if (self->depth > 0)
    g_ptr_array_add (self->group, rt_change_ref (change));
  else
    push (self, change);
  rt_plan_apply (self->plan, change, NULL);
  emit_changed (self);
  return TRUE;
}

/**
 * rt_history_undo:
 *
 * Takes the last change back. Not while a group is open.
 *
 * Returns: %FALSE if there is nothing to undo, or with @error if the plan refuses it
 */
gboolean
rt_history_undo (RtHistory *self, GError **error)
{
  g_autoptr (RtChange) inverse = NULL;

  g_return_val_if_fail (RT_IS_HISTORY (self) && self->depth == 0, FALSE);

  if (self->position == 0)
    return FALSE;
  inverse = rt_change_invert (self->changes->pdata[self->position - 1]);
  self->position--;
  if (!rt_plan_apply (self->plan, inverse, error))
    {
      self->position++;
      return FALSE;
    }
  emit_changed (self);
  return TRUE;
}

/** rt_history_redo: Applies again what was taken back last; see rt_history_undo() */
gboolean
rt_history_redo (RtHistory *self, GError **error)
{
  g_return_val_if_fail (RT_IS_HISTORY (self) && self->depth == 0, FALSE);

  if (self->position == self->changes->len)
    return FALSE;
  self->position++;
  if (!rt_plan_apply (self->plan, self->changes->pdata[self->position - 1], error))
    {
      self->position--;
      return FALSE;
    }
  emit_changed (self);
  return TRUE;
}

const char *
rt_history_undo_label (RtHistory *self)
{
  if (self->position == 0)
    return NULL;
  return rt_change_get_label (self->changes->pdata[self->position - 1]);
}

const char *
rt_history_redo_label (RtHistory *self)
{
  if (self->position == self->changes->len || self->group->len > 0)
    return NULL;
  return rt_change_get_label (self->changes->pdata[self->position]);
}

void
rt_history_begin_group (RtHistory *self, const char *label)
{
  g_return_if_fail (RT_IS_HISTORY (self));

  if (self->depth++ == 0)
    self->label = g_strdup (label);
}

/** rt_history_end_group: Closes a group; a group in which nothing was done leaves no trace */
void
rt_history_end_group (RtHistory *self)
{
  g_autoptr (RtChange) joined = NULL;
  g_autofree char *label = NULL;

  g_return_if_fail (RT_IS_HISTORY (self) && self->depth > 0);

  if (--self->depth > 0)
    return;
  label = g_steal_pointer (&self->label);
  if (self->group->len == 0)
    return;
  joined = rt_change_join (label, (RtChange **) self->group->pdata, self->group->len);
  g_ptr_array_set_size (self->group, 0);
  push (self, joined);
  emit_changed (self);
}

/**
 * rt_history_cancel_group:
 *
 * Takes back what was done since a group was opened, as if it had never been: what could be undone
 * and redone before still can. Not within another group.
 */
void
rt_history_cancel_group (RtHistory *self)
{
  g_autoptr (RtChange) joined = NULL;
  g_autoptr (RtChange) inverse = NULL;

  g_return_if_fail (RT_IS_HISTORY (self) && self->depth == 1);

  self->depth = 0;
  g_clear_pointer (&self->label, g_free);
  if (self->group->len == 0)
    return;
  joined = rt_change_join ("", (RtChange **) self->group->pdata, self->group->len);
  inverse = rt_change_invert (joined);
  g_ptr_array_set_size (self->group, 0);
  rt_plan_apply (self->plan, inverse, NULL);
  emit_changed (self);
}

/** rt_history_mark_saved: What the plan is now is what its file is; not within a group */
void
rt_history_mark_saved (RtHistory *self)
{
  g_return_if_fail (RT_IS_HISTORY (self) && self->depth == 0);

  if (self->saved == self->position)
    return;
  self->saved = self->position;
  emit_changed (self);
}

/** rt_history_is_modified: Whether the plan stands elsewhere than when it was saved last */
gboolean
rt_history_is_modified (RtHistory *self)
{
  return self->group->len > 0 || self->saved != self->position;
}
