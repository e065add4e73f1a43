/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include "rt-edit-details.h"

G_BEGIN_DECLS

/* What is known of people as text. Each edit of it is one labelled change. */

typedef enum {
  RT_PERSON_NAME,
  RT_PERSON_ORGANISATION,
  RT_PERSON_JOB,
  RT_PERSON_SECTOR,
  RT_PERSON_KIND,
  RT_PERSON_ACCESS,
  RT_PERSON_DIET,
  RT_PERSON_EMAIL,
  RT_PERSON_PHONE,
  RT_PERSON_NOTES,
  RT_N_PERSON_TEXTS,
} RtPersonText;

const char *rt_person_text_get_title (RtPersonText text);                          /* translated */
/* Whether many people can be given the same. */
gboolean    rt_person_text_is_shared (RtPersonText text);
const char *rt_person_text_get       (const RtPerson *person, RtPersonText text);  /* "" for none */
/* @words "" = none. What is not shared is of one person: @n is 1. */
RtChange   *rt_person_text_to_change (RtPlan *plan, const RtId *people, guint n, RtPersonText text,
                                      const char *words, GError **error);

G_END_DECLS
