/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include "rt-record.h"

G_BEGIN_DECLS

/* What is shared by the files that read and write records, and by nobody else. */

/**
 * RtReading:
 * @lenient: the file was made by a newer Rotunda: a member that cannot be understood is treated
 *   like an unknown one instead of being refused
 */
typedef struct {
  gboolean lenient;
} RtReading;

/** RtWriting: where ids stand, so that objects keyed by ids have one order */
typedef struct {
  RtOrder  order;
  gpointer data;
} RtWriting;

/**
 * RtFieldType:
 * @read: takes @node, which is never null, into the empty @member; only the JSON type is looked at
 * @check: (nullable): whether the value is in its range, for values from files and from code alike
 * @write: (nullable): returns %NULL when the member is absent
 * @copy: from one member to another that is empty
 * @each_ref: (nullable): see rt_record_each_ref()
 * @without: (nullable): takes the id out of @member in place; returns how many entries went, and
 *   the number that is left in @left
 *
 * One kind of member. @member points to the C member itself.
 */
typedef struct {
  gboolean (*read) (const RtField *field, JsonNode *node, const RtPlace *place, gpointer member,
                    const RtReading *reading, GError **error);
  gboolean (*check) (const RtField *field, gconstpointer member, const RtPlace *place,
                     GError **error);
  JsonNode *(*write)    (const RtField *field, gconstpointer member, const RtWriting *writing);
  void      (*copy)     (const RtField *field, gconstpointer from, gpointer to);
  gboolean  (*equal)    (const RtField *field, gconstpointer a, gconstpointer b);
  void      (*clear)    (const RtField *field, gpointer member);
  gboolean  (*each_ref) (const RtField *field, gconstpointer member, const RtPlace *place,
                         RtRefFunc func, gpointer data);
  guint     (*without)  (const RtField *field, gpointer member, RtPart part, RtId id, guint *left);
} RtFieldType;

const RtFieldType *rt_field_get_type (const RtField *field);

extern const RtFieldType rt_field_text, rt_field_date, rt_field_time, rt_field_moment, rt_field_int,
  rt_field_bool, rt_field_choice, rt_field_texts;
extern const RtFieldType rt_field_ref, rt_field_refs, rt_field_ref_map, rt_field_ref_lists,
  rt_field_seating, rt_field_slips;
extern const RtFieldType rt_field_record, rt_field_records, rt_field_text_map, rt_field_int_map,
  rt_field_words;

gpointer  rt_record_read_with  (const RtRecordClass *klass, JsonNode *node, const RtPlace *place,
                                const RtReading *reading, GError **error);
JsonNode *rt_record_write_with (gconstpointer record, const RtWriting *writing);

/* Entries of an object keyed by ids, in the order in which they are written. */
typedef struct {
  guint rank;   /* of the key in its part */
  guint index;  /* of the entry in the map */
} RtRanked;
int       rt_compare_ranked   (gconstpointer a, gconstpointer b);
GArray   *rt_rank_keys (guint n, RtId (*get_key) (gconstpointer map, guint i), gconstpointer map,
                        RtPart part, const RtWriting *writing);  /* of RtRanked */

/* Messages: "PLACE: what is the matter". */
gboolean  rt_place_fail     (GError **error, const RtPlace *place, const char *format,
                             ...) G_GNUC_PRINTF (3, 4);
/* "a list belongs here, not a number" */
gboolean  rt_place_fail_type (GError **error, const RtPlace *place, const char *wanted,
                              JsonNode *found);
gboolean  rt_text_check     (const char *text, const RtPlace *place, GError **error);
/* NULL, and @error is set, when @node is not a text. */
const char *rt_node_get_text (JsonNode *node, const RtPlace *place, GError **error);
/* NULL when @node is of another type. */
JsonArray  *rt_node_get_list (JsonNode *node, const RtPlace *place, GError **error);
JsonObject *rt_node_get_map  (JsonNode *node, const RtPlace *place, GError **error);
gboolean    rt_node_get_int  (JsonNode *node, const RtPlace *place, int *value, GError **error);
JsonNode   *rt_node_new_text (const char *text);
JsonNode   *rt_node_new_list (JsonArray *list);   /* takes @list */
JsonNode   *rt_node_new_map  (JsonObject *map);   /* takes @map */
/* A copy of @node, at every depth without the members named `private`. */
JsonNode   *rt_node_without_private (JsonNode *node);

G_END_DECLS
