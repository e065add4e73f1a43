/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "rt-error.h"

G_DEFINE_QUARK (rt-error-quark, rt_error)
