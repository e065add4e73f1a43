/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include <adwaita.h>

#include "rt-session.h"

G_BEGIN_DECLS

/**
 * RtCompareDialog:
 *
 * The plan beside another one: what each counts, and what is not the same, in words. Takes nothing
 * over.
 */
#define RT_TYPE_COMPARE_DIALOG (rt_compare_dialog_get_type ())
G_DECLARE_FINAL_TYPE (RtCompareDialog, rt_compare_dialog, RT, COMPARE_DIALOG, AdwWindow)

/* @name: what the other plan is called, as a title. */
GtkWindow *rt_compare_dialog_new (GtkWindow *parent, RtSession *session, RtPlan *there,
                                  const char *name);

G_END_DECLS
