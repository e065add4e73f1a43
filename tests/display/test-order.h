/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include "rt-order-window.h"
#include "test-screen.h"

G_BEGIN_DECLS

/** TestOrder: a window with a list in an order, and what it shows */
typedef struct
{
  RtPlan *plan;
  RtSession *session;
  GtkWidget *window;
  RtPart part; /* RT_PART_AGENDA: a row for each line of the agenda */
} TestOrder;

typedef struct
{
  const char *name;
  void (*func) (TestOrder *, gconstpointer);
} TestOrderCase;

/* Shows the window for @plan, which it takes, and waits for its rows. */
void             test_order_set_up    (TestOrder *self, RtPlan *plan, RtPart part,
                                       GtkWidget *(*make) (RtSession *));
/* The whole program. Returns: its exit code */
int              test_order_run       (int argc, char **argv, const TestOrderCase *cases,
                                       guint n_cases, void (*set_up) (TestOrder *, gconstpointer));
RtOrderControls *test_order_row       (TestOrder *self, guint index); /* NULL: not so many */
/* Until the rows are those of the plan, in its order. */
void             test_order_wait      (TestOrder *self);
void             test_order_ask       (TestOrder *self, guint row, RtOrderPart what, guint detail);
void             test_order_activate  (TestOrder *self, const char *action);
void             test_order_assert_n  (TestOrder *self, guint n);

G_END_DECLS
