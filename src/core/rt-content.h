/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include "rt-plan.h"

G_BEGIN_DECLS

/**
 * RtContent:
 *
 * The records of a plan, checked as a whole. A change is tried on a copy (lists that it does not
 * touch are shared), and the copy takes the plan's place once it is found to be sound; a file is
 * read into one. Shared by the files of RtPlan and by nobody else.
 */
typedef struct {
  GPtrArray  *parts[RT_N_PARTS];  /* of RtRecord */
  GHashTable *index;              /* id to packed part and place */
} RtContent;

void      rt_content_init       (RtContent *self);
void      rt_content_share      (RtContent *self, const RtContent *other);
void      rt_content_clear      (RtContent *self);
gboolean  rt_content_find       (const RtContent *self, RtPart part, RtId id, guint *place);
guint     rt_content_order      (RtPart part, RtId id, gpointer content);  /* an RtOrder */

/* Builds the index anew; refuses an id that is there twice. */
gboolean  rt_content_index      (RtContent *self, GError **error);
gboolean  rt_content_check_limits (const RtContent *self, GError **error);
gboolean  rt_content_check_refs_of (const RtContent *self, RtPart part, guint place,
                                    gconstpointer record,
                                  GError **error);
gboolean  rt_content_check_refs (const RtContent *self, GError **error);
gboolean  rt_content_check_agenda (const RtContent *self, GError **error);
gboolean  rt_content_check_record (RtPart part, guint place, gconstpointer record, GError **error);

/* A plan that takes @content over; @extra and @newer (nullable) too. */
RtPlan   *rt_plan_new_take      (RtContent *content, JsonObject *extra, JsonNode *newer);
const RtContent *rt_plan_get_content (RtPlan *self);
JsonObject *rt_plan_get_extra   (RtPlan *self);   /* unknown members of the file; NULL = none */
JsonNode *rt_plan_get_newer     (RtPlan *self);   /* the file as it was, if a newer Rotunda made
                                                     it */

G_END_DECLS
