/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include "rt-room-page.h"

G_BEGIN_DECLS

/* What menus, keys and gestures of the room do to the chosen tables: "room.move",
   "room.align", ... */
void rt_room_actions_install (GtkWidgetClass *klass);

G_END_DECLS
