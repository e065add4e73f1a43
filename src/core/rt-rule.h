/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include "rt-record.h"

G_BEGIN_DECLS

typedef enum {
  RT_RULE_REPEATS,
  RT_RULE_RETURNS,
  RT_RULE_SPREAD,
  RT_RULE_OWN_HOST,
  RT_RULE_EVEN,
  RT_RULE_COUNT,
  RT_RULE_TOGETHER,
  RT_RULE_APART,
  RT_RULE_VISIT,
  RT_RULE_AVOID,
  RT_RULE_WISHES,
  RT_RULE_LANGUAGE,
  RT_RULE_STEP_FREE,
} RtRuleKind;

typedef enum {
  RT_STRENGTH_MUST,
  RT_STRENGTH_SHOULD,
  RT_STRENGTH_MAY,
} RtStrength;

typedef enum {
  RT_RULE_OF_HOST,
  RT_RULE_OF_TABLE,
  RT_RULE_OF_THEME,
} RtRuleOf;

/** RtRule: what the seating must, should or may respect */
typedef struct {
  RtRecord parent;
  int   kind;        /* RtRuleKind */
  int   strength;    /* RtStrength */
  RtIds rounds;      /* NULL = all */
  int   of;          /* returns: RtRuleOf */
  char *by;          /* spread, count: organisation, sector, kind, job, tag:WORD, language:CODE */
  char *value;       /* count */
  int   least, most; /* count; most: repeats, spread; RT_UNSET = no limit */
  RtIds people;      /* together, apart */
  RtId  person;      /* visit, avoid */
  RtId  table, host, theme; /* visit, avoid: one of them */
} RtRule;

extern const RtRecordClass rt_rule_class;
extern const char * const rt_rule_kind_words[];
extern const char * const rt_strength_words[];

RtRule *rt_rule_new      (RtRuleKind kind, RtStrength strength);
gboolean rt_rule_acts_in (const RtRule *self, RtId round);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RtRule, rt_record_unref)

G_END_DECLS
