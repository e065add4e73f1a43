/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include <gtk/gtk.h>

#include "rt-session.h"

G_BEGIN_DECLS

/* Slips of paper as buttons, outside the floor: in the tray and in the narrow window's table sheet.
   A click opens Move To…, a drag carries the person. */

/* The people of @ids as children of @box, which keeps those that stay. */
void rt_slips_fill (GtkFlowBox *box, RtSession *session, GPtrArray *ids, RtId host);
/* Two lines of words in each, however long the names: all slips of a tray are as high as the
 * highest. */
void rt_slips_shorten (GtkFlowBox *box);
/* The slip of @person in @box, or NULL. */
GtkWidget *rt_slips_find (GtkFlowBox *box, RtId person);
/* Whose slip in @box has the focus, or NULL. */
RtId rt_slips_get_focused (GtkFlowBox *box);

/* For other buttons that stand for a person, in "rt-person" of their data: the keys of a slip,
   which are those of a chair on the floor; its menu; and one of the page's actions, on the person
   in the round in hand. */
gboolean rt_slip_has_key (guint key, GdkModifierType state);
gboolean rt_slip_key (GtkWidget *slip, RtSession *session, guint key, GdkModifierType state);
void rt_slip_show_menu (GtkWidget *slip, RtSession *session);
void rt_slip_forget_menu (GtkWidget *slip); /* before it goes */
void rt_slip_ask (GtkWidget *slip, RtSession *session, const char *action);

G_END_DECLS
