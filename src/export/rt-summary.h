/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include "rt-plan.h"

G_BEGIN_DECLS

GBytes *rt_summary_make (RtPlan *plan, gboolean html, gboolean whole);

G_END_DECLS
