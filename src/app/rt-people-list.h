/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include <gio/gio.h>

#include "rt-session.h"

G_BEGIN_DECLS

/**
 * RtPersonItem:
 *
 * One row of the list of people: what is shown of a person, worked out once per change of the plan.
 *
 * Signal `changed`: something shown is another now.
 */
#define RT_TYPE_PERSON_ITEM (rt_person_item_get_type ())
G_DECLARE_FINAL_TYPE (RtPersonItem, rt_person_item, RT, PERSON_ITEM, GObject)

#define RT_MOST_WISHES_SHOWN 5

typedef struct {
  RtId        id;
  guint       index;             /* in the plan */
  const char *surname;           /* never NULL; "" for an unnamed place */
  const char *first;
  const char *display;
  const char *organisation;
  const char *job;
  const char *sector;
  const char *kind;
  const char *tags;              /* "new, press" */
  const char *languages;
  const char *organisation_key;  /* folded: the same for people of one organisation */
  const char *role;              /* "Participant", "Host, Table 2" */
  const char *sort_key;          /* of the name, for strcmp() */
  guint64     sort_letters;      /* its first letters, where most names differ */
  const char *search;            /* folded name, organisation and job */
  gboolean    hosts;             /* hosts, or has the role */
  gboolean    unnamed;
  gboolean    step_free;
  gboolean    has_private;
  gboolean    unseated;          /* in the session's round */
  guint       n_wishes;          /* all of them */
  guint8      wish[RT_MOST_WISHES_SHOWN];    /* index of the theme */
  guint8      colour[RT_MOST_WISHES_SHOWN];  /* index into the palette */
} RtPersonRow;

const RtPersonRow *rt_person_item_get (RtPersonItem *self);

/**
 * RtPeopleList:
 *
 * The people of a session as a #GListModel of #RtPersonItem in the plan's order. Items keep their
 * identity from change to change, and one change is at most one splice, so a view keeps its
 * selection and place.
 *
 * Signal `refreshed`: after a change of the plan that shows in the list, whether or not items came
 * or went.
 */
#define RT_TYPE_PEOPLE_LIST (rt_people_list_get_type ())
G_DECLARE_FINAL_TYPE (RtPeopleList, rt_people_list, RT, PEOPLE_LIST, GObject)

RtPeopleList *rt_people_list_new         (void);
void          rt_people_list_set_session (RtPeopleList *self, RtSession *session);
/* For whoever goes through all of them: (transfer none), and without asking what types they are. */
guint         rt_people_list_get_n       (RtPeopleList *self);
RtPersonItem *rt_people_list_get         (RtPeopleList *self, guint index);

/* "Co-host" for "co-host", translated. */
const char   *rt_role_get_title          (const char *role);
/* The letter of a theme, by its place in the plan: A to Z, then AA. Free with g_free(). */
char         *rt_theme_dup_letter        (guint index);
/* The theme's place in the palette of twelve. */
guint         rt_theme_get_colour        (RtPlan *plan, guint index);

G_END_DECLS
