/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include "rt-order-controls.h"
#include "rt-session.h"

G_BEGIN_DECLS

/** RtThemeRow: one theme, which opens to be edited in place */
#define RT_TYPE_THEME_ROW (rt_theme_row_get_type ())
G_DECLARE_FINAL_TYPE (RtThemeRow, rt_theme_row, RT, THEME_ROW, AdwExpanderRow)

GtkWidget *rt_theme_row_new        (RtSession *session);
void       rt_theme_row_update     (RtThemeRow *self);
/* Its buttons are beside its words, or, narrow, below what it opens to. */
void       rt_theme_row_set_narrow (RtThemeRow *self, gboolean narrow);

G_END_DECLS
