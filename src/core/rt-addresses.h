/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean rt_addresses_are_likely (const char *text);
void     rt_addresses_read       (const char *text, GPtrArray *rows, GArray *lines);

G_END_DECLS
