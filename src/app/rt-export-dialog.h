/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include <adwaita.h>

#include "rt-output.h"
#include "rt-session.h"

G_BEGIN_DECLS

/**
 * RtExportDialog:
 *
 * Export…: the forms in which a plan leaves for other programs. What is private goes with it only
 * when asked, each time anew. The file is made in a thread from the plan as it is then.
 */
#define RT_TYPE_EXPORT_DIALOG (rt_export_dialog_get_type ())
G_DECLARE_FINAL_TYPE (RtExportDialog, rt_export_dialog, RT, EXPORT_DIALOG, AdwWindow)

GtkWindow *rt_export_dialog_new (GtkWindow *parent, RtSession *session);

/* What comes after the file is chosen. @name: of the format. */
void       rt_export_dialog_write_async (RtSession *session, const char *name,
                                         const RtOutputOptions *options, GFile *file);

G_END_DECLS
