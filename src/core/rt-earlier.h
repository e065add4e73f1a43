/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include "rt-plan.h"

G_BEGIN_DECLS

RtChange *rt_earlier_to_change (RtPlan *plan, RtPlan *earlier, guint *n_people);

G_END_DECLS
