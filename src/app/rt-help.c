/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "rt-help.h"

#include <glib/gi18n-lib.h>

#include "rt-dialogs.h"

/* What there is a page about, by the name of its type: a part of a window is meant when the focus
 * is in it, a view also when it is only to be seen. What comes first goes first. */
static const struct
{
  const char *type;
  gboolean view;
  const char *page;
} pages[] = {
  { "RtWishList", FALSE, "people#wishes" },
  { "RtPersonRules", FALSE, "people#rules-about" },
  { "RtPersonPanel", FALSE, "people" },
  { "RtReportStrip", FALSE, "import" },
  { "RtDiskStrip", FALSE, "elsewhere" },
  { "RtAisleCard", FALSE, "room#aisles" },
  { "RtTablePanel", FALSE, "room#table" },
  { "RtClashCard", FALSE, "measures#clash" },
  { "RtArrangingCard", FALSE, "arrange" },
  { "RtMeasuresPanel", FALSE, "measures" },
  { "RtMeetView", TRUE, "measures#who-meets-whom" },
  { "RtRoundsGrid", TRUE, "rounds" },
  { "RtWelcomePage", TRUE, "welcome" },
  { "RtPeoplePage", TRUE, "people" },
  { "RtRoomPage", TRUE, "room" },
  { "RtRoundsPage", TRUE, "rounds" },
  { "RtAgendaDialog", TRUE, "agenda" },
  { "RtAgendaWindow", TRUE, "agenda" },
  { "RtAlternativesDialog", TRUE, "arrange#alternatives" },
  { "RtAwayDialog", TRUE, "move#away" },
  { "RtCompareDialog", TRUE, "compare" },
  { "RtEventDialog", TRUE, "event" },
  { "RtExportDialog", TRUE, "export" },
  { "RtImportDialog", TRUE, "import" },
  { "RtMoveDialog", TRUE, "move#keys" },
  { "RtPreferencesWindow", TRUE, "preferences" },
  { "RtPrintWindow", TRUE, "print" },
  { "RtReplaceDialog", TRUE, "themes#replace" },
  { "RtRuleDialog", TRUE, "rules#change" },
  { "RtRulesWindow", TRUE, "rules" },
  { "RtThemesWindow", TRUE, "themes" },
  { "RtVenueDialog", TRUE, "room#venue" },
  { "RtWhyDialog", TRUE, "move#why" },
  { "AdwPreferencesWindow", TRUE, "shortcuts" },
};

/* @widget or something in it that is to be seen is a @type. */
static gboolean
shows (GtkWidget *widget, const char *type)
{
  if (!gtk_widget_get_mapped (widget))
    return FALSE;
  if (g_str_equal (G_OBJECT_TYPE_NAME (widget), type))
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child))
    if (shows (child, type))
      return TRUE;
  return FALSE;
}

static gboolean
has_focus_in (GtkWindow *window, const char *type)
{
  for (GtkWidget *at = gtk_window_get_focus (window); at; at = gtk_widget_get_parent (at))
    if (g_str_equal (G_OBJECT_TYPE_NAME (at), type))
      return TRUE;
  return FALSE;
}

static void
shown_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWindow) window = data;

  if (!g_app_info_launch_default_for_uri_finish (result, NULL))
    rt_dialogs_tell (window, _("The help cannot be shown here"),
                     _("No program on this computer shows help pages. Install a help viewer, "
                       "such as Yelp, and try again."));
}

static void
help_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  rt_help_show (gtk_application_get_active_window (data), "");
}

static gboolean
help_here_cb (GtkWidget *window, GVariant *arguments, gpointer data)
{
  rt_help_show (GTK_WINDOW (window), rt_help_page_of (GTK_WINDOW (window)));
  return GDK_EVENT_STOP;
}

/* Dialogs belong to no application, so its accelerators do not work in them. */
static void
windows_changed_cb (GListModel *windows, guint position, guint removed, guint added, gpointer data)
{
  for (guint i = 0; i < added; i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, position + i);
      GtkEventController *controller = gtk_shortcut_controller_new ();

      gtk_shortcut_controller_add_shortcut (
          GTK_SHORTCUT_CONTROLLER (controller),
          gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_F1, 0),
                            gtk_callback_action_new (help_here_cb, NULL, NULL)));
      gtk_widget_add_controller (window, controller);
    }
}

static const GActionEntry actions[] = {
  { "help", help_cb },
};

void
rt_help_install (GtkApplication *application)
{
  g_action_map_add_action_entries (G_ACTION_MAP (application), actions, G_N_ELEMENTS (actions),
                                   application);
  g_signal_connect_object (gtk_window_get_toplevels (), "items-changed",
                           G_CALLBACK (windows_changed_cb), application, 0);
}

void
rt_help_set_page (GtkWindow *window, const char *page)
{
  g_object_set_data (G_OBJECT (window), "rt-help-page", (gpointer) page);
}

/* The page that was given to @window, else that of what can be seen in it; NULL: none. */
static const char *
own_page (GtkWindow *window)
{
  const char *page = g_object_get_data (G_OBJECT (window), "rt-help-page");

  for (guint i = 0; page == NULL && i < G_N_ELEMENTS (pages); i++)
    if (has_focus_in (window, pages[i].type)
        || (pages[i].view && shows (GTK_WIDGET (window), pages[i].type)))
      page = pages[i].page;
  return page;
}

const char *
rt_help_page_of (GtkWindow *window)
{
  for (; window; window = gtk_window_get_transient_for (window))
    {
      const char *page = own_page (window);

      if (page != NULL)
        return page;
    }
  return "";
}

void
rt_help_show (GtkWindow *window, const char *page)
{
  g_autofree char *uri = g_strconcat ("help:rotunda", *page ? "/" : "", page, NULL);

  g_app_info_launch_default_for_uri_async (uri, NULL, NULL, shown_cb, g_object_ref (window));
}
