/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include <gtk/gtk.h>

#include "rt-alternatives.h"

G_BEGIN_DECLS

/**
 * RtAlternativeView:
 *
 * One alternative to look at: a floor with its rounds, of a copy of the plan. Nothing can be moved
 * there.
 */
#define RT_TYPE_ALTERNATIVE_VIEW (rt_alternative_view_get_type ())
G_DECLARE_FINAL_TYPE (RtAlternativeView, rt_alternative_view, RT, ALTERNATIVE_VIEW, GtkWidget)

/* @plan as it would be with @change, from @round on. What is shown next begins with the round that
   was looked at last. */
void  rt_alternative_view_show       (RtAlternativeView *self, RtPlan *plan, RtChange *change);
/* The first time; afterwards it is the person who looks who says so. */
void  rt_alternative_view_set_round  (RtAlternativeView *self, guint round);
void  rt_alternative_view_set_narrow (RtAlternativeView *self, gboolean narrow);

G_END_DECLS
