/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include <json-glib/json-glib.h>

#include "rt-error.h"

G_BEGIN_DECLS

/* How many arrays and objects may be inside each other. */
#define RT_MAX_JSON_DEPTH 64

/*
 * RFC 8259, strictly and without recursion: valid UTF-8, not too deep, no member twice in one
 * object, integers within 64 bits, no U+0000. The message has line and column. json-glib alone
 * crashes, guesses and cuts.
 */
JsonNode  *rt_json_parse   (const char *text, gsize length, GError **error);
/* Two spaces of indentation, LF at the end, the order of the object's members. */
char      *rt_json_print   (JsonNode *node, gsize *length);

G_END_DECLS
