/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include <gtk/gtk.h>

#include "rt-session.h"

G_BEGIN_DECLS

/** RtMeetView: who meets whom over all rounds: the guests, each with how many they meet, and for
 * one of them the others met, met again and not met. */
#define RT_TYPE_MEET_VIEW (rt_meet_view_get_type ())
G_DECLARE_FINAL_TYPE (RtMeetView, rt_meet_view, RT, MEET_VIEW, GtkWidget)

void rt_meet_view_set_session (RtMeetView *self, RtSession *session);
/* To the search; @text (nullable) is what is typed first. */
void rt_meet_view_search      (RtMeetView *self, const char *text);
/* To the next of those found, round and round; without a search to it. FALSE: nobody is found. */
gboolean rt_meet_view_find_next (RtMeetView *self, int step);
/* The list, and the person chosen, one at a time. */
void rt_meet_view_set_narrow  (RtMeetView *self, gboolean narrow);

G_END_DECLS
