/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include <json-glib/json-glib.h>

#include "rt-error.h"
#include "rt-id.h"

G_BEGIN_DECLS

/**
 * RtPart:
 *
 * The parts of a plan, in the order of the file. Each is a list of records; those that are one
 * object in the file (event, room, feedback, next, translations) are lists of at most one.
 */
typedef enum {
  RT_PART_EVENT,
  RT_PART_PEOPLE,
  RT_PART_THEMES,
  RT_PART_TABLES,
  RT_PART_ROOM,
  RT_PART_AGENDA,
  RT_PART_ROUNDS,
  RT_PART_RULES,
  RT_PART_EARLIER,
  RT_PART_ISSUED,
  RT_PART_HARVEST,
  RT_PART_FEEDBACK,
  RT_PART_NEXT,
  RT_PART_TRANSLATIONS,
  RT_N_PARTS,
} RtPart;

#define RT_PART_NONE RT_N_PARTS

/** RT_UNSET: a number, yes-or-no or choice that the file does not give */
#define RT_UNSET G_MININT

/**
 * RtFieldKind:
 *
 * What a member of a record is in C and in JSON; each kind knows how to be read (typed and
 * range-checked), written, copied, compared, freed, and which ids it refers to.
 */
typedef enum {
  RT_FIELD_TEXT,       /* char *; NULL = absent */
  RT_FIELD_DATE,       /* char * of the form YYYY-MM-DD, a day that exists */
  RT_FIELD_TIME,       /* char *, HH:MM */
  RT_FIELD_MOMENT,     /* char *, YYYY-MM-DDTHH:MM */
  RT_FIELD_INT,        /* int in least..most; RT_UNSET = absent */
  RT_FIELD_BOOL,       /* int, 0 or 1; RT_UNSET = absent */
  RT_FIELD_CHOICE,     /* int, index into `words`; RT_UNSET = absent */
  RT_FIELD_TEXTS,      /* GStrv; NULL = absent; with `words`, only those */
  RT_FIELD_REF,        /* RtId of `part`; NULL = absent */
  RT_FIELD_REFS,       /* RtIds of `part`; NULL = absent, not the same as empty */
  RT_FIELD_REF_MAP,    /* RtMap *: ids of `part` to ids of `to_part`; with `blank`, "" is a value */
  RT_FIELD_REF_LISTS,  /* GPtrArray of RtIds, all of `part`: [[person, ...], ...] */
  RT_FIELD_RECORD,     /* record of class `of`; NULL = absent */
  RT_FIELD_RECORDS,    /* GPtrArray of records of class `of`; NULL = absent */
  RT_FIELD_SEATING,    /* RtSeating *; NULL = absent */
  RT_FIELD_SLIPS,      /* RtSlips *; {person: [[table or "", start], ...]} */
  RT_FIELD_TEXT_MAP,   /* RtTextMap *: {text: text}, in its old order */
  RT_FIELD_INT_MAP,    /* RtTextMap * whose values are integers in least..most */
  RT_FIELD_WORDS,      /* JsonObject *: {language: {id or member path: {title, question, method}}};
                          named "*": the whole record is this object */
} RtFieldKind;

typedef struct _RtRecordClass RtRecordClass;

typedef struct {
  const char          *name;     /* in the file */
  RtFieldKind          kind;
  gsize                offset;   /* of the member in the C struct */
  int                  least;    /* INT; TEXTS: not used */
  int                  most;     /* INT; TEXTS, REFS: greatest number of entries, 0 = no limit */
  const char * const  *words;    /* CHOICE, TEXTS: the allowed words, NULL-terminated */
  const RtRecordClass *of;       /* RECORD, RECORDS */
  RtPart               part;     /* REF, REFS, REF_MAP (keys), REF_LISTS */
  RtPart               to_part;  /* REF_MAP (values) */
  gboolean             blank;    /* REF_MAP: "" (nobody) is a value */
  gboolean             required;
  guint                needs;    /* REFS: when a removal leaves fewer entries, the whole record
                                    goes */
} RtField;

/**
 * RtRecordClass:
 * @name: one of them in words for programmers ("person")
 * @size: of the C struct
 * @id_letter: the letter of its ids, 0 for records without an id
 * @fields: in the order of the file, ended by one without a name
 * @check: (nullable): what the table cannot say (a rule's needs); sets @error with a message
 *   that begins with the member ("of: a returns rule needs host, table or theme")
 *
 * One kind of record, described by a table: reading, writing, copying and checking are done once
 * for all of them, and the JSON Schema says the same.
 */
struct _RtRecordClass {
  const char    *name;
  gsize          size;
  char           id_letter;
  const RtField *fields;
  gboolean     (*check) (gconstpointer record, GError **error);
};

/**
 * RtRecord:
 *
 * The head of every record of a plan. A record is an immutable, counted value once it has been
 * handed to a change or a plan; to edit one, copy it, set members of the copy and hand that in.
 */
typedef struct {
  const RtRecordClass *klass;
  gatomicrefcount      ref_count;
  RtId                 id;      /* NULL for records without one */
  JsonObject          *extra;   /* unknown members, in their old order; NULL = none */
} RtRecord;

gpointer   rt_record_new    (const RtRecordClass *klass, RtId id);
gpointer   rt_record_ref    (gconstpointer record);
void       rt_record_unref  (gpointer record);
gpointer   rt_record_copy   (gconstpointer record);
gboolean   rt_record_equal  (gconstpointer a, gconstpointer b);

/* Setting members of a fresh copy: the old value is freed, the new one copied. */
void       rt_set_text      (char **member, const char *text);      /* "" is stored as NULL */
void       rt_set_texts     (GStrv *member, const char * const *texts);
void       rt_set_ids       (RtIds *member, const RtId *ids);

/**
 * RtPlace:
 *
 * Where in the file a value stands, as a chain on the stack: "people[12].wishes[0]". Building the
 * text is only paid for when there is a message.
 */
typedef struct _RtPlace RtPlace;
struct _RtPlace {
  const RtPlace *in;
  const char    *member;  /* or NULL, then @index */
  guint          index;
};
char      *rt_place_to_string (const RtPlace *place);

/*
 * Whether a record made by code is one that could be read: what a file must not say, no change may.
 */
gboolean   rt_record_check  (gconstpointer record, const RtPlace *place, GError **error);

/**
 * RtOrder:
 *
 * Says where an id stands in its part, so that objects keyed by ids are written in the order of
 * people, tables and rounds. Ids that are not there return G_MAXUINT.
 */
typedef guint (*RtOrder) (RtPart part, RtId id, gpointer data);

/**
 * RtRefFunc:
 *
 * Called for every id a record refers to. Returns: %FALSE to stop.
 */
typedef gboolean (*RtRefFunc) (RtPart part, RtId id, const RtPlace *place, gpointer data);
gboolean   rt_record_each_ref (gconstpointer record, const RtPlace *place, RtRefFunc func,
                               gpointer data);

/**
 * rt_record_without_ref:
 *
 * Returns: (transfer full) (nullable): a copy of @record that no longer refers to @id of @part
 *   anywhere, or %NULL if it does not refer to it (a list loses the entry, a chair is empty, a
 *   member is absent). What a record cannot do without (a `visit` rule its person) makes the
 *   whole record go: then @gone is set.
 */
gpointer   rt_record_without_ref (gconstpointer record, RtPart part, RtId id, gboolean *gone);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RtRecord, rt_record_unref)

/**
 * RtMap: an ordered map of ids to ids ("" interned = nobody), for hosts, themes and pins of a round
 */
typedef struct _RtMap RtMap;
RtMap   *rt_map_copy    (const RtMap *self);
void     rt_map_free    (RtMap *self);
guint    rt_map_length  (const RtMap *self);                       /* 0 for NULL */
RtId     rt_map_key     (const RtMap *self, guint i);
RtId     rt_map_value   (const RtMap *self, guint i);
RtId     rt_map_lookup  (const RtMap *self, RtId key);             /* NULL if not there, or for
                                                                      NULL */
/* Value NULL removes; an emptied map becomes NULL */
void     rt_map_set     (RtMap **self, RtId key, RtId value);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RtMap, rt_map_free)

/** RtTextMap: an ordered map of texts to texts or integers, as it stood in the file */
typedef struct _RtTextMap RtTextMap;
RtTextMap  *rt_text_map_new    (void);
RtTextMap  *rt_text_map_copy   (const RtTextMap *self);
void        rt_text_map_free   (RtTextMap *self);
guint       rt_text_map_length (const RtTextMap *self);
const char *rt_text_map_key    (const RtTextMap *self, guint i);
const char *rt_text_map_text   (const RtTextMap *self, guint i);
int         rt_text_map_number (const RtTextMap *self, guint i);
void        rt_text_map_set_text   (RtTextMap *self, const char *key, const char *text);
void        rt_text_map_set_number (RtTextMap *self, const char *key, int number);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RtTextMap, rt_text_map_free)

/** RtSlips: what is printed on each person's slip: a table ("" = none) and a start per round */
typedef struct _RtSlips RtSlips;
RtSlips    *rt_slips_new    (void);
RtSlips    *rt_slips_copy   (const RtSlips *self);
void        rt_slips_free   (RtSlips *self);
guint       rt_slips_length (const RtSlips *self);                          /* people */
RtId        rt_slips_person (const RtSlips *self, guint i);
/* Index, or G_MAXUINT */
guint       rt_slips_lookup (const RtSlips *self, RtId person, guint *rounds);
RtId        rt_slips_table  (const RtSlips *self, guint i, guint round);    /* "" interned = none */
const char *rt_slips_start  (const RtSlips *self, guint i, guint round);
guint       rt_slips_add_person (RtSlips *self, RtId person);
void        rt_slips_add    (RtSlips *self, RtId person, guint round, RtId table,
                             const char *start);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RtSlips, rt_slips_free)

G_END_DECLS
