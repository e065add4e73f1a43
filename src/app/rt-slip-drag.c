/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#include "rt-slip-drag.h"

#define SCHEME "rotunda-slip:"
#define SHADOW 6.0f

GdkContentProvider *
rt_slip_drag_new_content (RtId person)
{
  g_autofree char *text = g_strconcat (SCHEME, person, NULL);

  return gdk_content_provider_new_typed (G_TYPE_STRING, text);
}

RtId
rt_slip_drag_get_person (const GValue *value)
{
  const char *text = G_VALUE_HOLDS_STRING (value) ? g_value_get_string (value) : NULL;

  return text != NULL && g_str_has_prefix (text, SCHEME) ? rt_id_intern (text + strlen (SCHEME))
                                                         : NULL;
}

/**
 * rt_slip_drag_new_icon:
 *
 * Returns: (transfer full): a slip turned by four degrees, with a shadow, for the pointer
 */
GdkPaintable *
rt_slip_drag_new_icon (RtPainter *painter, const char *first, const char *last)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  RtSize size = rt_painter_measure_slip (painter, first, last, FALSE);
  float width = (float) size.width, height = (float) size.height;
  GskRoundedRect outline;
  cairo_t *cr;

  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (SHADOW * 2.0f, SHADOW * 2.0f));
  gtk_snapshot_rotate (snapshot, 4.0f);
  gsk_rounded_rect_init_from_rect (&outline, &GRAPHENE_RECT_INIT (0, 0, width, height), 6.0f);
  gtk_snapshot_append_outset_shadow (snapshot, &outline, &(GdkRGBA) { 0, 0, 0, 0.3f }, 2.0f, 3.0f,
                                     0.0f, SHADOW);
  cr = gtk_snapshot_append_cairo (snapshot,
                                  &GRAPHENE_RECT_INIT (-3, -3, width + 6.0f, height + 6.0f));
  rt_painter_paint_slip (painter, cr, first, last);
  cairo_destroy (cr);
  return gtk_snapshot_free_to_paintable (
      snapshot, &GRAPHENE_SIZE_INIT (width + SHADOW * 4.0f, height + SHADOW * 4.0f));
}
