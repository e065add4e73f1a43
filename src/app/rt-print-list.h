/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include <adwaita.h>

#include "rt-pages.h"

G_BEGIN_DECLS

/**
 * RtPrintList:
 *
 * The kinds of sheets, each with a tick, what it is in a line, and how many pages it has. One of
 * them is chosen: it is looked at.
 * Signals: `ticked`, when somebody ticks; `chosen`, when another kind is looked at.
 */
#define RT_TYPE_PRINT_LIST (rt_print_list_get_type ())
G_DECLARE_FINAL_TYPE (RtPrintList, rt_print_list, RT, PRINT_LIST, AdwBin)

/* What there is of each kind; @changed: they are only what changed. */
void     rt_print_list_set_pages  (RtPrintList *self, RtPages *pages, gboolean changed);
/* Whether or not there are pages of them. */
RtSheets rt_print_list_get_ticked (RtPrintList *self);
void     rt_print_list_set_ticked (RtPrintList *self, RtSheets sheets);
/* Those of the ticked that have a page, and how many pages these are. */
RtSheets rt_print_list_get_sheets (RtPrintList *self);
guint    rt_print_list_get_n      (RtPrintList *self);
RtSheet  rt_print_list_get_chosen (RtPrintList *self);
void     rt_print_list_choose     (RtPrintList *self, RtSheet sheet);
/* Chooses a kind that has a page, where one has; the focus goes with it. */
void     rt_print_list_choose_any (RtPrintList *self);

G_END_DECLS
