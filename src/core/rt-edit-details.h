/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include "rt-edit.h"

G_BEGIN_DECLS

/* What is known of people, edited for one of them or for many at once: one labelled change each. */

typedef enum {
  RT_DETAIL_ORGANISATION,
  RT_DETAIL_SECTOR,
  RT_DETAIL_KIND,
  RT_DETAIL_JOB,
  RT_DETAIL_ROLES,        /* from here on: lists of words */
  RT_DETAIL_TAGS,
  RT_DETAIL_LANGUAGES,
} RtDetail;

const char *rt_detail_get_text  (const RtPerson *person, RtDetail detail);  /* "" for none */
/* May be NULL */
const char * const *rt_detail_get_words (const RtPerson *person, RtDetail detail);

/* "Change Sector of 3 People". @text "" = none. */
RtChange *rt_edit_set_detail    (RtPlan *plan, const RtId *people, guint n, RtDetail detail,
                                 const char *text, GError **error);
/* Each of @people has the word or has it not; the other words of each stay. */
RtChange *rt_edit_set_word      (RtPlan *plan, const RtId *people, guint n, RtDetail detail,
                                 const char *word, gboolean has, GError **error);
/* Exactly these words, in this order; NULL = none. */
RtChange *rt_edit_set_words     (RtPlan *plan, const RtId *people, guint n, RtDetail detail,
                                 const char * const *words, GError **error);
RtChange *rt_edit_set_step_free (RtPlan *plan, const RtId *people, guint n, gboolean step_free,
                                 GError **error);
/* Adds the theme as the last choice of whoever does not wish for it yet, or takes it from all. */
RtChange *rt_edit_set_wish      (RtPlan *plan, const RtId *people, guint n, RtId theme,
                                 gboolean has, GError **error);
/* Who does not attend a round gives up chair and pin there. */
RtChange *rt_edit_set_attends   (RtPlan *plan, const RtId *people, guint n, RtId round,
                                 gboolean attends, GError **error);

G_END_DECLS
