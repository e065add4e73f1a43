/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include <adwaita.h>

#include "rt-session.h"

G_BEGIN_DECLS

/**
 * RtWindow:
 *
 * One plan in a window: header, pages, toasts. Its actions (rt-window-actions.c) are the only way
 * from a gesture to the plan.
 */
#define RT_TYPE_WINDOW (rt_window_get_type ())
G_DECLARE_FINAL_TYPE (RtWindow, rt_window, RT, WINDOW, AdwApplicationWindow)

/* @session (nullable): an empty plan, and the welcome page. */
RtWindow   *rt_window_new             (GtkApplication *application, RtSession *session);
RtSession  *rt_window_get_session     (RtWindow *self);
void        rt_window_set_session     (RtWindow *self, RtSession *session);
/* "people", "room" or "rounds"; leaves the welcome page. */
void        rt_window_show_page       (RtWindow *self, const char *page);
/* NULL while the welcome page is shown. */
const char *rt_window_get_page        (RtWindow *self);
/* The format chosen on the welcome page. */
RtPreset    rt_window_get_preset      (RtWindow *self);
void        rt_window_find            (RtWindow *self);
/* The next match, or the one before by @step -1; so for problems. */
void        rt_window_find_next       (RtWindow *self, int step);
void        rt_window_show_problem    (RtWindow *self, int step);
void        rt_window_edit_person     (RtWindow *self, RtId person);
/* What an import said, above the list of people. @doubts (nullable, element-type RtReportDoubt). */
void        rt_window_show_report     (RtWindow *self, const char *summary, GPtrArray *doubts);
/* Ends the window without a question; its plan is saved, or the person does not want it. */
void        rt_window_close_now       (RtWindow *self);

G_END_DECLS
