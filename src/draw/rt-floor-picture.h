/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include "rt-plan.h"

G_BEGIN_DECLS

/** RtPicture: how a picture is kept: as points, or as shapes that can be enlarged */
typedef enum {
  RT_PICTURE_PNG,
  RT_PICTURE_SVG,
} RtPicture;

GBytes *rt_floor_picture_make (RtPlan *plan, guint round, RtPicture kind, GError **error);

G_END_DECLS
