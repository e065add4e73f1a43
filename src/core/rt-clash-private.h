/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include "rt-clash.h"
#include "rt-problem.h"

G_BEGIN_DECLS

/* What a seating must keep: a rule of the plan, or one of those that always act as must. */
typedef enum {
  RT_DEMAND_RULE,    /* index: the rule */
  RT_DEMAND_PIN,     /* index: the person; round, table */
  RT_DEMAND_LEADS,   /* index: the person; table; in every round in which they lead it */
  RT_DEMAND_PLACES,  /* everybody has a chair of a table */
  RT_DEMAND_LEAST,   /* no table has fewer people than it needs */
  RT_DEMAND_HOSTED,  /* index: the host; round, table: nobody sits there without them */
} RtDemandKind;

typedef struct {
  RtDemandKind kind;
  int          index;
  int          round;
  int          table;
} RtDemand;

typedef struct {
  guint  member;  /* of the set */
  gint64 cost;    /* how often a rule is broken once it is given up, -1 = not known */
} RtWay;

struct _RtClash {
  GObject       parent_instance;

  RtProblem    *problem;
  GArray       *demands;    /* of RtDemand */
  gboolean      keeps_places; /* even sizes follow from the places: these are always kept */
  guint64       tries;
  int           stop;       /* atomic */

  RtClashResult result;
  GArray       *set;        /* of guint: indexes into @demands */
  GArray       *ways;       /* of RtWay */
};

G_END_DECLS
