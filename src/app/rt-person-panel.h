/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include <adwaita.h>

#include "rt-session.h"

G_BEGIN_DECLS

/**
 * RtPersonPanel:
 *
 * The editor of the session's selected person, or of several people at once. Each edit is one
 * labelled change; where several people differ it says "several", and what is not touched stays.
 * It is hidden while there is nobody to show.
 */
#define RT_TYPE_PERSON_PANEL (rt_person_panel_get_type ())
G_DECLARE_FINAL_TYPE (RtPersonPanel, rt_person_panel, RT, PERSON_PANEL, GtkWidget)

GtkWidget *rt_person_panel_new            (void);
void       rt_person_panel_set_session    (RtPersonPanel *self, RtSession *session);
/* Several people at once. One, and nobody, follow the session by themselves. */
void       rt_person_panel_set_people     (RtPersonPanel *self, const RtId *people, guint n);
/* The focus goes to the name, or to what several people can share. */
void       rt_person_panel_begin          (RtPersonPanel *self);

G_END_DECLS
