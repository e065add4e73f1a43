/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include <adwaita.h>

#include "rt-session.h"

G_BEGIN_DECLS

/**
 * RtDiskStrip:
 *
 * Says that another program has changed or taken away the plan's file, and asks what shall be.
 */
#define RT_TYPE_DISK_STRIP (rt_disk_strip_get_type ())
G_DECLARE_FINAL_TYPE (RtDiskStrip, rt_disk_strip, RT, DISK_STRIP, AdwBin)

void rt_disk_strip_set_session (RtDiskStrip *self, RtSession *session);
/* The buttons stand below the words. */
void rt_disk_strip_set_narrow  (RtDiskStrip *self, gboolean narrow);

G_END_DECLS
