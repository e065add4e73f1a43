/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "rt-change.h"

struct _RtChange {
  gatomicrefcount ref_count;
  char           *label;
  GArray         *edits;  /* of RtEdit, one after the other */
};

G_DEFINE_BOXED_TYPE (RtChange, rt_change, rt_change_ref, rt_change_unref)

static void
clear_edit (gpointer data)
{
  RtEdit *edit = data;

  g_clear_pointer (&edit->before, rt_record_unref);
  g_clear_pointer (&edit->after, rt_record_unref);
}

static void
add_edit (RtChange *self, RtPart part, guint index, gconstpointer before, gconstpointer after)
{
  RtEdit edit = {
    part, index,
    before != NULL ? rt_record_ref (before) : NULL,
    after != NULL ? rt_record_ref (after) : NULL,
  };

  g_array_append_val (self->edits, edit);
}

/**
 * rt_change_new:
 * @label: what it does, in words people read in menus: "Move Ged Curran to Table 3"
 *
 * Returns: (transfer full): a change without edits, for its maker to fill before it is applied
 */
RtChange *
rt_change_new (const char *label)
{
  RtChange *self = g_new0 (RtChange, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->label = g_strdup (label);
  self->edits = g_array_new (FALSE, FALSE, sizeof (RtEdit));
  g_array_set_clear_func (self->edits, clear_edit);
  return self;
}

RtChange *
rt_change_ref (RtChange *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
rt_change_unref (RtChange *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_array_unref (self->edits);
  g_free (self->label);
  g_free (self);
}

/** rt_change_get_label: Returns: what is done, in words: “Move Ged Curran to Table 3” */
const char *
rt_change_get_label (const RtChange *self)
{
  return self->label;
}

/** rt_change_insert: Adds an edit that puts @after at @index of the list as it is by then */
void
rt_change_insert (RtChange *self, RtPart part, guint index, gconstpointer after)
{
  g_return_if_fail (part < RT_N_PARTS && after != NULL);

  add_edit (self, part, index, NULL, after);
}

/** rt_change_remove: Adds an edit that takes @before, which stands at @index by then, out */
void
rt_change_remove (RtChange *self, RtPart part, guint index, gconstpointer before)
{
  g_return_if_fail (part < RT_N_PARTS && before != NULL);

  add_edit (self, part, index, before, NULL);
}

/** rt_change_replace: Adds an edit that puts @after in the place of @before, which is at @index */
void
rt_change_replace (RtChange *self, RtPart part, guint index, gconstpointer before,
                   gconstpointer after)
{
  g_return_if_fail (part < RT_N_PARTS && before != NULL && after != NULL);

  add_edit (self, part, index, before, after);
}

guint
rt_change_get_n_edits (const RtChange *self)
{
  return self->edits->len;
}

const RtEdit *
rt_change_get_edit (const RtChange *self, guint i)
{
  g_return_val_if_fail (i < self->edits->len, NULL);

  return &g_array_index (self->edits, RtEdit, i);
}

/** rt_change_touches: Returns: whether any record of @part is added, replaced or removed */
gboolean
rt_change_touches (const RtChange *self, RtPart part)
{
  for (guint i = 0; i < self->edits->len; i++)
    if (g_array_index (self->edits, RtEdit, i).part == part)
      return TRUE;
  return FALSE;
}

/**
 * rt_change_invert: Returns: (transfer full): the change that takes this one back, under its label
 */
RtChange *
rt_change_invert (const RtChange *self)
{
  RtChange *inverse = rt_change_new (self->label);

  for (guint i = self->edits->len; i-- > 0;)
    {
      const RtEdit *edit = &g_array_index (self->edits, RtEdit, i);

      add_edit (inverse, edit->part, edit->index, edit->after, edit->before);
    }
  return inverse;
}

RtChange *
rt_change_join (const char *label, RtChange * const *changes, guint n)
{
  RtChange *joined = rt_change_new (label);

  for (guint i = 0; i < n; i++)
    for (guint k = 0; k < changes[i]->edits->len; k++)
      {
        const RtEdit *edit = &g_array_index (changes[i]->edits, RtEdit, k);

        add_edit (joined, edit->part, edit->index, edit->before, edit->after);
      }
  return joined;
}
