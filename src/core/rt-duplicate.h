/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include "rt-plan.h"

G_BEGIN_DECLS

/* Plans made of another one, which stays as it is. */

RtPlan *rt_duplicate_without_people (RtPlan *plan, GError **error);
RtPlan *rt_duplicate_for_next       (RtPlan *plan, GError **error);

G_END_DECLS
