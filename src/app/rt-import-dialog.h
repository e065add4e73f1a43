/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include "rt-import-review.h"
#include "rt-window.h"

G_BEGIN_DECLS

/**
 * RtImportDialog:
 *
 * What lists look like before they are added: encoding and separator as guessed, the meaning of
 * each column, whose list it is; everything can be corrected. Adding is one undo.
 */
#define RT_TYPE_IMPORT_DIALOG (rt_import_dialog_get_type ())
G_DECLARE_FINAL_TYPE (RtImportDialog, rt_import_dialog, RT, IMPORT_DIALOG, AdwWindow)

/* Reads @files (GFile) and shows what they hold. A file that cannot be read is told, the others are
 * shown. */
void             rt_import_dialog_show_files (RtWindow *window, GListModel *files);
void             rt_import_dialog_show_text  (RtWindow *window, const char *text);

/* In steps, for tests: nothing is shown before gtk_window_present(). */
RtImportDialog  *rt_import_dialog_new      (RtWindow *window);
gboolean rt_import_dialog_add_list (RtImportDialog *self, const char *name, GBytes *bytes,
                                    GError **error);
/* What the lists change, in a plan that has people already; else NULL. */
RtImportReview  *rt_import_dialog_get_review (RtImportDialog *self);
/* Adds everything, or what is ticked, and closes. Returns: FALSE (after saying why) when nothing
   was added. */
gboolean         rt_import_dialog_finish   (RtImportDialog *self);

G_END_DECLS
