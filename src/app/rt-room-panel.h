/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include <adwaita.h>

#include "rt-scene.h"
#include "rt-session.h"

G_BEGIN_DECLS

/** RtRoomPanel: how large the room is and what is in it besides tables. */
#define RT_TYPE_ROOM_PANEL (rt_room_panel_get_type ())
G_DECLARE_FINAL_TYPE (RtRoomPanel, rt_room_panel, RT, ROOM_PANEL, GtkWidget)

/* Both may be NULL. */
void rt_room_panel_show (RtRoomPanel *self, RtSession *session, const RtScene *scene);
/* @thing: index of the one whose numbers are open, -1; and goes into them */
void rt_room_panel_choose (RtRoomPanel *self, int thing);
void rt_room_panel_show_place (RtRoomPanel *self, int thing);
void rt_room_panel_show_words (RtRoomPanel *self, int thing);
/* Whether it begins with all tables, each of which can be selected. */
void rt_room_panel_list_tables (RtRoomPanel *self, gboolean lists, const RtScene *scene);

G_END_DECLS
