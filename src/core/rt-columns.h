/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include "rt-import.h"

G_BEGIN_DECLS

RtColumn rt_column_from_name  (const char *name);
gboolean rt_columns_from_header (const RtCsv *csv, RtListKind kind, GArray *columns);
void     rt_columns_guess     (const RtCsv *csv, RtListKind kind, GArray *columns);
const char *rt_column_get_title (RtColumn column);
const char *rt_role_from_word (const char *word);

G_END_DECLS
