/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include <adwaita.h>

#include "rt-session.h"

G_BEGIN_DECLS

/** RtReplaceDialog: somebody leaves, and another takes their place everywhere */
#define RT_TYPE_REPLACE_DIALOG (rt_replace_dialog_get_type ())
G_DECLARE_FINAL_TYPE (RtReplaceDialog, rt_replace_dialog, RT, REPLACE_DIALOG, AdwWindow)

GtkWidget *rt_replace_dialog_new    (RtSession *session, RtId person);
void       rt_replace_dialog_choose (RtReplaceDialog *self, RtId person);
/* Does it as one change, and closes. */
gboolean   rt_replace_dialog_apply  (RtReplaceDialog *self);

G_END_DECLS
