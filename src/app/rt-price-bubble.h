/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include <gtk/gtk.h>

#include "rt-plan.h"

G_BEGIN_DECLS

/* What a drop would do, in a line of names, while a slip hovers: a box with title and price. */
GtkWidget *rt_price_bubble_new  (void);
/* For places that have no room of their own for it: a popover at @parent, which holds @bubble. */
GtkWidget *rt_price_bubble_new_popover (GtkWidget *parent, GtkWidget *bubble,
                                        GtkPositionType position);
/* @change NULL: why not, by @error. @title: what the drop does. Returns whether it may drop. */
gboolean   rt_price_bubble_tell (GtkWidget *bubble, RtPlan *plan, RtChange *change,
                                 const GError *error, const char *title);

G_END_DECLS
