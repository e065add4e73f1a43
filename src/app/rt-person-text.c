/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "rt-person-text.h"

#include <glib/gi18n-lib.h>

#define NO_DETAIL (-1)

/* A text and the member that holds it: a detail that many people can share, or else one of the
 * person or their private part, and what that edit is called. */
static const struct
{
  const char *title;
  int detail;
  gsize member;
  gboolean private;
  const char *label;
} texts[RT_N_PERSON_TEXTS] = {
#define PRIVATE(name) NO_DETAIL, offsetof (RtPersonPrivate, name), TRUE
  [RT_PERSON_ORGANISATION] = { N_("Organisation"), RT_DETAIL_ORGANISATION },
  [RT_PERSON_JOB] = { N_("Job"), RT_DETAIL_JOB },
  [RT_PERSON_SECTOR] = { N_("Sector"), RT_DETAIL_SECTOR },
  [RT_PERSON_KIND] = { N_("Kind"), RT_DETAIL_KIND },
  /* Translators: in these %s is a person. */
  [RT_PERSON_NAME]
  = { N_("Name"), NO_DETAIL, offsetof (RtPerson, name), FALSE, N_("Rename %s") },
  [RT_PERSON_ACCESS] = { N_("Access"), PRIVATE (access), N_("Change Access Needs of %s") },
  [RT_PERSON_DIET] = { N_("Diet"), PRIVATE (diet), N_("Change Diet of %s") },
  [RT_PERSON_EMAIL] = { N_("Email"), PRIVATE (email), N_("Change Email of %s") },
  [RT_PERSON_PHONE] = { N_("Phone"), PRIVATE (phone), N_("Change Phone of %s") },
  [RT_PERSON_NOTES] = { N_("Notes"), PRIVATE (notes), N_("Change Notes on %s") },
};

const char *
rt_person_text_get_title (RtPersonText text)
{
  return _(texts[text].title);
}

gboolean
rt_person_text_is_shared (RtPersonText text)
{
  return texts[text].detail != NO_DETAIL;
}

/* The text in a record, or NULL where there is no private part to hold it. */
static char **
get_member (const RtPerson *person, RtPersonText text)
{
  char *record = texts[text].private ? (char *) person->private : (char *) person;

  return record ? (char **) (record + texts[text].member) : NULL;
}

const char *
rt_person_text_get (const RtPerson *person, RtPersonText text)
{
  char **member;

  if (rt_person_text_is_shared (text))
    return rt_detail_get_text (person, texts[text].detail);
  member = get_member (person, text);
  return member && *member ? *member : "";
}

/* What only one person can have: a changed copy. */
static RtChange *
change_own (RtPlan *plan, RtId id, RtPersonText text, const char *words, GError **error)
{
  const RtPerson *person = rt_plan_find_person (plan, id);
  g_autoptr (RtPerson) copy = rt_record_copy (person);
  g_autofree char *who = rt_person_dup_display (person);
  g_autoptr (GString) label = g_string_new (_(texts[text].label));

  if (texts[text].private && copy->private == NULL)
    copy->private = rt_record_new (&rt_person_private_class, NULL);
  rt_set_text (get_member (copy, text), words);
  g_string_replace (label, "%s", who, 1);
  return rt_edit_replace (plan, label->str, RT_PART_PEOPLE, copy, error);
}

RtChange *
rt_person_text_to_change (RtPlan *plan, const RtId *people, guint n, RtPersonText text,
                          const char *words, GError **error)
{
  if (rt_person_text_is_shared (text))
    return rt_edit_set_detail (plan, people, n, texts[text].detail, words, error);
  g_assert (n == 1);
  return change_own (plan, people[0], text, words, error);
}
