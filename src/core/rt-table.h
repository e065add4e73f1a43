/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include "rt-record.h"

G_BEGIN_DECLS

/** RtTheme: what a table talks about */
typedef struct {
  RtRecord parent;
  char *title;
  char *question;
  char *method;
  RtId  champion;   /* a person */
  int   colour;     /* index into the palette of twelve, RT_UNSET: by its place in the list */
} RtTheme;

extern const RtRecordClass rt_theme_class;

RtTheme *rt_theme_new (const char *title);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RtTheme, rt_record_unref)

typedef enum {
  RT_SHAPE_ROUND,
  RT_SHAPE_SQUARE,
  RT_SHAPE_RECTANGLE,
  RT_SHAPE_OVAL,
  RT_SHAPE_ROW,
  RT_SHAPE_CIRCLE,
} RtShape;

/** RtTable: a place to sit with a number and a name */
typedef struct {
  RtRecord parent;
  int   number;
  char *name;
  int   places;     /* all chairs, the host's too */
  int   least;      /* fewest people that make a table, host included */
  int   shape;      /* RtShape */
  int   x, y;       /* centre, cm from the room's top left */
  int   angle;      /* degrees clockwise */
  int   width, depth; /* cm */
  int   step_free;
  int   open;       /* 0 = closed; RT_UNSET = open */
  RtId  host;
  RtId  co_host;
  RtId  deputy;
  RtId  theme;
  char *link;
} RtTable;

extern const RtRecordClass rt_table_class;
extern const char * const rt_shape_words[];

RtTable *rt_table_new (int number, int places);
int      rt_table_get_places (const RtTable *self);   /* 0 where none are given */
/* cm, where the plan does not say how wide a table is: its chairs stand side by side */
int      rt_table_usual_width (gboolean is_long, guint n_chairs);
char    *rt_table_dup_display (const RtTable *self);  /* "Table 7" or its name */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RtTable, rt_record_unref)

typedef enum {
  RT_OBJECT_STAGE,
  RT_OBJECT_SCREEN,
  RT_OBJECT_DOOR,
  RT_OBJECT_COFFEE,
  RT_OBJECT_REGISTRATION,
  RT_OBJECT_PILLAR,
  RT_OBJECT_TEXT,
} RtObjectKind;

typedef struct {
  RtRecord parent;
  int   kind;       /* RtObjectKind */
  int   x, y, angle, width, depth;
  char *text;
} RtRoomObject;

typedef struct {
  RtRecord parent;
  char *picture;    /* data URI, at most 4 MiB */
  int   x, y, width;
} RtBackground;

/** RtRoom: the floor the tables stand on, cm */
typedef struct {
  RtRecord parent;
  int width, height;
  GPtrArray *objects;       /* of RtRoomObject */
  RtBackground *background;
} RtRoom;

extern const RtRecordClass rt_room_class;
extern const RtRecordClass rt_room_object_class;
extern const RtRecordClass rt_background_class;

/* Its own words, or what its kind is called. */
const char *rt_room_object_get_words (const RtRoomObject *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RtRoom, rt_record_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RtRoomObject, rt_record_unref)

G_END_DECLS
