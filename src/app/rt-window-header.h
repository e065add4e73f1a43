/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include <adwaita.h>

#include "rt-session.h"
#include "rt-width-class.h"

G_BEGIN_DECLS

/**
 * RtWindowHeader:
 *
 * The header of a window: which plan it is and what is done with the whole of it, the pages, undo
 * and redo. What it holds depends on the width, and on whether there is a plan.
 */
#define RT_TYPE_WINDOW_HEADER (rt_window_header_get_type ())
G_DECLARE_FINAL_TYPE (RtWindowHeader, rt_window_header, RT, WINDOW_HEADER, AdwBin)

/* The pages it switches between, while there is room. */
void rt_window_header_set_pages   (RtWindowHeader *self, AdwViewStack *pages);
void rt_window_header_set_session (RtWindowHeader *self, RtSession *session);
/* @welcome: there is no plan yet. */
void rt_window_header_set_form    (RtWindowHeader *self, RtWidthClass width_class,
                                   gboolean welcome);

G_END_DECLS
