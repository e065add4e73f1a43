/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include <adwaita.h>

#include "rt-pages.h"

G_BEGIN_DECLS

/**
 * RtPrintOptions:
 *
 * How sheets are printed, as rows with switches and choices; remembered from one print to the next.
 * Signal: `changed`, when somebody chooses otherwise.
 */
#define RT_TYPE_PRINT_OPTIONS (rt_print_options_get_type ())
G_DECLARE_FINAL_TYPE (RtPrintOptions, rt_print_options, RT, PRINT_OPTIONS, AdwBin)

/* @settings (nullable): what is remembered; @plan: what was issued of it. */
void    rt_print_options_load      (RtPrintOptions *self, GSettings *settings, RtPlan *plan);
void    rt_print_options_store     (RtPrintOptions *self, GSettings *settings);
/* All that is chosen here; revision, time and sheets are left as they are. */
void    rt_print_options_fill      (RtPrintOptions *self, RtPagesOptions *options);
/* Whether each kind of sheet is to have a PDF of its own. */
gboolean rt_print_options_is_separate (RtPrintOptions *self);

G_END_DECLS
