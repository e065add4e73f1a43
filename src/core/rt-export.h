/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include "rt-plan.h"

G_BEGIN_DECLS

typedef enum {
  RT_CELL_TEXT,
  RT_CELL_NUMBER,
  RT_CELL_DATE,
  RT_CELL_TIME,
} RtCellKind;

/**
 * RtCell:
 * @value: of a number; minutes after midnight of a time
 * @text: what it says, whatever it is: "3", "2009-01-29", "10:10"; "" = nothing
 */
typedef struct {
  RtCellKind kind;
  int value;
  char *text;
} RtCell;

typedef void (*RtExportRow) (const RtCell *cells, guint n, gpointer data);

gboolean rt_export_rows  (RtPlan *plan, const char *what, gboolean private, RtExportRow put,
                          gpointer data);
char    *rt_export_table (RtPlan *plan, const char *what, gboolean private);

G_END_DECLS
