/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "rt-field.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static void
append_place (GString *text, const RtPlace *place)
{
  if (place->in != NULL)
    append_place (text, place->in);
  if (place->member == NULL)
    g_string_append_printf (text, "[%u]", place->index);
  else
    g_string_append_printf (text, "%s%s", text->len > 0 ? "." : "", place->member);
}

/**
 * rt_place_to_string: Returns: (transfer full): the place as people read it, "people[12].wishes[0]"
 */
char *
rt_place_to_string (const RtPlace *place)
{
  GString *text = g_string_new (NULL);

  if (place != NULL)
    append_place (text, place);
  return g_string_free (text, FALSE);
}

gboolean
rt_place_fail (GError **error, const RtPlace *place, const char *format, ...)
{
  g_autofree char *where = rt_place_to_string (place);
  g_autofree char *what = NULL;
  va_list args;

  va_start (args, format);
  what = g_strdup_vprintf (format, args);
  va_end (args);
  g_set_error (error, RT_ERROR, RT_ERROR_FORMAT, "%s%s%s", where, where[0] != '\0' ? ": " : "",
               what);
  return FALSE;
}

static const char *
describe (JsonNode *node)
{
  if (JSON_NODE_HOLDS_OBJECT (node))
    return _("an object");
  if (JSON_NODE_HOLDS_ARRAY (node))
    return _("a list");
  if (JSON_NODE_HOLDS_NULL (node))
    return _("null");
  switch (json_node_get_value_type (node))
    {
    case G_TYPE_STRING:
      return _("a text");
    case G_TYPE_BOOLEAN:
      return _("true or false");
    case G_TYPE_INT64:
      return _("a whole number");
    default:
      return _("a number with a fraction");
    }
}

gboolean
rt_place_fail_type (GError **error, const RtPlace *place, const char *wanted, JsonNode *found)
{
  /* Translators: "a list belongs here, not a text" */
  return rt_place_fail (error, place, _("%s belongs here, not %s"), wanted, describe (found));
}

gboolean
rt_text_check (const char *text, const RtPlace *place, GError **error)
{
  if (!g_utf8_validate (text, -1, NULL))
    return rt_place_fail (error, place, _("this text is not valid UTF-8"));
  return TRUE;
}

const char *
rt_node_get_text (JsonNode *node, const RtPlace *place, GError **error)
{
  if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING)
    return json_node_get_string (node);
  rt_place_fail_type (error, place, _("a text"), node);
  return NULL;
}

JsonArray *
rt_node_get_list (JsonNode *node, const RtPlace *place, GError **error)
{
  if (JSON_NODE_HOLDS_ARRAY (node))
    return json_node_get_array (node);
  rt_place_fail_type (error, place, _("a list"), node);
  return NULL;
}

JsonObject *
rt_node_get_map (JsonNode *node, const RtPlace *place, GError **error)
{
  if (JSON_NODE_HOLDS_OBJECT (node))
    return json_node_get_object (node);
  rt_place_fail_type (error, place, _("an object"), node);
  return NULL;
}

gboolean
rt_node_get_int (JsonNode *node, const RtPlace *place, int *value, GError **error)
{
  GType type = JSON_NODE_HOLDS_VALUE (node) ? json_node_get_value_type (node) : G_TYPE_INVALID;

  /* JSON does not tell 7.0 from 7, and neither does the schema. Clamped, for the range check that
   * follows to refuse. */
  if (type == G_TYPE_INT64)
    *value = CLAMP (json_node_get_int (node), G_MININT + 1, G_MAXINT);
  else if (type == G_TYPE_DOUBLE
           && json_node_get_double (node) == floor (json_node_get_double (node)))
    *value = CLAMP (json_node_get_double (node), G_MININT + 1, G_MAXINT);
  else
    return rt_place_fail_type (error, place, _("a whole number"), node);
  return TRUE;
}

JsonNode *
rt_node_new_text (const char *text)
{
  return json_node_init_string (json_node_alloc (), text);
}

JsonNode *
rt_node_new_list (JsonArray *list)
{
  JsonNode *node = json_node_init_array (json_node_alloc (), list);

  json_array_unref (list);
  return node;
}

JsonNode *
rt_node_new_map (JsonObject *map)
{
  JsonNode *node = json_node_init_object (json_node_alloc (), map);

  json_object_unref (map);
  return node;
}

static JsonNode *
map_without_private (JsonObject *object)
{
  JsonObject *copy = json_object_new ();
  JsonObjectIter iter;
  const char *name;
  JsonNode *value;

  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &name, &value))
    if (!g_str_equal (name, "private"))
      json_object_set_member (copy, name, rt_node_without_private (value));
  return rt_node_new_map (copy);
}

/* Unknown members and translations are shared with the plan, so nothing is taken out in place. */
JsonNode *
rt_node_without_private (JsonNode *node)
{
  JsonArray *list, *copy;

  if (JSON_NODE_HOLDS_OBJECT (node))
    return map_without_private (json_node_get_object (node));
  if (!JSON_NODE_HOLDS_ARRAY (node))
    return json_node_copy (node);
  list = json_node_get_array (node);
  copy = json_array_sized_new (json_array_get_length (list));
  for (guint i = 0; i < json_array_get_length (list); i++)
    json_array_add_element (copy, rt_node_without_private (json_array_get_element (list, i)));
  return rt_node_new_list (copy);
}
