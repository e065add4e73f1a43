/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include "rt-plan.h"

/* What the tests of a plan share. ' stands for " in texts of JSON. */

/* The data file that has every member there is, and an unknown one at every level. */
#define PLAN_FULL "full.rotunda.json"

char   *plans_dup_data  (const char *name);
RtPlan *plans_read_data (const char *name);
RtPlan *plans_read      (const char *members);   /* a plan of these, after its head */
char   *plans_to_json   (RtPlan *plan);
/* Does the change, takes it back to the byte, does it again. Takes @change. */
void    plans_do        (RtPlan *plan, RtChange *change, const char *label);
/* There is no change, and why. Takes @error. */
void    plans_refuse    (RtChange *change, GError *error, const char *message);
