/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include "rt-ink.h"

G_BEGIN_DECLS

gboolean rt_code_draw (RtInk *ink, const RtBox *box, const char *text);

G_END_DECLS
