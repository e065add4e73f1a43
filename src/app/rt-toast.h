/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* A toast that says all of @markup, in as many lines as it takes in @window. */
AdwToast *rt_toast_new (GtkWidget *window, const char *markup);

G_END_DECLS
