/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include <gtk/gtk.h>

#include "rt-session.h"

G_BEGIN_DECLS

typedef enum {
  RT_SLIP_TO_TABLE, /* and chair, if one is meant */
  RT_SLIP_TO_TRAY,
  RT_SLIP_TO_ROUND, /* the same table in another round */
} RtSlipTarget;

/**
 * RtSlipMove:
 *
 * What dropping slips at a place means. Its price, its title and what is done are made from it; a
 * gesture only says what it is.
 */
typedef struct {
  RtSession *session;
  const RtId *people;
  guint n_people;
  gboolean all; /* in all rounds */
  RtSlipTarget target;
  RtId table;
  int chair; /* -1: the table itself */
  RtId there; /* who sits on the chair */
  RtId round; /* RT_SLIP_TO_ROUND: which */
} RtSlipMove;

/* Whether slips can be moved in @round (NULL: the one in hand) now; where it is over, that is
   said. */
gboolean  rt_slip_move_may_begin (RtSession *session, RtId round);
RtChange *rt_slip_move_make      (const RtSlipMove *self, GError **error);
char     *rt_slip_move_dup_title (const RtSlipMove *self);
/* Activates the action of the window that does it, on @widget. */
void      rt_slip_move_activate  (const RtSlipMove *self, GtkWidget *widget);

G_END_DECLS
