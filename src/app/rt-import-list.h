/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include <gtk/gtk.h>

#include "rt-import.h"

G_BEGIN_DECLS

/**
 * RtImportList:
 *
 * One list in the import dialog: how it was read, what its columns mean and its first rows.
 * Everything that was guessed can be corrected.
 *
 * Signal `changed`: what the list would add is another now.
 */
#define RT_TYPE_IMPORT_LIST (rt_import_list_get_type ())
G_DECLARE_FINAL_TYPE (RtImportList, rt_import_list, RT, IMPORT_LIST, GtkWidget)

/* @name: the file's, for people. Returns: NULL with an error when @bytes are no list. */
GtkWidget  *rt_import_list_new         (const char *name, GBytes *bytes, GError **error);
const char *rt_import_list_get_name    (RtImportList *self);
RtImport   *rt_import_list_get_import  (RtImportList *self);
/* What the list holds that is in doubt, in words, for this plan. */
void        rt_import_list_show_doubts (RtImportList *self);

G_END_DECLS
