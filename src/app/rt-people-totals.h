/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include "rt-people-list.h"

G_BEGIN_DECLS

/* Counts of a list of people in words; each adds up to everybody. Free with g_free(). */

/* "59 people: 50 participants, 9 hosts" */
char *rt_people_totals_dup_people (RtPeopleList *people);
/* "officer 18, academic 6, of no kind 4 · 33 organisations, 2 people of none · everybody has a
   seat" */
char *rt_people_totals_dup_rest   (RtPeopleList *people);

G_END_DECLS
