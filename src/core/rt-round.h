/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include "rt-record.h"
#include "rt-seating.h"

G_BEGIN_DECLS

/** RtRound: one sitting */
typedef struct {
  RtRecord parent;
  char  *title;
  char  *question;
  int    minutes;      /* RT_UNSET: not known, counted as 0 */
  int    changeover;   /* minutes; RT_UNSET: 0 */
  int    done;         /* 1 = history, never changed by arranging */
  RtMap *hosts;        /* table to person, "" = nobody; only where it differs from the table's
                          own */
  RtMap *co_hosts;
  RtMap *themes;       /* table to theme */
  RtIds  closed;       /* tables */
  RtMap *pins;         /* person to table */
  RtSeating *seating;  /* NULL: nobody is seated */
} RtRound;

extern const RtRecordClass rt_round_class;
RtRound *rt_round_new (int minutes, int changeover);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RtRound, rt_record_unref)

typedef enum {
  RT_SESSION_ROUNDS,
  RT_SESSION_PLENARY,
  RT_SESSION_KEYNOTE,
  RT_SESSION_PANEL,
  RT_SESSION_BREAK,
} RtSessionKind;

/** RtAgendaItem: a session of the agenda */
typedef struct {
  RtRecord parent;
  int   kind;          /* RtSessionKind */
  char *title;
  int   minutes;       /* of rounds: computed from them */
  RtIds speakers;
  RtIds rounds;
} RtAgendaItem;

extern const RtRecordClass rt_agenda_item_class;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RtAgendaItem, rt_record_unref)

typedef enum {
  RT_ATTRIBUTION_NAME,
  RT_ATTRIBUTION_ROLE,
  RT_ATTRIBUTION_NONE,
} RtAttribution;

typedef enum {
  RT_PRESET_HOSTED_CAFE,
  RT_PRESET_HOST_PER_ROUND,
  RT_PRESET_KNOWLEDGE_CAFE,
  RT_PRESET_CAROUSEL,
  RT_PRESET_THEME_GROUPS,
  RT_PRESET_VISITOR,
  RT_PRESET_ROUNDTABLE,
  RT_PRESET_PLENARY,
  RT_N_PRESETS,
} RtPreset;

typedef struct {
  RtRecord parent;
  char *title, *series;
  int   preset;        /* RtPreset */
  char *date, *start, *venue, *purpose;
  GStrv organisers, languages;
  int   attribution;   /* RtAttribution */
  int   expected;      /* head count when the list is not complete */
} RtEvent;

extern const RtRecordClass rt_event_class;
extern const char * const rt_preset_words[];    /* hosted-cafe, host-per-round, ... */
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RtEvent, rt_record_unref)

/* What no page shows yet is read, kept and written all the same. */
typedef struct { RtRecord parent; char *title, *date; GPtrArray *tables; /* of RtIds */ } RtEarlier;
typedef struct { RtRecord parent; char *revision, *at; RtSlips *slips; RtTextMap *sheets; } RtIssue;
typedef struct { RtRecord parent; char *text, *owner, *due; } RtAction;
typedef struct { RtRecord parent; RtId person; } RtQuotePrivate;
typedef struct { RtRecord parent; char *text, *role; RtQuotePrivate *private; } RtQuote;
typedef struct
{
  RtRecord parent;
  RtId round, table;
  GStrv points, questions;
  GPtrArray *actions, *quotes;
} RtHarvest;
typedef struct { RtRecord parent; RtId person; } RtFormPrivate;
typedef struct
{
  RtRecord parent;
  RtTextMap *scores;
  GStrv texts, tags;
  RtFormPrivate *private;
} RtForm;
typedef struct { RtRecord parent; int least, most; GStrv criteria; GPtrArray *forms; } RtFeedback;
typedef struct { RtRecord parent; char *date, *start, *end; GStrv questions; } RtNext;
typedef struct { RtRecord parent; JsonObject *words; } RtTranslations;

extern const RtRecordClass rt_earlier_class, rt_issue_class, rt_harvest_class, rt_feedback_class,
  rt_next_class, rt_translations_class;
extern const RtRecordClass rt_action_class, rt_quote_class, rt_quote_private_class, rt_form_class,
  rt_form_private_class;

G_END_DECLS
