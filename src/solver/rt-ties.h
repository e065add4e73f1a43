/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include "rt-search.h"

/*
 * Among seatings that are equal in every rule, the one where the pair that meets most often does so
 * least, and then the one where whoever meets fewest people meets most.
 */

/*
 * Whether counting leaves room for that: @score is the score of @tables. No pair can meet less often
 * than all do on average, nor can everybody meet more people than there are seats beside them.
 * Cost: people times rounds.
 */
bool rt_ties_are_open (const RtProblem *problem, const int32_t *tables, const RtScore *score);

/*
 * Looks at up to @tries swaps that change no rule's measure, from the best seating of @search on, which
 * they improve in this alone. Cost: each swap that changes no measure compares the rows of all who sit
 * at the two tables.
 */
void rt_ties_mend     (RtSearch *search, uint64_t tries);
