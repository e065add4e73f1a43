/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include "rt-import.h"

G_BEGIN_DECLS

gboolean rt_cli_read_list (RtPlan *plan, const char *path, RtListKind kind,
                           gboolean *changed, GError **error);
gboolean rt_cli_read_themes (RtPlan *plan, const char *path, guint *n_themes, GError **error);

G_END_DECLS
