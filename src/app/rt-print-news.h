/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include <adwaita.h>

#include "rt-roll.h"

G_BEGIN_DECLS

/* Whom to tell: a line for everybody whose slip of the last issue is wrong. "" = nobody. */
char *rt_print_dup_news  (RtPlan *plan, const RtRoll *roll, guint *n);
/* Puts them into @row, which is to be seen only when there are any. */
void  rt_print_fill_news (AdwExpanderRow *row, RtPlan *plan, const RtRoll *roll);

G_END_DECLS
