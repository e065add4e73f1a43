/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include <adwaita.h>

#include "rt-round.h"
#include "rt-width-class.h"

G_BEGIN_DECLS

/** RtWelcomePage: from nothing to a list of people in three clicks. */
#define RT_TYPE_WELCOME_PAGE (rt_welcome_page_get_type ())
G_DECLARE_FINAL_TYPE (RtWelcomePage, rt_welcome_page, RT, WELCOME_PAGE, GtkWidget)

void     rt_welcome_page_set_width_class (RtWelcomePage *self, RtWidthClass width_class);
RtPreset rt_welcome_page_get_preset      (RtWelcomePage *self);

G_END_DECLS
