/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "rt-table.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* cm along the chairs' line for each, and from the table's edge to it */
#define CHAIR 55
#define CHAIR_DISTANCE 32

/* Ten kilometres: nothing that stands in a room is further away or longer. */
#define FARTHEST 1000000
#define MAX_PLACES 1000
#define MAX_NUMBER 9999
#define N_COLOURS 12
#define MAX_PICTURE (4 * 1024 * 1024)

#define FIELD(type, kind, member) #member, RT_FIELD_##kind, G_STRUCT_OFFSET (type, member)

static const RtField theme_fields[] = {
  { FIELD (RtTheme, TEXT, title) },
  { FIELD (RtTheme, TEXT, question) },
  { FIELD (RtTheme, TEXT, method) },
  { FIELD (RtTheme, REF, champion), .part = RT_PART_PEOPLE },
  { FIELD (RtTheme, INT, colour), .least = 0, .most = N_COLOURS - 1 },
  { NULL },
};

const RtRecordClass rt_theme_class = {
  "theme", sizeof (RtTheme), 'h', theme_fields,
};

/** rt_theme_new: Returns: (transfer full): a theme with a new id */
RtTheme *
rt_theme_new (const char *title)
{
  RtTheme *self = rt_record_new (&rt_theme_class, rt_id_new ('h'));

  rt_set_text (&self->title, title);
  return self;
}

const char * const rt_shape_words[] = {
  "round", "square", "rectangle", "oval", "row", "circle", NULL,
};

static const RtField table_fields[] = {
  { FIELD (RtTable, INT, number), .least = 0, .most = MAX_NUMBER },
  { FIELD (RtTable, TEXT, name) },
  { FIELD (RtTable, INT, places), .least = 0, .most = MAX_PLACES },
  { FIELD (RtTable, INT, least), .least = 0, .most = MAX_PLACES },
  { FIELD (RtTable, CHOICE, shape), .words = rt_shape_words },
  { FIELD (RtTable, INT, x), .least = -FARTHEST, .most = FARTHEST },
  { FIELD (RtTable, INT, y), .least = -FARTHEST, .most = FARTHEST },
  { FIELD (RtTable, INT, angle), .least = 0, .most = 359 },
  { FIELD (RtTable, INT, width), .least = 0, .most = FARTHEST },
  { FIELD (RtTable, INT, depth), .least = 0, .most = FARTHEST },
  { FIELD (RtTable, BOOL, step_free) },
  { FIELD (RtTable, BOOL, open) },
  { FIELD (RtTable, REF, host), .part = RT_PART_PEOPLE },
  { FIELD (RtTable, REF, co_host), .part = RT_PART_PEOPLE },
  { FIELD (RtTable, REF, deputy), .part = RT_PART_PEOPLE },
  { FIELD (RtTable, REF, theme), .part = RT_PART_THEMES },
  { FIELD (RtTable, TEXT, link) },
  { NULL },
};

const RtRecordClass rt_table_class = {
  "table", sizeof (RtTable), 't', table_fields,
};

/** rt_table_new: Returns: (transfer full): a table with a new id, nowhere in particular */
RtTable *
rt_table_new (int number, int places)
{
  RtTable *self = rt_record_new (&rt_table_class, rt_id_new ('t'));

  self->number = number;
  self->places = places;
  return self;
}

int
rt_table_get_places (const RtTable *self)
{
  return self->places == RT_UNSET ? 0 : self->places;
}

int
rt_table_usual_width (gboolean is_long, guint n_chairs)
{
  double around = n_chairs * CHAIR;

  if (is_long)
    return MAX (180, (int) (around / 2.0 - 80.0 - 4.0 * CHAIR_DISTANCE));
  return MAX (160, (int) (around / G_PI - 2.0 * CHAIR_DISTANCE));
}

char *
rt_table_dup_display (const RtTable *self)
{
  if (self->name != NULL)
    return g_strdup (self->name);
  if (self->number != RT_UNSET)
    return g_strdup_printf (_("Table %d"), self->number);
  return g_strdup (_("Table"));
}

static const char * const object_kind_words[] = {
  "stage", "screen", "door", "coffee", "registration", "pillar", "text", NULL,
};

static const RtField object_fields[] = {
  { FIELD (RtRoomObject, CHOICE, kind), .words = object_kind_words, .required = TRUE },
  { FIELD (RtRoomObject, INT, x), .least = -FARTHEST, .most = FARTHEST },
  { FIELD (RtRoomObject, INT, y), .least = -FARTHEST, .most = FARTHEST },
  { FIELD (RtRoomObject, INT, angle), .least = 0, .most = 359 },
  { FIELD (RtRoomObject, INT, width), .least = 0, .most = FARTHEST },
  { FIELD (RtRoomObject, INT, depth), .least = 0, .most = FARTHEST },
  { FIELD (RtRoomObject, TEXT, text) },
  { NULL },
};

const RtRecordClass rt_room_object_class = {
  "object", sizeof (RtRoomObject), 0, object_fields,
};

const char *
rt_room_object_get_words (const RtRoomObject *self)
{
  if (self->text != NULL)
    return self->text;
  switch (self->kind)
    {
    case RT_OBJECT_STAGE:
      return _("Stage");
    case RT_OBJECT_SCREEN:
      return _("Screen");
    case RT_OBJECT_DOOR:
      return _("Door");
    case RT_OBJECT_COFFEE:
      return _("Coffee");
    case RT_OBJECT_REGISTRATION:
      return _("Registration");
    case RT_OBJECT_PILLAR:
      return _("Pillar");
    case RT_OBJECT_TEXT:
    default:
      return _("Text");
    }
}

static const RtField background_fields[] = {
  { FIELD (RtBackground, TEXT, picture), .required = TRUE },
  { FIELD (RtBackground, INT, x), .least = -FARTHEST, .most = FARTHEST },
  { FIELD (RtBackground, INT, y), .least = -FARTHEST, .most = FARTHEST },
  { FIELD (RtBackground, INT, width), .least = 0, .most = FARTHEST },
  { NULL },
};

static gboolean
check_background (gconstpointer record, GError **error)
{
  const RtBackground *self = record;

  if (g_str_has_prefix (self->picture, "data:image/") && strlen (self->picture) <= MAX_PICTURE)
    return TRUE;
  g_set_error (error, RT_ERROR, RT_ERROR_FORMAT,
               _("picture: this is not a picture as a data URI of at most 4 MiB"));
  return FALSE;
}

const RtRecordClass rt_background_class = {
  "background", sizeof (RtBackground), 0, background_fields, check_background,
};

static const RtField room_fields[] = {
  { FIELD (RtRoom, INT, width), .least = 0, .most = FARTHEST },
  { FIELD (RtRoom, INT, height), .least = 0, .most = FARTHEST },
  { FIELD (RtRoom, RECORDS, objects), .of = &rt_room_object_class },
  { FIELD (RtRoom, RECORD, background), .of = &rt_background_class },
  { NULL },
};

const RtRecordClass rt_room_class = {
  "room", sizeof (RtRoom), 0, room_fields,
};
