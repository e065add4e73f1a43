/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

/* Slips that have changed places go there in a fifth of a second; with reduced motion they jump. */

#include <math.h>

#include "rt-floor-private.h"

#define DURATION 200    /* ms */
#define MOST_SLIDES 12  /* more are another seating, not a move */
#define MOST_PEOPLE 800 /* on a larger floor nobody follows a slip */

typedef struct
{
  RtId person;
  RtBox from;
} Slide;

struct _RtFloorPlaces
{
  RtId round;
  RtDetail detail;
  GHashTable *boxes; /* person to where the slip was */
};

GArray *
rt_floor_view_new_slides (void)
{
  return g_array_new (FALSE, FALSE, sizeof (Slide));
}

/** rt_floor_view_note_places: Returns: (nullable): where everybody's slip is now, to slide from */
RtFloorPlaces *
rt_floor_view_note_places (RtFloorView *self)
{
  RtFloorPlaces *places;

  if (self->mode != RT_FLOOR_PEOPLE || self->scene == NULL || self->layout == NULL
      || self->scene->furniture || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return NULL;
  places = g_new0 (RtFloorPlaces, 1);
  places->round = self->slide_round;
  places->detail = self->detail;
  places->boxes = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  for (guint i = 0; i < MIN (self->scene->n_tables, self->layout->n_tables); i++)
    for (guint k = 0; k < MIN (self->scene->tables[i].n_chairs, self->layout->tables[i].n_chairs)
                      && g_hash_table_size (places->boxes) <= MOST_PEOPLE;
         k++)
      if (self->scene->tables[i].chairs[k].person != NULL)
        g_hash_table_insert (places->boxes, (gpointer) self->scene->tables[i].chairs[k].person,
                             g_memdup2 (&self->layout->tables[i].chairs[k], sizeof (RtBox)));
  return places;
}

static void
free_places (RtFloorPlaces *places)
{
  g_hash_table_unref (places->boxes);
  g_free (places);
}

static void
value_cb (double value, gpointer data)
{
  RtFloorView *self = data;

  self->slid = value;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
rt_floor_view_stop_slides (RtFloorView *self)
{
  if (self->slide != NULL)
    adw_animation_skip (self->slide);
  g_clear_object (&self->slide);
  g_array_set_size (self->slides, 0);
}

static void
done_cb (RtFloorView *self)
{
  g_array_set_size (self->slides, 0);
}

static gboolean
has_moved (const RtBox *from, const RtBox *to)
{
  return fabs (from->x - to->x) + fabs (from->y - to->y) > 1.0;
}

/* Whose slip is elsewhere now. */
static GArray *
find_moved (RtFloorView *self, const RtFloorPlaces *before)
{
  GArray *moved = g_array_new (FALSE, FALSE, sizeof (Slide));

  for (guint i = 0; i < self->layout->n_tables; i++)
    for (guint k = 0; k < self->layout->tables[i].n_chairs; k++)
      {
        RtId person = self->scene->tables[i].chairs[k].person;
        const RtBox *from = person != NULL ? g_hash_table_lookup (before->boxes, person) : NULL;

        if (from != NULL && has_moved (from, &self->layout->tables[i].chairs[k]))
          {
            Slide slide = { person, *from };

            g_array_append_val (moved, slide);
          }
      }
  return moved;
}

/** rt_floor_view_slide_from: @before: (transfer full) (nullable): as noted before the change */
void
rt_floor_view_slide_from (RtFloorView *self, RtFloorPlaces *before)
{
  RtId round = rt_session_get_round_id (self->session);
  g_autoptr (GArray) moved = NULL;

  self->slide_round = round;
  if (before == NULL)
    return;
  if (before->round == round && before->detail == self->detail && self->layout != NULL
      && g_hash_table_size (before->boxes) <= MOST_PEOPLE)
    moved = find_moved (self, before);
  free_places (before);
  if (moved == NULL || moved->len > MOST_SLIDES)
    {
      rt_floor_view_stop_slides (self);
      return;
    }
  /* What changes nothing lets a slip go on that is under way. */
  if (moved->len == 0)
    return;
  rt_floor_view_stop_slides (self);
  g_array_append_vals (self->slides, moved->data, moved->len);
  self->slide = adw_timed_animation_new (GTK_WIDGET (self), 0.0, 1.0, DURATION,
                                         adw_callback_animation_target_new (value_cb, self, NULL));
  g_signal_connect_object (self->slide, "done", G_CALLBACK (done_cb), self, G_CONNECT_SWAPPED);
  adw_animation_play (self->slide);
}

gboolean
rt_floor_view_is_sliding (RtFloorView *self)
{
  return self->slides->len > 0;
}

static void
exchange (RtBox *a, RtBox *b)
{
  RtBox other = *a;

  *a = *b;
  *b = other;
}

/* Where each slip is on its way takes the place of where it goes; a second call puts that back. */
static void
exchange_boxes (RtFloorView *self, RtBox *boxes)
{
  for (guint i = 0; i < self->slides->len; i++)
    {
      const Slide *slide = &g_array_index (self->slides, Slide, i);
      RtSpot spot;

      if (rt_scene_find_person (self->scene, slide->person, &spot.table, &spot.chair)
          && spot.table < (int) self->layout->n_tables
          && spot.chair < (int) self->layout->tables[spot.table].n_chairs)
        exchange (&self->layout->tables[spot.table].chairs[spot.chair], &boxes[i]);
    }
}

/** rt_floor_view_paint_sliding: Returns: what @paint does, painting slips that are under way where
 * they are */
gboolean
rt_floor_view_paint_sliding (RtFloorView *self, RtFloorPaint paint, gpointer data)
{
  g_autofree RtBox *boxes = g_new0 (RtBox, self->slides->len + 1);
  gboolean result;

  for (guint i = 0; i < self->slides->len; i++)
    {
      const Slide *slide = &g_array_index (self->slides, Slide, i);
      RtSpot spot;
      RtBox to = slide->from;

      if (rt_scene_find_person (self->scene, slide->person, &spot.table, &spot.chair)
          && spot.table < (int) self->layout->n_tables
          && spot.chair < (int) self->layout->tables[spot.table].n_chairs)
        {
          to = self->layout->tables[spot.table].chairs[spot.chair];
          rt_floor_cache_pass (self->cache, (guint) spot.table);
        }
      boxes[i] = to;
      boxes[i].x = slide->from.x + (to.x - slide->from.x) * self->slid;
      boxes[i].y = slide->from.y + (to.y - slide->from.y) * self->slid;
    }
  exchange_boxes (self, boxes);
  result = paint (self, data);
  exchange_boxes (self, boxes);
  return result;
}
