/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * RtReportStrip:
 *
 * What an import said, and under it what it doubts, row by row. It stays until it is answered and blocks nothing.
 */
#define RT_TYPE_REPORT_STRIP (rt_report_strip_get_type ())
G_DECLARE_FINAL_TYPE (RtReportStrip, rt_report_strip, RT, REPORT_STRIP, GtkWidget)

/* @summary (nullable): nothing to report. @doubts (nullable, element-type utf8) */
void rt_report_strip_show (RtReportStrip *self, const char *summary, GPtrArray *doubts);

G_END_DECLS
