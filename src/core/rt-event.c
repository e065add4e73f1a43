/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include <glib/gi18n-lib.h>

#include "rt-round.h"

/* The event, and what is recorded before and after it. */

#define FIELD(type, kind, member) #member, RT_FIELD_##kind, G_STRUCT_OFFSET (type, member)

#define MOST_EXPECTED 100000
#define MOST_LANGUAGES 2
#define MOST_SCORE 100

const char *const rt_preset_words[] = {
  "hosted-cafe", "host-per-round", "knowledge-cafe", "carousel", "theme-groups",
  "visitor",     "roundtable",     "plenary",        NULL,
};
static const char * const attribution_words[] = { "name", "role", "none", NULL };

static const RtField event_fields[] = {
  { FIELD (RtEvent, TEXT, title) },
  { FIELD (RtEvent, TEXT, series) },
  { FIELD (RtEvent, CHOICE, preset), .words = rt_preset_words },
  { FIELD (RtEvent, DATE, date) },
  { FIELD (RtEvent, TIME, start) },
  { FIELD (RtEvent, TEXT, venue) },
  { FIELD (RtEvent, TEXT, purpose) },
  { FIELD (RtEvent, TEXTS, organisers) },
  { FIELD (RtEvent, TEXTS, languages), .most = MOST_LANGUAGES },
  { FIELD (RtEvent, CHOICE, attribution), .words = attribution_words },
  { FIELD (RtEvent, INT, expected), .least = 0, .most = MOST_EXPECTED },
  { NULL },
};

const RtRecordClass rt_event_class = {
  "event", sizeof (RtEvent), 0, event_fields,
};

static const RtField earlier_fields[] = {
  { FIELD (RtEarlier, TEXT, title) },
  { FIELD (RtEarlier, DATE, date) },
  { FIELD (RtEarlier, REF_LISTS, tables), .part = RT_PART_PEOPLE },
  { NULL },
};

const RtRecordClass rt_earlier_class = {
  "earlier event", sizeof (RtEarlier), 0, earlier_fields,
};

static const RtField issue_fields[] = {
  { FIELD (RtIssue, TEXT, revision) },
  { FIELD (RtIssue, MOMENT, at) },
  { FIELD (RtIssue, SLIPS, slips) },
  { FIELD (RtIssue, TEXT_MAP, sheets) },
  { NULL },
};

static gboolean
check_issue (gconstpointer record, GError **error)
{
  const RtIssue *self = record;

  for (const char *p = self->revision; p != NULL && *p != '\0'; p++)
    if (!g_ascii_isupper (*p))
      {
        g_set_error (error, RT_ERROR, RT_ERROR_FORMAT,
                     _("revision: “%s” is not one of A to Z, AA and so on"), self->revision);
        return FALSE;
      }
  return TRUE;
}

const RtRecordClass rt_issue_class = {
  "issue", sizeof (RtIssue), 0, issue_fields, check_issue,
};

static const RtField action_fields[] = {
  { FIELD (RtAction, TEXT, text) },
  { FIELD (RtAction, TEXT, owner) },
  { FIELD (RtAction, DATE, due) },
  { NULL },
};

const RtRecordClass rt_action_class = {
  "action", sizeof (RtAction), 0, action_fields,
};

static const RtField quote_private_fields[] = {
  { FIELD (RtQuotePrivate, REF, person), .part = RT_PART_PEOPLE },
  { NULL },
};

const RtRecordClass rt_quote_private_class = {
  "private", sizeof (RtQuotePrivate), 0, quote_private_fields,
};

static const RtField quote_fields[] = {
  { FIELD (RtQuote, TEXT, text) },
  { FIELD (RtQuote, TEXT, role) },
  { FIELD (RtQuote, RECORD, private), .of = &rt_quote_private_class },
  { NULL },
};

const RtRecordClass rt_quote_class = {
  "quotation", sizeof (RtQuote), 0, quote_fields,
};

static const RtField harvest_fields[] = {
  { FIELD (RtHarvest, REF, round), .part = RT_PART_ROUNDS },
  { FIELD (RtHarvest, REF, table), .part = RT_PART_TABLES },
  { FIELD (RtHarvest, TEXTS, points) },
  { FIELD (RtHarvest, TEXTS, questions) },
  { FIELD (RtHarvest, RECORDS, actions), .of = &rt_action_class },
  { FIELD (RtHarvest, RECORDS, quotes), .of = &rt_quote_class },
  { NULL },
};

const RtRecordClass rt_harvest_class = {
  "harvest", sizeof (RtHarvest), 0, harvest_fields,
};

static const RtField form_private_fields[] = {
  { FIELD (RtFormPrivate, REF, person), .part = RT_PART_PEOPLE },
  { NULL },
};

const RtRecordClass rt_form_private_class = {
  "private", sizeof (RtFormPrivate), 0, form_private_fields,
};

static const RtField form_fields[] = {
  { FIELD (RtForm, INT_MAP, scores), .least = 0, .most = MOST_SCORE },
  { FIELD (RtForm, TEXTS, texts) },
  { FIELD (RtForm, TEXTS, tags) },
  { FIELD (RtForm, RECORD, private), .of = &rt_form_private_class },
  { NULL },
};

const RtRecordClass rt_form_class = {
  "form", sizeof (RtForm), 0, form_fields,
};

static const RtField feedback_fields[] = {
  { FIELD (RtFeedback, INT, least), .least = 0, .most = MOST_SCORE },
  { FIELD (RtFeedback, INT, most), .least = 0, .most = MOST_SCORE },
  { FIELD (RtFeedback, TEXTS, criteria) },
  { FIELD (RtFeedback, RECORDS, forms), .of = &rt_form_class },
  { NULL },
};

const RtRecordClass rt_feedback_class = {
  "feedback", sizeof (RtFeedback), 0, feedback_fields,
};

static const RtField next_fields[] = {
  { FIELD (RtNext, DATE, date) },
  { FIELD (RtNext, TIME, start) },
  { FIELD (RtNext, TIME, end) },
  { FIELD (RtNext, TEXTS, questions) },
  { NULL },
};

const RtRecordClass rt_next_class = {
  "next meeting", sizeof (RtNext), 0, next_fields,
};

static const RtField translations_fields[] = {
  { "*", RT_FIELD_WORDS, G_STRUCT_OFFSET (RtTranslations, words) },
  { NULL },
};

const RtRecordClass rt_translations_class = {
  "translations", sizeof (RtTranslations), 0, translations_fields,
};
