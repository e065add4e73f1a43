/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

/* Languages: codes in the file, names for people. */

#include "rt-language.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "rt-person.h"

static const struct { const char *code, *name; } known[] = {
  { "en", N_("English") },
  { "zh", N_("Chinese") },
  { "fr", N_("French") },
  { "de", N_("German") },
  { "es", N_("Spanish") },
  { "it", N_("Italian") },
  { "pt", N_("Portuguese") },
  { "nl", N_("Dutch") },
  { "pl", N_("Polish") },
  { "ru", N_("Russian") },
  { "ar", N_("Arabic") },
  { "ja", N_("Japanese") },
  { "ko", N_("Korean") },
  { "hi", N_("Hindi") },
  { "ur", N_("Urdu") },
  { "tr", N_("Turkish") },
  { "cy", N_("Welsh") },
  { "ga", N_("Irish") },
  { "el", N_("Greek") },
  { "sv", N_("Swedish") },
  { "da", N_("Danish") },
  { "no", N_("Norwegian") },
  { "fi", N_("Finnish") },
};

static gboolean
is_called (const char *folded, const char *name)
{
  g_autofree char *own = rt_fold (name);

  return strcmp (folded, own) == 0;
}

/**
 * rt_language_from_word:
 * @word: a language, by its code or its name, in English or as people here call it
 *
 * "Chinese" is zh, as rules and prints need it; what is not known stays as it is written.
 *
 * Returns: (transfer full): the code, folded
 */
char *
rt_language_from_word (const char *word)
{
  g_autofree char *folded = rt_fold (word);

  if (strcmp (folded, "mandarin") == 0)
    return g_strdup ("zh");
  for (gsize i = 0; i < G_N_ELEMENTS (known); i++)
    if (strcmp (folded, known[i].code) == 0)
      return g_steal_pointer (&folded);
  for (gsize i = 0; i < G_N_ELEMENTS (known); i++)
    if (is_called (folded, known[i].name) || is_called (folded, _(known[i].name)))
      return g_strdup (known[i].code);
  return g_steal_pointer (&folded);
}

const char *
rt_language_get_name (const char *code)
{
  for (gsize i = 0; i < G_N_ELEMENTS (known); i++)
    if (strcmp (code, known[i].code) == 0)
      return _(known[i].name);
  return code;
}

char *
rt_languages_dup_text (const char *const *codes, const char *separator)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; codes != NULL && codes[i] != NULL; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? separator : "", rt_language_get_name (codes[i]));
  return g_string_free (text, text->len == 0);
}
