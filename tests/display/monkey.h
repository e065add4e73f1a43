/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include "rt-window.h"

G_BEGIN_DECLS

/* Whose turn it is: a window of the several there may be, with its plan. */
typedef struct
{
  GRand *rand;
  RtPlan *plan;
  RtSession *session;
  RtWindow *window;
} Monkey;

/* A number from 0 to @end - 1. */
int         monkey_below      (Monkey *self, int end);
/* Activates any action of the program on the window. */
void        monkey_act        (Monkey *self);
/* Activates any action that @widget has for itself. */
void        monkey_act_at     (Monkey *self, GtkWidget *widget);
/* The kinds of plans there are: a name, and the plan; NULL after the last. */
const char *monkey_get_shape  (guint i);
RtPlan     *monkey_new_plan   (guint i);

G_END_DECLS
