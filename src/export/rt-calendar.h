/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include "rt-plan.h"

G_BEGIN_DECLS

GBytes *rt_calendar_make (RtPlan *plan, GError **error);

G_END_DECLS
