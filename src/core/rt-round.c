/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "rt-round.h"

#define MINUTES_OF_A_DAY 1440

#define FIELD(type, kind, member) #member, RT_FIELD_##kind, G_STRUCT_OFFSET (type, member)

static const RtField round_fields[] = {
  { FIELD (RtRound, TEXT, title) },
  { FIELD (RtRound, TEXT, question) },
  { FIELD (RtRound, INT, minutes), .least = 0, .most = MINUTES_OF_A_DAY },
  { FIELD (RtRound, INT, changeover), .least = 0, .most = MINUTES_OF_A_DAY },
  { FIELD (RtRound, BOOL, done) },
  { FIELD (RtRound, REF_MAP, hosts), .part = RT_PART_TABLES, .to_part = RT_PART_PEOPLE,
    .blank = TRUE },
  { FIELD (RtRound, REF_MAP, co_hosts), .part = RT_PART_TABLES, .to_part = RT_PART_PEOPLE,
    .blank = TRUE },
  { FIELD (RtRound, REF_MAP, themes), .part = RT_PART_TABLES, .to_part = RT_PART_THEMES },
  { FIELD (RtRound, REFS, closed), .part = RT_PART_TABLES },
  { FIELD (RtRound, REF_MAP, pins), .part = RT_PART_PEOPLE, .to_part = RT_PART_TABLES },
  { FIELD (RtRound, SEATING, seating) },
  { NULL },
};

const RtRecordClass rt_round_class = {
  "round", sizeof (RtRound), 'r', round_fields,
};

/** rt_round_new: Returns: (transfer full): a round with a new id in which nobody is seated */
RtRound *
rt_round_new (int minutes, int changeover)
{
  RtRound *self = rt_record_new (&rt_round_class, rt_id_new ('r'));

  self->minutes = minutes;
  self->changeover = changeover;
  return self;
}

static const char * const session_kind_words[] = {
  "rounds", "plenary", "keynote", "panel", "break", NULL,
};

static const RtField agenda_item_fields[] = {
  { FIELD (RtAgendaItem, CHOICE, kind), .words = session_kind_words, .required = TRUE },
  { FIELD (RtAgendaItem, TEXT, title) },
  { FIELD (RtAgendaItem, INT, minutes), .least = 0, .most = MINUTES_OF_A_DAY },
  { FIELD (RtAgendaItem, REFS, speakers), .part = RT_PART_PEOPLE },
  { FIELD (RtAgendaItem, REFS, rounds), .part = RT_PART_ROUNDS },
  { NULL },
};

const RtRecordClass rt_agenda_item_class = {
  "session", sizeof (RtAgendaItem), 's', agenda_item_fields,
};
