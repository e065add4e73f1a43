/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include <gtk/gtk.h>

#include "rt-session.h"

G_BEGIN_DECLS

/**
 * RtMeasuresPanel:
 *
 * How good the seating is: before arranging what is possible, then every number beside the least
 * possible one and what is wrong in the round; while arranging the score as it falls.
 *
 * A row about something wrong activates rounds.show-breach with its index in the session's
 * measures.
 */
#define RT_TYPE_MEASURES_PANEL (rt_measures_panel_get_type ())
G_DECLARE_FINAL_TYPE (RtMeasuresPanel, rt_measures_panel, RT, MEASURES_PANEL, GtkWidget)

void rt_measures_panel_set_session (RtMeasuresPanel *self, RtSession *session);
typedef enum {
  RT_HEADLINE_PLAIN, /* neither: nobody is seated yet, or better may exist */
  RT_HEADLINE_GOOD,
  RT_HEADLINE_WRONG, /* a rule that must be kept is broken, or somebody has no seat */
} RtHeadline;

/* The state of the seating in a line: "Repeats 0: proven"; while arranging,
   what is found so far. */
char *rt_measures_panel_dup_headline (RtSession *session, RtHeadline *state);
/* Whether no guest has a seat in any round yet, and none is over. */
gboolean rt_measures_panel_is_unarranged (RtSession *session);

G_END_DECLS
