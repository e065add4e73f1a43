/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "rt-person.h"

#include <glib/gi18n-lib.h>

const char * const rt_role_words[] = {
  "host", "co-host", "deputy", "champion", "speaker", "interpreter", "staff", NULL,
};
const char * const rt_attendance_words[] = {
  "expected", "arrived", "late", "left", "absent", NULL,
};

#define PRIVATE(kind, member) #member, RT_FIELD_##kind, G_STRUCT_OFFSET (RtPersonPrivate, member)
static const RtField private_fields[] = {
  { PRIVATE (TEXT, email) },
  { PRIVATE (TEXT, phone) },
  { PRIVATE (TEXT, access) },
  { PRIVATE (TEXT, diet) },
  { PRIVATE (TEXT, notes) },
  { NULL },
};

const RtRecordClass rt_person_private_class = {
  "private", sizeof (RtPersonPrivate), 0, private_fields,
};

#define FIELD(kind, member) #member, RT_FIELD_##kind, G_STRUCT_OFFSET (RtPerson, member)
static const RtField fields[] = {
  { FIELD (TEXT, name) },
  { FIELD (TEXT, honorific) },
  { FIELD (TEXT, organisation) },
  { FIELD (TEXT, sector) },
  { FIELD (TEXT, job) },
  { FIELD (TEXT, kind) },
  { FIELD (TEXTS, roles), .words = rt_role_words },
  { FIELD (TEXTS, tags) },
  { FIELD (TEXTS, languages) },
  { FIELD (REFS, wishes), .part = RT_PART_THEMES },
  { FIELD (REFS, rounds), .part = RT_PART_ROUNDS },
  { FIELD (CHOICE, attendance), .words = rt_attendance_words },
  { FIELD (BOOL, step_free) },
  { FIELD (RECORD, private), .of = &rt_person_private_class },
  { NULL },
};

const RtRecordClass rt_person_class = {
  "person", sizeof (RtPerson), 'p', fields,
};

/**
 * rt_person_new:
 * @name: (nullable): %NULL for an unnamed place
 *
 * Returns: (transfer full): a person with a new id
 */
RtPerson *
rt_person_new (const char *name)
{
  RtPerson *self = rt_record_new (&rt_person_class, rt_id_new ('p'));

  rt_set_text (&self->name, name);
  return self;
}

gboolean
rt_person_takes_part (const RtPerson *self)
{
  return self->attendance != RT_ATTENDANCE_ABSENT && !rt_person_has_role (self, "staff");
}

/** rt_person_has_role: @role: as in the file: "host", "co-host", "staff" … */
gboolean
rt_person_has_role (const RtPerson *self, const char *role)
{
  return self->roles != NULL && g_strv_contains ((const char * const *) self->roles, role);
}

char *
rt_person_dup_display (const RtPerson *self)
{
  return g_strdup (self->name != NULL ? self->name : _("Unnamed place"));
}

/* Words that belong to the surname after them: "Ludwig van Beethoven", "Juan de la Cruz". */
static gboolean
is_particle (const char *word)
{
  static const char *const particles[] = {
    "van",   "von",   "vom", "der", "den",  "ter", "ten", "zu", "zum", "zur", "de", "del",
    "della", "dello", "di",  "da",  "do",   "dos", "das", "du", "des", "la",  "le", "las",
    "los",   "el",    "al",  "bin", "bint", "ibn", "ben", "af", "av",  "'t",  NULL,
  };
  g_autofree char *folded = g_utf8_casefold (word, -1);

  return g_strv_contains (particles, folded);
}

/**
 * rt_person_split_name:
 * @first: (out) (transfer full) (nullable): first names; %NULL for an unnamed place
 * @last: (out) (transfer full) (nullable): the surname with its particles, %NULL for a single word
 *
 * The last word is the surname, with the particles before it; the first word never is. Names that
 * are written without a space (also Chinese ones) stay whole.
 */
void
rt_person_split_name (const RtPerson *self, char **first, char **last)
{
  g_autofree char *name = rt_tidy (self->name);
  g_auto (GStrv) words = g_strsplit (name, " ", -1);
  guint n = g_strv_length (words);
  guint at = n > 1 ? n - 1 : n;

  while (at > 1 && at < n && is_particle (words[at - 1]))
    at--;
  *last = at < n ? g_strjoinv (" ", words + at) : NULL;
  if (at < n)
    g_clear_pointer (&words[at], g_free);
  for (guint i = at + 1; i < n; i++)
    g_clear_pointer (&words[i], g_free);
  *first = n > 0 ? g_strjoinv (" ", words) : NULL;
}

/**
 * rt_person_dup_sort_key: Returns: (transfer full): a key for strcmp(): by surname, then first name
 */
char *
rt_person_dup_sort_key (const RtPerson *self)
{
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;
  g_autofree char *line = NULL;

  rt_person_split_name (self, &first, &last);
  line = g_strconcat (last != NULL ? last : "", last != NULL ? " " : "", first, NULL);
  return rt_dup_sort_key (line);
}

/* What is ASCII is in its composed form, and asking costs much less. */
static char *
dup_composed (const char *text)
{
  g_autofree char *valid = NULL;

  if (g_str_is_ascii (text))
    return g_strdup (text);
  valid = g_utf8_make_valid (text, -1);
  return g_utf8_normalize (valid, -1, G_NORMALIZE_DEFAULT_COMPOSE);
}

char *
rt_tidy (const char *text)
{
  g_autofree char *composed = dup_composed (text != NULL ? text : "");
  GString *tidy = g_string_sized_new (strlen (composed));
  gboolean blank = FALSE;

  for (const char *p = composed; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isspace (c))
        {
          blank = TRUE;
          continue;
        }
      if (blank && tidy->len > 0)
        g_string_append_c (tidy, ' ');
      blank = FALSE;
      g_string_append_unichar (tidy, c);
    }
  return g_string_free (tidy, FALSE);
}

char *
rt_fold (const char *text)
{
  g_autofree char *tidy = rt_tidy (text);
  g_autofree char *folded = NULL;

  if (g_str_is_ascii (tidy))
    return g_ascii_strdown (tidy, -1);
  folded = g_utf8_casefold (tidy, -1);
  /* Folding can take a text apart again ("ǰ"), so it is composed once more. */
  return g_utf8_normalize (folded, -1, G_NORMALIZE_DEFAULT_COMPOSE);
}

char *
rt_dup_sort_key (const char *text)
{
  g_autofree char *folded = rt_fold (text);

  /* A full stop does not end a word here, as it ends the name of a file. */
  g_strdelimit (folded, ".", ' ');
  return g_utf8_collate_key_for_filename (folded, -1);
}
