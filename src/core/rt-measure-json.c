/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

/* The measures and what is wrong, as `check --json` prints them. */

#include "rt-measure.h"

#include <math.h>

static void
add_wishes (const RtMeasures *self, JsonObject *object)
{
  json_object_set_int_member (object, "first", self->wishes_first);
  json_object_set_int_member (object, "second", self->wishes_second);
  json_object_set_int_member (object, "third", self->wishes_third);
  json_object_set_int_member (object, "later", self->wishes_later);
  json_object_set_int_member (object, "none", self->wishes_none);
}

static void
add_measure (const RtMeasures *self, const RtMeasure *measure, JsonObject *measures)
{
  JsonObject *object = json_object_new ();

  json_object_set_int_member (object, "found", measure->found);
  json_object_set_int_member (object, "bound", measure->bound);
  if (g_str_equal (measure->key, "wishes"))
    add_wishes (self, object);
  json_object_set_object_member (measures, measure->key, object);
}

static JsonNode *
take_object (JsonObject *object)
{
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);

  json_node_take_object (node, object);
  return node;
}

/**
 * rt_measures_to_json:
 * @self: measures
 *
 * Returns: (transfer full): the `measures` object: those of the rules in the order of the file,
 *   then those always measured
 */
JsonNode *
rt_measures_to_json (const RtMeasures *self)
{
  JsonObject *measures = json_object_new ();
  JsonObject *met = json_object_new ();

  for (guint i = 0; i < self->measures->len; i++)
    add_measure (self, &g_array_index (self->measures, RtMeasure, i), measures);
  json_object_set_int_member (measures, "together_most", self->together_most);
  json_object_set_int_member (met, "least", self->met_least);
  json_object_set_double_member (met, "mean", round (self->met_mean * 100) / 100);
  json_object_set_int_member (met, "most", self->met_most);
  json_object_set_object_member (measures, "met", met);
  return take_object (measures);
}

/**
 * rt_breaches_to_json:
 * @self: measures
 *
 * Returns: (transfer full): the `problems` array: every breach that is wrong, worst first
 */
JsonNode *
rt_breaches_to_json (const RtMeasures *self)
{
  JsonArray *problems = json_array_new ();
  JsonNode *node = json_node_new (JSON_NODE_ARRAY);

  for (guint i = 0; i < self->breaches->len; i++)
    {
      const RtBreach *breach = g_ptr_array_index (self->breaches, i);
      JsonObject *problem;

      if (!rt_measures_is_wrong (self, breach))
        continue;
      problem = json_object_new ();
      json_object_set_string_member (problem, "code", breach->code);
      json_object_set_string_member (problem, "message", breach->message);
      json_object_set_string_member (problem, "path", breach->path);
      json_array_add_object_element (problems, problem);
    }
  json_node_take_array (node, problems);
  return node;
}
