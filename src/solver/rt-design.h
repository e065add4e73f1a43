/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include "rt-problem.h"
#include "rt-random.h"

/*
 * Constructs a seating in which nobody meets twice, and nobody comes back to a table if a rule asks
 * for that, where tables are so full that no search finds one.
 *
 * Guests are pairs (x, j): x an element of a group as large as there are tables, j a class. In round
 * r guest (x, j) sits at table x + D[r][j]. Two of them meet at most once if, for each two rounds, the
 * differences D[r][j] - D[q][j] are all different: a difference matrix (Bose and Bush 1952; Colbourn
 * and Dinitz, Handbook of Combinatorial Designs, VI.17). The hosts are a class of zeros. Over a field
 * D[r][j] is a product; otherwise the matrix is small enough to be found by annealing.
 *
 * Returns false if the tables differ too much between rounds, or no matrix was found. Absent people
 * leave gaps, and whoever is fixed sits elsewhere: a search must mend that.
 */
bool rt_design_fill (const RtProblem *problem, RtRandom *random, bool (*goes_on) (void *data), void *data,
                     int32_t *tables);
