/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include "rt-problem.h"
#include "rt-random.h"

/*
 * Constructs a seating in which nobody meets twice, and nobody comes back to a table if a rule asks
 * for that, where tables are so full that no search finds one.
 *
 * What is constructed are words, one for each guest of the fullest seating; see rt-design-words.h.
 *
 * Returns false if the tables differ too much between rounds, or no construction applies. Absent
 * people leave gaps, and whoever is fixed sits elsewhere: a search must mend that.
 */
bool rt_design_fill (const RtProblem *problem, RtRandom *random, bool (*goes_on) (void *data),
                     void *data, int32_t *tables);
