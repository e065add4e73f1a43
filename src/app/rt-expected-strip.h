/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include <adwaita.h>

#include "rt-session.h"

G_BEGIN_DECLS

/**
 * RtExpectedStrip:
 *
 * How many people are expected beside how many are on the list, where these differ, and a button
 * that adds unnamed places for the others.
 */
#define RT_TYPE_EXPECTED_STRIP (rt_expected_strip_get_type ())
G_DECLARE_FINAL_TYPE (RtExpectedStrip, rt_expected_strip, RT, EXPECTED_STRIP, GtkBox)

void rt_expected_strip_set_session (RtExpectedStrip *self, RtSession *session);

G_END_DECLS
