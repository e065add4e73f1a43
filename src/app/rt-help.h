/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Adds the action app.help, which shows the front page of the help, and in every window the key F1,
 * which shows the page about what one is at. */
void        rt_help_install (GtkApplication *application);
/* The page of the help, perhaps with its section ("measures#clash"), about what has the focus in
 * @window, else what it shows; "" (the front page) when there is none. */
const char *rt_help_page_of (GtkWindow *window);
/* Says that @window, whose type does not tell it, is about @page, a static string. */
void        rt_help_set_page (GtkWindow *window, const char *page);
/* Shows @page in the help viewer, and says so in @window when there is no viewer. */
void        rt_help_show    (GtkWindow *window, const char *page);

G_END_DECLS
