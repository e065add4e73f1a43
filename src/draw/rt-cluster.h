/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include "rt-layout.h"

G_BEGIN_DECLS

void rt_cluster_place (const RtTableSpec *spec, RtDetail detail, double text, RtTablePlace *place);

G_END_DECLS
