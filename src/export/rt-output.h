/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include "rt-plan.h"

G_BEGIN_DECLS

/**
 * RtOutputOptions:
 * @private: contact data, access needs, diet and notes too, where a format has room for them
 * @round: of which round, from 1, where a format is of one; 0 = of none
 */
typedef struct {
  gboolean private;
  guint    round;
} RtOutputOptions;

typedef GBytes *(*RtOutputMake) (RtPlan *plan, const char *name, const RtOutputOptions *options,
                                 GError **error);

/**
 * RtOutput:
 * @name: what it is called in the words of a call: "plan.xlsx"
 * @title: for people, to be translated
 * @private: whether it has room for private data
 * @rounds: whether it can be of one round
 * @binary: whether it is something else than text
 *
 * One way in which a plan leaves Rotunda for another program.
 */
typedef struct {
  const char  *name;
  const char  *title;
  gboolean     private;
  gboolean     rounds;
  gboolean     binary;
  RtOutputMake make;
} RtOutput;

const RtOutput *rt_output_get       (guint index);   /* NULL after the last */
const RtOutput *rt_output_find      (const char *name, GError **error);
char           *rt_output_dup_names (void);
GBytes         *rt_output_make      (const RtOutput *self, RtPlan *plan,
                                     const RtOutputOptions *options, GError **error);

G_END_DECLS
