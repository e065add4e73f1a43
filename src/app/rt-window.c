/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "rt-window.h"

struct _RtWindow
{
  AdwApplicationWindow parent_instance;
};

G_DEFINE_FINAL_TYPE (RtWindow, rt_window, ADW_TYPE_APPLICATION_WINDOW)

static void
rt_window_class_init (RtWindowClass *klass)
{
  gtk_widget_class_set_template_from_resource (GTK_WIDGET_CLASS (klass),
                                               "/io/github/rotunda_app/Rotunda/ui/rt-window.ui");
}

static void
rt_window_init (RtWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

RtWindow *
rt_window_new (GtkApplication *application)
{
  return g_object_new (RT_TYPE_WINDOW, "application", application, NULL);
}
