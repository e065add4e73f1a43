/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include "rt-import.h"

G_BEGIN_DECLS

/**
 * RtNamed:
 * @name: as it is shown
 * @organisation: (nullable):
 * @line: of the list, 0 for somebody who is in the plan already
 */
typedef struct {
  const char *name;
  const char *organisation;
  guint       line;
} RtNamed;

RtDoubt *rt_doubt_new  (RtDoubtKind kind, guint line, guint other_line, char *message);
void     rt_doubt_free (RtDoubt *self);
void     rt_doubt_names (const RtNamed *names, guint n, GPtrArray *doubts);

G_END_DECLS
