/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "rt-translation.h"

#include <glib/gi18n-lib.h>

#include "rt-edit-private.h"

static const RtTranslations *
get_record (RtPlan *plan)
{
  return rt_plan_get_n (plan, RT_PART_TRANSLATIONS) > 0
             ? rt_plan_get (plan, RT_PART_TRANSLATIONS, 0)
             : NULL;
}

static JsonObject *
get_words (RtPlan *plan)
{
  const RtTranslations *record = get_record (plan);

  return record != NULL ? record->words : NULL;
}

/* @object is nullable, and so is what is returned. */
static JsonObject *
get_object (JsonObject *object, const char *name)
{
  return object != NULL && json_object_has_member (object, name)
             ? json_object_get_object_member (object, name)
             : NULL;
}

/**
 * rt_translation_get_language:
 * @plan: the plan
 *
 * Returns: (transfer none) (nullable): the event's second language, or else the first that there
 *   are words in and that is not the event's own
 */
const char *
rt_translation_get_language (RtPlan *plan)
{
  GStrv languages = rt_plan_get_event (plan)->languages;
  const char *own = languages != NULL ? languages[0] : NULL;
  JsonObject *words = get_words (plan);
  JsonObjectIter iter;
  const char *language;

  if (own != NULL && languages[1] != NULL)
    return languages[1];
  if (words == NULL)
    return NULL;
  json_object_iter_init_ordered (&iter, words);
  while (json_object_iter_next_ordered (&iter, &language, NULL))
    if (g_strcmp0 (own, language) != 0)
      return language;
  return NULL;
}

const char *
rt_translation_find (RtPlan *plan, const char *language, const char *id, const char *member)
{
  JsonObject *one = get_object (get_object (get_words (plan), language), id);

  return one != NULL && json_object_has_member (one, member)
             ? json_object_get_string_member (one, member)
             : NULL;
}

/* A plan shares its translations with others, so the objects on the way to what changes are made
 * anew; everything beside them is shared. */
static JsonObject *
copy_object (JsonObject *object)
{
  JsonObject *copy = json_object_new ();
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  if (object == NULL)
    return copy;
  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &name, &node))
    json_object_set_member (copy, name, json_node_copy (node));
  return copy;
}

/* Takes @inner; an empty one is none. */
static void
put_object (JsonObject *object, const char *name, JsonObject *inner)
{
  if (json_object_get_size (inner) > 0)
    json_object_set_object_member (object, name, inner);
  else
    {
      if (json_object_has_member (object, name))
        json_object_remove_member (object, name);
      json_object_unref (inner);
    }
}

static JsonObject *
with_text (JsonObject *words, const char *language, const char *id, const char *member,
           const char *text)
{
  JsonObject *all = copy_object (words);
  JsonObject *of_language = copy_object (get_object (all, language));
  JsonObject *one = copy_object (get_object (of_language, id));

  if (text != NULL && *text != '\0')
    json_object_set_string_member (one, member, text);
  else if (json_object_has_member (one, member))
    json_object_remove_member (one, member);
  put_object (of_language, id, one);
  put_object (all, language, of_language);
  return all;
}

/**
 * rt_edit_translate_theme:
 * @plan: the plan
 * @language: its code
 * @theme: its id
 * @member: title, question or method
 * @text: (nullable): %NULL or "" takes the translation away
 *
 * Returns: (transfer full): the change; %NULL when it says so already, or there is no such theme
 */
RtChange *
rt_edit_translate_theme (RtPlan *plan, const char *language, RtId theme, const char *member,
                         const char *text, GError **error)
{
  const RtTheme *record = rt_edit_find (plan, RT_PART_THEMES, theme, NULL, error);
  const RtTranslations *now = get_record (plan);
  g_autoptr (RtRecord) changed = NULL;
  g_autofree char *label = NULL;
  RtTranslations *translations;

  if (record == NULL)
    return NULL;
  changed = now != NULL ? rt_record_copy (now) : rt_record_new (&rt_translations_class, NULL);
  translations = (RtTranslations *) changed;
  g_clear_pointer (&translations->words, json_object_unref);
  translations->words = with_text (get_words (plan), language, theme, member, text);
  /* Translators: a theme */
  label = g_strdup_printf (_("Translate %s"), record->title != NULL ? record->title : _("Theme"));
  if (now != NULL)
    return rt_edit_replace (plan, label, RT_PART_TRANSLATIONS, changed, error);
  return rt_edit_add (plan, label, RT_PART_TRANSLATIONS, (gpointer *) &changed, 1, error);
}
