/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "rt-content.h"

#include <glib/gi18n-lib.h>

#include "rt-field.h"

static const struct {
  const char          *name;
  const RtRecordClass *klass;
  gboolean             single;
} parts[RT_N_PARTS] = {
  [RT_PART_EVENT] = { "event", &rt_event_class, TRUE },
  [RT_PART_PEOPLE] = { "people", &rt_person_class, FALSE },
  [RT_PART_THEMES] = { "themes", &rt_theme_class, FALSE },
  [RT_PART_TABLES] = { "tables", &rt_table_class, FALSE },
  [RT_PART_ROOM] = { "room", &rt_room_class, TRUE },
  [RT_PART_AGENDA] = { "agenda", &rt_agenda_item_class, FALSE },
  [RT_PART_ROUNDS] = { "rounds", &rt_round_class, FALSE },
  [RT_PART_RULES] = { "rules", &rt_rule_class, FALSE },
  [RT_PART_EARLIER] = { "earlier", &rt_earlier_class, FALSE },
  [RT_PART_ISSUED] = { "issued", &rt_issue_class, FALSE },
  [RT_PART_HARVEST] = { "harvest", &rt_harvest_class, FALSE },
  [RT_PART_FEEDBACK] = { "feedback", &rt_feedback_class, TRUE },
  [RT_PART_NEXT] = { "next", &rt_next_class, TRUE },
  [RT_PART_TRANSLATIONS] = { "translations", &rt_translations_class, TRUE },
};

/* Part and place in one pointer: a list of people may have 20,000. */
#define PLACE_BITS 24
#define PLACE_MASK ((1u << PLACE_BITS) - 1)

/** rt_part_get_name: Returns: the name of the part's member in the file */
const char *
rt_part_get_name (RtPart part)
{
  g_return_val_if_fail (part < RT_N_PARTS, NULL);

  return parts[part].name;
}

/** rt_part_get_class: Returns: what the part's records are */
const RtRecordClass *
rt_part_get_class (RtPart part)
{
  g_return_val_if_fail (part < RT_N_PARTS, NULL);

  return parts[part].klass;
}

/** rt_part_is_single: Returns: whether the part is one object in the file, not a list */
gboolean
rt_part_is_single (RtPart part)
{
  g_return_val_if_fail (part < RT_N_PARTS, FALSE);

  return parts[part].single;
}

void
rt_content_init (RtContent *self)
{
  for (RtPart part = 0; part < RT_N_PARTS; part++)
    self->parts[part] = g_ptr_array_new_with_free_func (rt_record_unref);
  self->index = g_hash_table_new (NULL, NULL);
}

void
rt_content_share (RtContent *self, const RtContent *other)
{
  for (RtPart part = 0; part < RT_N_PARTS; part++)
    self->parts[part] = g_ptr_array_ref (other->parts[part]);
  self->index = g_hash_table_ref (other->index);
}

void
rt_content_clear (RtContent *self)
{
  for (RtPart part = 0; part < RT_N_PARTS; part++)
    g_clear_pointer (&self->parts[part], g_ptr_array_unref);
  g_clear_pointer (&self->index, g_hash_table_unref);
}

gboolean
rt_content_find (const RtContent *self, RtPart part, RtId id, guint *place)
{
  gpointer value;

  if (id == NULL || !g_hash_table_lookup_extended (self->index, id, NULL, &value) ||
      GPOINTER_TO_UINT (value) >> PLACE_BITS != part)
    return FALSE;
  if (place != NULL)
    *place = GPOINTER_TO_UINT (value) & PLACE_MASK;
  return TRUE;
}

guint
rt_content_order (RtPart part, RtId id, gpointer content)
{
  guint place;

  return rt_content_find (content, part, id, &place) ? place : G_MAXUINT;
}

static gboolean
fail_repeated (RtPart part, guint place, RtId id, gpointer first, GError **error)
{
  RtPlace list = { NULL, parts[part].name, 0 };
  RtPlace record = { &list, NULL, place };
  RtPlace here = { &record, "id", 0 };

  return rt_place_fail (error, &here, _("%s is already the id of %s[%u]"), id,
                        parts[GPOINTER_TO_UINT (first) >> PLACE_BITS].name,
                        GPOINTER_TO_UINT (first) & PLACE_MASK);
}

gboolean
rt_content_index (RtContent *self, GError **error)
{
  g_clear_pointer (&self->index, g_hash_table_unref);
  self->index = g_hash_table_new (NULL, NULL);
  for (RtPart part = 0; part < RT_N_PARTS; part++)
    for (guint i = 0; parts[part].klass->id_letter != 0 && i < self->parts[part]->len; i++)
      {
        RtId id = ((RtRecord *) self->parts[part]->pdata[i])->id;
        gpointer first;

        /* Made by code and not read: the check of the record says what is missing. */
        if (id == NULL)
          continue;
        if (g_hash_table_lookup_extended (self->index, id, NULL, &first))
          return fail_repeated (part, i, id, first, error);
        g_hash_table_insert (self->index, (gpointer) id, GUINT_TO_POINTER (part << PLACE_BITS | i));
      }
  return TRUE;
}

gboolean
rt_content_check_limits (const RtContent *self, GError **error)
{
  static const struct {
    RtPart part;
    guint  most;
  } limits[] = {
    { RT_PART_PEOPLE, RT_MAX_PEOPLE },
    { RT_PART_TABLES, RT_MAX_TABLES },
    { RT_PART_ROUNDS, RT_MAX_PLAN_ROUNDS },
  };

  for (guint i = 0; i < G_N_ELEMENTS (limits); i++)
    if (self->parts[limits[i].part]->len > limits[i].most)
      {
        g_set_error (error, RT_ERROR, RT_ERROR_LIMIT,
                     _("%s: %u entries are more than the %u that a plan may have"),
                     parts[limits[i].part].name, self->parts[limits[i].part]->len, limits[i].most);
        return FALSE;
      }
  return TRUE;
}

typedef struct {
  const RtContent *content;
  GError         **error;
} RefCheck;

static gboolean
check_ref_cb (RtPart part, RtId id, const RtPlace *place, gpointer data)
{
  RefCheck *check = data;

  if (rt_content_find (check->content, part, id, NULL))
    return TRUE;
  switch (part)
    {
    case RT_PART_PEOPLE:
      return rt_place_fail (check->error, place, _("no person has the id %s"), id);
    case RT_PART_THEMES:
      return rt_place_fail (check->error, place, _("no theme has the id %s"), id);
    case RT_PART_TABLES:
      return rt_place_fail (check->error, place, _("no table has the id %s"), id);
    default:
      return rt_place_fail (check->error, place, _("no round has the id %s"), id);
    }
}

gboolean
rt_content_check_refs_of (const RtContent *self, RtPart part, guint place, gconstpointer record,
                          GError **error)
{
  RtPlace member = { NULL, parts[part].name, 0 };
  RtPlace entry = { &member, NULL, place };
  RefCheck check = { self, error };

  return rt_record_each_ref (record, parts[part].single ? &member : &entry, check_ref_cb, &check);
}

gboolean
rt_content_check_refs (const RtContent *self, GError **error)
{
  for (RtPart part = 0; part < RT_N_PARTS; part++)
    for (guint i = 0; i < self->parts[part]->len; i++)
      if (!rt_content_check_refs_of (self, part, i, self->parts[part]->pdata[i], error))
        return FALSE;
  return TRUE;
}

/* A round is held once: no two sessions may have it, nor one session twice. */
gboolean
rt_content_check_agenda (const RtContent *self, GError **error)
{
  g_autoptr (GHashTable) listed = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < self->parts[RT_PART_AGENDA]->len; i++)
    {
      const RtAgendaItem *item = self->parts[RT_PART_AGENDA]->pdata[i];

      for (guint k = 0; item->rounds != NULL && item->rounds[k] != NULL; k++)
        if (!g_hash_table_add (listed, (gpointer) item->rounds[k]))
          {
            RtPlace agenda = { NULL, parts[RT_PART_AGENDA].name, 0 };
            RtPlace session = { &agenda, NULL, i };
            RtPlace rounds = { &session, "rounds", 0 };
            RtPlace here = { &rounds, NULL, k };

            return rt_place_fail (error, &here, _("the round %s is in the agenda twice"),
                                  item->rounds[k]);
          }
    }
  return TRUE;
}

gboolean
rt_content_check_record (RtPart part, guint place, gconstpointer record, GError **error)
{
  RtPlace member = { NULL, parts[part].name, 0 };
  RtPlace entry = { &member, NULL, place };

  if (((const RtRecord *) record)->klass != parts[part].klass)
    return rt_place_fail (error, &member, "a %s belongs here", parts[part].klass->name);
  return rt_record_check (record, parts[part].single ? &member : &entry, error);
}
