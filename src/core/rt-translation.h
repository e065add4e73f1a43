/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include "rt-change.h"
#include "rt-plan.h"

G_BEGIN_DECLS

/* Words in the second language of an event, which paper shows below those in the first. */

/* NULL: paper has one language */
const char *rt_translation_get_language (RtPlan *plan);
/* @member: title, question or method; NULL: not translated */
const char *rt_translation_find         (RtPlan *plan, const char *language, const char *id,
                                         const char *member);
RtChange   *rt_edit_translate_theme     (RtPlan *plan, const char *language, RtId theme,
                                         const char *member, const char *text, GError **error);

G_END_DECLS
