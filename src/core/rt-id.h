/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * RtId:
 *
 * The id of a person, table, theme, round, rule or session: an interned string, so two ids are the
 * same exactly when the pointers are. Never freed, never %NULL where one is required.
 */
typedef const char *RtId;

RtId rt_id_intern (const char *text);
RtId rt_id_new    (char letter);

/**
 * RtIds:
 *
 * A %NULL-terminated list of ids, owned by whoever holds it and freed with g_free().
 * A list that is %NULL is absent, which is not the same as an empty one.
 */
typedef RtId *RtIds;

guint    rt_ids_length   (const RtId *ids);
gboolean rt_ids_contains (const RtId *ids, RtId id);
RtIds    rt_ids_copy     (const RtId *ids);
RtIds    rt_ids_add      (const RtId *ids, RtId id);
RtIds    rt_ids_remove   (const RtId *ids, RtId id);

G_END_DECLS
