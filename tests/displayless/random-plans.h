/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include "rt-plan.h"

/* A random plan with rules of every kind, whose people sit anywhere; the same seed gives the same
 * plan. */
RtPlan *random_plan_new (guint32 seed);
