/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

/* Edits of the themes. */

#include "rt-edit-private.h"

#include <glib/gi18n-lib.h>

static char *
dup_theme_name (const RtTheme *theme)
{
  return g_strdup (theme->title != NULL ? theme->title : _("Theme"));
}

/** rt_edit_add_theme: Returns: (transfer full): one more theme, at the end */
RtChange *
rt_edit_add_theme (RtPlan *plan, GError **error)
{
  guint n = rt_plan_get_n (plan, RT_PART_THEMES);
  g_autofree char *title = g_strdup_printf (_("Theme %u"), n + 1);
  g_autoptr (RtTheme) theme = rt_theme_new (title);
  gpointer records[] = { theme };

  return rt_edit_add (plan, _("Add a Theme"), RT_PART_THEMES, records, 1, error);
}

/** rt_edit_change_theme: Returns: (transfer full): @theme takes the place of the one with its id */
RtChange *
rt_edit_change_theme (RtPlan *plan, const RtTheme *theme, GError **error)
{
  g_autofree char *name = dup_theme_name (theme);
  g_autofree char *label = g_strdup_printf (_("Change %s"), name);

  return rt_edit_replace (plan, label, RT_PART_THEMES, theme, error);
}

/** rt_edit_move_theme: Returns: (transfer full): its letter is that of its place */
RtChange *
rt_edit_move_theme (RtPlan *plan, RtId id, guint to, GError **error)
{
  guint from;
  const RtTheme *theme = rt_edit_find (plan, RT_PART_THEMES, id, &from, error);
  g_autofree char *name = theme != NULL ? dup_theme_name (theme) : NULL;
  g_autofree char *label = NULL;

  if (theme == NULL)
    return NULL;
  label = g_strdup_printf (to < from ? _("Move %s Up") : _("Move %s Down"), name);
  return rt_edit_reorder (plan, label, RT_PART_THEMES, id, to, error);
}
