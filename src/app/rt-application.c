/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "rt-application.h"

#include "rt-app-resources.h"
#include "rt-window.h"

struct _RtApplication
{
  AdwApplication parent_instance;
};

G_DEFINE_FINAL_TYPE (RtApplication, rt_application, ADW_TYPE_APPLICATION)

static void
rt_application_activate (GApplication *application)
{
  gtk_window_present (GTK_WINDOW (rt_window_new (GTK_APPLICATION (application))));
}

static void
rt_application_class_init (RtApplicationClass *klass)
{
  G_APPLICATION_CLASS (klass)->activate = rt_application_activate;
}

static void
rt_application_init (RtApplication *self)
{
  /* Naming the resource keeps it in the program when the library is linked statically. */
  g_resources_register (rt_app_get_resource ());
  g_set_prgname (RT_APPLICATION_ID);
  gtk_window_set_default_icon_name (RT_APPLICATION_ID);
}

RtApplication *
rt_application_new (void)
{
  return g_object_new (RT_TYPE_APPLICATION,
                       "application-id", RT_APPLICATION_ID,
                       NULL);
}
