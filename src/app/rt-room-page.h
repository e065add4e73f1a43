/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include <adwaita.h>

#include "rt-floor-view.h"
#include "rt-width-class.h"

G_BEGIN_DECLS

/** RtRoomPage: tables that exist, where they stand, who leads them, what they talk about. */
#define RT_TYPE_ROOM_PAGE (rt_room_page_get_type ())
G_DECLARE_FINAL_TYPE (RtRoomPage, rt_room_page, RT, ROOM_PAGE, GtkWidget)

void rt_room_page_set_session (RtRoomPage *self, RtSession *session);
RtSession *rt_room_page_get_session (RtRoomPage *self);
/* What counts as a narrow way; @settings outlive the page's window, or are NULL. */
void rt_room_page_set_settings (RtRoomPage *self, GSettings *settings);
RtFloorView *rt_room_page_get_floor (RtRoomPage *self);
void rt_room_page_show_numbers (RtRoomPage *self); /* of where the chosen piece stands */
void rt_room_page_show_name (RtRoomPage *self); /* of the chosen piece, to be edited */
void rt_room_page_set_width_class (RtRoomPage *self, RtWidthClass width_class);

G_END_DECLS
