/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include "rt-preset.h"
#include "rt-work-list.h"

G_BEGIN_DECLS

/* An event while it is laid out. */
typedef struct {
  RtPlan             *plan;
  const RtNewOptions *options;
  RtPreset            preset;
  GPtrArray          *hosts;    /* of RtId: hosts of tables, then others who are called host */
  GPtrArray          *guests;   /* of RtPerson: who attends and is no host */
  guint               n_guests; /* with those that are expected and not on the list yet */
  guint               n_tables;
  guint               n_rounds;
  int                 minutes, changeover;
  RtWorkList          tables, rounds, rules;
} RtPresetSetup;

void     rt_preset_setup_init         (RtPresetSetup *self, RtPlan *plan,
                                       const RtNewOptions *options);
void     rt_preset_setup_clear        (RtPresetSetup *self);
/* How many tables the format itself would have, whatever there are */
guint    rt_preset_setup_count        (const RtPresetSetup *self);
/* Even shares for all, and hosts at tables that have none */
void     rt_preset_setup_fill_tables  (RtPresetSetup *self);
/* Who leads tables in a round that says nothing yet, and who stays at one, where the format says */
void     rt_preset_setup_fill_round   (RtPresetSetup *self, RtRound *round, guint index);
/* The room that so many tables need, cm */
void     rt_preset_setup_measure_room (const RtPresetSetup *self, int *width, int *height);
/* Over a room of that size */
void     rt_preset_setup_scatter      (RtPresetSetup *self, int width, int height);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (RtPresetSetup, rt_preset_setup_clear)

G_END_DECLS
