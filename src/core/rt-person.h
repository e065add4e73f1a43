/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include "rt-record.h"

G_BEGIN_DECLS

typedef enum {
  RT_ATTENDANCE_EXPECTED,
  RT_ATTENDANCE_ARRIVED,
  RT_ATTENDANCE_LATE,
  RT_ATTENDANCE_LEFT,
  RT_ATTENDANCE_ABSENT,
} RtAttendance;

/** RtPersonPrivate: what never leaves in a copy without private data */
typedef struct {
  RtRecord parent;
  char *email;
  char *phone;
  char *access;
  char *diet;
  char *notes;
} RtPersonPrivate;

/** RtPerson: anyone on the list */
typedef struct {
  RtRecord parent;
  char  *name;          /* NULL: an unnamed place */
  char  *honorific;
  char  *organisation;
  char  *sector;
  char  *job;
  char  *kind;
  GStrv  roles;         /* of rt_role_words; labels, they never decide who leads */
  GStrv  tags;
  GStrv  languages;
  RtIds  wishes;        /* themes, first choice first */
  RtIds  rounds;        /* attended; NULL = all */
  int    attendance;    /* RtAttendance */
  int    step_free;
  RtPersonPrivate *private;
} RtPerson;

extern const RtRecordClass rt_person_class;
extern const RtRecordClass rt_person_private_class;
extern const char * const rt_role_words[];       /* host, co-host, deputy, champion, speaker,
                                                    interpreter, staff */
extern const char * const rt_attendance_words[];

RtPerson *rt_person_new          (const char *name);                   /* with a new id; name may be
                                                                          NULL */
/* Staff and absent people never do. */
gboolean  rt_person_takes_part   (const RtPerson *self);
gboolean  rt_person_has_role     (const RtPerson *self, const char *role);
char     *rt_person_dup_display  (const RtPerson *self);               /* the name, or "Unnamed
                                                                          place" */
/* First name(s), surname; last may be NULL */
void      rt_person_split_name   (const RtPerson *self, char **first, char **last);
char     *rt_person_dup_sort_key (const RtPerson *self);               /* collation key: surname,
                                                                          then first name */

/**
 * rt_fold: Returns: (transfer full): @text trimmed, single-spaced, NFC and case-folded; "" for
 * NULL. Two organisations are the same when this is equal and not empty.
 */
char     *rt_fold                (const char *text);
/**
 * rt_dup_sort_key: Returns: (transfer full): what orders @text (nullable) by strcmp() as people do:
 * in the order of their language, in capitals or not, “Table 2” before “Table 10”
 */
char     *rt_dup_sort_key        (const char *text);
/**
 * rt_tidy: Returns: (transfer full): @text trimmed and single-spaced (line breaks become a space),
 * NFC
 */
char     *rt_tidy                (const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RtPerson, rt_record_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RtPersonPrivate, rt_record_unref)

G_END_DECLS
