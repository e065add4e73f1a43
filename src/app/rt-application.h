/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include <adwaita.h>

#include "rt-window.h"

G_BEGIN_DECLS

/** RtApplication: one process for all plans; each plan has a window of its own. */
#define RT_TYPE_APPLICATION (rt_application_get_type ())
G_DECLARE_FINAL_TYPE (RtApplication, rt_application, RT, APPLICATION, AdwApplication)

RtApplication *rt_application_new       (void);
/* NULL where the settings are not installed: then nothing is remembered. */
GSettings     *rt_application_get_settings (RtApplication *self);
/* Shows @file: in the window that has it, in @window if nothing is in it yet, or in a new one. */
void           rt_application_open_file (RtApplication *self, GFile *file, GtkWindow *window);
/* The window that has @file, under whatever name; NULL where none has. */
RtWindow      *rt_application_find_window (RtApplication *self, GFile *file);
/* Copies of plans that were kept when the program stopped without being asked to (element-type
 * RtRecovery). */
GPtrArray     *rt_application_get_recoveries (RtApplication *self);
/* A window that was to close stays open: nor do the others close. */
void           rt_application_stay (RtApplication *self);

G_END_DECLS
