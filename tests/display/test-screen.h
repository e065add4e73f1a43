/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include "rt-application.h"
#include "rt-window.h"

G_BEGIN_DECLS

typedef gboolean (*TestCondition) (gpointer data);

/* Starts the program without its loop. */
RtApplication *test_start      (void);
/* Turns the loop until @condition holds; fails when it never does. */
void           test_wait       (TestCondition condition, gpointer data);
/* Turns the loop until nothing waits. */
void           test_settle     (void);
/* A window with @session (nullable), shown. */
RtWindow      *test_window     (RtApplication *application, RtSession *session);
/* A plan of three people, two tables and two rounds. */
RtPlan        *test_plan       (void);
/* The descendant of that type, in the order of the tree; %NULL: there are not so many. */
gpointer       test_find       (GtkWidget *widget, GType type, guint index);
/* Whether some label to be seen in @widget holds the words. */
gboolean       test_says       (GtkWidget *widget, const char *words);
/* Whether that is what a screen reader calls @widget. */
gboolean       test_is_called  (gpointer widget, const char *words);
/* A path in a folder of its own. Free with g_free(). */
char          *test_path       (const char *name);
/* What xdotool is to do, in one go. There is no window manager: the window stands at 0, 0. */
void           test_xdotool    (const char *words);

G_END_DECLS
