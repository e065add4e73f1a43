/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include "rt-window.h"

G_BEGIN_DECLS

/* What the plan's menu does with a plan as a whole. */

/* Asks for another plan and shows both side by side. */
void rt_window_compare      (RtWindow *self);
/* The same with what the file is now. */
void rt_window_compare_disk (RtWindow *self);

/* Asks for another title. */
void rt_window_rename       (RtWindow *self);
/* In a window of its own: the design for other people, or the next meeting of the same. */
void rt_window_duplicate_without_people (RtWindow *self);
void rt_window_next_meeting (RtWindow *self);

G_END_DECLS
