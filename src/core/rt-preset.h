/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include "rt-plan.h"

G_BEGIN_DECLS

/**
 * RtNewOptions: numbers that are 0 (and texts NULL, changeover -1) are the preset's own.
 */
typedef struct {
  RtPreset    preset;
  guint       tables;
  guint       places;      /* per table, the host's chair too */
  guint       rounds;
  int         minutes;
  int         changeover;
  const char *start;       /* HH:MM */
  const char *date;        /* YYYY-MM-DD */
  const char *title;
  gboolean    keep_groups; /* carousel: groups move whole */
} RtNewOptions;

#define RT_NEW_OPTIONS_DEFAULT { .preset = RT_PRESET_HOSTED_CAFE, .changeover = -1 }

GPtrArray  *rt_preset_rules           (RtPreset preset);
void        rt_preset_get_times       (RtPreset preset, guint *rounds, int *minutes,
                                       int *changeover);
RtChange   *rt_preset_to_change       (RtPlan *plan, const RtNewOptions *options, GError **error);
/* Before people come or go, and after: see rt-preset-fit.c */
gboolean    rt_preset_is_as_laid_out  (RtPlan *plan);
RtChange   *rt_preset_fit_to_change   (RtPlan *plan, GError **error);
const char *rt_preset_get_title       (RtPreset preset);
const char *rt_preset_get_description (RtPreset preset);

G_END_DECLS
