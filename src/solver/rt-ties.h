/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include "rt-search.h"

/*
 * Among seatings that are equal in every rule, the one where the pair that meets most often does so
 * least, and then the one where whoever meets fewest people meets most.
 */

/*
 * Whether counting leaves room for that: @score is the score of @tables. No pair can meet less
 * often than all do on average, nor can everybody meet more people than there are seats beside
 * them. Cost: people times rounds.
 */
bool rt_ties_are_open (const RtProblem *problem, const int32_t *tables, const RtScore *score);

/*
 * Looks at about @tries swaps, from the best seating of @search on, and makes those that change no
 * rule's measure and improve it in this. Ends early when the poll of @search says so. Cost: people
 * and tables times rounds, and each swap that is made compares the rows of all at the two tables.
 */
void rt_ties_mend     (RtSearch *search, uint64_t tries);
