/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include "rt-problem.h"
#include "rt-random.h"

#include <stdbool.h>

/*
 * RtUnits: seats whole groups where most guests are kept together with others in all rounds, as the
 * crews of a progressive party or the groups of a carousel.
 *
 * A unit is whoever is together, or one guest alone; it sits down and moves as one, and takes as
 * many chairs as it has members who attend. What is counted is units who meet again, and dearer,
 * those who come back where no rule wants them, and guests for whom a table has no place. All other
 * rules are left to the search that follows.
 */
typedef struct RtUnits RtUnits;

/* NULL where too few guests are kept together for it to be of use. */
RtUnits *rt_units_new  (const RtProblem *problem);
void     rt_units_free (RtUnits *self);

/*
 * One more attempt, each longer than the one before: from a start in which units go round in turn,
 * then from random ones, by simulated annealing over moves and exchanges of units. Writes the best
 * found [n_rounds * n_people]; true if nothing of what is counted is left. @goes_on is asked now
 * and then, and ends the attempt where it says no. Cost of a step: units at a table.
 */
bool     rt_units_seat (RtUnits *self, RtRandom *random, bool (*goes_on) (void *data), void *data,
                        int32_t *tables);
