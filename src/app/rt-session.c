/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "rt-session-private.h"

#include <glib/gi18n-lib.h>

enum {
  PROP_0,
  PROP_ROUND,
  PROP_SELECTED_PERSON,
  PROP_SELECTED_TABLE,
  PROP_TITLE,
  PROP_MODIFIED,
  PROP_ARRANGING,
  PROP_DISK,
  N_PROPS,
};

enum {
  CHANGED,
  MEASURES_CHANGED,
  TOLD,
  SHOWN_CHANGED,
  REPAIR_FOUND,
  MARKS_CHANGED,
  N_SIGNALS,
};

static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (RtSession, rt_session, G_TYPE_OBJECT)

void
rt_session_tell_error (RtSession *self, GError *error)
{
  if (error)
    rt_session_tell (self, error->message, FALSE);
}

/* What was selected may be gone, and so may the round in hand. */
static void
repair_selection (RtSession *self)
{
  guint n_rounds = rt_plan_get_n (self->plan, RT_PART_ROUNDS);

  if (self->selected_person && !rt_plan_find_person (self->plan, self->selected_person))
    rt_session_set_selected_person (self, NULL);
  if (self->selected_table && !rt_plan_find_table (self->plan, self->selected_table))
    rt_session_set_selected_table (self, NULL);
  if (self->round > 0 && self->round >= n_rounds)
    rt_session_set_round (self, n_rounds > 0 ? n_rounds - 1 : 0);
}

static gboolean
measures_idle_cb (gpointer data)
{
  RtSession *self = data;

  self->measures_idle = 0;
  rt_session_get_measures (self);
  g_signal_emit (self, signals[MEASURES_CHANGED], 0);
  return G_SOURCE_REMOVE;
}

void
rt_session_update_modified (RtSession *self)
{
  gboolean modified = rt_session_is_modified (self);

  if (modified == self->was_modified)
    return;
  self->was_modified = modified;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_MODIFIED]);
}

static void
plan_changed_cb (RtSession *self, RtChange *change)
{
  repair_selection (self);
  g_signal_emit (self, signals[CHANGED], 0);
  if (change && rt_change_touches (change, RT_PART_EVENT))
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_TITLE]);
  if (self->measures_idle == 0)
    self->measures_idle = g_idle_add (measures_idle_cb, self);
  rt_session_schedule_keep (self);
}

static void
history_changed_cb (RtSession *self)
{
  rt_session_update_modified (self);
}

void
rt_session_take_plan (RtSession *self, RtPlan *plan, GFile *file)
{
  self->plan = plan;
  self->history = rt_history_new (plan);
  self->key = rt_recovery_dup_key (file);
  g_signal_connect_swapped (plan, "changed", G_CALLBACK (plan_changed_cb), self);
  g_signal_connect_swapped (self->history, "changed", G_CALLBACK (history_changed_cb), self);
}

/* The door. */

static gboolean
is_busy (RtSession *self)
{
  if (self->arrangement == NULL)
    return FALSE;
  rt_session_tell (self, _("Rotunda is arranging. Stop it first, or wait a moment."), FALSE);
  return TRUE;
}

gboolean
rt_session_do (RtSession *self, RtChange *change, GError **error)
{
  g_autoptr (RtChange) owned_change = change;
  g_autoptr (GError) owned_error = error ? g_steal_pointer (error) : NULL;

  if (change == NULL || is_busy (self))
    {
      rt_session_tell_error (self, change == NULL ? owned_error : NULL);
      return FALSE;
    }
  g_clear_error (&owned_error);
  if (!rt_history_do (self->history, change, &owned_error))
    {
      rt_session_tell_error (self, owned_error);
      return FALSE;
    }
  return TRUE;
}

void
rt_session_begin_group (RtSession *self, const char *label)
{
  rt_history_begin_group (self->history, label);
}

gboolean
rt_session_end_group (RtSession *self, gboolean keep)
{
  if (keep)
    rt_history_end_group (self->history);
  else
    rt_history_cancel_group (self->history);
  return keep;
}

gboolean
rt_session_undo (RtSession *self)
{
  g_autoptr (GError) error = NULL;

  if (is_busy (self) || rt_history_undo_label (self->history) == NULL)
    return FALSE;
  if (rt_history_undo (self->history, &error))
    return TRUE;
  rt_session_tell_error (self, error);
  return FALSE;
}

gboolean
rt_session_redo (RtSession *self)
{
  g_autoptr (GError) error = NULL;

  if (is_busy (self) || rt_history_redo_label (self->history) == NULL)
    return FALSE;
  if (rt_history_redo (self->history, &error))
    return TRUE;
  rt_session_tell_error (self, error);
  return FALSE;
}

void
rt_session_tell (RtSession *self, const char *message, gboolean can_undo)
{
  g_signal_emit (self, signals[TOLD], 0, message, can_undo);
}

/* What is in hand. */

RtPlan *
rt_session_get_plan (RtSession *self)
{
  return self->plan;
}

RtHistory *
rt_session_get_history (RtSession *self)
{
  return self->history;
}

RtPlanFile *
rt_session_get_file (RtSession *self)
{
  return self->file;
}

const RtMeasures *
rt_session_get_measures (RtSession *self)
{
  guint64 serial = rt_plan_get_serial (self->plan);

  if (self->measures == NULL || self->measures_serial != serial)
    {
      g_clear_pointer (&self->measures, rt_measures_free);
      self->measures = rt_measures_new (self->plan);
      self->measures_serial = serial;
    }
  return self->measures;
}

const RtRoll *
rt_session_get_roll (RtSession *self)
{
  guint64 serial = rt_plan_get_serial (self->plan);

  if (self->roll == NULL || self->roll_serial != serial)
    {
      g_clear_pointer (&self->roll, rt_roll_free);
      self->roll = rt_roll_new (self->plan);
      self->roll_serial = serial;
    }
  return self->roll;
}

guint
rt_session_get_round (RtSession *self)
{
  return self->round;
}

void
rt_session_set_round (RtSession *self, guint round)
{
  if (self->round == round || (round > 0 && round >= rt_plan_get_n (self->plan, RT_PART_ROUNDS)))
    return;
  self->round = round;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ROUND]);
}

RtId
rt_session_get_round_id (RtSession *self)
{
  if (self->round >= rt_plan_get_n (self->plan, RT_PART_ROUNDS))
    return NULL;
  return rt_plan_get_round (self->plan, self->round)->parent.id;
}

RtId
rt_session_get_selected_person (RtSession *self)
{
  return self->selected_person;
}

void
rt_session_set_selected_person (RtSession *self, RtId person)
{
  if (self->selected_person == person)
    return;
  self->selected_person = person;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SELECTED_PERSON]);
}

RtId
rt_session_get_selected_table (RtSession *self)
{
  return self->selected_table;
}

void
rt_session_set_selected_table (RtSession *self, RtId table)
{
  if (self->selected_table == table)
    return;
  self->selected_table = table;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SELECTED_TABLE]);
}

gboolean
rt_session_is_modified (RtSession *self)
{
  return self->in_no_file || rt_history_is_modified (self->history);
}

gboolean
rt_session_is_pristine (RtSession *self)
{
  return self->file == NULL && !self->in_no_file &&
         rt_history_undo_label (self->history) == NULL &&
         rt_history_redo_label (self->history) == NULL && !self->sample;
}

static void
rt_session_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  RtSession *self = RT_SESSION (object);

  switch (id)
    {
    case PROP_ROUND:
      g_value_set_uint (value, self->round);
      break;
    case PROP_SELECTED_PERSON:
      g_value_set_string (value, self->selected_person);
      break;
    case PROP_SELECTED_TABLE:
      g_value_set_string (value, self->selected_table);
      break;
    case PROP_TITLE:
      g_value_set_string (value, rt_plan_get_title (self->plan));
      break;
    case PROP_MODIFIED:
      g_value_set_boolean (value, rt_session_is_modified (self));
      break;
    case PROP_ARRANGING:
      g_value_set_boolean (value, self->arrangement != NULL);
      break;
    case PROP_DISK:
      g_value_set_uint (value, self->disk);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
rt_session_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  RtSession *self = RT_SESSION (object);
  const char *text;

  switch (id)
    {
    case PROP_ROUND:
      rt_session_set_round (self, g_value_get_uint (value));
      break;
    case PROP_SELECTED_PERSON:
      text = g_value_get_string (value);
      rt_session_set_selected_person (self, text ? rt_id_intern (text) : NULL);
      break;
    case PROP_SELECTED_TABLE:
      text = g_value_get_string (value);
      rt_session_set_selected_table (self, text ? rt_id_intern (text) : NULL);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
rt_session_finalize (GObject *object)
{
  RtSession *self = RT_SESSION (object);

  g_clear_handle_id (&self->measures_idle, g_source_remove);
  g_clear_handle_id (&self->keep_timeout, g_source_remove);
  rt_session_unwatch (self);
  rt_session_clear_shown (self);
  if (self->plan)
    g_signal_handlers_disconnect_by_data (self->plan, self);
  if (self->history)
    g_signal_handlers_disconnect_by_data (self->history, self);
  g_clear_pointer (&self->measures, rt_measures_free);
  g_clear_pointer (&self->roll, rt_roll_free);
  g_clear_object (&self->arrangement);
  g_clear_object (&self->history);
  g_clear_object (&self->plan);
  g_clear_object (&self->file);
  g_ptr_array_unref (self->marked);
  g_ptr_array_unref (self->cut);
  g_free (self->key);
  G_OBJECT_CLASS (rt_session_parent_class)->finalize (object);
}

static void
rt_session_class_init (RtSessionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags changeable
      = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  const GParamFlags readable = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->finalize = rt_session_finalize;
  object_class->get_property = rt_session_get_property;
  object_class->set_property = rt_session_set_property;

  props[PROP_ROUND] = g_param_spec_uint ("round", NULL, NULL, 0, G_MAXUINT, 0, changeable);
  props[PROP_SELECTED_PERSON]
      = g_param_spec_string ("selected-person", NULL, NULL, NULL, changeable);
  props[PROP_SELECTED_TABLE] = g_param_spec_string ("selected-table", NULL, NULL, NULL, changeable);
  props[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, readable);
  props[PROP_MODIFIED] = g_param_spec_boolean ("modified", NULL, NULL, FALSE, readable);
  props[PROP_ARRANGING] = g_param_spec_boolean ("arranging", NULL, NULL, FALSE, readable);
  props[PROP_DISK] = g_param_spec_uint ("disk", NULL, NULL, 0, RT_DISK_GONE, 0, readable);
  g_object_class_install_properties (object_class, N_PROPS, props);

  signals[CHANGED] = g_signal_new ("changed", RT_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[MEASURES_CHANGED] = g_signal_new ("measures-changed", RT_TYPE_SESSION, G_SIGNAL_RUN_LAST,
                                            0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[TOLD] = g_signal_new ("told", RT_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0,
                                NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_BOOLEAN);
  signals[REPAIR_FOUND] = g_signal_new ("repair-found", RT_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[MARKS_CHANGED] = g_signal_new ("marks-changed", RT_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SHOWN_CHANGED] = g_signal_new ("shown-changed", RT_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
rt_session_init (RtSession *self)
{
  self->marked = g_ptr_array_new ();
  self->cut = g_ptr_array_new ();
}

gboolean
rt_session_set (RtSession **at, RtSession *session, gpointer observer)
{
  if (*at && *at != session)
    g_signal_handlers_disconnect_by_data (*at, observer);
  return g_set_object (at, session);
}

RtSession *
rt_session_new (void)
{
  g_autoptr (RtPlan) plan = rt_plan_new ();

  return rt_session_new_for_plan (plan, NULL);
}

RtSession *
rt_session_new_for_plan (RtPlan *plan, GFile *file)
{
  RtSession *self = g_object_new (RT_TYPE_SESSION, NULL);

  rt_session_take_plan (self, g_object_ref (plan), file);
  self->file = file ? rt_plan_file_new (file) : NULL;
  rt_session_watch (self);
  return self;
}

RtSession *
rt_session_new_for_sample (RtPlan *plan)
{
  RtSession *self = rt_session_new_for_plan (plan, NULL);

  self->sample = TRUE;
  return self;
}
