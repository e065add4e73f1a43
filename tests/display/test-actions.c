/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

/* Menus and dialogs may stand open while what they are about goes away: every action is given ids
 * of nobody, and of what is there, in every combination. */

#include "rt-actions.h"
#include "rt-room-page.h"
#include "rt-rounds-page.h"
#include "test-screen.h"

static RtApplication *application;

/* One text of each kind, nothing, and what is not there. */
static const char *const texts[] = { "ra", "pa", "ta", "", "gone" };

static void
set_up (TestWindow *fixture, gconstpointer data)
{
  test_window_open (fixture, application, "rounds");
}

static GVariant *
value_for (const GVariantType *type, guint choice)
{
  const char *text = texts[choice % G_N_ELEMENTS (texts)];

  switch (*g_variant_type_peek_string (type))
    {
    case 's':
      return g_variant_new_string (text);
    case 'a':
      return g_variant_new_strv (&text, 1);
    case 'b':
      return g_variant_new_boolean (choice % 2 == 0);
    case 'u':
      return g_variant_new_uint32 (choice);
    default:
      return g_variant_new_int32 ((int) choice);
    }
}

/* @choices: which value each member has, a digit to the base of the texts for each. */
static GVariant *
parameter_for (const GVariantType *type, guint choices)
{
  g_auto (GVariantBuilder) builder = G_VARIANT_BUILDER_INIT (type);

  if (!g_variant_type_is_tuple (type))
    return value_for (type, choices);
  for (const GVariantType *member = g_variant_type_first (type); member;
       member = g_variant_type_next (member))
    {
      g_variant_builder_add_value (&builder, value_for (member, choices % G_N_ELEMENTS (texts)));
      choices /= G_N_ELEMENTS (texts);
    }
  return g_variant_builder_end (&builder);
}

static guint
count_combinations (const GVariantType *type)
{
  gsize members = g_variant_type_is_tuple (type) ? g_variant_type_n_items (type) : 1;
  guint n = 1;

  for (gsize i = 0; i < MIN (members, 3); i++)
    n *= G_N_ELEMENTS (texts);
  return n;
}

static void
close_others (gpointer window)
{
  GListModel *all = gtk_window_get_toplevels ();

  for (guint i = g_list_model_get_n_items (all); i > 0; i--)
    {
      g_autoptr (GtkWindow) other = g_list_model_get_item (all, i - 1);

      if (other != window)
        gtk_window_destroy (other);
    }
}

static gboolean
is_idle (gpointer session)
{
  return !rt_session_is_arranging (session, NULL);
}

static void
try_all (TestWindow *fixture, gpointer widget, const char *name, const GVariantType *type)
{
  g_autofree char *before = rt_plan_to_json (fixture->plan, TRUE, NULL);
  g_autofree char *after = NULL;

  for (guint choices = 0; choices < count_combinations (type); choices++)
    {
      g_autoptr (GVariant) parameter = g_variant_ref_sink (parameter_for (type, choices));
      g_autofree char *words = g_variant_print (parameter, FALSE);

      g_test_message ("%s %s", name, words);
      gtk_widget_activate_action_variant (widget, name, parameter);
      rt_session_stop (fixture->session, FALSE);
      test_wait (is_idle, fixture->session);
      while (rt_session_undo (fixture->session))
        ;
    }
  test_settle ();
  close_others (fixture->window);
  after = rt_plan_to_json (fixture->plan, TRUE, NULL);
  g_assert_cmpstr (after, ==, before);
}

static void
test_plan_actions (TestWindow *fixture, gconstpointer data)
{
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  g_auto (GStrv) names = NULL;

  rt_actions_people_add (G_ACTION_MAP (group), fixture->window);
  rt_actions_seats_add (G_ACTION_MAP (group), fixture->window);
  rt_actions_tables_add (G_ACTION_MAP (group), fixture->window);
  rt_actions_rounds_add (G_ACTION_MAP (group), fixture->window);
  names = g_action_group_list_actions (G_ACTION_GROUP (group));
  for (guint i = 0; names[i]; i++)
    {
      g_autofree char *full = g_strconcat ("plan.", names[i], NULL);
      const GVariantType *type
          = g_action_group_get_action_parameter_type (G_ACTION_GROUP (group), names[i]);

      if (type)
        try_all (fixture, fixture->window, full, type);
    }
}

/* Also those that a page has for itself. */
static void
try_page (TestWindow *fixture, const char *page, GType type)
{
  GtkWidget *widget;
  const GVariantType *parameter;
  const char *name, *property;
  GType owner;

  rt_window_show_page (fixture->window, page);
  widget = test_find_seen (GTK_WIDGET (fixture->window), type);
  for (guint i = 0; gtk_widget_class_query_action (GTK_WIDGET_GET_CLASS (widget), i, &owner, &name,
                                                   &parameter, &property);
       i++)
    if (owner == type && parameter)
      try_all (fixture, widget, name, parameter);
}

static void
test_page_actions (TestWindow *fixture, gconstpointer data)
{
  try_page (fixture, "rounds", RT_TYPE_ROUNDS_PAGE);
  try_page (fixture, "room", RT_TYPE_ROOM_PAGE);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  application = test_start ();
  g_test_add ("/actions/plan", TestWindow, NULL, set_up, test_plan_actions,
              test_window_close_later);
  g_test_add ("/actions/pages", TestWindow, NULL, set_up, test_page_actions,
              test_window_close_later);
  return g_test_run ();
}
