/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include "rt-plan.h"

G_BEGIN_DECLS

/**
 * RtWorkList:
 *
 * The records of one part of a plan while a list is read into it: those that are there, some
 * replaced by copies that are edited, and new ones behind them. In the end it becomes edits.
 */
typedef struct {
  RtPlan    *plan;
  RtPart     part;
  guint      n_old;
  GPtrArray *records;
} RtWorkList;

void          rt_work_list_init   (RtWorkList *self, RtPlan *plan, RtPart part);
void          rt_work_list_clear  (RtWorkList *self);
gconstpointer rt_work_list_get    (const RtWorkList *self, guint index);
gpointer      rt_work_list_edit   (RtWorkList *self, guint index);
guint         rt_work_list_add    (RtWorkList *self, gpointer record);
void          rt_work_list_truncate (RtWorkList *self, guint length);
void          rt_work_list_finish (RtWorkList *self, RtChange *change, guint *n_added,
                                   guint *n_updated);

G_END_DECLS
