/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "rt-encoding.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include <uchardet/uchardet.h>

/* How much of a list is looked at to guess how it is written. */
#define SAMPLE_SIZE 65536

/* The first bytes of the workbooks people mail by mistake for a list as text. */
static const char zip_magic[] = "PK\003\004";
static const char ole_magic[] = "\xd0\xcf\x11\xe0";
static const char pdf_magic[] = "%PDF";

static const struct {
  const char *name;
  gsize       length;
  const char  mark[4];
} marks[] = {
  { "UTF-8", 3, "\xef\xbb\xbf" },
  { "UTF-16LE", 2, "\xff\xfe" },
  { "UTF-16BE", 2, "\xfe\xff" },
};

/* The length of the mark at the start of @bytes, and what it stands for. */
static gsize
find_mark (const char *bytes, gsize length, const char **name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    if (length >= marks[i].length && memcmp (bytes, marks[i].mark, marks[i].length) == 0)
      {
        *name = marks[i].name;
        return marks[i].length;
      }
  return 0;
}

/* Text in UTF-16 without a mark: in every list the line ends, commas and spaces are a byte and a
 * NUL, and the NUL is always on the same side. A stray NUL in other text is not that. */
static const char *
find_wide (const char *bytes, gsize length)
{
  static const char * const names[] = { "UTF-16BE", "UTF-16LE" };
  gsize n = MIN (length, SAMPLE_SIZE) & ~(gsize) 1;

  for (gsize side = 0; side < 2; side++)
    {
      gsize nuls = 0, others = 0, line_ends = 0, broken = 0;

      for (gsize i = 0; i < n; i += 2)
        {
          char wide = bytes[i + side];
          char byte = bytes[i + 1 - side];

          nuls += wide == '\0';
          others += byte == '\0';
          line_ends += byte == '\n' && wide == '\0';
          broken += (byte == '\n' || wide == '\n') && byte != '\0' && wide != '\0';
        }
      if (nuls >= 2 && nuls * 20 >= n && others * 4 <= nuls && broken <= line_ends)
        return names[side];
    }
  return NULL;
}

/* In Western names the bytes above 127 stand alone; in other scripts they run together. Without
 * this a short Western list is now and then taken for Thai or Chinese. */
static gboolean
runs_together (const char *bytes, gsize length)
{
  gsize high = 0, together = 0;

  for (gsize i = 0; i < length; i++)
    if ((guchar) bytes[i] >= 0x80)
      {
        high++;
        together += (i > 0 && (guchar) bytes[i - 1] >= 0x80)
                    || (i + 1 < length && (guchar) bytes[i + 1] >= 0x80);
      }
  return together * 2 > high;
}

/* The Western encodings are told apart by so little that a list of names is too short for it; what
 * office programs write is windows-1252. Other scripts are recognised well. */
static char *
guess (const char *bytes, gsize length)
{
  static const char * const other[] = {
    "GB18030", "BIG5", "SHIFT_JIS", "EUC-JP", "EUC-KR", "EUC-TW", "UHC", "WINDOWS-1251", "KOI8-R",
    "ISO-8859-5", "WINDOWS-1253", "ISO-8859-7", "WINDOWS-1255", "ISO-8859-8", "WINDOWS-1256",
    "ISO-8859-6", "TIS-620", NULL
  };
  gsize n = MIN (length, SAMPLE_SIZE);
  uchardet_t detector;
  g_autofree char *name = NULL;

  if (!runs_together (bytes, n))
    return g_strdup ("windows-1252");
  detector = uchardet_new ();
  if (uchardet_handle_data (detector, bytes, n) == 0)
    uchardet_data_end (detector);
  name = g_strdup (uchardet_get_charset (detector));
  uchardet_delete (detector);
  return g_strdup (g_strv_contains (other, name) ? name : "windows-1252");
}

static guint
count_lines (const char *bytes, const char *end)
{
  guint line = 1;

  for (; bytes < end; bytes++)
    line += *bytes == '\n';
  return line;
}

/* g_convert(), and for UTF-8 a strict check: iconv lets through code points there are not. */
static char *
transcode (const char *bytes, gsize length, const char *name, gsize *n_read, gsize *n_written,
           GError **error)
{
  g_autofree char *text = NULL;
  const char *end;

  if (g_ascii_strcasecmp (name, "UTF-8") != 0)
    {
      text = g_convert (bytes, length, "UTF-8", name, n_read, n_written, error);
      /* A letter that is cut off at the end is left unread without a word. */
      if (text == NULL || *n_read == length)
        return g_steal_pointer (&text);
    }
  else
    {
      *n_written = length;
      if (g_utf8_validate_len (bytes, length, &end) || *end == '\0')
        return g_strndup (bytes, length);
      *n_read = end - bytes;
    }
  g_set_error_literal (error, G_CONVERT_ERROR, G_CONVERT_ERROR_ILLEGAL_SEQUENCE, name);
  return NULL;
}

static char *
convert (const char *bytes, gsize length, const char *name, GError **error)
{
  gsize n_read = 0;
  gsize n_written = 0;
  g_autoptr (GError) local = NULL;
  g_autofree char *text = transcode (bytes, length, name, &n_read, &n_written, &local);

  if (text == NULL && g_error_matches (local, G_CONVERT_ERROR, G_CONVERT_ERROR_NO_CONVERSION))
    g_set_error (error, RT_ERROR, RT_ERROR_USAGE,
                 _("Rotunda does not know the encoding “%s”."), name);
  else if (text == NULL)
    g_set_error (error, RT_ERROR, RT_ERROR_FORMAT,
                 _("Line %u cannot be read as %s. Save the list again as “CSV UTF-8”, or choose "
                   "another encoding."), count_lines (bytes, bytes + MIN (n_read, length)), name);
  else if (memchr (text, '\0', n_written) != NULL)
    g_set_error (error, RT_ERROR, RT_ERROR_FORMAT,
                 _("Line %u holds a byte that no text has. This is not a list: save it as “CSV "
                   "UTF-8” in the program it comes from."),
                 count_lines (text, memchr (text, '\0', n_written)));
  else
    return g_steal_pointer (&text);
  return NULL;
}

/* How the bytes are written, where no mark says so. */
static char *
find_out (const char *bytes, gsize length, gboolean *guessed)
{
  const char *wide = find_wide (bytes, length);

  if (wide != NULL)
    {
      *guessed = TRUE;
      return g_strdup (wide);
    }
  /* A NUL is refused later and in its own words. */
  if (g_utf8_validate_len (bytes, length, NULL) || memchr (bytes, '\0', length) != NULL)
    return g_strdup ("UTF-8");
  *guessed = TRUE;
  return guess (bytes, length);
}

/* Files that are no lists at all, but would be read as one: a brace never starts a name. */
static gboolean
check_is_list (const char *bytes, gsize length, GError **error)
{
  const char *message = NULL;

  if (length >= 4 && (memcmp (bytes, zip_magic, 4) == 0 || memcmp (bytes, ole_magic, 4) == 0))
    message = _("This is a workbook, not a list as text. Open it in its program and save the "
                "sheet as “CSV UTF-8”.");
  else if (length >= 4 && memcmp (bytes, pdf_magic, 4) == 0)
    message = _("This is a document for printing (PDF), not a list as text. Save the list it was "
                "made from as “CSV UTF-8”.");
  else if (length >= 2 && bytes[0] == '{' && strchr ("\n\r\t \"", bytes[1]) != NULL)
    message = _("This is a plan or another JSON file, not a list as text. Name a list such as "
                "people.csv.");
  if (message == NULL)
    return TRUE;
  g_set_error_literal (error, RT_ERROR, RT_ERROR_FORMAT, message);
  return FALSE;
}

/**
 * rt_decode:
 * @bytes: a list as it was read from a file
 * @length: how many bytes
 * @encoding: (nullable): how they are written; %NULL finds out: by the mark at the start, then by
 *   the pattern of UTF-16, then UTF-8 if that is valid, then by what kind of script it looks like,
 *   with windows-1252 for Western ones (and ISO-8859-1 where that has no letter for a byte)
 * @found: (out caller-allocates): how it was read; free its name with g_free()
 * @error: %RT_ERROR_FORMAT when the bytes are no text, %RT_ERROR_USAGE for an unknown @encoding
 *
 * Returns: (transfer full): the text as UTF-8 without mark and without NUL
 */
char *
rt_decode (const char *bytes, gsize length, const char *encoding, RtEncoding *found, GError **error)
{
  const char *marked = NULL;
  gsize mark = find_mark (bytes, length, &marked);
  gboolean guessed = FALSE;
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;

  if (!check_is_list (bytes, length, error))
    return NULL;
  /* A mark that contradicts the given encoding is part of the text. */
  if (encoding != NULL && (marked == NULL || g_ascii_strcasecmp (encoding, marked) != 0))
    mark = 0;
  if (encoding != NULL)
    name = g_strdup (encoding);
  else if (mark > 0)
    name = g_strdup (marked);
  else
    name = find_out (bytes, length, &guessed);

  text = convert (bytes + mark, length - mark, name, guessed ? NULL : error);
  if (text == NULL && guessed)
    {
      if (!g_str_has_prefix (name, "UTF-16"))
        {
          g_free (name);
          name = g_strdup ("ISO-8859-1");
        }
      text = convert (bytes, length, name, error);
    }
  if (text == NULL)
    return NULL;
  *found = (RtEncoding) { g_steal_pointer (&name), mark > 0, guessed };
  return g_steal_pointer (&text);
}
