/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#include "rt-prose.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef enum {
  IN_NOTHING,
  IN_LIST,
  IN_TABLE,
} Place;

struct _RtProse {
  gboolean html;
  GString *text;
  Place    place;
  gboolean head;        /* the row is that of the names of the columns */
  gboolean cell;        /* one is open */
  guint    n_cells;     /* of the row */
  guint    n_lines;     /* of the cell */
};

static const char style[]
  = "body{font-family:sans-serif;line-height:1.4;margin:2em}"
    "table{border-collapse:collapse}"
    "th,td{border:1px solid #888;padding:.3em .6em;text-align:start;vertical-align:top}"
    "thead{display:table-header-group}tr{break-inside:avoid}";

/* In Markdown whatever could be a mark gets a backslash; letters and digits mean themselves. */
static void
add_escaped (RtProse *self, const char *text)
{
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (c < 0x20 || c == 0x7f)
        g_string_append_c (self->text, ' ');
      else if (c == '&')
        g_string_append (self->text, "&amp;");
      else if (c == '<')
        g_string_append (self->text, "&lt;");
      else if (c == '>')
        g_string_append (self->text, "&gt;");
      else if (!self->html && c < 0x80 && strchr ("\\`*_{}[]#+!|~=@^$", (int) c) != NULL)
        g_string_append_printf (self->text, "\\%c", (char) c);
      else if (self->html && c == '"')
        g_string_append (self->text, "&quot;");
      else
        g_string_append_unichar (self->text, c);
    }
}

/* What begins a line could begin a list or a heading as well. */
static void
add_line (RtProse *self, const char *text)
{
  gsize digits = strspn (text, "0123456789");

  if (!self->html && (*text == '-' || *text == ':'))
    g_string_append_c (self->text, '\\');
  if (!self->html && digits > 0 && (text[digits] == '.' || text[digits] == ')'))
    {
      g_string_append_len (self->text, text, (gssize) digits);
      g_string_append_c (self->text, '\\');
      text += digits;
    }
  add_escaped (self, text);
}

static void
leave (RtProse *self)
{
  static const char * const ends[] = { "", "</ul>\n", "</tbody>\n</table>\n" };

  if (self->html)
    g_string_append (self->text, ends[self->place]);
  else if (self->place != IN_NOTHING)
    g_string_append_c (self->text, '\n');
  self->place = IN_NOTHING;
}

/** rt_prose_new: Returns: (transfer full): a text that begins with its title */
RtProse *
rt_prose_new (gboolean html, const char *title)
{
  RtProse *self = g_new0 (RtProse, 1);

  self->html = html;
  self->text = g_string_new (NULL);
  if (html)
    {
      g_string_append_printf (self->text,
                              "<!DOCTYPE html>\n<html lang=\"%s\" dir=\"%s\">\n<head>\n"
                              "<meta charset=\"utf-8\">\n<title>",
                              /* Translators: the code of the language that you translate to */
                              C_("language", "en"),
                              /* Translators: rtl if that is written from right to left */
                              C_("direction", "ltr"));
      add_escaped (self, title);
      g_string_append_printf (self->text, "</title>\n<style>%s</style>\n</head>\n<body>\n<h1>",
                              style);
    }
  g_string_append (self->text, html ? "" : "# ");
  add_escaped (self, title);
  g_string_append (self->text, html ? "</h1>\n" : "\n\n");
  return self;
}

/** rt_prose_paragraph: @text: "" says nothing */
void
rt_prose_paragraph (RtProse *self, const char *text)
{
  if (*text == '\0')
    return;
  leave (self);
  g_string_append (self->text, self->html ? "<p>" : "");
  add_line (self, text);
  g_string_append (self->text, self->html ? "</p>\n" : "\n\n");
}

void
rt_prose_item (RtProse *self, const char *text)
{
  if (self->place != IN_LIST)
    {
      leave (self);
      g_string_append (self->text, self->html ? "<ul>\n" : "");
      self->place = IN_LIST;
    }
  g_string_append (self->text, self->html ? "<li>" : "- ");
  add_line (self, text);
  g_string_append (self->text, self->html ? "</li>\n" : "\n");
}

void
rt_prose_begin_row (RtProse *self, gboolean head)
{
  if (self->place != IN_TABLE)
    {
      leave (self);
      g_string_append (self->text, self->html ? "<table>\n" : "");
      self->place = IN_TABLE;
    }
  self->head = head;
  self->n_cells = 0;
  if (self->html)
    g_string_append (self->text, head ? "<thead>\n<tr>" : "<tr>");
}

static const char *
get_tag (const RtProse *self)
{
  return self->head || self->n_cells == 1 ? "th" : "td";
}

static void
end_cell (RtProse *self)
{
  if (self->cell && self->html)
    g_string_append_printf (self->text, "</%s>", get_tag (self));
  self->cell = FALSE;
}

void
rt_prose_begin_cell (RtProse *self)
{
  end_cell (self);
  self->n_cells++;
  self->n_lines = 0;
  self->cell = TRUE;
  if (!self->html)
    g_string_append (self->text, self->n_cells > 1 ? " | " : "| ");
  else if (strcmp (get_tag (self), "th") == 0)
    g_string_append_printf (self->text, "<th scope=\"%s\">", self->head ? "col" : "row");
  else
    g_string_append (self->text, "<td>");
}

/* Markdown knows no other way to begin a line within a cell. */
void
rt_prose_say (RtProse *self, const char *text, gboolean strong)
{
  if (*text == '\0')
    return;
  if (self->n_lines++ > 0)
    g_string_append (self->text, "<br>");
  g_string_append (self->text, self->html ? strong ? "<bdi><b>" : "<bdi>" : strong ? "**" : "");
  add_escaped (self, text);
  g_string_append (self->text, self->html ? strong ? "</b></bdi>" : "</bdi>" : strong ? "**" : "");
}

void
rt_prose_end_row (RtProse *self)
{
  end_cell (self);
  if (self->html)
    {
      g_string_append (self->text, self->head ? "</tr>\n</thead>\n<tbody>\n" : "</tr>\n");
      return;
    }
  g_string_append (self->text, " |\n");
  for (guint i = 0; self->head && i < self->n_cells; i++)
    g_string_append (self->text, i == 0 ? "| ---" : " | ---");
  if (self->head)
    g_string_append (self->text, " |\n");
}

/** rt_prose_free: Returns: (transfer full): the whole text */
GBytes *
rt_prose_free (RtProse *self)
{
  GBytes *bytes;

  leave (self);
  if (self->html)
    g_string_append (self->text, "</body>\n</html>\n");
  /* A text ends with one line feed. */
  while (self->text->len > 1 && g_str_has_suffix (self->text->str, "\n\n"))
    g_string_truncate (self->text, self->text->len - 1);
  bytes = g_string_free_to_bytes (self->text);
  g_free (self);
  return bytes;
}
