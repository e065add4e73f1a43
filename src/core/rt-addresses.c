/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

/* What one copies from the To line of a message: "Ada Byron <ada@example.org>, Bo Ek <…>". */

#include "rt-addresses.h"

#include <string.h>

#include "rt-person.h"

/* More entries than this are not looked at to find out what a text is. */
#define SAMPLE_ENTRIES 200

/* The end of the entry that @text begins with. Semicolons separate where there are any: then a
 * comma stands within a name, "Byron, Ada", if no address is before it. Neither counts in quotes or
 * angle brackets. */
static const char *
entry_end (const char *text, const char *separators)
{
  gboolean quoted = FALSE, bracketed = FALSE, closed = FALSE;

  for (; *text != '\0'; text++)
    {
      if (*text == '\n' || *text == '\r')
        break;
      if (*text == '"')
        quoted = !quoted;
      else if (!quoted && (*text == '<' || *text == '>'))
        {
          bracketed = *text == '<';
          closed = !bracketed;
        }
      else if (!quoted && !bracketed
               && (strchr (separators, *text) != NULL || (closed && *text == ',')))
        break;
    }
  return text;
}

static const char *
find_separators (const char *text)
{
  while (*text != '\0')
    {
      text = entry_end (text, ";");
      if (*text == ';')
        return ";";
      if (*text != '\0')
        text++;
    }
  return ",";
}

/* The entries of @text, tidied, without empty ones; at most @most. */
static GPtrArray *
split (const char *text, guint most)
{
  GPtrArray *entries = g_ptr_array_new_with_free_func (g_free);
  const char *separators = find_separators (text);

  while (*text != '\0' && entries->len < most)
    {
      const char *end = entry_end (text, separators);
      g_autofree char *raw = g_strndup (text, end - text);
      g_autofree char *entry = rt_tidy (raw);

      if (entry[0] != '\0')
        g_ptr_array_add (entries, g_steal_pointer (&entry));
      text = *end == '\0' ? end : end + 1;
    }
  return entries;
}

/* Something, an at sign, something with a dot, and no space. */
static gboolean
is_address (const char *text)
{
  const char *at = strchr (text, '@');

  return at != NULL && at > text && strchr (at, '.') != NULL && strpbrk (text, " <>\"") == NULL;
}

/* What stands between angle brackets at the end of @entry, or @entry itself; NULL is no address.
 * @before: where its name ends. */
static char *
dup_address (const char *entry, gsize *before)
{
  const char *begin = strrchr (entry, '<');
  const char *end = begin != NULL ? strchr (begin, '>') : NULL;
  g_autofree char *address = NULL;

  *before = 0;
  if (begin == NULL)
    return is_address (entry) ? g_strdup (entry) : NULL;
  if (end == NULL || end[1] != '\0')
    return NULL;
  address = g_strndup (begin + 1, end - begin - 1);
  *before = begin - entry;
  return is_address (address) ? g_steal_pointer (&address) : NULL;
}

/* "Byron, Ada" is how some programs write Ada Byron. */
static char *
put_in_order (const char *name)
{
  g_auto (GStrv) parts = g_strsplit (name, ",", 3);
  g_autofree char *turned = NULL;

  if (g_strv_length (parts) != 2)
    return g_strdup (name);
  turned = g_strconcat (parts[1], " ", parts[0], NULL);
  return rt_tidy (turned);
}

/* A name from the address: "ada.byron@…" is Ada Byron; one word alone stays as it is written. */
static char *
name_from_address (const char *address)
{
  g_autofree char *local = g_strndup (address, strcspn (address, "@+"));
  g_auto (GStrv) words = g_strsplit_set (local, "._", -1);
  GString *name = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    if (words[i][0] != '\0')
      {
        gunichar first = g_utf8_get_char (words[i]);

        g_string_append (name, name->len > 0 ? " " : "");
        g_string_append_unichar (name, words[1] != NULL ? g_unichar_totitle (first) : first);
        g_string_append (name, g_utf8_next_char (words[i]));
      }
  return g_string_free (name, FALSE);
}

static char *
dup_name (const char *entry, gsize length)
{
  g_autofree char *raw = g_strndup (entry, length);
  g_auto (GStrv) parts = g_strsplit (raw, "\"", -1);
  g_autofree char *unquoted = g_strjoinv ("", parts);
  g_autofree char *name = rt_tidy (unquoted);

  return put_in_order (name);
}

/**
 * rt_addresses_are_likely:
 * @text: a list
 *
 * Returns: whether most of its entries are addresses as messages have them: with the address in
 *   angle brackets, or all of them bare. O(length)
 */
gboolean
rt_addresses_are_likely (const char *text)
{
  g_autoptr (GPtrArray) entries = split (text, SAMPLE_ENTRIES);
  guint n = 0, n_named = 0;

  for (guint i = 0; i < entries->len; i++)
    {
      gsize before;
      g_autofree char *address = dup_address (entries->pdata[i], &before);

      n += address != NULL;
      n_named += address != NULL && before > 0;
    }
  return n > 0 && (n == entries->len || (n_named > 0 && 2 * n > entries->len));
}

/**
 * rt_addresses_read:
 * @text: a list
 * @rows: (element-type GStrv): appended to: a name and an address, which may be empty
 * @lines: (element-type guint): appended to: the place of each in the list, from 1
 *
 * An entry without an address is a name.
 */
void
rt_addresses_read (const char *text, GPtrArray *rows, GArray *lines)
{
  g_autoptr (GPtrArray) entries = split (text, G_MAXUINT);

  for (guint i = 0; i < entries->len; i++)
    {
      const char *entry = entries->pdata[i];
      gsize before;
      char *address = dup_address (entry, &before);
      g_autofree char *name = dup_name (entry, address != NULL ? before : strlen (entry));
      GStrv row = g_new0 (char *, 3);
      guint line = i + 1;

      row[0] = address != NULL && name[0] == '\0' ? name_from_address (address)
                                                  : g_steal_pointer (&name);
      row[1] = address != NULL ? address : g_strdup ("");
      g_ptr_array_add (rows, row);
      g_array_append_val (lines, line);
    }
}
