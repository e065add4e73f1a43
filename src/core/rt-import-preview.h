/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include "rt-import.h"

G_BEGIN_DECLS

/* What lists would do to a plan that has people already, item by item, before anything is done. */

typedef enum {
  RT_PREVIEW_NEW,
  RT_PREVIEW_CHANGED,
  RT_PREVIEW_DOUBTFUL,  /* a new name that is nearly that of somebody: one person? */
  RT_PREVIEW_GONE,      /* in the plan, and in none of the lists */
  RT_N_PREVIEWS,
} RtPreviewKind;

typedef struct {
  RtPreviewKind kind;
  RtImport *import;     /* whose line it is; NULL for GONE */
  guint     line;
  RtId      person;     /* of the plan; NULL for NEW */
  char     *title;      /* a name */
  char     *detail;     /* "job: Clerk → Head of Housing"; may be NULL */
  gboolean  ticked;     /* do it; NEW and CHANGED are ticked at first, the others are not */
} RtPreviewItem;

/* Returns: (transfer full) (element-type RtPreviewItem): new, changed, doubtful, gone. The items
   refer to @imports. */
GPtrArray *rt_import_preview         (RtPlan *plan, RtImport * const *imports, guint n,
                                      GError **error);
/* From now on the lists of @items add and change only what is ticked. */
void       rt_import_preview_decide  (GPtrArray *items);
/* Returns: (transfer full) (nullable): the removal of those who are gone and ticked; NULL without
   @error when nobody is. */
RtChange  *rt_import_preview_removal (RtPlan *plan, GPtrArray *items, GError **error);

G_END_DECLS
