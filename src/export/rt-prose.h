/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * RtProse:
 *
 * A text with a heading, lists and one table, while it is written: as Markdown (with the tables of
 * GitHub's) or as a page of HTML. Whatever is said is escaped, and names in any script keep their
 * order.
 */
typedef struct _RtProse RtProse;

RtProse *rt_prose_new        (gboolean html, const char *title);
void     rt_prose_paragraph  (RtProse *self, const char *text);
void     rt_prose_item       (RtProse *self, const char *text);
void     rt_prose_begin_row  (RtProse *self, gboolean head);
void     rt_prose_begin_cell (RtProse *self);
/* A line of a cell. */
void     rt_prose_say        (RtProse *self, const char *text, gboolean strong);
void     rt_prose_end_row    (RtProse *self);
GBytes  *rt_prose_free       (RtProse *self);

G_END_DECLS
