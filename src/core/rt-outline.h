/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include "rt-plan.h"

G_BEGIN_DECLS

/** RtOutline: the agenda and the rounds as they are to be, while an edit is made */
typedef struct {
  RtPlan    *plan;
  GPtrArray *items;  /* of RtAgendaItem */
  GPtrArray *rounds; /* of RtRound */
} RtOutline;

void                rt_outline_init       (RtOutline *self, RtPlan *plan);
void                rt_outline_clear      (RtOutline *self);
/* A plan without an agenda is one session of all its rounds: here it is written down */
void                rt_outline_spell_out  (RtOutline *self);
RtAgendaItem       *rt_outline_new_item   (RtSessionKind kind, int minutes);
const RtAgendaItem *rt_outline_get        (const RtOutline *self, guint i);
void                rt_outline_set_rounds (RtOutline *self, guint i, const RtId *rounds);
/* The session that names the round; G_MAXUINT: none */
guint               rt_outline_find       (const RtOutline *self, RtId round);
/* The change; NULL with RT_ERROR_REFUSED where all is so already */
RtChange           *rt_outline_finish     (RtOutline *self, const char *label, GError **error);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (RtOutline, rt_outline_clear)

G_END_DECLS
