/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include "rt-plan.h"

G_BEGIN_DECLS

/** RtReplanKind: what can be done when somebody is away, or has come without being expected */
typedef enum {
  RT_REPLAN_DEPUTY,    /* the deputy leads the table */
  RT_REPLAN_CO_HOST,   /* the co-host leads it alone */
  RT_REPLAN_NO_HOST,   /* the table goes on without a host */
  RT_REPLAN_STAY,      /* chairs stay empty, and who has no seat takes one of them */
  RT_REPLAN_CLOSE,     /* a table is closed, and only its guests move */
  RT_REPLAN_EVEN,      /* as few as possible move until the tables are even */
  RT_REPLAN_MIX,       /* everybody may move */
} RtReplanKind;

/**
 * RtReplanOption:
 * @title: "The deputy takes over"
 * @words: what it means, or why it is not possible
 * @change: (nullable): does all of it in one step; %NULL: not possible
 * @table: the table concerned, for making it possible; %NULL
 * @slips: printed slips that are wrong then; where nothing is issued, people who sit elsewhere
 * @repeats: then; -1 without a rule about them
 * @same: pairs of the first spread rule then; -1 without one
 * @broken: how far rules that must be kept are broken then
 * @sheets: tables whose host or guests change: host sheets to print
 */
typedef struct {
  RtReplanKind kind;
  char        *title;
  char        *words;
  RtChange    *change;
  RtId         table;
  int          slips;
  gint64       repeats;
  gint64       same;
  gint64       broken;
  int          sheets;
} RtReplanOption;

/**
 * RtReplan:
 *
 * What can be done about people who are away from a round on, and about people who have no seat,
 * each answer with its price. Rounds that are over and those before are never touched. Holds a copy
 * of the plan, so that it may run in any thread.
 */
#define RT_TYPE_REPLAN (rt_replan_get_type ())
G_DECLARE_FINAL_TYPE (RtReplan, rt_replan, RT, REPLAN, GObject)

/*
 * @away: people who are away from round @from on (an index); @n_away may be 0: then it is about who
 * has no seat.
 */
RtReplan   *rt_replan_new       (RtPlan *plan, const RtId *away, guint n_away, guint from,
                                 GError **error);
char       *rt_replan_dup_title (RtReplan *self);   /* "Annie Shepperd is away" */
char       *rt_replan_dup_words (RtReplan *self);   /* what is known: the table, the rounds, the
                                                       guests, the issue */
gboolean    rt_replan_is_issued (RtReplan *self);   /* slips are printed */
void        rt_replan_run       (RtReplan *self);   /* blocks: call in a thread */
void        rt_replan_stop      (RtReplan *self);   /* any thread */
/*
 * After the run. The first that is possible and spoils fewest slips, and that breaks no must if one
 * does not.
 */
guint                 rt_replan_get_n    (RtReplan *self);
const RtReplanOption *rt_replan_get      (RtReplan *self, guint i);
guint                 rt_replan_get_best (RtReplan *self);

G_END_DECLS
