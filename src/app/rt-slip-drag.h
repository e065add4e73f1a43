/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include <gtk/gtk.h>

#include "rt-id.h"
#include "rt-painter.h"

G_BEGIN_DECLS

/* What travels when slips are dragged: the people's ids as text, never a widget. */
GdkContentProvider *rt_slip_drag_new_content (const RtId *people, guint n);
/* Transfer container; NULL: something else was dragged. */
RtId *rt_slip_drag_dup_people (const GValue *value, guint *n);
/* Whether Ctrl is held over @target, which asks for all rounds. */
gboolean rt_slip_drag_is_for_all (GtkDropTarget *target);
/* One for a place where slips can be dropped, and its counterpart. */
GtkDropTarget *rt_slip_drag_new_target (void);
GtkDragSource *rt_slip_drag_new_source (void);
/* @more: how many slips lie under this one. */
GdkPaintable *rt_slip_drag_new_icon (RtPainter *painter, const char *first, const char *last,
                                     guint more);

G_END_DECLS
