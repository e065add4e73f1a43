/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include <glib.h>

#include "rt-problem.h"
#include "rt-random.h"

/* Problems to test and measure the solver with. Everything belongs to the problem. */

/* All guests in all rounds, all tables open with @places chairs, and no rules. */
RtProblem *problem_new         (int n_people, int n_tables, int n_rounds, int places);
void       problem_free        (RtProblem *problem);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RtProblem, problem_free)

/* A rule for all rounds. The pointer is good until the next rule is added. */
RtTerm    *problem_add_term    (RtProblem *problem, RtTermKind kind, RtLevel level);
void       problem_set_people  (RtTerm *term, int n_people, ...);

/* A column of which nobody has a value yet. Returns its index. */
int        problem_add_column  (RtProblem *problem, int n_values);
void       problem_add_earlier (RtProblem *problem, int n_people, ...);

/* One more person for each table, who hosts it in every round. Returns the first of them. */
void       problem_add_hosts   (RtProblem *problem);

/* A small problem with pins, absences, hosts, uneven tables, and every kind of rule about as often
 * as not. */
RtProblem *problem_random (RtRandom *random, int most_people, int most_tables, int most_rounds);

/* Sizes of @n_groups that fall off as 1, 1/2, 1/3, ... of @n people, dealt out at random to a new
 * column. */
int        problem_add_zipf    (RtProblem *problem, RtRandom *random, int n_people, int n_groups);

/*
 * Hosts, uneven tables, couples, pairs apart, pins, absences, avoided themes, step-free places,
 * organisations and sectors. Every must is kept by a seating that is planted and then forgotten.
 */
RtProblem *problem_every_rule  (RtRandom *random, int n_tables, int size, int n_rounds);

/* Nobody speaks any of @n_languages yet. */
void       problem_add_languages (RtProblem *problem, int n_languages);

/* For what asks now and then whether to go on. */
bool       problem_always_cb   (void *data);
bool       problem_never_cb    (void *data);

/* Whether a rule of this kind is of use to @problem. */
gboolean   problem_has         (const RtProblem *problem, RtTermKind kind);
