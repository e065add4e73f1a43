/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include <adwaita.h>

#include "rt-session.h"

G_BEGIN_DECLS

/** RtPersonPanel: the editor of the session's selected person. Each edit is one labelled change. */
#define RT_TYPE_PERSON_PANEL (rt_person_panel_get_type ())
G_DECLARE_FINAL_TYPE (RtPersonPanel, rt_person_panel, RT, PERSON_PANEL, GtkWidget)

GtkWidget *rt_person_panel_new            (void);
void       rt_person_panel_set_session    (RtPersonPanel *self, RtSession *session);
/* With more than one person selected it says how many, and offers what can be done with all. */
void       rt_person_panel_set_n_selected (RtPersonPanel *self, guint n);
/* The focus goes to the name. */
void       rt_person_panel_begin          (RtPersonPanel *self);

G_END_DECLS
