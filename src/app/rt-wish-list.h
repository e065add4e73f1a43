/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include <adwaita.h>

#include "rt-session.h"

G_BEGIN_DECLS

/**
 * RtWishList:
 *
 * The themes somebody signed up for, first choice first: put in order by drag, by Up and Down, and
 * by Alt+Up and Alt+Down.
 */
#define RT_TYPE_WISH_LIST (rt_wish_list_get_type ())
G_DECLARE_FINAL_TYPE (RtWishList, rt_wish_list, RT, WISH_LIST, GtkWidget)

/* Shows the wishes of @person, who is in the plan of @session; NULL shows none. */
void rt_wish_list_show (RtWishList *self, RtSession *session, RtId person);
/* Moves the wish at @from to @to, as a drop does. */
void rt_wish_list_move (RtWishList *self, guint from, guint to);

G_END_DECLS
