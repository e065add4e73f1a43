/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include "rt-import.h"
#include "rt-work-list.h"

G_BEGIN_DECLS

/**
 * RtIntake:
 *
 * A list on its way into a plan, while its rows are read.
 */
typedef struct {
  RtImport   *import;
  GStrv       cells;      /* of the row being read */
  guint       line;
  RtWorkList  people, themes, tables;
  GHashTable *by_name;    /* folded name to GArray of guint, indexes of people of the plan */
  GHashTable *by_title;   /* folded title to index of a theme, plus one */
  GHashTable *met;        /* ids of the people of the plan that a row was about */
  GArray     *named;      /* of RtNamed: the people that rows added */
} RtIntake;

void rt_intake_init  (RtIntake *self, RtImport *import, RtPlan *plan);
void rt_intake_clear (RtIntake *self);
void rt_intake_rows  (RtIntake *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (RtIntake, rt_intake_clear)

G_END_DECLS
