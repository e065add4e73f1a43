/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include <adwaita.h>

#include "rt-print.h"
#include "rt-session.h"

G_BEGIN_DECLS

/**
 * RtPrintWindow:
 *
 * Which sheets go on paper, and how they look there. Printing them, or saving them as a PDF, issues
 * the plan as its next revision, once that has succeeded.
 */
#define RT_TYPE_PRINT_WINDOW (rt_print_window_get_type ())
G_DECLARE_FINAL_TYPE (RtPrintWindow, rt_print_window, RT, PRINT_WINDOW, AdwWindow)

/* @settings (nullable): what is remembered from one print to the next. */
GtkWindow *rt_print_window_new (RtSession *session, GSettings *settings);

/* Whether pages are being made, saved or printed. */
gboolean rt_print_window_is_busy    (RtPrintWindow *self);
/* Of the sheets that are ticked. */
guint    rt_print_window_get_n      (RtPrintWindow *self);
void     rt_print_window_set_sheets (RtPrintWindow *self, RtSheets sheets);
void     rt_print_window_save       (RtPrintWindow *self, GFile *file);
/* @file (nullable): where to print to, without a dialog. */
void     rt_print_window_print      (RtPrintWindow *self, const char *file);
void     rt_print_window_cancel     (RtPrintWindow *self);

G_END_DECLS
