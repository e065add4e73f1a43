/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include "rt-comparison.h"

G_BEGIN_DECLS

/* Shared by rt-comparison.c and rt-comparison-words.c only. */

/* Who or what a record is. */
char *rt_comparison_dup_title (RtPlan *plan, RtPart part, guint index);
/* Returns: (nullable): what differs in two records that are the same one, a line each; NULL when
   nothing does. Who sits where is not looked at. */
char *rt_comparison_dup_words (RtPlan *here, gconstpointer a, RtPlan *there, gconstpointer b);

G_END_DECLS
