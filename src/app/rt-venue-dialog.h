/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include <adwaita.h>

#include "rt-session.h"

G_BEGIN_DECLS

/**
 * RtVenueDialog:
 *
 * The venue's own plan, a picture under the tables: chosen, and made true to size by two points
 * whose distance is known, or by how wide it is. It becomes part of the plan as one change.
 */
#define RT_TYPE_VENUE_DIALOG (rt_venue_dialog_get_type ())
G_DECLARE_FINAL_TYPE (RtVenueDialog, rt_venue_dialog, RT, VENUE_DIALOG, AdwWindow)

GtkWindow *rt_venue_dialog_new  (GtkWindow     *parent,
                                 RtSession     *session);
/* What was chosen: a picture file and its name, for people. */
void       rt_venue_dialog_take (RtVenueDialog *self,
                                 GBytes        *bytes,
                                 const char    *name);
/* One of two points: parts of the picture from its upper left corner, 0 to 1. */
void       rt_venue_dialog_mark (RtVenueDialog *self,
                                 double         x,
                                 double         y);

G_END_DECLS
