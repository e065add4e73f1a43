/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "rt-rule.h"

#include <glib/gi18n-lib.h>

const char *const rt_rule_kind_words[] = {
  "repeats", "returns", "spread", "own-host", "even",     "count",     "together",
  "apart",   "visit",   "avoid",  "wishes",   "language", "step-free", NULL,
};
const char * const rt_strength_words[] = { "must", "should", "may", NULL };
static const char * const of_words[] = { "host", "table", "theme", NULL };

#define MOST_PEOPLE 20000

#define FIELD(kind, member) #member, RT_FIELD_##kind, G_STRUCT_OFFSET (RtRule, member)
static const RtField fields[] = {
  { FIELD (CHOICE, kind), .words = rt_rule_kind_words, .required = TRUE },
  { FIELD (CHOICE, strength), .words = rt_strength_words, .required = TRUE },
  /* Without a round left, a rule for some rounds would have to become one for all: it goes. */
  { FIELD (REFS, rounds), .part = RT_PART_ROUNDS, .needs = 1 },
  { FIELD (CHOICE, of), .words = of_words },
  { FIELD (TEXT, by) },
  { FIELD (TEXT, value) },
  { FIELD (INT, least), .least = 0, .most = MOST_PEOPLE },
  { FIELD (INT, most), .least = 0, .most = MOST_PEOPLE },
  { FIELD (REFS, people), .part = RT_PART_PEOPLE, .needs = 2 },
  { FIELD (REF, person), .part = RT_PART_PEOPLE },
  { FIELD (REF, table), .part = RT_PART_TABLES },
  { FIELD (REF, host), .part = RT_PART_PEOPLE },
  { FIELD (REF, theme), .part = RT_PART_THEMES },
  { NULL },
};

static gboolean
fail (GError **error, const char *message)
{
  g_set_error_literal (error, RT_ERROR, RT_ERROR_FORMAT, message);
  return FALSE;
}

static gboolean
has_prefix_and_word (const char *text, const char *prefix)
{
  return g_str_has_prefix (text, prefix) && text[strlen (prefix)] != '\0';
}

static gboolean
is_property (const char *by)
{
  static const char * const plain[] = { "organisation", "sector", "kind", "job", NULL };

  return by != NULL && g_strv_contains (plain, by);
}

static gboolean
check_by (const RtRule *self, GError **error)
{
  if (is_property (self->by) ||
      (self->by != NULL &&
       (has_prefix_and_word (self->by, "tag:") || has_prefix_and_word (self->by, "language:"))))
    return TRUE;
  return fail (error,
               _("by: this has to be organisation, sector, kind, job, tag:WORD or language:CODE"));
}

static gboolean
check_count (const RtRule *self, GError **error)
{
  if (!check_by (self, error))
    return FALSE;
  if (is_property (self->by) && self->value == NULL)
    return fail (error, _("value: a count rule needs the value that is counted"));
  if (self->least == RT_UNSET && self->most == RT_UNSET)
    return fail (error, _("least: a count rule needs least, most or both"));
  if (self->least != RT_UNSET && self->most != RT_UNSET && self->least > self->most)
    return fail (error, _("least: this is more than most"));
  return TRUE;
}

static gboolean
check_visit (const RtRule *self, GError **error)
{
  if (self->person == NULL)
    return fail (error, _("person: a rule about a visit needs a person"));
  if ((self->table != NULL) + (self->host != NULL) + (self->theme != NULL) != 1)
    return fail (error, _("table: a rule about a visit needs one of table, host and theme"));
  return TRUE;
}

static gboolean
check_group (const RtRule *self, GError **error)
{
  for (guint i = 0; self->people != NULL && self->people[i] != NULL; i++)
    if (rt_ids_contains (self->people + i + 1, self->people[i]))
      {
        g_set_error (error, RT_ERROR, RT_ERROR_FORMAT, _("people: %s is named twice"),
                     self->people[i]);
        return FALSE;
      }
  return self->people != NULL ? TRUE : fail (error, _("people: this rule needs a list of people"));
}

static gboolean
check (gconstpointer record, GError **error)
{
  const RtRule *self = record;

  switch (self->kind)
    {
    case RT_RULE_RETURNS:
      return self->of != RT_UNSET
                 ? TRUE
                 : fail (error, _("of: a returns rule needs host, table or theme"));
    case RT_RULE_SPREAD:
      return check_by (self, error);
    case RT_RULE_COUNT:
      return check_count (self, error);
    case RT_RULE_TOGETHER:
    case RT_RULE_APART:
      return check_group (self, error);
    case RT_RULE_VISIT:
    case RT_RULE_AVOID:
      return check_visit (self, error);
    default:
      return TRUE;
    }
}

const RtRecordClass rt_rule_class = {
  "rule", sizeof (RtRule), 'u', fields, check,
};

/** rt_rule_new: Returns: (transfer full): a rule for all rounds with a new id */
RtRule *
rt_rule_new (RtRuleKind kind, RtStrength strength)
{
  RtRule *self = rt_record_new (&rt_rule_class, rt_id_new ('u'));

  self->kind = kind;
  self->strength = strength;
  return self;
}

/** rt_rule_acts_in: Returns: whether the rule is about @round; one that names none is about all */
gboolean
rt_rule_acts_in (const RtRule *self, RtId round)
{
  return self->rounds == NULL || rt_ids_contains (self->rounds, round);
}
