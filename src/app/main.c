/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include <glib/gi18n-lib.h>
#include <locale.h>

#include "rt-application.h"

int
main (int argc, char *argv[])
{
  g_autoptr (RtApplication) application = NULL;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, RT_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  application = rt_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
