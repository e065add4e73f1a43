/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "rt-work-list.h"

void
rt_work_list_init (RtWorkList *self, RtPlan *plan, RtPart part)
{
  self->plan = plan;
  self->part = part;
  self->n_old = rt_plan_get_n (plan, part);
  self->records = g_ptr_array_new_with_free_func (rt_record_unref);
  for (guint i = 0; i < self->n_old; i++)
    g_ptr_array_add (self->records, rt_record_ref (rt_plan_get (plan, part, i)));
}

void
rt_work_list_clear (RtWorkList *self)
{
  g_clear_pointer (&self->records, g_ptr_array_unref);
}

gconstpointer
rt_work_list_get (const RtWorkList *self, guint index)
{
  return g_ptr_array_index (self->records, index);
}

/**
 * rt_work_list_edit:
 *
 * Returns: (transfer none): the record, as a copy that may be written to
 */
gpointer
rt_work_list_edit (RtWorkList *self, guint index)
{
  gpointer record = g_ptr_array_index (self->records, index);

  if (index < self->n_old && record == rt_plan_get (self->plan, self->part, index))
    {
      gpointer copy = rt_record_copy (record);

      self->records->pdata[index] = copy;
      rt_record_unref (record);
      return copy;
    }
  return record;
}

/**
 * rt_work_list_add:
 * @record: (transfer full): a new record
 *
 * Returns: its index
 */
guint
rt_work_list_add (RtWorkList *self, gpointer record)
{
  g_ptr_array_add (self->records, record);
  return self->records->len - 1;
}

/**
 * rt_work_list_truncate:
 *
 * Leaves the first @length records.
 */
void
rt_work_list_truncate (RtWorkList *self, guint length)
{
  g_ptr_array_set_size (self->records, MIN (length, self->records->len));
}

/**
 * rt_work_list_finish:
 * @change: appended to
 * @n_added: (out) (nullable): new records
 * @n_updated: (out) (nullable): records that are not what they were
 */
void
rt_work_list_finish (RtWorkList *self, RtChange *change, guint *n_added, guint *n_updated)
{
  guint updated = 0;

  for (guint i = self->n_old; i > self->records->len; i--)
    rt_change_remove (change, self->part, i - 1, rt_plan_get (self->plan, self->part, i - 1));
  for (guint i = 0; i < self->records->len; i++)
    {
      gconstpointer after = g_ptr_array_index (self->records, i);
      gconstpointer before = i < self->n_old ? rt_plan_get (self->plan, self->part, i) : NULL;

      if (before == NULL)
        rt_change_insert (change, self->part, i, after);
      else if (before != after && !rt_record_equal (before, after))
        {
          rt_change_replace (change, self->part, i, before, after);
          updated++;
        }
    }
  if (n_added != NULL)
    *n_added = self->records->len - MIN (self->n_old, self->records->len);
  if (n_updated != NULL)
    *n_updated = updated;
}
