/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#pragma once

#include <gtk/gtk.h>

void rt_popovers_close (GtkWidget *widget);
void rt_popovers_install (void);
void rt_popovers_popup (GtkPopover *popover);
