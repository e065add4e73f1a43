/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

/* json-glib gives the tree, not the text: in the versions we run on, its parser overflows the stack
 * on deep nesting, takes comments, octal numbers and 2^64 (as -1) and cuts texts at \u0000, and its
 * generator writes 1e17 and U+001F in a way that nobody reads again, differently from version to
 * version. What is read is one grammar here, and the bytes that are written are the same
 * everywhere. */

#include "rt-json.h"

#include <math.h>
#include <string.h>

#include <glib/gi18n-lib.h>

/*
 * A value takes about 90 bytes of memory, so 64 MiB of "[0,0,0," would take three gigabytes. No
 * file of ours comes near: a chair's line has some 19 bytes, which makes 3.5 million in 64 MiB.
 */
#define MAX_VALUES 4000000

typedef struct {
  const char *start;     /* of the text, after the byte order mark */
  const char *at;
  const char *end;
  guint       n_values;
  GPtrArray  *open;      /* of JsonNode, borrowed: the arrays and objects around @at, outermost
                            first */
  char       *member;    /* name of the member whose value comes next; NULL in an array */
  GString    *scratch;   /* the text read last */
  GError    **error;
} Reader;

/* Where @at is, as an editor counts: characters of the line, both from 1. */
static void
find_position (const Reader *self, const char *at, guint *line, guint *column)
{
  *line = 1;
  *column = 1;
  for (const char *p = self->start; p < at; p++)
    {
      if (*p == '\n')
        {
          (*line)++;
          *column = 1;
        }
      else if ((*p & 0xC0) != 0x80)
        (*column)++;
    }
}

static gboolean
fail (Reader *self, const char *at, int code, const char *message)
{
  guint line, column;

  find_position (self, at, &line, &column);
  /* Translators: the last is what is wrong there, a sentence that ends in a full stop. */
  g_set_error (self->error, RT_ERROR, code, _("Line %u, column %u: %s"), line, column, message);
  return FALSE;
}

static gboolean
refuse (Reader *self, const char *at, const char *message)
{
  if (at >= self->end)
    message = _("the text ends too early.");
  return fail (self, MIN (at, self->end), RT_ERROR_FORMAT, message);
}

static void
skip_space (Reader *self)
{
  while (self->at < self->end && *self->at != '\0' && strchr (" \t\n\r", *self->at) != NULL)
    self->at++;
}

static gboolean
accept (Reader *self, char c)
{
  if (self->at >= self->end || *self->at != c)
    return FALSE;
  self->at++;
  return TRUE;
}

/* The four hexadecimal digits after \u. */
static gboolean
read_hex (Reader *self, gunichar *unit)
{
  *unit = 0;
  for (int i = 0; i < 4; i++, self->at++)
    {
      if (self->at >= self->end || !g_ascii_isxdigit (*self->at))
        return refuse (self, self->at, _("four hexadecimal digits follow “\\u”."));
      *unit = *unit * 16 + g_ascii_xdigit_value (*self->at);
    }
  return TRUE;
}

static gboolean
read_unicode_escape (Reader *self, const char *start)
{
  const char *alone = _("half of a surrogate pair stands alone.");
  gunichar unit, low;

  if (!read_hex (self, &unit))
    return FALSE;
  if (unit == 0)
    return refuse (self, start, _("the character U+0000 cannot be part of a text."));
  if (unit >= 0xDC00 && unit <= 0xDFFF)
    return refuse (self, start, alone);
  if (unit >= 0xD800 && unit <= 0xDBFF)
    {
      if (self->end - self->at < 2 || self->at[0] != '\\' || self->at[1] != 'u')
        return refuse (self, start, alone);
      self->at += 2;
      if (!read_hex (self, &low))
        return FALSE;
      if (low < 0xDC00 || low > 0xDFFF)
        return refuse (self, start, alone);
      unit = 0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00);
    }
  g_string_append_unichar (self->scratch, unit);
  return TRUE;
}

static gboolean
read_escape (Reader *self)
{
  static const char letters[] = "\"\\/bfnrt";
  static const char meanings[] = "\"\\/\b\f\n\r\t";
  const char *start = self->at;
  const char *letter;

  self->at++;
  if (accept (self, 'u'))
    return read_unicode_escape (self, start);
  letter = self->at < self->end && *self->at != '\0' ? strchr (letters, *self->at) : NULL;
  if (letter == NULL)
    return refuse (self, self->at, _("JSON has no such escape after a backslash."));
  g_string_append_c (self->scratch, meanings[letter - letters]);
  self->at++;
  return TRUE;
}

/* Reads a text into the scratch; @at is on its first quotation mark. */
static gboolean
read_string (Reader *self)
{
  g_string_truncate (self->scratch, 0);
  self->at++;
  for (;;)
    {
      const char *plain = self->at;

      while (self->at < self->end && *self->at != '"' && *self->at != '\\' &&
             (guchar) *self->at >= 0x20)
        self->at++;
      g_string_append_len (self->scratch, plain, self->at - plain);
      if (accept (self, '"'))
        return TRUE;
      if (self->at >= self->end || *self->at != '\\')
        return refuse (self, self->at,
                       _("a control character or line break stands inside a text."));
      if (!read_escape (self))
        return FALSE;
    }
}

static gboolean
read_digits (Reader *self)
{
  const char *start = self->at;

  while (self->at < self->end && g_ascii_isdigit (*self->at))
    self->at++;
  if (self->at == start)
    return refuse (self, self->at, _("a digit is missing here."));
  return TRUE;
}

static gboolean
read_number (Reader *self, JsonNode *node)
{
  const char *start = self->at;
  gboolean whole = TRUE;

  accept (self, '-');
  if (!accept (self, '0') && !read_digits (self))
    return FALSE;
  if (self->at < self->end && g_ascii_isdigit (*self->at))
    return refuse (self, self->at, _("a number does not begin with 0."));
  if (accept (self, '.'))
    {
      whole = FALSE;
      if (!read_digits (self))
        return FALSE;
    }
  if (accept (self, 'e') || accept (self, 'E'))
    {
      whole = FALSE;
      if (!accept (self, '+'))
        accept (self, '-');
      if (!read_digits (self))
        return FALSE;
    }

  g_string_truncate (self->scratch, 0);
  g_string_append_len (self->scratch, start, self->at - start);
  if (whole)
    {
      gint64 value;

      if (!g_ascii_string_to_signed (self->scratch->str, 10, G_MININT64, G_MAXINT64, &value, NULL))
        return refuse (self, start, _("the number is too large."));
      json_node_init_int (node, value);
    }
  else
    {
      double value = g_ascii_strtod (self->scratch->str, NULL);

      if (!isfinite (value))
        return refuse (self, start, _("the number is too large."));
      json_node_init_double (node, value);
    }
  return TRUE;
}

static gboolean
accept_word (Reader *self, const char *word)
{
  gsize length = strlen (word);

  if ((gsize) (self->end - self->at) < length || memcmp (self->at, word, length) != 0)
    return FALSE;
  self->at += length;
  return TRUE;
}

/*
 * Reads a text, number or word into @node, or opens an array or object: then @node is an empty one.
 */
static gboolean
read_value (Reader *self, JsonNode *node)
{
  char c = self->at < self->end ? *self->at : '\0';

  if (c == '"')
    {
      if (!read_string (self))
        return FALSE;
      json_node_init_string (node, self->scratch->str);
      return TRUE;
    }
  if (c == '-' || g_ascii_isdigit (c))
    return read_number (self, node);
  if (accept (self, '{'))
    json_node_take_object (json_node_init (node, JSON_NODE_OBJECT), json_object_new ());
  else if (accept (self, '['))
    json_node_take_array (json_node_init (node, JSON_NODE_ARRAY), json_array_new ());
  else if (accept_word (self, "true"))
    json_node_init_boolean (node, TRUE);
  else if (accept_word (self, "false"))
    json_node_init_boolean (node, FALSE);
  else if (accept_word (self, "null"))
    json_node_init_null (node);
  else
    return refuse (self, self->at, _("there should be a value here."));
  return TRUE;
}

static JsonNode *
innermost (const Reader *self)
{
  return self->open->len > 0 ? g_ptr_array_index (self->open, self->open->len - 1) : NULL;
}

/* Reads `"name":` and remembers the name; refuses one that the object has already. */
static gboolean
read_member (Reader *self)
{
  const char *start = self->at;

  if (self->at >= self->end || *self->at != '"')
    return refuse (self, self->at, _("there should be a member's name in quotation marks here."));
  if (!read_string (self))
    return FALSE;
  if (json_object_has_member (json_node_get_object (innermost (self)), self->scratch->str))
    {
      g_autofree char *message =
        g_strdup_printf (_("the member “%s” stands here for the second time."), self->scratch->str);

      return refuse (self, start, message);
    }
  g_free (self->member);
  self->member = g_strndup (self->scratch->str, self->scratch->len);
  skip_space (self);
  if (!accept (self, ':'))
    return refuse (self, self->at, _("there should be a colon here."));
  skip_space (self);
  return TRUE;
}

/* Hands @node to what is around it, which owns it from then on; the outermost is the caller's. */
static void
put (Reader *self, JsonNode *node)
{
  JsonNode *around = innermost (self);

  if (around == NULL)
    return;
  if (JSON_NODE_HOLDS_ARRAY (around))
    json_array_add_element (json_node_get_array (around), node);
  else
    json_object_set_member (json_node_get_object (around), self->member, node);
}

/* Goes into the array or object just begun; @entered says whether something is in it. */
static gboolean
enter (Reader *self, JsonNode *node, gboolean *entered)
{
  gboolean array = JSON_NODE_HOLDS_ARRAY (node);

  if (self->open->len >= RT_MAX_JSON_DEPTH)
    {
      g_autofree char *message =
        g_strdup_printf (_("this is nested more than %u levels deep."), RT_MAX_JSON_DEPTH);

      return fail (self, self->at - 1, RT_ERROR_LIMIT, message);
    }
  skip_space (self);
  *entered = !accept (self, array ? ']' : '}');
  if (!*entered)
    return TRUE;
  g_ptr_array_add (self->open, node);
  return array || read_member (self);
}

/* After a value: on to the next one in what is around it, or out of that, as often as it ends.
 * @ended: whether the outermost value has ended. */
static gboolean
go_on (Reader *self, gboolean *ended)
{
  for (;;)
    {
      gboolean array;

      skip_space (self);
      *ended = self->open->len == 0;
      if (*ended)
        return TRUE;
      array = JSON_NODE_HOLDS_ARRAY (innermost (self));
      if (accept (self, ','))
        {
          skip_space (self);
          return array || read_member (self);
        }
      if (!accept (self, array ? ']' : '}'))
        return refuse (self, self->at, array ? _("there should be a comma or “]” here.")
                                             : _("there should be a comma or “}” here."));
      g_ptr_array_set_size (self->open, self->open->len - 1);
    }
}

static JsonNode *
read_text (Reader *self)
{
  g_autoptr (JsonNode) root = NULL;
  gboolean ended = FALSE;

  skip_space (self);
  while (!ended)
    {
      g_autoptr (JsonNode) value = json_node_alloc ();
      JsonNode *node = value;
      gboolean entered = FALSE;

      if (++self->n_values > MAX_VALUES)
        {
          fail (self, self->at, RT_ERROR_LIMIT, _("there are more values than Rotunda reads."));
          return NULL;
        }
      if (!read_value (self, node))
        return NULL;
      put (self, node);
      if (root == NULL)
        root = g_steal_pointer (&value);
      else
        value = NULL;
      if ((JSON_NODE_HOLDS_ARRAY (node) || JSON_NODE_HOLDS_OBJECT (node)) &&
          !enter (self, node, &entered))
        return NULL;
      if (!entered && !go_on (self, &ended))
        return NULL;
    }
  if (self->at < self->end)
    {
      refuse (self, self->at, _("the text should end here."));
      return NULL;
    }
  return g_steal_pointer (&root);
}

static void
print_string (GString *out, const char *text)
{
  /* A file that cannot be opened again is worse than a replacement character. */
  g_autofree char *valid = g_utf8_validate (text, -1, NULL) ? NULL : g_utf8_make_valid (text, -1);
  static const char named[0x20] = {
    ['\b'] = 'b', ['\t'] = 't', ['\n'] = 'n', ['\f'] = 'f', ['\r'] = 'r',
  };

  g_string_append_c (out, '"');
  for (const char *p = valid != NULL ? valid : text; *p != '\0'; p++)
    {
      guchar c = *p;

      if (c == '"' || c == '\\')
        g_string_append_printf (out, "\\%c", c);
      else if (c >= 0x20)
        g_string_append_c (out, c);
      else if (named[c] != 0)
        g_string_append_printf (out, "\\%c", named[c]);
      else
        g_string_append_printf (out, "\\u%04x", c);
    }
  g_string_append_c (out, '"');
}

/* The shortest digits that are read as the same number again, and always with a point or an
 * exponent, so that they are not read as an integer. */
static void
print_double (GString *out, double value)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];
  const char *formats[] = { "%.15g", "%.16g", "%.17g" };

  if (!isfinite (value))
    {
      g_string_append (out, "null");
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_ascii_formatd (text, sizeof text, formats[i], value);
      if (g_ascii_strtod (text, NULL) == value)
        break;
    }
  g_string_append (out, text);
  if (strpbrk (text, ".e") == NULL)
    g_string_append (out, ".0");
}

static void
print_scalar (GString *out, JsonNode *node)
{
  GType type = JSON_NODE_HOLDS_VALUE (node) ? json_node_get_value_type (node) : G_TYPE_NONE;

  if (type == G_TYPE_STRING)
    print_string (out, json_node_get_string (node));
  else if (type == G_TYPE_BOOLEAN)
    g_string_append (out, json_node_get_boolean (node) ? "true" : "false");
  else if (type == G_TYPE_DOUBLE)
    print_double (out, json_node_get_double (node));
  else if (type == G_TYPE_INT64)
    g_string_append_printf (out, "%" G_GINT64_FORMAT, json_node_get_int (node));
  else
    g_string_append (out, "null");
}

static void
start_line (GString *out, guint level)
{
  g_string_append_c (out, '\n');
  for (guint i = 0; i < level; i++)
    g_string_append (out, "  ");
}

/* Recursion is safe here: a tree that was read is no deeper than RT_MAX_JSON_DEPTH. */
static void
print_node (GString *out, JsonNode *node, guint level)
{
  if (JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonArray *array = json_node_get_array (node);
      guint n = json_array_get_length (array);

      g_string_append_c (out, '[');
      for (guint i = 0; i < n; i++)
        {
          if (i > 0)
            g_string_append_c (out, ',');
          start_line (out, level + 1);
          print_node (out, json_array_get_element (array, i), level + 1);
        }
      if (n > 0)
        start_line (out, level);
      g_string_append_c (out, ']');
    }
  else if (JSON_NODE_HOLDS_OBJECT (node))
    {
      JsonObjectIter iter;
      const char *name;
      JsonNode *value;
      gboolean any = FALSE;

      g_string_append_c (out, '{');
      json_object_iter_init_ordered (&iter, json_node_get_object (node));
      while (json_object_iter_next_ordered (&iter, &name, &value))
        {
          if (any)
            g_string_append_c (out, ',');
          any = TRUE;
          start_line (out, level + 1);
          print_string (out, name);
          g_string_append (out, ": ");
          print_node (out, value, level + 1);
        }
      if (any)
        start_line (out, level);
      g_string_append_c (out, '}');
    }
  else
    print_scalar (out, node);
}

/**
 * rt_json_parse:
 * @text: the bytes of a file, not necessarily ended by NUL
 * @length: how many
 * @error: says line and column
 *
 * Reads JSON that is RFC 8259 to the letter, and besides: at most %RT_MAX_JSON_DEPTH levels, no
 * member twice in one object, integers within 64 bits and other numbers within a double, no U+0000,
 * no half surrogates. A byte order mark at the start is skipped. Integers become `gint64` nodes;
 * numbers with a fraction or an exponent become `double` ones, so that a reader can tell them
 * apart. O(length), without recursion.
 *
 * Returns: (transfer full): the tree, or %NULL with %RT_ERROR_FORMAT or %RT_ERROR_LIMIT
 */
JsonNode *
rt_json_parse (const char *text, gsize length, GError **error)
{
  g_autoptr (GPtrArray) open = g_ptr_array_new ();
  g_autoptr (GString) scratch = g_string_new (NULL);
  Reader reader = { .start = text, .end = text + length, .open = open, .scratch = scratch,
                    .error = error };
  const char *invalid;
  JsonNode *root;

  /* Some editors on Windows begin every file with a byte order mark. */
  if (length >= 3 && memcmp (text, "\xEF\xBB\xBF", 3) == 0)
    reader.start += 3;
  reader.at = reader.start;
  if (!g_utf8_validate_len (reader.start, reader.end - reader.start, &invalid))
    {
      fail (&reader, invalid, RT_ERROR_FORMAT, _("this is not text in UTF-8."));
      return NULL;
    }
  root = read_text (&reader);
  g_free (reader.member);
  return root;
}

/**
 * rt_json_print:
 * @node: the tree
 * @length: (out) (optional): how many bytes, without the NUL
 *
 * Writes JSON: members in their order, two spaces a level, every entry on its own line, text in
 * UTF-8 with only those characters escaped that must be, LF at the end. What rt_json_parse() has
 * read comes back with the same values, and printing that again gives the same bytes.
 *
 * Returns: (transfer full): the text, ended by NUL
 */
char *
rt_json_print (JsonNode *node, gsize *length)
{
  GString *out = g_string_new (NULL);

  print_node (out, node, 0);
  g_string_append_c (out, '\n');
  if (length != NULL)
    *length = out->len;
  return g_string_free (out, FALSE);
}
