/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "rt-field.h"

#include <glib/gi18n-lib.h>

static const RtFieldType * const types[] = {
  [RT_FIELD_TEXT] = &rt_field_text,
  [RT_FIELD_DATE] = &rt_field_date,
  [RT_FIELD_TIME] = &rt_field_time,
  [RT_FIELD_MOMENT] = &rt_field_moment,
  [RT_FIELD_INT] = &rt_field_int,
  [RT_FIELD_BOOL] = &rt_field_bool,
  [RT_FIELD_CHOICE] = &rt_field_choice,
  [RT_FIELD_TEXTS] = &rt_field_texts,
  [RT_FIELD_REF] = &rt_field_ref,
  [RT_FIELD_REFS] = &rt_field_refs,
  [RT_FIELD_REF_MAP] = &rt_field_ref_map,
  [RT_FIELD_REF_LISTS] = &rt_field_ref_lists,
  [RT_FIELD_RECORD] = &rt_field_record,
  [RT_FIELD_RECORDS] = &rt_field_records,
  [RT_FIELD_SEATING] = &rt_field_seating,
  [RT_FIELD_SLIPS] = &rt_field_slips,
  [RT_FIELD_TEXT_MAP] = &rt_field_text_map,
  [RT_FIELD_INT_MAP] = &rt_field_int_map,
  [RT_FIELD_WORDS] = &rt_field_words,
};

#define MAX_ID_LENGTH 64

const RtFieldType *
rt_field_get_type (const RtField *field)
{
  return types[field->kind];
}

static gpointer
get_member (gconstpointer record, const RtField *field)
{
  return (char *) record + field->offset;
}

static gboolean
is_set (const RtField *field, gconstpointer member)
{
  switch (field->kind)
    {
    case RT_FIELD_INT:
    case RT_FIELD_BOOL:
    case RT_FIELD_CHOICE:
      return *(const int *) member != RT_UNSET;
    default:
      return *(const gconstpointer *) member != NULL;
    }
}

/* A record whose only field has this name is that field: translations are one object of words. */
static gboolean
is_whole (const RtField *field)
{
  return g_str_equal (field->name, "*");
}

/**
 * rt_record_new:
 * @klass: the kind of record
 * @id: (nullable): its id, %NULL for records without one
 *
 * Returns: (transfer full): a record with every member absent
 */
gpointer
rt_record_new (const RtRecordClass *klass, RtId id)
{
  RtRecord *self = g_malloc0 (klass->size);

  self->klass = klass;
  self->id = id;
  g_atomic_ref_count_init (&self->ref_count);
  for (const RtField *field = klass->fields; field->name != NULL; field++)
    rt_field_get_type (field)->clear (field, get_member (self, field));
  return self;
}

/** rt_record_ref: Returns: (transfer full): the record itself; any thread */
gpointer
rt_record_ref (gconstpointer record)
{
  RtRecord *self = (RtRecord *) record;

  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
rt_record_unref (gpointer record)
{
  RtRecord *self = record;

  if (self == NULL || !g_atomic_ref_count_dec (&self->ref_count))
    return;
  for (const RtField *field = self->klass->fields; field->name != NULL; field++)
    rt_field_get_type (field)->clear (field, get_member (self, field));
  g_clear_pointer (&self->extra, json_object_unref);
  g_free (self);
}

/**
 * rt_record_copy:
 *
 * Returns: (transfer full): a copy whose members may be set, those of the records inside it too
 */
gpointer
rt_record_copy (gconstpointer record)
{
  const RtRecord *self = record;
  RtRecord *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = rt_record_new (self->klass, self->id);
  for (const RtField *field = self->klass->fields; field->name != NULL; field++)
    rt_field_get_type (field)->copy (field, get_member (self, field), get_member (copy, field));
  if (self->extra != NULL)
    copy->extra = json_object_ref (self->extra);
  return copy;
}

/** rt_record_equal: Returns: whether both are of one kind and say the same; %NULL equals %NULL */
gboolean
rt_record_equal (gconstpointer a, gconstpointer b)
{
  const RtRecord *ours = a;
  const RtRecord *theirs = b;

  if (ours == theirs)
    return TRUE;
  if (ours == NULL || theirs == NULL || ours->klass != theirs->klass || ours->id != theirs->id)
    return FALSE;
  for (const RtField *field = ours->klass->fields; field->name != NULL; field++)
    if (!rt_field_get_type (field)->equal (field, get_member (ours, field),
                                           get_member (theirs, field)))
      return FALSE;
  if (ours->extra == NULL || theirs->extra == NULL)
    return ours->extra == theirs->extra;
  return json_object_equal (ours->extra, theirs->extra);
}

/** rt_set_text: Sets a member of a fresh copy; "" is stored as %NULL */
void
rt_set_text (char **member, const char *text)
{
  char *copy = text == NULL || text[0] == '\0' ? NULL : g_strdup (text);

  g_free (*member);
  *member = copy;
}

void
rt_set_texts (GStrv *member, const char * const *texts)
{
  GStrv copy = g_strdupv ((GStrv) texts);

  g_strfreev (*member);
  *member = copy;
}

void
rt_set_ids (RtIds *member, const RtId *ids)
{
  RtIds copy = rt_ids_copy (ids);

  g_free (*member);
  *member = copy;
}

/* Reading. */

static const RtField *
find_field (const RtRecordClass *klass, const char *name)
{
  for (const RtField *field = klass->fields; field->name != NULL; field++)
    if (g_str_equal (field->name, name))
      return field;
  return NULL;
}

static gboolean
read_field (RtRecord *self, const RtField *field, JsonNode *node, const RtPlace *place,
            const RtReading *reading, GError **error)
{
  const RtFieldType *type = rt_field_get_type (field);
  gpointer member = get_member (self, field);

  if (JSON_NODE_HOLDS_NULL (node))
    return rt_place_fail (error, place, _("null does not belong here; leave the member out"));
  return type->read (field, node, place, member, reading, error) &&
         (type->check == NULL || type->check (field, member, place, error));
}

static void
keep_unknown (RtRecord *self, const char *name, JsonNode *node)
{
  if (self->extra == NULL)
    self->extra = json_object_new ();
  json_object_set_member (self->extra, name, json_node_copy (node));
}

static gboolean
read_member (RtRecord *self, const char *name, JsonNode *node, const RtPlace *place,
             const RtReading *reading, GError **error)
{
  RtPlace here = { place, name, 0 };
  const RtField *field = find_field (self->klass, name);
  g_autoptr (GError) problem = NULL;

  if (self->klass->id_letter != 0 && g_str_equal (name, "id"))
    {
      self->id = rt_id_intern (rt_node_get_text (node, &here, error));
      return self->id != NULL;
    }
  if (field == NULL)
    {
      keep_unknown (self, name, node);
      return TRUE;
    }
  if (read_field (self, field, node, &here, reading, &problem))
    return TRUE;
  if (!reading->lenient)
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }
  rt_field_get_type (field)->clear (field, get_member (self, field));
  keep_unknown (self, name, node);
  return TRUE;
}

/* What can only be said about the record as a whole: the id, required members, the class' check. */
static gboolean
check_whole (const RtRecord *self, const RtPlace *place, GError **error)
{
  g_autoptr (GError) problem = NULL;

  if (self->klass->id_letter != 0 && self->id == NULL)
    return rt_place_fail (error, place, _("the member id is missing"));
  for (const RtField *field = self->klass->fields; field->name != NULL; field++)
    if (field->required && !is_set (field, get_member (self, field)))
      return rt_place_fail (error, place, _("the member %s is missing"), field->name);
  if (self->klass->check == NULL || self->klass->check (self, &problem))
    return TRUE;
  if (place != NULL)
    {
      g_autofree char *where = rt_place_to_string (place);

      g_prefix_error (&problem, "%s.", where);
    }
  g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}

static gboolean
check_id (const RtRecord *self, const RtPlace *place, GError **error)
{
  RtPlace here = { place, "id", 0 };
  gboolean fits = self->id == NULL || self->id[0] != '\0';

  if (self->id != NULL && !rt_text_check (self->id, &here, error))
    return FALSE;
  for (const char *p = self->id; p != NULL && *p != '\0'; p = g_utf8_next_char (p))
    fits = fits && !g_unichar_isspace (g_utf8_get_char (p))
           && !g_unichar_iscntrl (g_utf8_get_char (p));
  if (fits && (self->id == NULL || g_utf8_strlen (self->id, -1) <= MAX_ID_LENGTH))
    return TRUE;
  return rt_place_fail (error, &here, _("“%s” is not an id: 1 to %d letters and digits, no space"),
                        self->id, MAX_ID_LENGTH);
}

gpointer
rt_record_read_with (const RtRecordClass *klass, JsonNode *node, const RtPlace *place,
                     const RtReading *reading, GError **error)
{
  g_autoptr (RtRecord) self = NULL;
  JsonObject *object = rt_node_get_map (node, place, error);
  JsonObjectIter iter;
  const char *name;
  JsonNode *value;

  if (object == NULL)
    return NULL;
  self = rt_record_new (klass, NULL);
  if (is_whole (klass->fields))
    return read_field (self, klass->fields, node, place, reading, error) ? g_steal_pointer (&self)
                                                                         : NULL;
  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &name, &value))
    if (!read_member (self, name, value, place, reading, error))
      return NULL;
  if (!check_id (self, place, error) || !check_whole (self, place, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * rt_record_check:
 *
 * Returns: whether a record made by code is one that could be read from a file
 */
gboolean
rt_record_check (gconstpointer record, const RtPlace *place, GError **error)
{
  const RtRecord *self = record;

  for (const RtField *field = self->klass->fields; field->name != NULL; field++)
    {
      const RtFieldType *type = rt_field_get_type (field);
      RtPlace here = { place, field->name, 0 };

      if (type->check != NULL &&
          !type->check (field, get_member (self, field), is_whole (field) ? place : &here, error))
        return FALSE;
    }
  return check_id (self, place, error) && check_whole (self, place, error);
}

/* Writing. */

static void
add_member_cb (JsonObject *object, const char *name, JsonNode *node, gpointer data)
{
  json_object_set_member (data, name, json_node_copy (node));
}

JsonNode *
rt_record_write_with (gconstpointer record, const RtWriting *writing)
{
  const RtRecord *self = record;
  JsonObject *object;

  if (is_whole (self->klass->fields))
    {
      JsonNode *node = rt_field_words.write (self->klass->fields,
                                             get_member (self, self->klass->fields), writing);

      return node != NULL ? node : rt_node_new_map (json_object_new ());
    }
  object = json_object_new ();
  if (self->id != NULL)
    json_object_set_string_member (object, "id", self->id);
  for (const RtField *field = self->klass->fields; field->name != NULL; field++)
    {
      JsonNode *node = rt_field_get_type (field)->write (field, get_member (self, field), writing);

      if (node != NULL)
        json_object_set_member (object, field->name, node);
    }
  if (self->extra != NULL)
    json_object_foreach_member (self->extra, add_member_cb, object);
  return rt_node_new_map (object);
}

/* References. */

/**
 * rt_record_each_ref:
 * @place: where the record stands; each id is told with its place in it
 *
 * Returns: %FALSE if @func stopped it
 */
gboolean
rt_record_each_ref (gconstpointer record, const RtPlace *place, RtRefFunc func, gpointer data)
{
  const RtRecord *self = record;

  for (const RtField *field = self->klass->fields; field->name != NULL; field++)
    {
      const RtFieldType *type = rt_field_get_type (field);
      RtPlace here = { place, field->name, 0 };

      if (type->each_ref != NULL &&
          !type->each_ref (field, get_member (self, field), &here, func, data))
        return FALSE;
    }
  return TRUE;
}

static gboolean
is_empty (const RtRecord *self)
{
  for (const RtField *field = self->klass->fields; field->name != NULL; field++)
    if (is_set (field, get_member (self, field)))
      return FALSE;
  return self->extra == NULL && self->id == NULL;
}

typedef struct {
  RtPart part;
  RtId   id;
} Target;

static gboolean
is_another_cb (RtPart part, RtId id, const RtPlace *place, gpointer data)
{
  const Target *target = data;

  return part != target->part || id != target->id;
}

gpointer
rt_record_without_ref (gconstpointer record, RtPart part, RtId id, gboolean *gone)
{
  g_autoptr (RtRecord) copy = NULL;
  Target target = { part, id };
  guint touched = 0;
  gboolean too_few = FALSE;

  if (gone != NULL)
    *gone = FALSE;
  /* Most records do not refer to it, and looking is much cheaper than copying. */
  if (rt_record_each_ref (record, NULL, is_another_cb, &target))
    return NULL;
  copy = rt_record_copy (record);
  for (const RtField *field = copy->klass->fields; field->name != NULL; field++)
    {
      const RtFieldType *type = rt_field_get_type (field);
      guint left = G_MAXUINT;
      guint n = 0;

      if (type->without != NULL)
        n = type->without (field, get_member (copy, field), part, id, &left);
      touched += n;
      too_few = too_few || (n > 0 && left < field->needs);
    }
  if (touched == 0)
    return NULL;
  if (!too_few && !is_empty (copy) && check_whole (copy, NULL, NULL))
    return g_steal_pointer (&copy);
  if (gone != NULL)
    *gone = TRUE;
  return NULL;
}
