/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include "rt-plan.h"

G_BEGIN_DECLS

/**
 * RtRoll:
 *
 * The plan as indexes, called once for a plan as it is now: who attends, leads and sits where in
 * each round, by the definitions of the plan format. A value; it does not follow the plan.
 * Two-dimensional arrays have the round first: (r, x) is at r * n + x. -1 is nobody or nowhere.
 */
typedef struct {
  guint    n_people, n_tables, n_rounds, n_themes;
  guint8  *attends;   /* [r, person] */
  int     *leads;     /* [r, person] table they host or co-host, by the round's or the table's
                         entry, -1 */
  int     *table;     /* [r, person] table they sit at */
  int     *chair;     /* [r, person] */
  guint8  *guest;     /* [r, person] attends, sits, and neither hosts nor co-hosts that table */
  int     *host;      /* [r, table] person named as host, whether or not they attend */
  int     *co_host;   /* [r, table] */
  int     *theme;     /* [r, table] */
  guint8  *open;      /* [r, table] neither closed for good nor in this round */
  int     *pin;       /* [r, person] table they are pinned to */
  guint8  *done;      /* [r] */
  guint    guests_expected; /* in the first round that is not done: attends and does not lead */
} RtRoll;

RtRoll *rt_roll_new  (RtPlan *plan);
void    rt_roll_free (RtRoll *self);
/*
 * Values of an attribute from 0, -1 for nobody's: @by is organisation, sector, kind, job, tag:WORD,
 * language:CODE.
 */
int    *rt_roll_column (RtPlan *plan, const char *by, guint *n_values);
/* The value of @by equal to @text after folding, -1 if nobody has it. */
int     rt_roll_column_value (RtPlan *plan, const char *by, const char *text);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RtRoll, rt_roll_free)

G_END_DECLS
