/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include <cairo.h>

#include "rt-layout.h"

G_BEGIN_DECLS

void rt_pattern_fill (cairo_t *cr, const RtBox *box, int colour, double scale);

G_END_DECLS
