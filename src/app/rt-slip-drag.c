/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#include "rt-slip-drag.h"

#define SCHEME "rotunda-slip:"
#define SEPARATOR "\x1f" /* in no id */
#define SHADOW 6.0f
#define UNDER 4.0f /* how far slips below look out */
#define MOST_UNDER 2

GdkContentProvider *
rt_slip_drag_new_content (const RtId *people, guint n)
{
  g_autoptr (GString) text = g_string_new (SCHEME);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? SEPARATOR : "", people[i]);
  return gdk_content_provider_new_typed (G_TYPE_STRING, text->str);
}

RtId *
rt_slip_drag_dup_people (const GValue *value, guint *n)
{
  const char *text
      = value != NULL && G_VALUE_HOLDS_STRING (value) ? g_value_get_string (value) : NULL;
  g_auto (GStrv) ids = NULL;
  RtId *people;

  *n = 0;
  if (text == NULL || !g_str_has_prefix (text, SCHEME))
    return NULL;
  ids = g_strsplit (text + strlen (SCHEME), SEPARATOR, -1);
  people = g_new0 (RtId, g_strv_length (ids) + 1);
  for (; ids[*n] != NULL; (*n)++)
    people[*n] = rt_id_intern (ids[*n]);
  return people;
}

/* With Ctrl held, a drag offers to copy and no longer to move. */
gboolean
rt_slip_drag_is_for_all (GtkDropTarget *target)
{
  GdkDrop *drop = gtk_drop_target_get_current_drop (target);

  return drop != NULL && (gdk_drop_get_actions (drop) & GDK_ACTION_MOVE) == 0;
}

GtkDropTarget *
rt_slip_drag_new_target (void)
{
  GtkDropTarget *target
      = gtk_drop_target_new (G_TYPE_STRING, GDK_ACTION_MOVE | GDK_ACTION_COPY);

  gtk_drop_target_set_preload (target, TRUE);
  return target;
}

GtkDragSource *
rt_slip_drag_new_source (void)
{
  GtkDragSource *source = gtk_drag_source_new ();

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE | GDK_ACTION_COPY);
  return source;
}

static void
draw_slip (GtkSnapshot *snapshot, RtPainter *painter, RtSize size, const char *first,
           const char *last)
{
  float width = (float) size.width, height = (float) size.height;
  GskRoundedRect outline;
  cairo_t *cr;

  gsk_rounded_rect_init_from_rect (&outline, &GRAPHENE_RECT_INIT (0, 0, width, height), 6.0f);
  gtk_snapshot_append_outset_shadow (snapshot, &outline, &(GdkRGBA) { 0, 0, 0, 0.3f }, 2.0f, 3.0f,
                                     0.0f, SHADOW);
  cr = gtk_snapshot_append_cairo (snapshot,
                                  &GRAPHENE_RECT_INIT (-3, -3, width + 6.0f, height + 6.0f));
  rt_painter_paint_slip (painter, cr, first, last);
  cairo_destroy (cr);
}

/**
 * rt_slip_drag_new_icon:
 *
 * Returns: (transfer full): a slip turned by four degrees, with a shadow and the edges of others
 *   under it, for the pointer
 */
GdkPaintable *
rt_slip_drag_new_icon (RtPainter *painter, const char *first, const char *last, guint more)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  RtSize size = rt_painter_measure_slip (painter, first, last, FALSE);
  float under = (float) MIN (more, MOST_UNDER) * UNDER;

  gtk_snapshot_translate (snapshot,
                          &GRAPHENE_POINT_INIT (SHADOW * 2.0f + under, SHADOW * 2.0f + under));
  gtk_snapshot_rotate (snapshot, 4.0f);
  for (guint i = MIN (more, MOST_UNDER); i > 0; i--)
    {
      gtk_snapshot_save (snapshot);
      gtk_snapshot_translate (snapshot,
                              &GRAPHENE_POINT_INIT (UNDER * (float) i, UNDER * (float) i));
      draw_slip (snapshot, painter, size, "", NULL);
      gtk_snapshot_restore (snapshot);
    }
  draw_slip (snapshot, painter, size, first, last);
  return gtk_snapshot_free_to_paintable (
      snapshot, &GRAPHENE_SIZE_INIT ((float) size.width + SHADOW * 4.0f + under * 2.0f,
                                     (float) size.height + SHADOW * 4.0f + under * 2.0f));
}
