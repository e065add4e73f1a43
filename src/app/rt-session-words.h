/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include "rt-session.h"

G_BEGIN_DECLS

/* What a window says about its plan. All are transfer full. */

/* A plan without a title goes by the name of its file. */
char *rt_session_dup_title    (RtSession *self);
/* What the paper is like, and what the file is like when it is not what is here. There is room for
   two things: the day comes before what is not yet issued, as long as the file needs no word. */
char *rt_session_dup_subtitle (RtSession *self);
/* @message as markup for a toast; a change of an issued plan says what it does to the paper. */
char *rt_session_dup_told     (RtSession *self, const char *message, gboolean can_undo);
/* "Undo Move Ged Curran to Table 3", and "Undo" where there is nothing to undo. */
char *rt_session_dup_undo     (RtSession *self);
char *rt_session_dup_redo     (RtSession *self);

G_END_DECLS
