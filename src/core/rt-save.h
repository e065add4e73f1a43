/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * RtStamp:
 * @exists: whether there was a file at all
 *
 * What a file was like when it was read or written: another program that changes it, in place or
 * by putting another file there, makes another stamp.
 */
typedef struct {
  gboolean exists;
  guint64  device;
  guint64  inode;
  gint64   size;
  gint64   seconds;      /* time of the last change of its content */
  gint64   nanoseconds;
} RtStamp;

gboolean rt_stamp_equal (const RtStamp *a, const RtStamp *b);
void     rt_stamp_take  (const char *path, RtStamp *stamp);

char    *rt_read_bytes  (const char *path, gsize limit, gsize *length, RtStamp *stamp,
                         GError **error);
gboolean rt_save_bytes_over (const char *path, const char *bytes, gsize length, int mode,
                             const RtStamp *expected, RtStamp *saved, GError **error);

G_END_DECLS
