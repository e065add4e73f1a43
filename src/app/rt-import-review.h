/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include <gtk/gtk.h>

#include "rt-import-preview.h"

G_BEGIN_DECLS

/**
 * RtImportReview:
 *
 * What lists would do to the people of a plan, each with a tick: new, changed, doubtful, gone.
 * The head of each of the four ticks all of them.
 *
 * Signal `changed`: a tick was set or taken away.
 */
#define RT_TYPE_IMPORT_REVIEW (rt_import_review_get_type ())
G_DECLARE_FINAL_TYPE (RtImportReview, rt_import_review, RT, IMPORT_REVIEW, GtkWidget)

GtkWidget *rt_import_review_new       (void);
/* @items: (element-type RtPreviewItem), as rt_import_preview() makes them; ticks are set in
   them. */
void       rt_import_review_show      (RtImportReview *self, GPtrArray *items);
GPtrArray *rt_import_review_get_items (RtImportReview *self);   /* NULL before anything is shown */
/* Ticks all items of a kind, or none. */
void       rt_import_review_tick      (RtImportReview *self, RtPreviewKind kind, gboolean ticked);
guint      rt_import_review_count     (RtImportReview *self, RtPreviewKind kind,
                                       gboolean ticked_only);

G_END_DECLS
