/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include <glib.h>

#include "rt-error.h"

G_BEGIN_DECLS

/**
 * RtEncoding:
 * @name: "UTF-8", "UTF-16LE", "UTF-16BE", "windows-1252", ... as found or given
 * @bom: the bytes began with a byte order mark
 * @guessed: neither a mark nor validity decided
 */
typedef struct {
  char     *name;
  gboolean  bom;
  gboolean  guessed;
} RtEncoding;

char *rt_decode (const char *bytes, gsize length, const char *encoding, RtEncoding *found,
                 GError **error);

G_END_DECLS
