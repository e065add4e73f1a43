/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include "rt-random.h"
#include "rt-state.h"

/*
 * Seats everybody there is a chair for: where they are fixed, then where the problem says to start,
 * then at random over tables that are filled evenly, those whom a rule spreads one after the other.
 * Cost: people and tables times rounds.
 */
void rt_start_fill (RtState *state, RtRandom *random, bool warm);
