/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Lets the list of @row, whose model is of GtkStringObject, show sentences whole: libadwaita's own
   cuts them at twenty letters. */
void rt_whole_choices_show (AdwComboRow *row);

G_END_DECLS
