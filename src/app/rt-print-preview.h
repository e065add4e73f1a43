/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include "rt-print.h"

G_BEGIN_DECLS

/**
 * RtPrintPreview:
 *
 * One page at a time, white in every style, as it comes from the printer; to be turned and zoomed.
 * Signal: `turned`, when another page is shown.
 */
#define RT_TYPE_PRINT_PREVIEW (rt_print_preview_get_type ())
G_DECLARE_FINAL_TYPE (RtPrintPreview, rt_print_preview, RT, PRINT_PREVIEW, GtkBox)

/* The pages of all kinds, of which @sheets are printed: the others can be looked at, but turning
   passes them over. The kind shown stays. Takes @job. */
void     rt_print_preview_take_job   (RtPrintPreview *self, RtPrintJob *job, RtSheets sheets);
void     rt_print_preview_set_sheets (RtPrintPreview *self, RtSheets sheets);
/* NULL before there are any. */
RtPages *rt_print_preview_get_pages  (RtPrintPreview *self);
void     rt_print_preview_show_sheet (RtPrintPreview *self, RtSheet sheet);
RtSheet  rt_print_preview_get_sheet  (RtPrintPreview *self);
/* @step: 1 or -1. */
void     rt_print_preview_turn       (RtPrintPreview *self, int step);

G_END_DECLS
