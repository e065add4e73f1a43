/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include <glib.h>

#include "rt-error.h"

G_BEGIN_DECLS

/* What a list may be; more is refused with a message. */
#define RT_CSV_MAX_BYTES (64 * 1024 * 1024)
#define RT_CSV_MAX_ROWS 20000  /* without the header */

/* Said instead of a delimiter: nothing cuts a row; what mail programs have in a To line. */
#define RT_CSV_ONE_COLUMN '\001'
#define RT_CSV_ADDRESSES '@'

/**
 * RtCsv: a spreadsheet's list as read, before anybody says what its columns mean.
 */
typedef struct {
  GPtrArray *rows;        /* of GStrv, with the header row; only the formula guard is off */
  GArray    *lines;       /* of guint: the line of the file each row starts on, from 1 */
  char      *encoding;    /* "UTF-8", "UTF-16LE", "windows-1252", ... as found or given */
  gboolean   bom;
  char       delimiter;   /* ',', ';', '\t' or '|'; 0 where there is one column; or ADDRESSES */
  gboolean   guessed;     /* the encoding was guessed, neither BOM nor validity decided */
} RtCsv;

/* @encoding and @delimiter: NULL and 0 find out; a delimiter, ONE_COLUMN or ADDRESSES */
RtCsv *rt_csv_read   (const char *bytes, gsize length, const char *encoding, char delimiter,
                      GError **error);
void   rt_csv_free   (RtCsv *self);
/* "Read as: commas, UTF-8, header row." in words, translated. */
char  *rt_csv_dup_description (const RtCsv *self, gboolean header);
/* Appends one row: quoted as RFC 4180 asks, CRLF-free LF lines, a cell that a spreadsheet would run
 * gets a leading quote. */
void   rt_csv_append (GString *out, const char * const *cells);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RtCsv, rt_csv_free)

G_END_DECLS
