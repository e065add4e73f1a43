/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include <adwaita.h>

#include "rt-session.h"

G_BEGIN_DECLS

/**
 * RtAlternativesDialog:
 *
 * Three seatings side by side with what is, each with its measures and how many people it moves.
 * One may be taken as soon as it stands there, as one change.
 */
#define RT_TYPE_ALTERNATIVES_DIALOG (rt_alternatives_dialog_get_type ())
G_DECLARE_FINAL_TYPE (RtAlternativesDialog, rt_alternatives_dialog, RT, ALTERNATIVES_DIALOG,
                      AdwWindow)

/* @seconds: the budget of each. NULL with @error when there is nothing to arrange. */
GtkWindow *rt_alternatives_dialog_new (GtkWindow *parent, RtSession *session, double seconds,
                                       GError **error);

G_END_DECLS
