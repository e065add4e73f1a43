/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include <adwaita.h>

#include "rt-session.h"

G_BEGIN_DECLS

/** RtThingRow: a thing of the room, and what can be changed about it. */
#define RT_TYPE_THING_ROW (rt_thing_row_get_type ())
G_DECLARE_FINAL_TYPE (RtThingRow, rt_thing_row, RT, THING_ROW, AdwExpanderRow)

/* @index is into the room's objects; @name is what the floor calls it. */
GtkWidget *rt_thing_row_new (void);
void rt_thing_row_show (RtThingRow *self, RtSession *session, guint index, const char *name);
void rt_thing_row_focus (RtThingRow *self); /* opens, too */
void rt_thing_row_focus_words (RtThingRow *self);

G_END_DECLS
