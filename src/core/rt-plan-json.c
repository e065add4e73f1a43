/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include <glib/gi18n-lib.h>
#include <string.h>

#include "rt-content.h"
#include "rt-field.h"
#include "rt-json.h"

#define FORMAT "rotunda-plan"

/* Reads the head: what it is, and which version of Rotunda's format. */
static gboolean
read_head (JsonObject *object, int *version, GError **error)
{
  RtPlace format = { NULL, "format", 0 };
  RtPlace place = { NULL, "version", 0 };
  JsonNode *node = json_object_get_member (object, "format");
  const char *text = node == NULL ? "" : rt_node_get_text (node, &format, error);

  if (text == NULL)
    return FALSE;
  if (!g_str_equal (text, FORMAT))
    return rt_place_fail (error, &format, _("this is not a Rotunda plan, which says “%s” here"),
                          FORMAT);
  node = json_object_get_member (object, "version");
  if (node == NULL)
    return rt_place_fail (error, NULL, _("the member %s is missing"), "version");
  if (!rt_node_get_int (node, &place, version, error))
    return FALSE;
  return *version >= 1
             ? TRUE
             : rt_place_fail (error, &place, _("%d is not a version of the format"), *version);
}

/*
 * Reads one record into its list. From a newer Rotunda, one that cannot be understood is left out.
 */
static gboolean
read_entry (GPtrArray *list, RtPart part, JsonNode *node, const RtPlace *place,
            const RtReading *reading, GError **error)
{
  g_autoptr (GError) problem = NULL;
  gpointer record = rt_record_read_with (rt_part_get_class (part), node, place, reading, &problem);

  if (record != NULL)
    g_ptr_array_add (list, record);
  else if (!reading->lenient)
    g_propagate_error (error, g_steal_pointer (&problem));
  return record != NULL || reading->lenient;
}

static gboolean
read_part (RtContent *content, RtPart part, JsonNode *node, const RtReading *reading,
           GError **error)
{
  RtPlace place = { NULL, rt_part_get_name (part), 0 };
  GPtrArray *list = content->parts[part];
  g_autoptr (GError) problem = NULL;
  JsonArray *entries;

  if (rt_part_is_single (part))
    return read_entry (list, part, node, &place, reading, error);
  entries = rt_node_get_list (node, &place, &problem);
  if (entries == NULL && !reading->lenient)
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }
  for (guint i = 0; entries != NULL && i < json_array_get_length (entries); i++)
    {
      RtPlace here = { &place, NULL, i };

      if (!read_entry (list, part, json_array_get_element (entries, i), &here, reading, error))
        return FALSE;
    }
  return TRUE;
}

static RtPart
find_part (const char *name)
{
  for (RtPart part = 0; part < RT_N_PARTS; part++)
    if (g_str_equal (rt_part_get_name (part), name))
      return part;
  return RT_PART_NONE;
}

static gboolean
read_parts (RtContent *content, JsonObject *object, JsonObject **extra, const RtReading *reading,
            GError **error)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &name, &node))
    {
      RtPart part = find_part (name);

      if (g_str_equal (name, "format") || g_str_equal (name, "version"))
        continue;
      if (part != RT_PART_NONE)
        {
          if (!read_part (content, part, node, reading, error))
            return FALSE;
          continue;
        }
      if (*extra == NULL)
        *extra = json_object_new ();
      json_object_set_member (*extra, name, json_node_copy (node));
    }
  return rt_content_check_limits (content, error) && rt_content_index (content, error) &&
         rt_content_check_refs (content, error) && rt_content_check_agenda (content, error);
}

/**
 * rt_plan_new_from_json:
 * @text: the bytes of a file
 * @length: how many, -1 if @text is ended by NUL
 * @error: %RT_ERROR_FORMAT or %RT_ERROR_LIMIT
 *
 * Returns: (transfer full) (nullable): the plan; read-only if a newer Rotunda made it, and then
 *   with what can be understood of it
 */
RtPlan *
rt_plan_new_from_json (const char *text, gssize length, GError **error)
{
  g_autoptr (JsonNode) root
      = rt_json_parse (text, length < 0 ? strlen (text) : (gsize) length, error);
  JsonObject *object = root == NULL ? NULL : rt_node_get_map (root, NULL, error);
  JsonObject *extra = NULL;
  RtReading reading = { FALSE };
  RtContent content;
  int version;

  if (object == NULL || !read_head (object, &version, error))
    return NULL;
  reading.lenient = version > RT_PLAN_VERSION;
  rt_content_init (&content);
  if (read_parts (&content, object, &extra, &reading, error))
    return rt_plan_new_take (&content, extra, reading.lenient ? g_steal_pointer (&root) : NULL);
  g_clear_pointer (&extra, json_object_unref);
  rt_content_clear (&content);
  return NULL;
}

static void
write_part (const RtContent *content, RtPart part, JsonObject *object)
{
  RtWriting writing = { rt_content_order, (gpointer) content };
  const GPtrArray *list = content->parts[part];
  JsonArray *entries;

  if (list->len == 0)
    return;
  if (rt_part_is_single (part))
    {
      json_object_set_member (object, rt_part_get_name (part),
                              rt_record_write_with (list->pdata[0], &writing));
      return;
    }
  entries = json_array_sized_new (list->len);
  for (guint i = 0; i < list->len; i++)
    json_array_add_element (entries, rt_record_write_with (list->pdata[i], &writing));
  json_object_set_array_member (object, rt_part_get_name (part), entries);
}

static void
write_unknown_cb (JsonObject *extra, const char *name, JsonNode *node, gpointer object)
{
  json_object_set_member (object, name, json_node_copy (node));
}

static JsonNode *
write_plan (RtPlan *plan)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "format", FORMAT);
  json_object_set_int_member (object, "version", RT_PLAN_VERSION);
  for (RtPart part = 0; part < RT_N_PARTS; part++)
    write_part (rt_plan_get_content (plan), part, object);
  if (rt_plan_get_extra (plan) != NULL)
    json_object_foreach_member (rt_plan_get_extra (plan), write_unknown_cb, object);
  return rt_node_new_map (object);
}

/**
 * rt_plan_to_json:
 * @private: with %FALSE, members named `private` are left out
 * @length: (out) (optional): number of bytes
 *
 * Writes the plan: the same plan always gives the same bytes. A plan of a newer Rotunda is written
 * as it was read.
 *
 * Returns: (transfer full): UTF-8 that ends in LF
 */
char *
rt_plan_to_json (RtPlan *self, gboolean private, gsize *length)
{
  JsonNode *newer = rt_plan_get_newer (self);
  g_autoptr (JsonNode) whole = newer != NULL ? json_node_ref (newer) : write_plan (self);
  g_autoptr (JsonNode) public = private ? NULL : rt_node_without_private (whole);

  return rt_json_print (private ? whole : public, length);
}
