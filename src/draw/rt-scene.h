/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include "rt-layout.h"
#include "rt-measure.h"
#include "rt-plan.h"

G_BEGIN_DECLS

/**
 * RtSceneChair:
 * @person: who sits there, or %NULL
 * @awaited: (nullable): the host for whom this empty chair is kept
 * @first: (nullable): first name, of the person or the awaited host
 * @last: (nullable): surname
 * @marked: one of several who are selected together; whoever shows the scene says so
 */
typedef struct {
  RtId person;
  RtId awaited;
  char *first;
  char *last;
  char *name;
  char *organisation;
  gboolean host;
  gboolean pinned;
  gboolean broken;
  gboolean marked;
} RtSceneChair;

/**
 * RtSceneTable:
 * @letter: (nullable): of the theme
 * @colour: of the theme, -1 = none
 * @broken: (nullable): what is wrong there, in a few words
 * @in_use: whether a guest sits there; a table that waits for its guests shows dots
 */
typedef struct {
  RtId table;
  char *number;
  char *display;
  char *letter;
  char *host;
  char *theme;
  char *broken;
  int colour;
  gboolean step_free, closed, in_use;
  guint n_guests;
  guint n_chairs;
  RtSceneChair *chairs;
  RtTableSpec spec;
} RtSceneTable;

typedef struct {
  RtObjectKind kind;
  double x, y, width, depth, angle;
  char *text;
} RtSceneObject;

/** RT_LEAST_WAY: what a wheelchair needs between chairs, cm */
#define RT_LEAST_WAY 90

/**
 * RtScene:
 * @least_way: how wide a way between chairs is to be, cm; %RT_LEAST_WAY unless set
 *
 * What a floor shows, in plain values: made anew from the plan after each change, told apart from
 * how it is drawn, and the source of what a screen reader says.
 */
typedef struct {
  guint n_tables;
  RtSceneTable *tables;
  guint n_objects;
  RtSceneObject *objects;
  double room_width, room_height;
  const RtBackground *background; /* the venue plan under it all, or NULL */
  double least_way;
  gboolean over;
  gboolean furniture;
} RtScene;

RtScene *rt_scene_new (RtPlan *plan, const RtRoll *roll, const RtMeasures *measures, int round);
void rt_scene_free (RtScene *self);
int rt_scene_find_table (const RtScene *self, RtId table);
gboolean rt_scene_object_in_front (const RtScene *self, guint object);
gboolean rt_scene_find_person (const RtScene *self, RtId person, int *table, int *chair);
char *rt_scene_dup_table_name (const RtScene *self, guint table);
char *rt_scene_dup_chair_name (const RtScene *self, guint table, guint chair);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RtScene, rt_scene_free)

G_END_DECLS
