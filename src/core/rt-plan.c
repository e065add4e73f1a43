/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "rt-content.h"

#include <glib/gi18n-lib.h>

#include "rt-date.h"

struct _RtPlan {
  GObject     parent_instance;

  RtContent   content;
  JsonObject *extra;     /* unknown members of the file */
  JsonNode   *newer;     /* the whole file, if a newer Rotunda made it: then this is read-only */
  guint64     serial;
  RtEvent    *no_event;  /* stands in where the plan has none */
};

enum {
  CHANGED,
  N_SIGNALS,
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (RtPlan, rt_plan, G_TYPE_OBJECT)

static gboolean
fail_stale (GError **error)
{
  g_set_error (
      error, RT_ERROR, RT_ERROR_REFUSED,
      _("The plan has changed in the meantime. Look at it again, then repeat what you did."));
  return FALSE;
}

/* Puts one edit into the lists of content, which are its own by now. */
static gboolean
put_edit (RtContent *content, const RtEdit *edit, GError **error)
{
  GPtrArray *list = content->parts[edit->part];

  if (edit->before != NULL &&
      (edit->index >= list->len || !rt_record_equal (list->pdata[edit->index], edit->before)))
    return fail_stale (error);
  if (edit->before == NULL && edit->index > list->len)
    return fail_stale (error);
  if (edit->before == NULL)
    g_ptr_array_insert (list, edit->index, rt_record_ref (edit->after));
  else if (edit->after == NULL)
    g_ptr_array_remove_index (list, edit->index);
  else
    {
      rt_record_unref (list->pdata[edit->index]);
      list->pdata[edit->index] = rt_record_ref (edit->after);
    }
  return TRUE;
}

static gpointer
ref_record_cb (gconstpointer record, gpointer data)
{
  return rt_record_ref (record);
}

static gboolean
put_edits (RtContent *content, RtChange *change, GError **error)
{
  for (RtPart part = 0; part < RT_N_PARTS; part++)
    if (rt_change_touches (change, part))
      {
        GPtrArray *own = g_ptr_array_copy (content->parts[part], (GCopyFunc) ref_record_cb, NULL);

        g_ptr_array_unref (content->parts[part]);
        content->parts[part] = own;
      }
  for (guint i = 0; i < rt_change_get_n_edits (change); i++)
    if (!put_edit (content, rt_change_get_edit (change, i), error))
      return FALSE;
  for (RtPart part = 0; part < RT_N_PARTS; part++)
    if (rt_part_is_single (part) && content->parts[part]->len > 1)
      {
        g_set_error (error, RT_ERROR, RT_ERROR_REFUSED, _("%s: a plan has only one"),
                     rt_part_get_name (part));
        return FALSE;
      }
  return TRUE;
}

/* Whether places in the index may be others after the edit. */
static gboolean
moves_ids (const RtEdit *edit)
{
  if (rt_part_get_class (edit->part)->id_letter == 0)
    return FALSE;
  return edit->before == NULL || edit->after == NULL || edit->before->id != edit->after->id;
}

/* Finds out whether an id that something may refer to has gone. */
static gboolean
loses_ids (const RtContent *content, RtChange *change)
{
  for (guint i = 0; i < rt_change_get_n_edits (change); i++)
    {
      const RtEdit *edit = rt_change_get_edit (change, i);

      if (edit->before != NULL && edit->before->id != NULL &&
          !rt_content_find (content, edit->part, edit->before->id, NULL))
        return TRUE;
    }
  return FALSE;
}

static gboolean
find_record (const RtContent *content, RtPart part, const RtRecord *record, guint *place)
{
  if (record->id == NULL)
    return g_ptr_array_find (content->parts[part], record, place);
  return rt_content_find (content, part, record->id, place) &&
         content->parts[part]->pdata[*place] == record;
}

static gboolean
check_edits (const RtContent *content, RtChange *change, GError **error)
{
  for (guint i = 0; i < rt_change_get_n_edits (change); i++)
    {
      const RtEdit *edit = rt_change_get_edit (change, i);
      guint place;

      /* A record that a later edit of the same change took out again need not be sound. */
      if (edit->after == NULL || !find_record (content, edit->part, edit->after, &place))
        continue;
      if (!rt_content_check_record (edit->part, place, edit->after, error) ||
          !rt_content_check_refs_of (content, edit->part, place, edit->after, error))
        return FALSE;
    }
  return TRUE;
}

/*
 * Everything that is checked for a whole file is checked for a change, but only where the change
 * can have broken it: replacing one round does not cost a look at ten thousand people.
 */
static gboolean
check_content (RtContent *content, RtChange *change, GError **error)
{
  gboolean moved = FALSE;

  for (guint i = 0; i < rt_change_get_n_edits (change); i++)
    moved = moved || moves_ids (rt_change_get_edit (change, i));
  if (moved && (!rt_content_check_limits (content, error) || !rt_content_index (content, error)))
    return FALSE;
  if (!check_edits (content, change, error))
    return FALSE;
  if (moved && loses_ids (content, change) && !rt_content_check_refs (content, error))
    return FALSE;
  return !rt_change_touches (change, RT_PART_AGENDA) || rt_content_check_agenda (content, error);
}

/* Makes the content that self would have after change; FALSE if that would not be a sound plan. */
static gboolean
try_change (RtPlan *self, RtChange *change, RtContent *content, GError **error)
{
  g_autoptr (GError) problem = NULL;

  rt_content_share (content, &self->content);
  if (self->newer != NULL)
    g_set_error_literal (&problem, RT_ERROR, RT_ERROR_NEWER,
                         _("This plan was made by a newer Rotunda. You can look at it and print "
                           "it; to change it, update Rotunda."));
  else if (put_edits (content, change, &problem) && check_content (content, change, &problem))
    return TRUE;
  /* Nothing was read from a file here: the change is what is wrong. */
  if (problem->code == RT_ERROR_FORMAT)
    problem->code = RT_ERROR_REFUSED;
  g_propagate_error (error, g_steal_pointer (&problem));
  rt_content_clear (content);
  return FALSE;
}

static void
rt_plan_finalize (GObject *object)
{
  RtPlan *self = RT_PLAN (object);

  rt_content_clear (&self->content);
  g_clear_pointer (&self->extra, json_object_unref);
  g_clear_pointer (&self->newer, json_node_unref);
  rt_record_unref (self->no_event);
  G_OBJECT_CLASS (rt_plan_parent_class)->finalize (object);
}

static void
rt_plan_class_init (RtPlanClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rt_plan_finalize;

  /**
   * RtPlan::changed:
   * @change: what was applied
   */
  signals[CHANGED] = g_signal_new ("changed", RT_TYPE_PLAN, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, RT_TYPE_CHANGE);
}

static void
rt_plan_init (RtPlan *self)
{
  rt_content_init (&self->content);
  self->no_event = rt_record_new (&rt_event_class, NULL);
}

RtPlan *
rt_plan_new (void)
{
  return g_object_new (RT_TYPE_PLAN, NULL);
}

RtPlan *
rt_plan_new_take (RtContent *content, JsonObject *extra, JsonNode *newer)
{
  RtPlan *self = rt_plan_new ();

  rt_content_clear (&self->content);
  self->content = *content;
  self->extra = extra;
  self->newer = newer;
  return self;
}

/**
 * rt_plan_new_snapshot:
 *
 * Returns: (transfer full): the plan as it is now, which later changes of @self do not reach, for
 *   another thread to read. Its records are shared: O(1)
 */
RtPlan *
rt_plan_new_snapshot (RtPlan *self)
{
  RtContent content;

  g_return_val_if_fail (RT_IS_PLAN (self), NULL);

  rt_content_share (&content, &self->content);
  return rt_plan_new_take (&content, self->extra != NULL ? json_object_ref (self->extra) : NULL,
                           self->newer != NULL ? json_node_ref (self->newer) : NULL);
}

const RtContent *
rt_plan_get_content (RtPlan *self)
{
  return &self->content;
}

JsonObject *
rt_plan_get_extra (RtPlan *self)
{
  return self->extra;
}

void
rt_plan_adopt_unknown (RtPlan *self, RtPlan *other)
{
  JsonObject *extra = other->extra != NULL ? json_object_ref (other->extra) : NULL;

  g_clear_pointer (&self->extra, json_object_unref);
  self->extra = extra;
}

JsonNode *
rt_plan_get_newer (RtPlan *self)
{
  return self->newer;
}

guint
rt_plan_get_n (RtPlan *self, RtPart part)
{
  g_return_val_if_fail (RT_IS_PLAN (self) && part < RT_N_PARTS, 0);

  return self->content.parts[part]->len;
}

gconstpointer
rt_plan_get (RtPlan *self, RtPart part, guint index)
{
  g_return_val_if_fail (index < rt_plan_get_n (self, part), NULL);

  return self->content.parts[part]->pdata[index];
}

/**
 * rt_plan_find:
 * @id: (nullable): the id of a record of @part
 * @index: (out) (optional): where it stands in its part
 *
 * Returns: (transfer none) (nullable): the record, in constant time
 */
gconstpointer
rt_plan_find (RtPlan *self, RtPart part, RtId id, guint *index)
{
  guint place;

  g_return_val_if_fail (RT_IS_PLAN (self) && part < RT_N_PARTS, NULL);

  if (!rt_content_find (&self->content, part, id, &place))
    return NULL;
  if (index != NULL)
    *index = place;
  return self->content.parts[part]->pdata[place];
}

guint
rt_plan_index_of (RtPlan *self, RtPart part, RtId id)
{
  guint place;

  return rt_content_find (&self->content, part, id, &place) ? place : G_MAXUINT;
}

gboolean
rt_plan_part_equal (RtPlan *self, RtPlan *other, RtPart part)
{
  guint n = rt_plan_get_n (self, part);

  if (n != rt_plan_get_n (other, part))
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (!rt_record_equal (rt_plan_get (self, part, i), rt_plan_get (other, part, i)))
      return FALSE;
  return TRUE;
}

guint64
rt_plan_get_serial (RtPlan *self)
{
  return self->serial;
}

gboolean
rt_plan_is_read_only (RtPlan *self)
{
  return self->newer != NULL;
}

const RtEvent *
rt_plan_get_event (RtPlan *self)
{
  return rt_plan_get_n (self, RT_PART_EVENT) > 0 ? rt_plan_get (self, RT_PART_EVENT, 0)
                                                 : self->no_event;
}

const char *
rt_plan_get_title (RtPlan *self)
{
  const RtEvent *event = rt_plan_get_event (self);

  return event->title != NULL ? event->title : _("Untitled plan");
}

gboolean
rt_plan_check_change (RtPlan *self, RtChange *change, GError **error)
{
  RtContent content;

  g_return_val_if_fail (RT_IS_PLAN (self) && change != NULL, FALSE);

  if (!try_change (self, change, &content, error))
    return FALSE;
  rt_content_clear (&content);
  return TRUE;
}

/**
 * rt_plan_apply:
 *
 * Applies a change whole, or not at all. Costs a copy of the lists it touches and a look at the
 * records it brings; only when ids come, go or move is the index built anew.
 *
 * Returns: %FALSE, with the same error as rt_plan_check_change(), if the plan would be broken
 */
gboolean
rt_plan_apply (RtPlan *self, RtChange *change, GError **error)
{
  RtContent content;

  g_return_val_if_fail (RT_IS_PLAN (self) && change != NULL, FALSE);

  if (!try_change (self, change, &content, error))
    return FALSE;
  rt_content_clear (&self->content);
  self->content = content;
  self->serial++;
  g_signal_emit (self, signals[CHANGED], 0, change);
  return TRUE;
}

static int
or_zero (int minutes)
{
  return minutes == RT_UNSET ? 0 : minutes;
}

/* Minutes from the start of the first of these rounds to the start of id; to their end if id is not
 * one of them: the last changeover is not counted. Without a list, all rounds. */
static int
span_rounds (RtPlan *self, const RtId *rounds, RtId id, gboolean *found)
{
  guint n = rounds == NULL ? rt_plan_get_n (self, RT_PART_ROUNDS) : rt_ids_length (rounds);
  int span = 0;

  for (guint i = 0; i < n; i++)
    {
      const RtRound *round
          = rounds == NULL ? rt_plan_get_round (self, i) : rt_plan_find_round (self, rounds[i]);

      *found = *found || round->parent.id == id;
      if (*found)
        return span;
      span += or_zero (round->minutes) + (i + 1 < n ? or_zero (round->changeover) : 0);
    }
  return span;
}

/**
 * rt_plan_get_round_times:
 * @round: index of the round
 * @start: (out) (optional): minutes after midnight of the event's day; more than 1440 on the next
 * @end: (out) (optional): likewise
 *
 * Returns: %FALSE if the event has no start, or its agenda does not name the round
 */
gboolean
rt_plan_get_round_times (RtPlan *self, guint round, int *start, int *end)
{
  const RtEvent *event = rt_plan_get_event (self);
  const RtRound *wanted = rt_plan_get_round (self, round);
  gboolean found = FALSE;
  int at;

  g_return_val_if_fail (wanted != NULL, FALSE);

  if (event->start == NULL)
    return FALSE;
  at = rt_time_parse (event->start);
  if (rt_plan_get_n (self, RT_PART_AGENDA) == 0)
    at += span_rounds (self, NULL, wanted->parent.id, &found);
  for (guint i = 0; i < rt_plan_get_n (self, RT_PART_AGENDA) && !found; i++)
    {
      const RtAgendaItem *item = rt_plan_get (self, RT_PART_AGENDA, i);

      if (item->kind == RT_SESSION_ROUNDS && item->rounds != NULL)
        at += span_rounds (self, item->rounds, wanted->parent.id, &found);
      else
        at += or_zero (item->minutes);
    }
  if (start != NULL)
    *start = at;
  if (end != NULL)
    *end = at + or_zero (wanted->minutes);
  return found;
}

/** rt_plan_dup_round_start: Returns: (transfer full): "10:40"; "" where it is not known */
char *
rt_plan_dup_round_start (RtPlan *self, guint round)
{
  int start;

  return rt_plan_get_round_times (self, round, &start, NULL) ? rt_time_dup (start) : g_strdup ("");
}
