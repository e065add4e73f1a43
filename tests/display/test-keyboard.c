/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

/* Every page and window by keyboard: what takes the focus has a name for the screen reader, and no
 * two things that are to be seen together have the same mnemonic. */

#include <string.h>

#include "rt-agenda-window.h"
#include "rt-edit.h"
#include "rt-event-dialog.h"
#include "rt-export-dialog.h"
#include "rt-late-menu.h"
#include "rt-move-dialog.h"
#include "rt-preferences-window.h"
#include "rt-print-window.h"
#include "rt-replace-dialog.h"
#include "rt-rule-dialog.h"
#include "rt-rules-window.h"
#include "rt-themes-window.h"
#include "test-screen.h"

static RtApplication *application;

static void
set_up (TestWindow *fixture, gconstpointer data)
{
  test_window_open (fixture, application, NULL);
}

/* Names. */

static gboolean
has_words (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget) && gtk_widget_get_visible (widget)
      && *gtk_label_get_text (GTK_LABEL (widget)) != '\0')
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child))
    if (!GTK_IS_POPOVER (child) && has_words (child))
      return TRUE;
  return FALSE;
}

static gboolean
has_name (GtkWidget *widget)
{
  GtkAccessible *accessible = GTK_ACCESSIBLE (widget);
  gboolean own_words = GTK_IS_BUTTON (widget) || GTK_IS_CHECK_BUTTON (widget)
                       || GTK_IS_MENU_BUTTON (widget);

  return gtk_test_accessible_has_property (accessible, GTK_ACCESSIBLE_PROPERTY_LABEL)
         || gtk_test_accessible_has_relation (accessible, GTK_ACCESSIBLE_RELATION_LABELLED_BY)
         || (own_words && has_words (widget));
}

static gboolean
needs_name (GtkWidget *widget)
{
  return GTK_IS_BUTTON (widget) || GTK_IS_MENU_BUTTON (widget) || GTK_IS_CHECK_BUTTON (widget)
         || GTK_IS_SWITCH (widget) || GTK_IS_DROP_DOWN (widget) || GTK_IS_SPIN_BUTTON (widget)
         || GTK_IS_SEARCH_ENTRY (widget) || GTK_IS_ENTRY (widget) || GTK_IS_LIST_VIEW (widget)
         || GTK_IS_COLUMN_VIEW (widget);
}

/* The parts of these are named by whoever made them. */
static gboolean
is_whole (GtkWidget *widget)
{
  return GTK_IS_SPIN_BUTTON (widget) || GTK_IS_WINDOW_CONTROLS (widget)
         || ADW_IS_ENTRY_ROW (widget) || GTK_IS_SEARCH_ENTRY (widget) || GTK_IS_ENTRY (widget)
         || ADW_IS_VIEW_SWITCHER (widget) || ADW_IS_VIEW_SWITCHER_BAR (widget)
         || GTK_IS_MENU_BUTTON (widget) || GTK_IS_DROP_DOWN (widget)
         || GTK_IS_STACK_SWITCHER (widget) || ADW_IS_COMBO_ROW (widget)
         || ADW_IS_SPLIT_BUTTON (widget)
         || GTK_IS_COLUMN_VIEW (widget) || GTK_IS_LIST_VIEW (widget);
}

static void
list_nameless (GtkWidget *widget, GString *found)
{
  if (!gtk_widget_get_mapped (widget))
    return;
  if (needs_name (widget) && !has_name (widget))
    {
      g_autofree char *tip = g_strdup (gtk_widget_get_tooltip_text (widget));
      const char *icon
          = GTK_IS_BUTTON (widget) ? gtk_button_get_icon_name (GTK_BUTTON (widget)) : NULL;

      g_string_append_printf (found, " %s (%s) in %s;", G_OBJECT_TYPE_NAME (widget),
                              tip ? tip : icon ? icon : "",
                              G_OBJECT_TYPE_NAME (gtk_widget_get_parent (widget)));
    }
  for (GtkWidget *child = is_whole (widget) ? NULL : gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child))
    list_nameless (child, found);
}

/* See rt-flow-guard.h. */
static void
list_unguarded (GtkWidget *widget, GString *found)
{
  if (GTK_IS_FLOW_BOX (widget)
      && !g_signal_has_handler_pending (widget,
                                        g_signal_lookup ("move-cursor", GTK_TYPE_FLOW_BOX), 0,
                                        FALSE))
    g_string_append_printf (found, " one in %s;",
                            G_OBJECT_TYPE_NAME (gtk_widget_get_parent (widget)));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child))
    list_unguarded (child, found);
}

/* Mnemonics. @used: by keyval, the words that have it. */

static void
use (GHashTable *used, guint key, const char *words, GString *found)
{
  const char *other = g_hash_table_lookup (used, GUINT_TO_POINTER (key));

  if (other)
    g_string_append_printf (found, " %s and %s;", other, words);
  g_hash_table_insert (used, GUINT_TO_POINTER (key), g_strdup (words));
}

static void
list_clashes (GtkWidget *widget, GHashTable *used, GString *found)
{
  guint key;

  if (!gtk_widget_get_mapped (widget) || GTK_IS_POPOVER (widget))
    return;
  if (GTK_IS_LABEL (widget) && gtk_widget_is_sensitive (widget))
    {
      key = gtk_label_get_mnemonic_keyval (GTK_LABEL (widget));
      if (key != GDK_KEY_VoidSymbol)
        use (used, gdk_keyval_to_lower (key), gtk_label_get_text (GTK_LABEL (widget)), found);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child))
    list_clashes (child, used, found);
}

static guint
mnemonic_of (const char *label)
{
  const char *mark = strchr (label, '_');

  return mark ? gdk_keyval_to_lower (gdk_unicode_to_keyval (g_utf8_get_char (mark + 1))) : 0;
}

static void list_menu_clashes (GMenuModel *menu, GHashTable *used, GString *found);

static void
list_item_clashes (GMenuModel *menu, int item, GHashTable *used, GString *found)
{
  g_autoptr (GMenuModel) section = g_menu_model_get_item_link (menu, item, G_MENU_LINK_SECTION);
  g_autoptr (GMenuModel) inner = g_menu_model_get_item_link (menu, item, G_MENU_LINK_SUBMENU);
  g_autofree char *label = NULL;

  g_menu_model_get_item_attribute (menu, item, G_MENU_ATTRIBUTE_LABEL, "s", &label);
  if (label && !section && mnemonic_of (label))
    use (used, mnemonic_of (label), label, found);
  if (section)
    list_menu_clashes (section, used, found);
  if (inner)
    list_menu_clashes (inner, NULL, found);
}

/* @used (nullable): of the menu that this is a section of. */
static void
list_menu_clashes (GMenuModel *menu, GHashTable *used, GString *found)
{
  g_autoptr (GHashTable) own = g_hash_table_new_full (NULL, NULL, NULL, g_free);

  for (int i = 0; i < g_menu_model_get_n_items (menu); i++)
    list_item_clashes (menu, i, used ? used : own, found);
}

static gboolean
is_in_window (gpointer data)
{
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (data));
  graphene_rect_t bounds;

  return gtk_widget_compute_bounds (data, window, &bounds) && bounds.origin.y >= 0
         && bounds.origin.y + bounds.size.height <= gtk_widget_get_height (window);
}

static GMenuModel *
menu_of (GtkWidget *widget)
{
  if (GTK_IS_MENU_BUTTON (widget))
    return rt_late_menu_get (GTK_MENU_BUTTON (widget))
               ? rt_late_menu_get (GTK_MENU_BUTTON (widget))
               : gtk_menu_button_get_menu_model (GTK_MENU_BUTTON (widget));
  if (ADW_IS_SPLIT_BUTTON (widget))
    return adw_split_button_get_menu_model (ADW_SPLIT_BUTTON (widget));
  return NULL;
}

static void
list_menus (GtkWidget *widget, GString *found)
{
  GMenuModel *menu = menu_of (widget);
  GtkPopover *popover
      = GTK_IS_MENU_BUTTON (widget) ? gtk_menu_button_get_popover (GTK_MENU_BUTTON (widget)) : NULL;

  if (menu)
    {
      list_menu_clashes (menu, NULL, found);
    }
  else if (popover && gtk_widget_get_mapped (widget))
    {
      g_autoptr (GHashTable) used = g_hash_table_new_full (NULL, NULL, NULL, g_free);

      /* The focus scrolls to it; else its popover may have no place on the screen. */
      gtk_widget_grab_focus (widget);
      test_wait (is_in_window, widget);
      gtk_popover_popup (popover);
      test_wait (test_is_mapped, popover);
      list_clashes (gtk_popover_get_child (popover), used, found);
      list_nameless (gtk_popover_get_child (popover), found);
      gtk_popover_popdown (popover);
      test_settle ();
    }
  for (GtkWidget *child = menu ? NULL : gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child))
    list_menus (child, found);
}

static void
expect_none (const char *what, const GString *found)
{
  if (found->len == 0)
    return;
  g_test_message ("%s:%s", what, found->str);
  g_test_fail ();
}

static void
check (gpointer window)
{
  g_autoptr (GHashTable) used = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  g_autoptr (GString) clashes = g_string_new (NULL);
  g_autoptr (GString) nameless = g_string_new (NULL);
  g_autoptr (GString) menus = g_string_new (NULL);
  g_autoptr (GString) unguarded = g_string_new (NULL);

  test_settle ();
  list_clashes (window, used, clashes);
  list_nameless (window, nameless);
  list_menus (window, menus);
  list_unguarded (window, unguarded);
  expect_none ("The same mnemonic", clashes);
  expect_none ("Without a name", nameless);
  expect_none ("In menus", menus);
  expect_none ("Flow boxes that arrow keys may hang", unguarded);
}

static void
test_page (TestWindow *fixture, gconstpointer page)
{
  rt_window_show_page (fixture->window, page);
  check (fixture->window);
}

static void
test_person (TestWindow *fixture, gconstpointer data)
{
  rt_window_edit_person (fixture->window, rt_id_intern ("pa"));
  check (fixture->window);
}

static void
test_table (TestWindow *fixture, gconstpointer data)
{
  rt_window_show_page (fixture->window, "room");
  rt_session_set_selected_table (fixture->session, rt_id_intern ("ta"));
  check (fixture->window);
}

static void
test_view (TestWindow *fixture, gconstpointer view)
{
  GtkWidget *focus;

  rt_window_show_page (fixture->window, "rounds");
  test_settle ();
  g_assert_true (gtk_widget_child_focus (GTK_WIDGET (fixture->window), GTK_DIR_TAB_FORWARD));
  focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  for (; focus && !gtk_widget_activate_action (focus, "rounds.show-view", "s", view);
       focus = gtk_widget_get_next_sibling (focus))
    ;
  check (fixture->window);
}

static gboolean
is_at_floor (gpointer data)
{
  GtkWidget *focus;

  gtk_window_set_focus (data, NULL);
  for (int i = 0; i < 3; i++)
    gtk_widget_activate_action (data, "win.next-pane", NULL);
  focus = gtk_window_get_focus (data);
  return focus && g_str_equal (G_OBJECT_TYPE_NAME (focus), "RtFloorSpot");
}

/* A round that is over has a button of its own. */
static void
test_over (TestWindow *fixture, gconstpointer data)
{
  rt_window_show_page (fixture->window, "rounds");
  rt_session_do (fixture->session,
                 rt_edit_set_over (fixture->plan, rt_id_intern ("ra"), TRUE, NULL), NULL);
  check (fixture->window);
}

/* F6 goes from the tool bar to the tables themselves, not to a button that lies over them. */
static void
test_floor_pane (TestWindow *fixture, gconstpointer data)
{
  rt_window_show_page (fixture->window, "rounds");
  test_wait (is_at_floor, fixture->window);
}

static void
test_welcome (void)
{
  RtWindow *window = test_window (application, NULL);

  check (window);
  rt_window_close_now (window);
  test_settle ();
}

static void
check_dialog (TestWindow *fixture, gpointer dialog)
{
  gtk_window_set_transient_for (dialog, GTK_WINDOW (fixture->window));
  gtk_window_present (dialog);
  test_wait (test_is_mapped, dialog);
  check (dialog);
  gtk_window_destroy (dialog);
  test_settle ();
}

#define TEST_DIALOG(name, expression)                                                             \
  static void                                                                                     \
  test_##name (TestWindow    *fixture,                                                            \
               gconstpointer  data)                                                               \
  {                                                                                               \
    check_dialog (fixture, expression);                                                           \
  }

TEST_DIALOG (agenda, rt_agenda_window_new (fixture->session))
TEST_DIALOG (event, rt_event_dialog_new (fixture->session))
TEST_DIALOG (export, rt_export_dialog_new (GTK_WINDOW (fixture->window), fixture->session))
TEST_DIALOG (move, rt_move_dialog_new (GTK_WIDGET (fixture->window), fixture->session,
                                       rt_id_intern ("ra"), rt_id_intern ("pa"), FALSE))
TEST_DIALOG (preferences, rt_preferences_window_new (rt_application_get_settings (application)))
TEST_DIALOG (print, rt_print_window_new (fixture->session, NULL))
TEST_DIALOG (replace, rt_replace_dialog_new (fixture->session, rt_id_intern ("pc")))
TEST_DIALOG (rule, rt_rule_dialog_new (fixture->session, NULL))
TEST_DIALOG (rules, rt_rules_window_new (fixture->session))
TEST_DIALOG (themes, rt_themes_window_new (fixture->session))

int
main (int argc, char *argv[])
{
  static const struct
  {
    const char *name;
    const char *data;
    void (*test) (TestWindow *, gconstpointer);
  } cases[] = {
    { "/keyboard/people", "people", test_page },
    { "/keyboard/person", NULL, test_person },
    { "/keyboard/room", "room", test_page },
    { "/keyboard/table", NULL, test_table },
    { "/keyboard/rounds", "rounds", test_page },
    { "/keyboard/floor-pane", NULL, test_floor_pane },
    { "/keyboard/over", NULL, test_over },
    { "/keyboard/grid", "grid", test_view },
    { "/keyboard/meet", "meet", test_view },
    { "/keyboard/agenda", NULL, test_agenda },
    { "/keyboard/event", NULL, test_event },
    { "/keyboard/export", NULL, test_export },
    { "/keyboard/move", NULL, test_move },
    { "/keyboard/preferences", NULL, test_preferences },
    { "/keyboard/print", NULL, test_print },
    { "/keyboard/replace", NULL, test_replace },
    { "/keyboard/rule", NULL, test_rule },
    { "/keyboard/rules", NULL, test_rules },
    { "/keyboard/themes", NULL, test_themes },
  };

  gtk_test_init (&argc, &argv, NULL);
  test_speak ();
  application = test_start ();
  g_test_add_func ("/keyboard/welcome", test_welcome);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_test_add (cases[i].name, TestWindow, cases[i].data, set_up, cases[i].test,
                test_window_close_later);
  return g_test_run ();
}
