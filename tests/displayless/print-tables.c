/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "rt-json.h"
#include "rt-plan.h"

#include <stdio.h>

/* Prints what the tables of the records say, as JSON, to be compared with the schema. */

static JsonObject *describe_class (const RtRecordClass *klass);

static const char * const kind_names[] = {
  [RT_FIELD_TEXT] = "text",
  [RT_FIELD_DATE] = "date",
  [RT_FIELD_TIME] = "time",
  [RT_FIELD_MOMENT] = "moment",
  [RT_FIELD_INT] = "int",
  [RT_FIELD_BOOL] = "bool",
  [RT_FIELD_CHOICE] = "choice",
  [RT_FIELD_TEXTS] = "texts",
  [RT_FIELD_REF] = "ref",
  [RT_FIELD_REFS] = "refs",
  [RT_FIELD_REF_MAP] = "ref-map",
  [RT_FIELD_REF_LISTS] = "ref-lists",
  [RT_FIELD_RECORD] = "record",
  [RT_FIELD_RECORDS] = "records",
  [RT_FIELD_SEATING] = "seating",
  [RT_FIELD_SLIPS] = "slips",
  [RT_FIELD_TEXT_MAP] = "text-map",
  [RT_FIELD_INT_MAP] = "int-map",
  [RT_FIELD_WORDS] = "words",
};

static JsonObject *
describe_field (const RtField *field)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "name", field->name);
  json_object_set_string_member (object, "kind", kind_names[field->kind]);
  json_object_set_int_member (object, "least", field->least);
  json_object_set_int_member (object, "most", field->most);
  json_object_set_boolean_member (object, "blank", field->blank);
  json_object_set_boolean_member (object, "required", field->required);
  if (field->words != NULL)
    {
      JsonArray *words = json_array_new ();

      for (guint i = 0; field->words[i] != NULL; i++)
        json_array_add_string_element (words, field->words[i]);
      json_object_set_array_member (object, "words", words);
    }
  if (field->of != NULL)
    json_object_set_object_member (object, "of", describe_class (field->of));
  return object;
}

static JsonObject *
describe_class (const RtRecordClass *klass)
{
  JsonObject *object = json_object_new ();
  JsonArray *fields = json_array_new ();

  for (const RtField *field = klass->fields; field->name != NULL; field++)
    json_array_add_object_element (fields, describe_field (field));
  json_object_set_string_member (object, "name", klass->name);
  json_object_set_boolean_member (object, "id", klass->id_letter != 0);
  json_object_set_array_member (object, "fields", fields);
  return object;
}

int
main (void)
{
  g_autoptr (JsonNode) root = json_node_new (JSON_NODE_ARRAY);
  JsonArray *parts = json_array_new ();
  g_autofree char *text = NULL;

  for (RtPart part = 0; part < RT_N_PARTS; part++)
    {
      JsonObject *object = json_object_new ();

      json_object_set_string_member (object, "name", rt_part_get_name (part));
      json_object_set_boolean_member (object, "single", rt_part_is_single (part));
      json_object_set_object_member (object, "class", describe_class (rt_part_get_class (part)));
      json_array_add_object_element (parts, object);
    }
  json_node_take_array (root, parts);
  text = rt_json_print (root, NULL);
  return fputs (text, stdout) < 0;
}
