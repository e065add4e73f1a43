/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

/* Edits of the themes, and one person in the place of another everywhere. */

#include "rt-edit.h"

#include <string.h>

#include "plans.h"
#include "rt-translation.h"

#define ID(text) rt_id_intern (text)

static void
test_themes (void)
{
  g_autoptr (RtPlan) plan = plans_read_data ("edit.rotunda.json");
  g_autoptr (RtTheme) copy = NULL;
  g_autoptr (GError) error = NULL;
  RtId waste = ID ("h1");

  plans_do (plan, rt_edit_add_theme (plan, NULL), "Add a Theme");
  g_assert_cmpstr (rt_plan_get_theme (plan, 2)->title, ==, "Theme 3");
  plans_do (plan, rt_edit_move_theme (plan, waste, 1, NULL), "Move Waste Down");
  plans_do (plan, rt_edit_move_theme (plan, waste, 0, NULL), "Move Waste Up");
  g_assert_null (rt_edit_move_theme (plan, waste, 0, &error));
  copy = rt_record_copy (rt_plan_find_theme (plan, waste));
  rt_set_text (&copy->question, "What is left over?");
  copy->colour = 4;
  plans_do (plan, rt_edit_change_theme (plan, copy, NULL), "Change Waste");
  g_assert_cmpint (rt_plan_find_theme (plan, waste)->colour, ==, 4);
  plans_do (plan, rt_edit_remove (plan, NULL, RT_PART_THEMES, &waste, 1, NULL), "Remove Waste");
  g_assert_null (rt_plan_find_table (plan, ID ("t1"))->theme);
}

/* Words in the second language come and go, and nothing is left of those that went. */
static void
test_translations (void)
{
  g_autoptr (RtPlan) plan = plans_read ("'event': {'languages': ['en', 'zh']},"
                                        "'themes': [{'id': 'ha', 'title': 'Waste'}]");
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  g_assert_cmpstr (rt_translation_get_language (plan), ==, "zh");
  g_assert_null (rt_translation_find (plan, "zh", "ha", "title"));
  plans_do (plan, rt_edit_translate_theme (plan, "zh", ID ("ha"), "title", "浪费", NULL),
            "Translate Waste");
  plans_do (plan, rt_edit_translate_theme (plan, "zh", ID ("ha"), "question", "?", NULL),
            "Translate Waste");
  g_assert_cmpstr (rt_translation_find (plan, "zh", "ha", "title"), ==, "浪费");
  plans_do (plan, rt_edit_translate_theme (plan, "zh", ID ("ha"), "title", "", NULL),
            "Translate Waste");
  g_assert_null (rt_translation_find (plan, "zh", "ha", "title"));
  g_assert_cmpstr (rt_translation_find (plan, "zh", "ha", "question"), ==, "?");
  plans_do (plan, rt_edit_translate_theme (plan, "zh", ID ("ha"), "question", NULL, NULL),
            "Translate Waste");
  text = plans_to_json (plan);
  g_assert_nonnull (strstr (text, "\"translations\": {}"));
  g_assert_null (rt_edit_translate_theme (plan, "zh", ID ("none"), "title", "x", &error));
  g_assert_nonnull (error);
}

/* What others share is not touched, and which language is the second. */
static void
test_translations_beside (void)
{
  g_autoptr (RtPlan) plan = plans_read (
      "'event': {'languages': ['en']}, 'themes': [{'id': 'ha'}, {'id': 'hb'}],"
      "'translations': {'en': {'hb': {'title': 'B'}}, 'fr': {'hb': {'title': 'Bé'}}}");
  g_autoptr (RtPlan) other = rt_plan_new_snapshot (plan);

  g_assert_cmpstr (rt_translation_get_language (plan), ==, "fr");
  plans_do (plan, rt_edit_translate_theme (plan, "fr", ID ("ha"), "title", "A", NULL),
            "Translate Theme");
  g_assert_cmpstr (rt_translation_find (plan, "fr", "hb", "title"), ==, "Bé");
  g_assert_cmpstr (rt_translation_find (plan, "en", "hb", "title"), ==, "B");
  g_assert_null (rt_translation_find (other, "fr", "ha", "title"));
}

/* p6 co-hosts Table 2, is its host in r3, sits at the Quay in r2, and sat at Table 2 in r1, which
 * is over. */
static void
test_replace_co_host (void)
{
  g_autoptr (RtPlan) plan = plans_read_data ("edit.rotunda.json");
  const RtRound *round;

  plans_do (plan, rt_edit_replace_person (plan, ID ("p6"), ID ("p7"), NULL),
             "Replace Amara Eze by Unnamed place");
  g_assert_true (rt_plan_find_table (plan, ID ("t2"))->co_host == ID ("p7"));
  round = rt_plan_find_round (plan, ID ("r3"));
  g_assert_true (rt_map_lookup (round->hosts, ID ("t2")) == ID ("p7"));
  round = rt_plan_find_round (plan, ID ("r2"));
  g_assert_true (rt_seating_at (round->seating, ID ("t3"), 1) == ID ("p7"));
  round = rt_plan_find_round (plan, ID ("r1"));
  g_assert_true (rt_seating_at (round->seating, ID ("t2"), 2) == ID ("p6"));
  g_assert_true (rt_map_lookup (round->co_hosts, ID ("t2")) == ID ("p6"));
  g_assert_cmpint (rt_plan_find_person (plan, ID ("p6"))->attendance, ==, RT_ATTENDANCE_ABSENT);
}

/* p1 hosts Table 1 and sits there in r2; p3, who comes instead, is pinned there and speaks. */
static void
test_replace_host (void)
{
  g_autoptr (RtPlan) plan = plans_read_data ("edit.rotunda.json");
  const RtRound *round;

  plans_do (plan, rt_edit_replace_person (plan, ID ("p1"), ID ("p3"), NULL),
             "Replace Hanna Host by Ged Curran");
  g_assert_true (rt_plan_find_table (plan, ID ("t1"))->host == ID ("p3"));
  g_assert_true (rt_person_has_role (rt_plan_find_person (plan, ID ("p3")), "host"));
  round = rt_plan_find_round (plan, ID ("r2"));
  g_assert_true (rt_seating_at (round->seating, ID ("t1"), 0) == ID ("p3"));
  g_assert_null (rt_seating_at (round->seating, ID ("t1"), 1));
  round = rt_plan_find_round (plan, ID ("r1"));
  g_assert_true (rt_map_lookup (round->hosts, ID ("t1")) == ID ("p1"));
}

/* The co-host steps up: the table has no co-host then, but had one in the round that is over. */
static void
test_replace_by_co_host (void)
{
  g_autoptr (RtPlan) plan = plans_read_data ("edit.rotunda.json");
  const RtTable *table;
  const RtRound *round;

  plans_do (plan, rt_edit_replace_person (plan, ID ("p2"), ID ("p6"), NULL),
             "Replace Hugo Host by Amara Eze");
  table = rt_plan_find_table (plan, ID ("t2"));
  g_assert_true (table->host == ID ("p6"));
  g_assert_null (table->co_host);
  round = rt_plan_find_round (plan, ID ("r1"));
  g_assert_true (rt_map_lookup (round->hosts, ID ("t2")) == ID ("p2"));
  g_assert_true (rt_map_lookup (round->co_hosts, ID ("t2")) == ID ("p6"));
}

static void
test_replace_words (void)
{
  g_autoptr (RtPlan) plan = plans_read_data ("edit.rotunda.json");
  const RtAgendaItem *session;

  plans_do (plan, rt_edit_replace_person (plan, ID ("p4"), ID ("p7"), NULL),
             "Replace Mei Ashworth by Unnamed place");
  g_assert_true (rt_plan_find_theme (plan, ID ("h1"))->champion == ID ("p7"));
  g_assert_true (rt_map_lookup (rt_plan_find_round (plan, ID ("r2"))->pins, ID ("p7"))
                 == ID ("t2"));
  plans_do (plan, rt_edit_replace_person (plan, ID ("p3"), ID ("p5"), NULL),
             "Replace Ged Curran by Yusuf Moreira");
  session = rt_plan_get (plan, RT_PART_AGENDA, 0);
  g_assert_true (session->speakers[0] == ID ("p5"));
}

static void
test_refused (void)
{
  static const struct { const char *from, *to, *message; } cases[] = {
    { "p1", "p1", "That is so already." },
    { "p1", "p2", "Hugo Host leads Table 2 already. Choose somebody else, or give that table "
                  "another host first." },
    { "p1", "p8", "Sam Staff does not come, or is staff, and cannot step in." },
    { "p1", "p9", "Abe Absent does not come, or is staff, and cannot step in." },
    { "p1", "nobody", "What should be changed is not in the plan any more." },
  };
  g_autoptr (RtPlan) plan = plans_read_data ("edit.rotunda.json");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (rt_edit_replace_person (plan, ID (cases[i].from), ID (cases[i].to), &error));
      g_assert_cmpstr (error->message, ==, cases[i].message);
    }
}

static void
test_duties (void)
{
  static const struct { const char *person, *words; } cases[] = {
    { "p1", "Host of Table 1\nSeated in 1 round" },
    { "p3", "Speaks in 1 session\nPinned in 2 rounds\nSeated in 1 round" },
    { "p4", "Champion of Waste\nPinned in 1 round\nSeated in 1 round" },
    { "p6", "Co-host of Table 2\nSeated in 1 round" },
    { "p7", "" },
  };
  g_autoptr (RtPlan) plan = plans_read_data ("edit.rotunda.json");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = rt_edit_dup_duties (plan, ID (cases[i].person));

      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/themes/edits", test_themes);
  g_test_add_func ("/themes/translations", test_translations);
  g_test_add_func ("/themes/translations-beside", test_translations_beside);
  g_test_add_func ("/themes/replace-co-host", test_replace_co_host);
  g_test_add_func ("/themes/replace-host", test_replace_host);
  g_test_add_func ("/themes/replace-by-co-host", test_replace_by_co_host);
  g_test_add_func ("/themes/replace-words", test_replace_words);
  g_test_add_func ("/themes/refused", test_refused);
  g_test_add_func ("/themes/duties", test_duties);
  return g_test_run ();
}
