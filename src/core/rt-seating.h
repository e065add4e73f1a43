/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include "rt-id.h"

G_BEGIN_DECLS

/**
 * RtSeating:
 *
 * Who sits where in one round: for each table a row of chairs, each with a person or nobody. An
 * immutable, counted value: undo swaps a pointer, and a background arrangement reads without
 * locks. Index 0 of a table's row is the host's chair. Nobody sits twice.
 */
typedef struct _RtSeating RtSeating;

/** RT_ANY_CHAIR: no chair in particular */
#define RT_ANY_CHAIR (-1)

/** RT_MAX_CHAIRS: the longest row of chairs, as many as a plan may have people */
#define RT_MAX_CHAIRS 20000

RtSeating *rt_seating_new       (void);
RtSeating *rt_seating_ref       (const RtSeating *self);
void       rt_seating_unref     (RtSeating *self);
gboolean   rt_seating_equal     (const RtSeating *a, const RtSeating *b);

guint      rt_seating_n_tables  (const RtSeating *self);                 /* with an entry; 0 for
                                                                            NULL */
RtId       rt_seating_table     (const RtSeating *self, guint i);
/* Length of the row; 0 without one */
guint      rt_seating_n_chairs  (const RtSeating *self, RtId table);
RtId       rt_seating_at        (const RtSeating *self, RtId table, guint chair); /* NULL = empty */
/* O(1) */
gboolean   rt_seating_find      (const RtSeating *self, RtId person, RtId *table, guint *chair);
guint      rt_seating_n_people  (const RtSeating *self);
guint      rt_seating_n_seated  (const RtSeating *self, RtId table);

/* Each returns a new seating and leaves @self (NULL = an empty one) as it was. */
/* Whoever sat there has no seat now */
RtSeating *rt_seating_with      (const RtSeating *self, RtId person, RtId table, guint chair);
RtSeating *rt_seating_without   (const RtSeating *self, RtId person);
RtSeating *rt_seating_swap      (const RtSeating *self, RtId a, RtId b);
RtSeating *rt_seating_without_table (const RtSeating *self, RtId table);

/* Building one row by row: the builder is the seating's only maker from whole rows. */
typedef struct _RtSeatingBuilder RtSeatingBuilder;
RtSeatingBuilder *rt_seating_builder_new (void);
/*
 * Returns FALSE, and names the person in @twice, if somebody would sit twice; trailing NULLs are
 * dropped.
 */
gboolean   rt_seating_builder_add (RtSeatingBuilder *self, RtId table, const RtId *people, guint n,
                                   RtId *twice);
RtSeating *rt_seating_builder_end (RtSeatingBuilder *self);  /* frees the builder */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RtSeating, rt_seating_unref)

G_END_DECLS
