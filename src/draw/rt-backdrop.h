/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include <cairo.h>

#include "rt-plan.h"

G_BEGIN_DECLS

/**
 * RtBackdrop:
 *
 * The venue's own plan, a picture that lies under the tables. It is read once and kept as long as
 * the same picture is painted.
 */
typedef struct _RtBackdrop RtBackdrop;

RtBackdrop *rt_backdrop_new (void);
void rt_backdrop_free (RtBackdrop *self);
void rt_backdrop_paint (RtBackdrop *self, cairo_t *cr, const RtBackground *background,
                        double points_per_cm_x, double points_per_cm_y, double strength);
cairo_surface_t *rt_backdrop_read (const char *uri);
char *rt_backdrop_dup_uri (GBytes *bytes, const char *name, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RtBackdrop, rt_backdrop_free)

G_END_DECLS
