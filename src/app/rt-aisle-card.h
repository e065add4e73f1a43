/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include <adwaita.h>

#include "rt-aisle.h"

G_BEGIN_DECLS

/** RtAisleCard: lists the ways of a room that are too narrow; not there when there are none. */
#define RT_TYPE_AISLE_CARD (rt_aisle_card_get_type ())
G_DECLARE_FINAL_TYPE (RtAisleCard, rt_aisle_card, RT, AISLE_CARD, GtkWidget)

/* @scene and @aisles may be NULL: nothing is narrow. */
void rt_aisle_card_show (RtAisleCard *self, const RtScene *scene, const GArray *aisles);
/* Where there is not much room, it is folded to one line. */
void rt_aisle_card_set_little (RtAisleCard *self, gboolean little);

G_END_DECLS
