/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include "rt-window.h"

G_BEGIN_DECLS

/* What the actions of a window are, by what they are about. Each of these puts its own into @map,
 * with @window as what they are done to; only rt-window-actions.c calls them. Parameters are
 * ids. */
void rt_actions_people_add (GActionMap *map, RtWindow *window);
void rt_actions_tables_add (GActionMap *map, RtWindow *window);
/* Of several at once, and who hosts them. */
void rt_actions_seats_add  (GActionMap *map, RtWindow *window);
void rt_actions_rounds_add (GActionMap *map, RtWindow *window);
/* Undo and redo, and the windows that edit a part of the plan; those go into @window. */
void rt_actions_plan_add   (GActionMap *map, RtWindow *window);
void rt_actions_file_add   (GActionMap *map, RtWindow *window);

/* Ids come as strings; an empty one is nobody, or no table. */
static inline RtId
rt_action_id (const char *text)
{
  return text && *text ? rt_id_intern (text) : NULL;
}

/* The same for actions on two: "(ss)". */
static inline void
rt_action_get_ids (GVariant *parameter,
                   RtId     *first,
                   RtId     *second)
{
  const char *a, *b;

  g_variant_get (parameter, "(&s&s)", &a, &b);
  *first = rt_action_id (a);
  *second = rt_action_id (b);
}

G_END_DECLS
