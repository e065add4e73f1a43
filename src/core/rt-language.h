/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char       *rt_language_from_word (const char *word);
/* Returns: (transfer none): what people call the language @code; @code where that is not known */
const char *rt_language_get_name  (const char *code);
/* The names of @codes (nullable), which rt_language_from_word() knows again. (nullable) */
char       *rt_languages_dup_text (const char *const *codes, const char *separator);

G_END_DECLS
