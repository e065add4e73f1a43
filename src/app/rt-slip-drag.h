/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include <gtk/gtk.h>

#include "rt-id.h"
#include "rt-painter.h"

G_BEGIN_DECLS

/* What travels when a slip is dragged: the person's id as text, never a widget. */
GdkContentProvider *rt_slip_drag_new_content (RtId person);
RtId rt_slip_drag_get_person (const GValue *value); /* NULL: something else was dragged */
GdkPaintable *rt_slip_drag_new_icon (RtPainter *painter, const char *first, const char *last);

G_END_DECLS
