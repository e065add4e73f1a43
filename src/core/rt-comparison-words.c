/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

/* What two records say, member by member: read from the tables that describe the records, so that a
 * new member is compared without a line here. */

#include "rt-comparison-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "rt-agenda.h"
#include "rt-field.h"
#include "rt-preset.h"
#include "rt-rule-sentence.h"

/* Longer texts, and those with line breaks, do not stand beside each other in one line. */
#define MOST_SHOWN 60

static char *
dup_round_title (RtPlan *plan, guint index)
{
  const RtRound *round = rt_plan_get_round (plan, index);

  return round->title != NULL ? g_strdup (round->title)
                              : g_strdup_printf (_("Round %u"), index + 1);
}

static char *
dup_session_title (const RtAgendaItem *item)
{
  return g_strdup (item->title != NULL ? item->title : rt_session_kind_get_title (item->kind));
}

static char *
dup_rule_title (RtPlan *plan, const RtRule *rule)
{
  char *words = rt_rule_dup_full_sentence (plan, rule);

  return words != NULL ? words : g_strdup (rt_rule_kind_get_title (rule->kind));
}

char *
rt_comparison_dup_title (RtPlan *plan, RtPart part, guint index)
{
  switch (part)
    {
    case RT_PART_PEOPLE:
      return rt_person_dup_display (rt_plan_get_person (plan, index));
    case RT_PART_THEMES:
      return g_strdup (rt_plan_get_theme (plan, index)->title != NULL
                           ? rt_plan_get_theme (plan, index)->title : _("Untitled theme"));
    case RT_PART_TABLES:
      return rt_table_dup_display (rt_plan_get_table (plan, index));
    case RT_PART_ROUNDS:
      return dup_round_title (plan, index);
    case RT_PART_RULES:
      return dup_rule_title (plan, rt_plan_get_rule (plan, index));
    case RT_PART_AGENDA:
      return dup_session_title (rt_plan_get (plan, part, index));
    case RT_PART_ROOM:
      return g_strdup (_("The room and what stands in it"));
    case RT_PART_EARLIER:
      return g_strdup (_("Who met whom at earlier events"));
    case RT_PART_ISSUED:
      return g_strdup (_("Issued"));
    case RT_PART_HARVEST:
      return g_strdup (_("What the tables wrote down"));
    case RT_PART_FEEDBACK:
      return g_strdup (_("Feedback"));
    case RT_PART_NEXT:
      return g_strdup (_("The next meeting"));
    case RT_PART_TRANSLATIONS:
      return g_strdup (_("Titles in the second language"));
    default:
      return g_strdup (_("Event"));
    }
}

static const char *
member_title (const char *name)
{
  static const struct { const char *name, *title; } titles[] = {
    { "name", N_("Name") }, { "honorific", N_("Form of address") },
    { "organisation", N_("Organisation") }, { "sector", N_("Sector") }, { "job", N_("Job") },
    { "kind", N_("Kind") }, { "roles", N_("Role") }, { "tags", N_("Tags") },
    { "languages", N_("Languages") }, { "wishes", N_("Wishes") }, { "rounds", N_("Rounds") },
    { "attendance", N_("Attendance") }, { "step_free", N_("Step-free") },
    { "private", N_("Private notes") }, { "title", N_("Title") }, { "question", N_("Question") },
    { "method", N_("Method") }, { "champion", N_("Champion") }, { "colour", N_("Colour") },
    { "number", N_("Number") }, { "places", N_("Places") }, { "least", N_("Fewest people") },
    { "shape", N_("Shape") }, { "x", N_("Place in the room") }, { "y", N_("Place in the room") },
    { "angle", N_("Place in the room") }, { "width", N_("Size") }, { "depth", N_("Size") },
    { "open", N_("Open") }, { "host", N_("Host") }, { "co_host", N_("Co-host") },
    { "deputy", N_("Deputy") }, { "theme", N_("Theme") }, { "link", N_("Link") },
    { "minutes", N_("Minutes") }, { "changeover", N_("Changeover") }, { "done", N_("Over") },
    { "hosts", N_("Hosts") }, { "co_hosts", N_("Co-hosts") }, { "themes", N_("Themes") },
    { "closed", N_("Closed tables") }, { "pins", N_("Pins") },
    { "series", N_("Series") }, { "preset", N_("Format") },
    { "date", N_("Date") }, { "start", N_("Start") }, { "venue", N_("Venue") },
    { "purpose", N_("Purpose") }, { "organisers", N_("Organisers") },
    { "expected", N_("People expected") }, { "speakers", N_("Speakers") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    if (g_str_equal (titles[i].name, name))
      return _(titles[i].title);
  return _("Other details");
}

static void
append (GString *words, char *word)
{
  g_string_append_printf (words, "%s%s", words->len > 0 ? ", " : "", word);
  g_free (word);
}

static char *
dup_record (RtPlan *plan, RtPart part, RtId id)
{
  guint index = id != NULL && *id != '\0' ? rt_plan_index_of (plan, part, id) : G_MAXUINT;

  return index == G_MAXUINT ? g_strdup (_("nobody")) : rt_comparison_dup_title (plan, part, index);
}

static char *
dup_ids (RtPlan *plan, RtPart part, const RtId *ids)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < rt_ids_length (ids); i++)
    append (words, dup_record (plan, part, ids[i]));
  return g_string_free (words, FALSE);
}

static char *
dup_map (RtPlan *plan, const RtField *field, const RtMap *map)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < rt_map_length (map); i++)
    {
      g_autofree char *key = dup_record (plan, field->part, rt_map_key (map, i));
      g_autofree char *value = dup_record (plan, field->to_part, rt_map_value (map, i));

      append (words, g_strdup_printf ("%s: %s", key, value));
    }
  return g_string_free (words, FALSE);
}

/* A word of the file as people say it. */
static const char *
word_title (const char *word)
{
  static const struct { const char *word, *title; } titles[] = {
    { "host", N_("host") }, { "co-host", N_("co-host") }, { "deputy", N_("deputy") },
    { "champion", N_("champion") }, { "speaker", N_("speaker") },
    { "interpreter", N_("interpreter") }, { "staff", N_("staff") },
    { "expected", N_("expected") }, { "arrived", N_("arrived") }, { "late", N_("late") },
    { "left", N_("has left") }, { "absent", N_("absent") },
    { "round", N_("round table") }, { "square", N_("square table") },
    { "rectangle", N_("long table") }, { "oval", N_("oval table") },
    { "row", N_("row of chairs") }, { "circle", N_("circle of chairs") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    if (g_str_equal (titles[i].word, word))
      return _(titles[i].title);
  return word;
}

static char *
dup_texts (const RtField *field, const char * const *texts)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; texts != NULL && texts[i] != NULL; i++)
    append (words, g_strdup (field->words != NULL ? word_title (texts[i]) : texts[i]));
  return g_string_free (words, FALSE);
}

static const char *
choice_words (const RtField *field, int value)
{
  if (field->words == rt_strength_words)
    return rt_strength_get_title ((RtStrength) value);
  if (field->words == rt_preset_words)
    return rt_preset_get_title ((RtPreset) value);
  return word_title (field->words[value]);
}

static char *
dup_number (const RtField *field, int value)
{
  if (value == RT_UNSET)
    return g_strdup ("");
  if (field->kind == RT_FIELD_BOOL)
    return g_strdup (value ? _("yes") : _("no"));
  return field->kind == RT_FIELD_CHOICE ? g_strdup (choice_words (field, value))
                                        : g_strdup_printf ("%d", value);
}

/* NULL for what does not go into a line; "" for what is not there. */
static char *
dup_value (RtPlan *plan, const RtField *field, gconstpointer record)
{
  gconstpointer member = (const char *) record + field->offset;
  const char *text;

  switch ((int) field->kind)
    {
    case RT_FIELD_TEXT:
    case RT_FIELD_DATE:
    case RT_FIELD_TIME:
    case RT_FIELD_MOMENT:
      text = *(char * const *) member;
      return g_strdup (text != NULL ? text : "");
    case RT_FIELD_INT:
    case RT_FIELD_BOOL:
    case RT_FIELD_CHOICE:
      return dup_number (field, *(const int *) member);
    case RT_FIELD_TEXTS:
      return dup_texts (field, *(const char * const * const *) member);
    case RT_FIELD_REF:
      return *(RtId const *) member != NULL ? dup_record (plan, field->part, *(RtId const *) member)
                                            : g_strdup ("");
    case RT_FIELD_REFS:
      return dup_ids (plan, field->part, *(RtId * const *) member);
    case RT_FIELD_REF_MAP:
      return dup_map (plan, field, *(RtMap * const *) member);
    default:
      return NULL;
    }
}

static gboolean
fits (const char *text)
{
  return g_utf8_strlen (text, -1) <= MOST_SHOWN && strchr (text, '\n') == NULL;
}

static char *
dup_line (const char *title, const char *a, const char *b)
{
  if (a == NULL || !fits (a) || !fits (b))
    /* Translators: of what: "Question", "Private notes" */
    return g_strdup_printf (_("%s: not the same"), title);
  if (*a == '\0')
    /* Translators: of what, and what it is there: "Organisation: only there, Brent" */
    return g_strdup_printf (_("%s: only there, %s"), title, b);
  if (*b == '\0')
    /* Translators: of what, and what it is here */
    return g_strdup_printf (_("%s: only here, %s"), title, a);
  /* Translators: of what, what it is here, and what there */
  return g_strdup_printf (_("%s: %s here, %s there"), title, a, b);
}

/* Centimetres, degrees and places in a palette say nothing to anybody. */
static gboolean
is_measured (const RtField *field)
{
  static const char * const names[] = { "x", "y", "angle", "width", "depth", "colour", NULL };

  return g_strv_contains (names, field->name);
}

/* Two ids of one person, in plans that were made apart, are two texts that are alike: what differs
 * is what is read. */
static char *
dup_field (RtPlan *here, gconstpointer a, RtPlan *there, gconstpointer b, const RtField *field)
{
  gconstpointer mine = (const char *) a + field->offset, theirs = (const char *) b + field->offset;
  g_autofree char *one = NULL;
  g_autofree char *other = NULL;
  const char *title = member_title (field->name);

  if (field->kind == RT_FIELD_SEATING || rt_field_get_type (field)->equal (field, mine, theirs))
    return NULL;
  one = dup_value (here, field, a);
  other = dup_value (there, field, b);
  if (one != NULL && g_str_equal (one, other))
    return NULL;
  return dup_line (title, is_measured (field) ? NULL : one, other);
}

/* A rule is read as a sentence, not by its members. */
static char *
dup_rule_words (RtPlan *here, const RtRule *a, RtPlan *there, const RtRule *b)
{
  g_autofree char *one = dup_rule_title (here, a);
  g_autofree char *other = dup_rule_title (there, b);
  g_autoptr (GString) words = g_string_new (NULL);

  if (!g_str_equal (one, other))
    /* Translators: a rule as a sentence */
    g_string_append_printf (words, _("There: %s"), other);
  if (a->strength != b->strength)
    {
      const char *mine = rt_strength_get_title ((RtStrength) a->strength);
      const char *theirs = rt_strength_get_title ((RtStrength) b->strength);
      g_autofree char *line = dup_line (_("Strength"), mine, theirs);

      g_string_append_printf (words, "%s%s", words->len > 0 ? "\n" : "", line);
    }
  return words->len > 0 ? g_strdup (words->str) : NULL;
}

char *
rt_comparison_dup_words (RtPlan *here, gconstpointer a, RtPlan *there, gconstpointer b)
{
  const RtRecord *record = a;
  g_autoptr (GString) words = g_string_new (NULL);

  if (record->klass == &rt_rule_class)
    return dup_rule_words (here, a, there, b);
  for (const RtField *field = record->klass->fields; field->name != NULL; field++)
    {
      g_autofree char *line = dup_field (here, a, there, b, field);

      /* x and y are one place. */
      if (line != NULL && strstr (words->str, line) == NULL)
        g_string_append_printf (words, "%s%s", words->len > 0 ? "\n" : "", line);
    }
  return words->len > 0 ? g_strdup (words->str) : NULL;
}
