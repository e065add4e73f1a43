/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include "rt-application.h"
#include "rt-floor-spot.h"
#include "rt-floor-view.h"
#include "rt-window.h"

G_BEGIN_DECLS

typedef gboolean (*TestCondition) (gpointer data);
/* Whether @widget is the one that is looked for. */
typedef gboolean (*TestMatch) (GtkWidget *widget, gconstpointer data);

/* What a fixture that has more begins with; it is cast to a TestWindow. */
#define TEST_WINDOW_MEMBERS \
  RtPlan *plan;             \
  RtSession *session;       \
  RtWindow *window;

/* A fixture: test_plan() in a window. */
typedef struct
{
  TEST_WINDOW_MEMBERS
} TestWindow;

/* After gtk_test_init(), which sets the locale to English: words in what LANGUAGE says, from
   RT_TEST_LOCALE_DIR, if that is set. */
void           test_speak              (void);
/* Starts the program without its loop. */
RtApplication *test_start              (void);
/* Turns the loop until @condition holds; fails when it never does. */
void           test_wait               (TestCondition condition, gpointer data);
/* Turns the loop until nothing waits. */
void           test_settle             (void);
/* A window with @session (nullable), shown. */
RtWindow      *test_window             (RtApplication *application, RtSession *session);
/* Opens the window, with @page (nullable) in front. */
void           test_window_open        (TestWindow *self, RtApplication *application,
                                        const char *page);
/* Closes it: at once nobody holds its session or its plan any more. A tear-down. */
void           test_window_close       (TestWindow *self, gconstpointer data);
/* The same where something that was begun holds on to the session for some frames. */
void           test_window_close_later (TestWindow *self, gconstpointer data);
/* A plan of three people, two tables and two rounds. */
RtPlan        *test_plan               (void);
/* The descendant of that type, in the order of the tree; %NULL: there are not so many. */
gpointer       test_find               (GtkWidget *widget, GType type, guint index);
/* The first descendant, in the order of the tree, that @match holds for; %NULL: none. */
gpointer       test_find_if            (GtkWidget *widget, TestMatch match, gconstpointer data);
/* The first descendant of that type that is on the screen; %NULL: none. */
gpointer       test_find_seen          (GtkWidget *widget, GType type);
/* The first label with just that text, on the screen or not; %NULL: none. */
gpointer       test_find_label         (GtkWidget *widget, const char *text);
/* The first label on the screen with @words in it; %NULL: none. */
gpointer       test_find_words         (GtkWidget *widget, const char *words);
/* The chair in the floor, @chair -1: the table or thing itself; %NULL: it is out of sight. */
RtFloorSpot   *test_find_spot          (GtkWidget *floor, int table, int chair);
/* A condition: the floor of that window has its chairs where they are to be seen. */
gboolean       test_is_floor_laid_out  (gpointer window);
/* How many tables and things of the floor are chosen. */
guint          test_count_pieces       (RtFloorView *floor);
/* The window of that type that is open; %NULL: none. */
GtkWindow     *test_find_dialog        (GType type);
/* Turns the loop until there is one. */
GtkWindow     *test_wait_for_dialog    (GType type);
/* Turns the loop until there is none. */
void           test_wait_until_gone    (GType type);
/* What the move dialog offers. */
GListModel    *test_get_choices        (GtkWindow *dialog);
/* Conditions: a widget is laid out on the screen; the prices in a move dialog are known; nobody
   else holds an object. */
gboolean       test_is_mapped          (gpointer widget);
gboolean       test_is_counted         (gpointer dialog);
gboolean       test_is_alone           (gpointer object);
/* Whether @person sits at @table (nullable: nowhere) in that round. */
gboolean       test_is_at              (RtPlan *plan, guint round, const char *person,
                                        const char *table);
/* NULL: nowhere. */
RtId           test_table_of           (RtPlan *plan, guint round, const char *person);
/* Whether some label to be seen in @widget holds the words. */
gboolean       test_says               (GtkWidget *widget, const char *words);
/* Whether that is what a screen reader calls @widget. */
gboolean       test_is_called          (gpointer widget, const char *words);
/* A path in a folder of its own. Free with g_free(). */
char          *test_path               (const char *name);
/* Turns a point of @widget into one of the screen, for xdotool. */
void           test_to_screen          (GtkWidget *widget, double *x, double *y);
/* What xdotool is to do, in one go. There is no window manager: the window stands at 0, 0. */
void           test_xdotool            (const char *words);
/* Whether @program is there; where it is not, says that all is skipped. */
gboolean       test_has                (const char *program);

G_END_DECLS
