/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "rt-field.h"

#include <glib/gi18n-lib.h>

#include "rt-date.h"

/* Texts. An empty one is the same as an absent one. */

static gboolean
text_read (const RtField *field, JsonNode *node, const RtPlace *place, gpointer member,
           const RtReading *reading, GError **error)
{
  const char *text = rt_node_get_text (node, place, error);

  if (text == NULL)
    return FALSE;
  *(char **) member = text[0] != '\0' ? g_strdup (text) : NULL;
  return TRUE;
}

static gboolean
text_check (const RtField *field, gconstpointer member, const RtPlace *place, GError **error)
{
  const char *text = *(char * const *) member;

  return text == NULL || rt_text_check (text, place, error);
}

static JsonNode *
text_write (const RtField *field, gconstpointer member, const RtWriting *writing)
{
  const char *text = *(char * const *) member;

  return text == NULL || text[0] == '\0' ? NULL : rt_node_new_text (text);
}

static void
text_copy (const RtField *field, gconstpointer from, gpointer to)
{
  *(char **) to = g_strdup (*(char * const *) from);
}

static gboolean
text_equal (const RtField *field, gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(char * const *) a, *(char * const *) b) == 0;
}

static void
text_clear (const RtField *field, gpointer member)
{
  g_clear_pointer ((char **) member, g_free);
}

const RtFieldType rt_field_text = {
  text_read, text_check, text_write, text_copy, text_equal, text_clear,
};

/* Dates, times and moments: texts of one form. */

static gboolean
date_check (const RtField *field, gconstpointer member, const RtPlace *place, GError **error)
{
  const char *text = *(char * const *) member;

  if (text == NULL || rt_date_is_valid (text))
    return TRUE;
  return rt_place_fail (error, place, _("“%s” is not a date of the form YYYY-MM-DD"), text);
}

static gboolean
time_check (const RtField *field, gconstpointer member, const RtPlace *place, GError **error)
{
  const char *text = *(char * const *) member;

  if (text == NULL || rt_time_is_valid (text))
    return TRUE;
  return rt_place_fail (error, place, _("“%s” is not a time of the form HH:MM"), text);
}

static gboolean
moment_check (const RtField *field, gconstpointer member, const RtPlace *place, GError **error)
{
  const char *text = *(char * const *) member;

  if (text == NULL || rt_moment_is_valid (text))
    return TRUE;
  return rt_place_fail (error, place,
                        _("“%s” is not a date and time of the form YYYY-MM-DDTHH:MM"), text);
}

/* Unlike other texts, a date that is there but empty is refused: it is not of the form. */
static gboolean
form_read (const RtField *field, JsonNode *node, const RtPlace *place, gpointer member,
           const RtReading *reading, GError **error)
{
  const char *text = rt_node_get_text (node, place, error);

  *(char **) member = g_strdup (text);
  return text != NULL;
}

const RtFieldType rt_field_date = {
  form_read, date_check, text_write, text_copy, text_equal, text_clear,
};
const RtFieldType rt_field_time = {
  form_read, time_check, text_write, text_copy, text_equal, text_clear,
};
const RtFieldType rt_field_moment = {
  form_read, moment_check, text_write, text_copy, text_equal, text_clear,
};

/* Numbers, yes or no, and choices: integers in C. */

static void
int_copy (const RtField *field, gconstpointer from, gpointer to)
{
  *(int *) to = *(const int *) from;
}

static gboolean
int_equal (const RtField *field, gconstpointer a, gconstpointer b)
{
  return *(const int *) a == *(const int *) b;
}

static void
int_clear (const RtField *field, gpointer member)
{
  *(int *) member = RT_UNSET;
}

static gboolean
int_read (const RtField *field, JsonNode *node, const RtPlace *place, gpointer member,
          const RtReading *reading, GError **error)
{
  return rt_node_get_int (node, place, member, error);
}

static gboolean
int_check (const RtField *field, gconstpointer member, const RtPlace *place, GError **error)
{
  int value = *(const int *) member;

  if (value == RT_UNSET || (value >= field->least && value <= field->most))
    return TRUE;
  return rt_place_fail (error, place, _("%d is not between %d and %d"), value, field->least,
                        field->most);
}

static JsonNode *
int_write (const RtField *field, gconstpointer member, const RtWriting *writing)
{
  int value = *(const int *) member;

  return value == RT_UNSET ? NULL : json_node_init_int (json_node_alloc (), value);
}

const RtFieldType rt_field_int = {
  int_read, int_check, int_write, int_copy, int_equal, int_clear,
};

static gboolean
bool_read (const RtField *field, JsonNode *node, const RtPlace *place, gpointer member,
           const RtReading *reading, GError **error)
{
  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_BOOLEAN)
    return rt_place_fail_type (error, place, _("true or false"), node);
  *(int *) member = json_node_get_boolean (node);
  return TRUE;
}

static gboolean
bool_check (const RtField *field, gconstpointer member, const RtPlace *place, GError **error)
{
  int value = *(const int *) member;

  if (value == RT_UNSET || value == 0 || value == 1)
    return TRUE;
  return rt_place_fail (error, place, _("%d is neither true nor false"), value);
}

static JsonNode *
bool_write (const RtField *field, gconstpointer member, const RtWriting *writing)
{
  int value = *(const int *) member;

  return value == RT_UNSET ? NULL : json_node_init_boolean (json_node_alloc (), value);
}

const RtFieldType rt_field_bool = {
  bool_read, bool_check, bool_write, int_copy, int_equal, int_clear,
};

static gboolean
fail_word (const RtField *field, const char *word, const RtPlace *place, GError **error)
{
  g_autofree char *words = g_strjoinv (", ", (GStrv) field->words);

  return rt_place_fail (error, place, _("“%s” is not one of %s"), word, words);
}

static gboolean
choice_read (const RtField *field, JsonNode *node, const RtPlace *place, gpointer member,
             const RtReading *reading, GError **error)
{
  const char *word = rt_node_get_text (node, place, error);

  if (word == NULL)
    return FALSE;
  for (int i = 0; field->words[i] != NULL; i++)
    if (g_str_equal (field->words[i], word))
      {
        *(int *) member = i;
        return TRUE;
      }
  return fail_word (field, word, place, error);
}

static gboolean
choice_check (const RtField *field, gconstpointer member, const RtPlace *place, GError **error)
{
  int value = *(const int *) member;

  if (value == RT_UNSET || (value >= 0 && value < (int) g_strv_length ((GStrv) field->words)))
    return TRUE;
  return rt_place_fail (error, place, _("%d is not one of the choices"), value);
}

static JsonNode *
choice_write (const RtField *field, gconstpointer member, const RtWriting *writing)
{
  int value = *(const int *) member;

  return value == RT_UNSET ? NULL : rt_node_new_text (field->words[value]);
}

const RtFieldType rt_field_choice = {
  choice_read, choice_check, choice_write, int_copy, int_equal, int_clear,
};

/* Lists of texts. */

static gboolean
texts_read (const RtField *field, JsonNode *node, const RtPlace *place, gpointer member,
            const RtReading *reading, GError **error)
{
  JsonArray *list = rt_node_get_list (node, place, error);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  if (list == NULL)
    return FALSE;
  for (guint i = 0; i < json_array_get_length (list); i++)
    {
      RtPlace here = { place, NULL, i };
      const char *text = rt_node_get_text (json_array_get_element (list, i), &here, error);

      if (text == NULL)
        return FALSE;
      g_strv_builder_add (builder, text);
    }
  *(GStrv *) member = g_strv_builder_end (builder);
  return TRUE;
}

static gboolean
texts_check (const RtField *field, gconstpointer member, const RtPlace *place, GError **error)
{
  const char * const *texts = *(const char * const * const *) member;
  guint i;

  for (i = 0; texts != NULL && texts[i] != NULL; i++)
    {
      RtPlace here = { place, NULL, i };

      if (!rt_text_check (texts[i], &here, error))
        return FALSE;
      if (field->words != NULL && !g_strv_contains (field->words, texts[i]))
        return fail_word (field, texts[i], &here, error);
    }
  if (field->most > 0 && i > (guint) field->most)
    return rt_place_fail (error, place, _("%u entries are more than %d"), i, field->most);
  return TRUE;
}

static JsonNode *
texts_write (const RtField *field, gconstpointer member, const RtWriting *writing)
{
  GStrv texts = *(GStrv const *) member;
  JsonArray *list;

  if (texts == NULL)
    return NULL;
  list = json_array_new ();
  for (guint i = 0; texts[i] != NULL; i++)
    json_array_add_string_element (list, texts[i]);
  return rt_node_new_list (list);
}

static void
texts_copy (const RtField *field, gconstpointer from, gpointer to)
{
  *(GStrv *) to = g_strdupv (*(GStrv const *) from);
}

static gboolean
texts_equal (const RtField *field, gconstpointer a, gconstpointer b)
{
  const char * const *ours = *(const char * const * const *) a;
  const char * const *theirs = *(const char * const * const *) b;

  return ours == theirs || (ours != NULL && theirs != NULL && g_strv_equal (ours, theirs));
}

static void
texts_clear (const RtField *field, gpointer member)
{
  g_clear_pointer ((GStrv *) member, g_strfreev);
}

const RtFieldType rt_field_texts = {
  texts_read, texts_check, texts_write, texts_copy, texts_equal, texts_clear,
};
