/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#include "rt-scene.h"

#include <glib/gi18n-lib.h>

#include "rt-palette.h"

/* What the parts of a scene are made from. */
typedef struct {
  RtPlan *plan;
  const RtRoll *roll;
  const RtMeasures *measures;
  int round; /* -1: the furniture alone */
} Source;

static double
known (int length)
{
  return length == RT_UNSET ? 0.0 : length;
}

static void
fill_spec (RtSceneTable *table, const RtTable *record)
{
  table->spec = (RtTableSpec) {
    .placed = record->x != RT_UNSET && record->y != RT_UNSET,
    .x = known (record->x),
    .y = known (record->y),
    .width = known (record->width),
    .depth = known (record->depth),
    .angle = known (record->angle),
    .form = record->shape == RT_UNSET ? RT_FORM_ROUND : (RtTableForm) record->shape,
    .n_chairs = table->n_chairs,
  };
}

static void
name_chair (RtSceneChair *chair, const RtPerson *person)
{
  chair->name = rt_person_dup_display (person);
  chair->organisation = g_strdup (person->organisation);
  if (person->name != NULL)
    rt_person_split_name (person, &chair->first, &chair->last);
  else
    chair->first = g_strdup (chair->name);
}

static gboolean
is_broken (const Source *source, guint table, int person)
{
  for (guint i = 0; i < source->measures->breaches->len; i++)
    {
      const RtBreach *breach = g_ptr_array_index (source->measures->breaches, i);

      if (breach->strength != RT_STRENGTH_MUST || breach->people == NULL)
        continue;
      if (breach->table != (int) table || (breach->round != source->round && breach->round >= 0))
        continue;
      for (guint k = 0; k < breach->people->len; k++)
        if (g_array_index (breach->people, int, k) == person)
          return TRUE;
    }
  return FALSE;
}

static void
fill_chair (const Source *source, RtSceneTable *table, guint index, guint k, RtId person)
{
  const RtRoll *roll = source->roll;
  RtSceneChair *chair = &table->chairs[k];
  guint at = 0;
  const RtPerson *record = rt_plan_find (source->plan, RT_PART_PEOPLE, person, &at);
  gsize cell = (gsize) source->round * roll->n_people + at;

  if (record == NULL)
    return;
  chair->person = person;
  name_chair (chair, record);
  chair->host = roll->leads[cell] == (int) index;
  chair->pinned = roll->pin[cell] >= 0;
  chair->broken = is_broken (source, index, (int) at);
  if (!chair->host)
    table->n_guests++;
}

/* The host's chair is kept for a host who has no seat yet, so that the floor says whose table it
 * is. */
static void
keep_host_chair (const Source *source, RtSceneTable *table, int host)
{
  const RtPerson *record = rt_plan_get_person (source->plan, (guint) host);
  gsize cell = (gsize) source->round * source->roll->n_people + (guint) host;

  if (table->n_chairs == 0 || table->chairs[0].person != NULL || !source->roll->attends[cell]
      || source->roll->table[cell] >= 0)
    return;
  table->chairs[0].awaited = record->parent.id;
  table->chairs[0].host = TRUE;
  name_chair (&table->chairs[0], record);
}

static void
fill_people (const Source *source, RtSceneTable *table, guint index, const RtTable *record)
{
  const RtRound *round = rt_plan_get_round (source->plan, (guint) source->round);
  int host = source->roll->host[(gsize) source->round * source->roll->n_tables + index];

  for (guint k = 0; k < rt_seating_n_chairs (round->seating, record->parent.id); k++)
    {
      RtId person = rt_seating_at (round->seating, record->parent.id, k);

      if (person != NULL)
        fill_chair (source, table, index, k, person);
    }
  table->in_use = table->n_guests > 0;
  if (host < 0)
    return;
  keep_host_chair (source, table, host);
  table->host = rt_person_dup_display (rt_plan_get_person (source->plan, (guint) host));
}

static void
fill_theme (const Source *source, RtSceneTable *table, int theme)
{
  const RtTheme *record;

  table->colour = -1;
  if (theme < 0)
    return;
  record = rt_plan_get_theme (source->plan, (guint) theme);
  table->theme = g_strdup (record->title);
  table->letter = rt_palette_dup_letter ((guint) theme);
  table->colour = record->colour != RT_UNSET ? record->colour : theme;
}

static int
own_index (RtPlan *plan, RtPart part, RtId id)
{
  guint at = id != NULL && *id != '\0' ? rt_plan_index_of (plan, part, id) : G_MAXUINT;

  return at == G_MAXUINT ? -1 : (int) at;
}

static void
fill_table (const Source *source, RtSceneTable *table, guint index)
{
  const RtTable *record = rt_plan_get_table (source->plan, index);
  const RtRound *round
      = source->round >= 0 ? rt_plan_get_round (source->plan, (guint) source->round) : NULL;
  gsize cell = round != NULL ? (gsize) source->round * source->roll->n_tables + index : 0;
  guint seated = round != NULL ? rt_seating_n_chairs (round->seating, record->parent.id) : 0;
  int host = own_index (source->plan, RT_PART_PEOPLE, record->host);

  table->table = record->parent.id;
  table->display = rt_table_dup_display (record);
  table->number
      = record->number != RT_UNSET ? g_strdup_printf ("%d", record->number) : g_strdup ("");
  table->step_free = record->step_free == 1;
  table->closed = round != NULL ? !source->roll->open[cell] : record->open == 0;
  table->n_chairs = MAX ((guint) rt_table_get_places (record), seated);
  table->chairs = g_new0 (RtSceneChair, table->n_chairs);
  fill_theme (source, table,
              round != NULL ? source->roll->theme[cell]
                            : own_index (source->plan, RT_PART_THEMES, record->theme));
  if (round != NULL)
    {
      fill_people (source, table, index, record);
      table->broken = rt_measures_dup_broken (source->measures, (guint) source->round, index);
    }
  else if (host >= 0)
    {
      table->host = rt_person_dup_display (rt_plan_get_person (source->plan, (guint) host));
      if (table->n_chairs > 0)
        table->chairs[0].host = TRUE;
    }
  fill_spec (table, record);
}

static void
fill_room (const Source *source, RtScene *self)
{
  const RtRoom *room = rt_plan_get_n (source->plan, RT_PART_ROOM) > 0
                           ? rt_plan_get (source->plan, RT_PART_ROOM, 0)
                           : NULL;

  if (room == NULL)
    return;
  self->room_width = known (room->width);
  self->background = room->background != NULL ? rt_record_ref (room->background) : NULL;
  self->room_height = known (room->height);
  self->n_objects = room->objects != NULL ? room->objects->len : 0;
  self->objects = g_new0 (RtSceneObject, self->n_objects);
  for (guint i = 0; i < self->n_objects; i++)
    {
      const RtRoomObject *object = g_ptr_array_index (room->objects, i);
      RtObjectKind kind = object->kind == RT_UNSET ? RT_OBJECT_TEXT : (RtObjectKind) object->kind;

      self->objects[i] = (RtSceneObject) {
        kind,
        known (object->x),
        known (object->y),
        object->width == RT_UNSET ? 100.0 : object->width,
        object->depth == RT_UNSET ? 60.0 : object->depth,
        known (object->angle),
        g_strdup (rt_room_object_get_words (object)),
      };
    }
}

/**
 * rt_scene_new:
 * @plan: a plan
 * @roll: of @plan as it is now
 * @measures: of @plan as it is now
 * @round: whose seating, or -1 for the furniture alone
 *
 * Returns: (transfer full): what a floor shows
 */
RtScene *
rt_scene_new (RtPlan *plan, const RtRoll *roll, const RtMeasures *measures, int round)
{
  RtScene *self = g_new0 (RtScene, 1);
  Source source
      = { plan, roll, measures, round < (int) rt_plan_get_n (plan, RT_PART_ROUNDS) ? round : -1 };

  self->least_way = RT_LEAST_WAY;
  self->furniture = source.round < 0;
  self->over = !self->furniture && roll->done[source.round];
  self->n_tables = rt_plan_get_n (plan, RT_PART_TABLES);
  self->tables = g_new0 (RtSceneTable, self->n_tables);
  for (guint i = 0; i < self->n_tables; i++)
    fill_table (&source, &self->tables[i], i);
  fill_room (&source, self);
  return self;
}

static void
clear_table (RtSceneTable *table)
{
  for (guint i = 0; i < table->n_chairs; i++)
    {
      g_free (table->chairs[i].first);
      g_free (table->chairs[i].last);
      g_free (table->chairs[i].name);
      g_free (table->chairs[i].organisation);
    }
  g_free (table->chairs);
  g_free (table->number);
  g_free (table->display);
  g_free (table->letter);
  g_free (table->host);
  g_free (table->theme);
  g_free (table->broken);
}

void
rt_scene_free (RtScene *self)
{
  for (guint i = 0; i < self->n_tables; i++)
    clear_table (&self->tables[i]);
  for (guint i = 0; i < self->n_objects; i++)
    g_free (self->objects[i].text);
  g_free (self->tables);
  g_free (self->objects);
  if (self->background != NULL)
    rt_record_unref ((gpointer) self->background);
  g_free (self);
}

/** rt_scene_find_table: Returns: its index, or -1 */
int
rt_scene_find_table (const RtScene *self, RtId table)
{
  for (guint i = 0; i < self->n_tables; i++)
    if (self->tables[i].table == table)
      return (int) i;
  return -1;
}

/** rt_scene_object_in_front: Returns: whether it is a stage or screen at the upper end of the room
 */
gboolean
rt_scene_object_in_front (const RtScene *self, guint object)
{
  const RtSceneObject *at = &self->objects[object];

  return (at->kind == RT_OBJECT_STAGE || at->kind == RT_OBJECT_SCREEN)
         && at->y <= self->room_height / 3.0;
}

/** rt_scene_find_person: Returns: whether they have a chair, and which */
gboolean
rt_scene_find_person (const RtScene *self, RtId person, int *table, int *chair)
{
  for (guint i = 0; person != NULL && i < self->n_tables; i++)
    for (guint k = 0; k < self->tables[i].n_chairs; k++)
      if (self->tables[i].chairs[k].person == person)
        {
          *table = (int) i;
          *chair = (int) k;
          return TRUE;
        }
  *table = *chair = -1;
  return FALSE;
}

static void
add_words (GString *words, const char *more)
{
  if (more == NULL || *more == '\0')
    return;
  if (words->len > 0)
    /* Translators: between the parts of what a screen reader says */
    g_string_append (words, C_("spoken list", ", "));
  g_string_append (words, more);
}

static void
add_taken (GString *words, char *taken)
{
  add_words (words, taken);
  g_free (taken);
}

/**
 * rt_scene_dup_table_name:
 *
 * Returns: (transfer full): a table as a screen reader says it: "Table 6, host Paul Martin, Leading
 *   with values, 5 guests of 6, broken rule: Same organisation"
 */
char *
rt_scene_dup_table_name (const RtScene *self, guint table)
{
  const RtSceneTable *at = &self->tables[table];
  g_autoptr (GString) words = g_string_new (at->display);
  guint for_guests = at->n_chairs - (at->host != NULL && at->n_chairs > 0 ? 1 : 0);

  if (at->host != NULL)
    /* Translators: %s is a name */
    add_taken (words, g_strdup_printf (_("host %s"), at->host));
  add_words (words, at->theme);
  if (self->furniture)
    add_taken (words,
               g_strdup_printf (ngettext ("%u place", "%u places", at->n_chairs), at->n_chairs));
  else
    add_taken (words, g_strdup_printf (ngettext ("%u guest of %u", "%u guests of %u", at->n_guests),
                                       at->n_guests, for_guests));
  add_words (words, at->step_free ? _("step-free") : NULL);
  add_words (words, at->closed ? _("closed") : NULL);
  if (at->broken != NULL)
    /* Translators: %s is the name of a rule */
    add_taken (words, g_strdup_printf (_("broken rule: %s"), at->broken));
  return g_string_free (g_steal_pointer (&words), FALSE);
}

/**
 * rt_scene_dup_chair_name:
 *
 * Returns: (transfer full): a chair as a screen reader says it: "Isla Pritchard, Barking and
 *   Dagenham, chair 2 of Table 6"
 */
char *
rt_scene_dup_chair_name (const RtScene *self, guint table, guint chair)
{
  const RtSceneTable *at = &self->tables[table];
  const RtSceneChair *seat = &at->chairs[chair];
  g_autoptr (GString) words = g_string_new (NULL);
  g_autofree char *where = g_strdup_printf (_("chair %u of %s"), chair + 1, at->display);

  if (seat->person == NULL)
    {
      add_words (words, _("empty chair"));
      if (seat->awaited != NULL)
        /* Translators: %s is a name */
        add_taken (words, g_strdup_printf (_("kept for %s"), seat->name));
    }
  else
    {
      add_words (words, seat->name);
      add_words (words, seat->organisation);
    }
  add_words (words, seat->host ? _("host") : NULL);
  add_words (words, where);
  add_words (words, seat->pinned ? _("pinned") : NULL);
  add_words (words, seat->marked ? _("selected") : NULL);
  if (seat->broken && at->broken != NULL)
    add_taken (words, g_strdup_printf (_("broken rule: %s"), at->broken));
  return g_string_free (g_steal_pointer (&words), FALSE);
}
