/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include "rt-window.h"

G_BEGIN_DECLS

/* Files and the clipboard: everything that ends in a file being read or written. */
void     rt_window_open         (RtWindow *self);
void     rt_window_save         (RtWindow *self);
void     rt_window_save_as      (RtWindow *self);
void     rt_window_save_copy    (RtWindow *self);
void     rt_window_import       (RtWindow *self);
void     rt_window_paste        (RtWindow *self);
void     rt_window_drop_files   (RtWindow *self, GListModel *files);
/* Whether @file is a list to import, by its name, rather than a plan to open. */
gboolean rt_window_takes_as_list (GFile *file);
/* When another program has changed the plan's file: the plan becomes what the file is now. */
void     rt_window_reload       (RtWindow *self);
void     rt_window_show_in_files (RtWindow *self);
/* Returns: TRUE when a question is asked first (and the window closes afterwards, or not). */
gboolean rt_window_ask_to_close (RtWindow *self);

G_END_DECLS
