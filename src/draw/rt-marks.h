/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include <cairo.h>

#include "rt-layout.h"
#include "rt-palette.h"

G_BEGIN_DECLS

void rt_mark_colour (cairo_t *cr, RtColour colour, double alpha);
void rt_mark_rounded (cairo_t *cr, const RtBox *box, double radius);
void rt_mark_ellipse (cairo_t *cr, const RtBox *box);
void rt_mark_dashes (cairo_t *cr, double dash, double gap);
void rt_mark_star (cairo_t *cr, double x, double y, double radius);
void rt_mark_triangle (cairo_t *cr, const RtFloorColours *colours, double x, double y, double size);
void rt_mark_pin (cairo_t *cr, double x, double y, double size);
void rt_mark_step_free (cairo_t *cr, double x, double y, double radius);
void rt_mark_hatch (cairo_t *cr, const RtBox *box, double gap);

G_END_DECLS
