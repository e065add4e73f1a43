/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include <gtk/gtk.h>

#include "rt-people-list.h"

G_BEGIN_DECLS

/* Who is shown. */
typedef enum {
  RT_SHOW_EVERYONE,
  RT_SHOW_HOSTS,
  RT_SHOW_PARTICIPANTS,
  RT_SHOW_UNSEATED,
  RT_SHOW_DOUBTFUL,
  RT_SHOW_NEEDS,
  RT_SHOW_UNNAMED,
  RT_N_SHOWS,
} RtShow;

/**
 * RtPeopleSlot:
 *
 * A place in the list. People move from slot to slot when the order is another: a view that is
 * given thousands of other rows makes two hundred widgets anew, and fills them at little cost.
 */
#define RT_TYPE_PEOPLE_SLOT (rt_people_slot_get_type ())
G_DECLARE_FINAL_TYPE (RtPeopleSlot, rt_people_slot, RT, PEOPLE_SLOT, GObject)

const RtPersonRow *rt_people_slot_get (RtPeopleSlot *self);

/**
 * RtPeopleShown:
 *
 * Which people of a session a list shows, in which order, and which of them are selected. Whoever
 * is still there stays selected through every search, filter and order.
 *
 * Signal `changed`: after a change that shows in the list, or in how many each filter shows.
 * Signal `arranged`: people may stand in other slots now.
 * Signal `selected`: somebody chose others. Not when people leave the list with a search.
 */
#define RT_TYPE_PEOPLE_SHOWN (rt_people_shown_get_type ())
G_DECLARE_FINAL_TYPE (RtPeopleShown, rt_people_shown, RT, PEOPLE_SHOWN, GObject)

/* Takes the order from the sorter of @view. */
RtPeopleShown     *rt_people_shown_new           (GtkColumnView *view);
void               rt_people_shown_set_session   (RtPeopleShown *self, RtSession *session);
/* How many are shown. */
guint              rt_people_shown_get_n         (RtPeopleShown *self);
/* Everybody, of RtPersonItem, and those shown, of RtPeopleSlot: the first few of them until the
 * view has been painted once, or somebody was looked for. (transfer none) */
RtPeopleList      *rt_people_shown_get_all       (RtPeopleShown *self);
GtkSelectionModel *rt_people_shown_get_selection (RtPeopleShown *self);

void               rt_people_shown_search        (RtPeopleShown *self, const char *text);
void               rt_people_shown_set_show      (RtPeopleShown *self, RtShow show);
RtShow             rt_people_shown_get_show      (RtPeopleShown *self);
/* @ids: (transfer full): set of RtId, of those whom an open question of an import is about. */
void               rt_people_shown_set_doubtful  (RtPeopleShown *self, GHashTable *ids);
/* "Hosts (9)" and so on, in the order of RtShow. */
GStrv              rt_people_shown_dup_shows     (RtPeopleShown *self);

/* NULL, or G_MAXUINT: not there */
const RtPersonRow *rt_people_shown_get           (RtPeopleShown *self, guint position);
guint              rt_people_shown_find          (RtPeopleShown *self, RtId person);
/* Those selected, in the order shown; free the array with g_free(). */
RtId              *rt_people_shown_dup_selected  (RtPeopleShown *self, guint *n);

G_END_DECLS
