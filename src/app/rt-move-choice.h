/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include "rt-session.h"

G_BEGIN_DECLS

typedef enum {
  RT_PRICE_BETTER,
  RT_PRICE_SAME,
  RT_PRICE_WORSE,
  RT_PRICE_NOT_COUNTED,
  RT_PRICE_FULL, /* only by changing places with somebody */
  RT_PRICE_REFUSED,
} RtPrice;

typedef enum {
  RT_MOVE_TO,   /* a person to a table */
  RT_MOVE_SWAP, /* a person with a person */
  RT_MOVE_HOST, /* a table to another host */
  RT_MOVE_CO_HOST,
} RtMoveKind;

/** RtMoveChoice: one place or person a slip could go to, and what that would cost; the price is
 * counted on demand */
#define RT_TYPE_MOVE_CHOICE (rt_move_choice_get_type ())
G_DECLARE_FINAL_TYPE (RtMoveChoice, rt_move_choice, RT, MOVE_CHOICE, GObject)

/* @round NULL: all rounds that are not over. */
RtMoveChoice *rt_move_choice_new_table (RtPlan *plan, RtId round, const RtId *people, guint n,
                                        guint table);
/* @table: where they sit, -1 = nothing is said about it */
RtMoveChoice *rt_move_choice_new_person (RtPlan *plan, RtId round, RtId person, guint other,
                                         int table, gboolean leads);
/* @kind: HOST or CO_HOST; @person -1: nobody */
RtMoveChoice *rt_move_choice_new_host (RtPlan *plan, RtMoveKind kind, RtId round, RtId table,
                                       int person);
void rt_move_choice_count (RtMoveChoice *self, RtPlan *plan);
RtPrice rt_move_choice_get_price (RtMoveChoice *self);
const char *rt_move_choice_get_title (RtMoveChoice *self);
const char *rt_move_choice_get_detail (RtMoveChoice *self); /* host or organisation */
const char *rt_move_choice_get_words (RtMoveChoice *self);  /* the price in words */
RtId rt_move_choice_get_target (RtMoveChoice *self);        /* table or person, NULL = nobody */
gboolean rt_move_choice_matches (RtMoveChoice *self, const char *folded);
int rt_move_choice_compare (gconstpointer a, gconstpointer b, gpointer data);

G_END_DECLS
