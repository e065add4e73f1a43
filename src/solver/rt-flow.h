/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include <stdint.h>

/*
 * RtFlow: a flow of least cost through arcs whose cost is convex: the next unit through an arc
 * costs `base` plus `slope` for each unit already there, so that an arc of slope 1 carrying N units
 * has cost N choose 2.
 */
typedef struct RtFlow RtFlow;

RtFlow *rt_flow_new  (int n_nodes);
void    rt_flow_free (RtFlow *self);

/* Returns the arc. No base may be negative. */
int     rt_flow_arc  (RtFlow *self, int from, int to, int most, int base, int slope);

/*
 * Sends @units from @source to @sink and returns the least cost, or -1 if they do not fit through.
 * Successive shortest paths with potentials (Ahuja, Magnanti and Orlin, Network Flows, 1993, 9.7):
 * nodes squared plus arcs, for each unit.
 */
int64_t rt_flow_send (RtFlow *self, int source, int sink, int units);
