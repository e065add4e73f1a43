/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

/* The agenda: its clock, its conflicts and its edits. */

#include "rt-agenda.h"
#include "rt-edit.h"

#include "plans.h"

#define ID(text) rt_id_intern (text)

/* p1 hosts Table 1 (t1), p2 Table 2; the agenda is a keynote (s1), r1 (over), then r2 and r3. */
static RtPlan *
read_plan (void)
{
  return plans_read_data ("edit.rotunda.json");
}

static const RtAgendaItem *
session_at (RtPlan *plan, guint index)
{
  return rt_plan_get (plan, RT_PART_AGENDA, index);
}

/* The agenda as "s1 10:00-10:20 | s2 ... > r1 10:20-10:45". */
static char *
dup_lines (RtPlan *plan)
{
  g_autoptr (GArray) lines = rt_agenda_list (plan);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < lines->len; i++)
    {
      const RtAgendaLine *line = &g_array_index (lines, RtAgendaLine, i);

      g_string_append_printf (text, "%s%s ", i > 0 ? " " : "",
                              line->round != NULL ? line->round : line->session);
      if (line->start < 0)
        g_string_append_c (text, '-');
      else
        g_string_append_printf (text, "%02d:%02d-%02d:%02d", line->start / 60, line->start % 60,
                                line->end / 60, line->end % 60);
    }
  return g_string_free (text, FALSE);
}

static void
assert_lines (RtPlan *plan, const char *expected)
{
  g_autofree char *found = dup_lines (plan);

  g_assert_cmpstr (found, ==, expected);
}

/* The rounds of the plan, in order: "r1 r2 r3". */
static void
assert_rounds (RtPlan *plan, const char *expected)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < rt_plan_get_n (plan, RT_PART_ROUNDS); i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " " : "", rt_plan_get_round (plan, i)->parent.id);
  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_clock (void)
{
  g_autoptr (RtPlan) plan = read_plan ();
  g_autoptr (RtPlan) plain = plans_read ("'rounds': [{'id': 'ra', 'minutes': 20}, {'id': 'rb'}]");

  assert_lines (plan, "s1 10:00-10:20 s2 10:20-10:45 r1 10:20-10:45"
                      " s3 10:45-11:35 r2 10:45-11:10 r3 11:15-11:35");
  assert_lines (plain, "ra - rb -");
}

/* What guests are told: rounds in place of their session, and none that an agenda leaves out. */
static void
test_steps (void)
{
  static const struct { const char *members, *steps; } cases[] = {
    { "'agenda': [{'id': 's1', 'kind': 'rounds', 'rounds': ['rb']}, {'id': 's2', 'kind': 'break'},"
      " {'id': 's3', 'kind': 'rounds', 'minutes': 30}], 'rounds': [{'id': 'ra'}, {'id': 'rb'}]",
      "rb s2 s3" },
    { "'rounds': [{'id': 'ra'}, {'id': 'rb'}]", "ra rb" },
    { "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (RtPlan) plan = plans_read (cases[i].members);
      g_autoptr (GArray) steps = rt_agenda_list_steps (plan);
      g_autoptr (GString) text = g_string_new (NULL);

      for (guint k = 0; k < steps->len; k++)
        {
          const RtAgendaLine *line = &g_array_index (steps, RtAgendaLine, k);

          g_string_append_printf (text, "%s%s", k > 0 ? " " : "",
                                  line->round != NULL ? line->round : line->session);
        }
      g_assert_cmpstr (text->str, ==, cases[i].steps);
    }
}

static void
test_start (void)
{
  g_autoptr (RtPlan) plan = read_plan ();
  g_autoptr (GError) error = NULL;

  plans_do (plan, rt_edit_set_start (plan, "09:30", NULL), "Change the Start");
  assert_lines (plan, "s1 09:30-09:50 s2 09:50-10:15 r1 09:50-10:15"
                      " s3 10:15-11:05 r2 10:15-10:40 r3 10:45-11:05");
  g_assert_null (rt_edit_set_start (plan, "half past nine", &error));
  g_assert_cmpstr (error->message, ==, "The start is a clock time: 10:00.");
  plans_do (plan, rt_edit_set_start (plan, NULL, NULL), "Change the Start");
  assert_lines (plan, "s1 - s2 - r1 - s3 - r2 - r3 -");
}

static void
test_add_session (void)
{
  g_autoptr (RtPlan) plan = read_plan ();
  const RtAgendaItem *item;

  plans_do (plan, rt_edit_add_session (plan, RT_SESSION_BREAK, NULL), "Add Break");
  item = rt_plan_get (plan, RT_PART_AGENDA, 3);
  g_assert_cmpint (item->kind, ==, RT_SESSION_BREAK);
  g_assert_cmpint (item->minutes, ==, 20);
  plans_do (plan, rt_edit_add_session (plan, RT_SESSION_ROUNDS, NULL), "Add Rounds");
  item = rt_plan_get (plan, RT_PART_AGENDA, 4);
  g_assert_cmpuint (rt_ids_length (item->rounds), ==, 1);
  g_assert_true (item->rounds[0] == rt_plan_get_round (plan, 3)->parent.id);
  g_assert_true (rt_seating_at (rt_plan_get_round (plan, 3)->seating, ID ("t1"), 0) == ID ("p1"));
}

/* The rounds of a plan without an agenda keep their times when a session is added. */
static void
test_spell_out (void)
{
  g_autoptr (RtPlan) plan = plans_read ("'event': {'start': '10:00'},"
                                        "'rounds': [{'id': 'ra', 'minutes': 20},"
                                        " {'id': 'rb', 'minutes': 5}]");
  const RtAgendaItem *item;

  plans_do (plan, rt_edit_add_session (plan, RT_SESSION_PLENARY, NULL), "Add Plenary");
  g_assert_cmpuint (rt_plan_get_n (plan, RT_PART_AGENDA), ==, 2);
  item = rt_plan_get (plan, RT_PART_AGENDA, 0);
  g_assert_cmpint (item->kind, ==, RT_SESSION_ROUNDS);
  g_assert_cmpuint (rt_ids_length (item->rounds), ==, 2);
  item = rt_plan_get (plan, RT_PART_AGENDA, 1);
  plans_do (plan, rt_edit_move_session (plan, item->parent.id, 0, NULL), "Move Plenary Up");
  item = rt_plan_get (plan, RT_PART_AGENDA, 0);
  g_assert_cmpint (item->kind, ==, RT_SESSION_PLENARY);
  plans_do (plan, rt_edit_add_round (plan, NULL), "Add Round 3");
  item = rt_plan_get (plan, RT_PART_AGENDA, 1);
  g_assert_cmpuint (rt_ids_length (item->rounds), ==, 3);
}

/* With only a keynote, the first round begins a session. */
static void
test_first_round (void)
{
  g_autoptr (RtPlan) plan = plans_read ("'event': {'start': '10:00'},"
                                        "'agenda': [{'id': 's1', 'kind': 'keynote',"
                                        " 'minutes': 30}]");
  const RtAgendaItem *item;

  plans_do (plan, rt_edit_add_round (plan, NULL), "Add Round 1");
  item = rt_plan_get (plan, RT_PART_AGENDA, 1);
  g_assert_cmpint (item->kind, ==, RT_SESSION_ROUNDS);
  g_assert_true (item->rounds[0] == rt_plan_get_round (plan, 0)->parent.id);
}

static void
test_move_session (void)
{
  g_autoptr (RtPlan) plan = read_plan ();
  g_autoptr (GError) error = NULL;

  plans_do (plan, rt_edit_move_session (plan, ID ("s1"), 1, NULL), "Move Keynote Down");
  assert_lines (plan, "s2 10:00-10:25 r1 10:00-10:25 s1 10:25-10:45"
                      " s3 10:45-11:35 r2 10:45-11:10 r3 11:15-11:35");
  plans_do (plan, rt_edit_move_session (plan, ID ("s3"), 0, NULL), "Move Rounds Up");
  assert_rounds (plan, "r2 r3 r1");
  g_assert_null (rt_edit_move_session (plan, ID ("s3"), 0, &error));
  g_assert_cmpstr (error->message, ==, "That is so already.");
}

/* A break comes between two rounds, goes back, and leaves no trace. */
static void
test_step_session (void)
{
  g_autoptr (RtPlan) plan = read_plan ();
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL, *after = NULL;
  RtId pause;

  plans_do (plan, rt_edit_add_session (plan, RT_SESSION_BREAK, NULL), "Add Break");
  before = rt_plan_to_json (plan, TRUE, NULL);
  pause = session_at (plan, 3)->parent.id;
  plans_do (plan, rt_edit_step_session (plan, pause, -1, NULL), "Move Break Up");
  g_assert_cmpuint (rt_plan_get_n (plan, RT_PART_AGENDA), ==, 5);
  g_assert_true (session_at (plan, 3)->parent.id == pause);
  g_assert_true (rt_ids_contains (session_at (plan, 4)->rounds, ID ("r3")));
  g_assert_cmpuint (rt_ids_length (session_at (plan, 2)->rounds), ==, 1);
  assert_rounds (plan, "r1 r2 r3");
  plans_do (plan, rt_edit_step_session (plan, pause, 1, NULL), "Move Break Down");
  after = rt_plan_to_json (plan, TRUE, NULL);
  g_assert_cmpstr (after, ==, before);
  g_assert_null (rt_edit_step_session (plan, pause, 1, &error));
  g_assert_error (error, RT_ERROR, RT_ERROR_REFUSED);
  for (guint i = 0; i < 2; i++)
    plans_do (plan, rt_edit_step_session (plan, pause, -1, NULL), "Move Break Up");
  g_assert_cmpuint (rt_plan_get_n (plan, RT_PART_AGENDA), ==, 4);
  g_assert_true (session_at (plan, 2)->parent.id == pause);
  g_assert_cmpuint (rt_ids_length (session_at (plan, 3)->rounds), ==, 2);
}

/* Two sessions of rounds stay apart where the second has a title, or is moved itself. */
static void
test_step_between (void)
{
  g_autoptr (RtPlan) plan = plans_read (
      "'rounds': [{'id': 'ra'}, {'id': 'rb'}, {'id': 'rc'}], 'agenda': ["
      "{'id': 's1', 'kind': 'rounds', 'rounds': ['ra']}, {'id': 's2', 'kind': 'break'},"
      "{'id': 's3', 'kind': 'rounds', 'title': 'Late', 'rounds': ['rb', 'rc']}]");
  g_autoptr (GError) error = NULL;

  plans_do (plan, rt_edit_step_session (plan, ID ("s2"), -1, NULL), "Move Break Up");
  g_assert_true (session_at (plan, 0)->parent.id == ID ("s2"));
  g_assert_cmpuint (rt_plan_get_n (plan, RT_PART_AGENDA), ==, 3);
  g_assert_null (rt_edit_step_session (plan, ID ("s2"), -1, &error));
  plans_do (plan, rt_edit_step_session (plan, ID ("s3"), -1, NULL), "Move Late Up");
  assert_rounds (plan, "rb rc ra");
  plans_do (plan, rt_edit_step_session (plan, ID ("s2"), 1, NULL), "Move Break Down");
  assert_rounds (plan, "rb rc ra");
  g_assert_cmpstr (session_at (plan, 0)->title, ==, "Late");
  g_assert_cmpuint (rt_ids_length (session_at (plan, 0)->rounds), ==, 1);
  plans_do (plan, rt_edit_step_session (plan, ID ("s2"), 1, NULL), "Move Break Down");
  g_assert_cmpuint (rt_plan_get_n (plan, RT_PART_AGENDA), ==, 3);
  g_assert_cmpuint (rt_ids_length (session_at (plan, 0)->rounds), ==, 2);
}

static void
test_place_session (void)
{
  g_autoptr (RtPlan) plan = read_plan ();
  g_autoptr (GError) error = NULL;

  plans_do (plan, rt_edit_place_session (plan, ID ("s1"), ID ("r2"), NULL), "Move Keynote Down");
  assert_rounds (plan, "r1 r2 r3");
  g_assert_cmpuint (rt_plan_get_n (plan, RT_PART_AGENDA), ==, 4);
  g_assert_true (session_at (plan, 2)->parent.id == ID ("s1"));
  g_assert_cmpuint (rt_ids_length (session_at (plan, 1)->rounds), ==, 1);
  plans_do (plan, rt_edit_place_session (plan, ID ("s1"), ID ("r1"), NULL), "Move Keynote Up");
  g_assert_true (session_at (plan, 0)->parent.id == ID ("s1"));
  g_assert_cmpuint (rt_plan_get_n (plan, RT_PART_AGENDA), ==, 3);
  g_assert_null (rt_edit_place_session (plan, session_at (plan, 1)->parent.id, ID ("r1"), &error));
}

static void
test_move_round (void)
{
  g_autoptr (RtPlan) plan = read_plan ();
  g_autoptr (GError) error = NULL;

  plans_do (plan, rt_edit_move_round (plan, ID ("r3"), -1, NULL), "Move Last Words Up");
  assert_rounds (plan, "r1 r3 r2");
  /* From the top of its session to the end of the one above, and back. */
  plans_do (plan, rt_edit_move_round (plan, ID ("r3"), -1, NULL), "Move Last Words Up");
  g_assert_true (rt_ids_contains (session_at (plan, 1)->rounds, ID ("r3")));
  assert_rounds (plan, "r1 r3 r2");
  plans_do (plan, rt_edit_move_round (plan, ID ("r3"), 1, NULL), "Move Last Words Down");
  assert_lines (plan, "s1 10:00-10:20 s2 10:20-10:45 r1 10:20-10:45"
                      " s3 10:45-11:33 r3 10:45-11:05 r2 11:08-11:33");
  g_assert_null (rt_edit_move_round (plan, ID ("r1"), -1, &error));
  g_assert_error (error, RT_ERROR, RT_ERROR_REFUSED);
}

static void
test_move_round_plain (void)
{
  g_autoptr (RtPlan) plan = plans_read ("'rounds': [{'id': 'ra'}, {'id': 'rb'}]");
  g_autoptr (GError) error = NULL;

  plans_do (plan, rt_edit_move_round (plan, ID ("ra"), 1, NULL), "Move Round 1 Down");
  assert_rounds (plan, "rb ra");
  g_assert_cmpuint (rt_plan_get_n (plan, RT_PART_AGENDA), ==, 0);
  g_assert_null (rt_edit_move_round (plan, ID ("rb"), -1, &error));
}

static void
test_place_round (void)
{
  g_autoptr (RtPlan) plan = read_plan ();
  g_autoptr (GError) error = NULL;

  plans_do (plan, rt_edit_place_round (plan, ID ("r3"), ID ("s2"), ID ("r1"), NULL),
            "Move Last Words Up");
  assert_rounds (plan, "r3 r1 r2");
  plans_do (plan, rt_edit_place_round (plan, ID ("r3"), ID ("s3"), NULL, NULL),
            "Move Last Words Down");
  assert_rounds (plan, "r1 r2 r3");
  plans_do (plan, rt_edit_place_round (plan, ID ("r3"), ID ("s2"), NULL, NULL),
            "Move Last Words Up");
  assert_rounds (plan, "r1 r3 r2");
  g_assert_null (rt_edit_place_round (plan, ID ("r3"), ID ("s1"), NULL, &error));
  g_assert_cmpstr (error->message, ==, "A round belongs in a session of rounds.");
}

static void
test_add_round (void)
{
  g_autoptr (RtPlan) plan = read_plan ();

  plans_do (plan, rt_edit_add_round_to (plan, ID ("s2"), NULL), "Add a Round");
  g_assert_cmpuint (rt_plan_get_n (plan, RT_PART_ROUNDS), ==, 4);
  g_assert_cmpint (rt_plan_get_round (plan, 1)->minutes, ==, 20);
  g_assert_true (rt_ids_contains (rt_plan_get_round (plan, 1)->closed, ID ("t3")));
  g_assert_true (rt_plan_get_round (plan, 2)->parent.id == ID ("r2"));
}

static void
test_remove (void)
{
  g_autoptr (RtPlan) plan = read_plan ();

  plans_do (plan, rt_edit_remove_session (plan, ID ("s3"), NULL), "Remove Rounds");
  assert_rounds (plan, "r1");
  g_assert_null (rt_plan_find (plan, RT_PART_RULES, ID ("u5"), NULL));
  plans_do (plan, rt_edit_remove_session (plan, ID ("s1"), NULL), "Remove Keynote");
  assert_lines (plan, "s2 10:00-10:25 r1 10:00-10:25");
}

static void
test_change (void)
{
  g_autoptr (RtPlan) plan = read_plan ();
  g_autoptr (RtRound) round = rt_record_copy (rt_plan_find_round (plan, ID ("r2")));
  g_autoptr (RtAgendaItem) item
      = rt_record_copy (rt_plan_find (plan, RT_PART_AGENDA, ID ("s1"), NULL));

  round->minutes = 40;
  plans_do (plan, rt_edit_change_round (plan, round, NULL), "Change Round 2");
  rt_set_text (&item->title, "Opening");
  item->minutes = 10;
  plans_do (plan, rt_edit_change_session (plan, item, NULL), "Change Opening");
  assert_lines (plan, "s1 10:00-10:10 s2 10:10-10:35 r1 10:10-10:35"
                      " s3 10:35-11:40 r2 10:35-11:15 r3 11:20-11:40");
}

/* Makes p speak in a session, and joins what is wrong then. */
static char *
dup_conflicts (const char *session, const char *speaker)
{
  g_autoptr (RtPlan) plan = read_plan ();
  g_autoptr (RtAgendaItem) item
      = rt_record_copy (rt_plan_find (plan, RT_PART_AGENDA, ID (session), NULL));
  RtId speakers[] = { ID (speaker), NULL };
  g_autoptr (GPtrArray) conflicts = NULL;
  GString *text = g_string_new (NULL);
  g_autoptr (RtChange) change = NULL;

  rt_set_ids (&item->speakers, speakers);
  change = rt_edit_change_session (plan, item, NULL);
  if (change != NULL)
    g_assert_true (rt_plan_apply (plan, change, NULL));
  conflicts = rt_agenda_find_conflicts (plan);
  for (guint i = 0; i < conflicts->len; i++)
    {
      const RtAgendaConflict *conflict = conflicts->pdata[i];

      g_string_append_printf (text, "%s%s: %s", i > 0 ? "; " : "",
                              conflict->round != NULL ? conflict->round : "-",
                              conflict->message);
    }
  return g_string_free (text, FALSE);
}

static void
test_conflicts (void)
{
  static const struct { const char *session, *speaker, *expected; } cases[] = {
    { "s1", "p3", "" },
    { "s1", "p1", "" },                     /* before the rounds */
    { "s1", "p8", "" },                     /* staff may speak */
    { "s1", "p9", "-: Abe Absent speaks then, but does not come" },
    { "s2", "p1", "" },                     /* that round is over */
    { "s3", "p1", "r2: Hanna Host speaks then, and hosts Table 1; "
                  "r3: Hanna Host speaks then, and hosts Table 1" },
    { "s3", "p2", "r2: Hugo Host speaks then, and hosts Table 2" },
    { "s3", "p6", "r2: Amara Eze speaks then, and co-hosts Table 2; "
                  "r3: Amara Eze speaks then, and hosts Table 2" },
    { "s3", "p4", "" },                     /* a guest may introduce a round */
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *found = dup_conflicts (cases[i].session, cases[i].speaker);

      g_assert_cmpstr (found, ==, cases[i].expected);
    }
}

static void
test_unnamed (void)
{
  g_autoptr (RtPlan) plan = plans_read ("'agenda': [{'id': 's1', 'kind': 'rounds',"
                                        " 'rounds': ['ra']}],"
                                        "'rounds': [{'id': 'ra'}, {'id': 'rb'}]");
  g_autoptr (GPtrArray) conflicts = rt_agenda_find_conflicts (plan);

  g_assert_cmpuint (conflicts->len, ==, 1);
  g_assert_cmpstr (((RtAgendaConflict *) conflicts->pdata[0])->message, ==,
                   "Round 2 is not in the agenda, so it has no time");
  plans_do (plan, rt_edit_move_round (plan, ID ("rb"), -1, NULL), "Move Round 2 Up");
  g_assert_true (rt_ids_contains (session_at (plan, 0)->rounds, ID ("rb")));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/agenda/clock", test_clock);
  g_test_add_func ("/agenda/steps", test_steps);
  g_test_add_func ("/agenda/start", test_start);
  g_test_add_func ("/agenda/add-session", test_add_session);
  g_test_add_func ("/agenda/spell-out", test_spell_out);
  g_test_add_func ("/agenda/first-round", test_first_round);
  g_test_add_func ("/agenda/move-session", test_move_session);
  g_test_add_func ("/agenda/step-session", test_step_session);
  g_test_add_func ("/agenda/step-between", test_step_between);
  g_test_add_func ("/agenda/place-session", test_place_session);
  g_test_add_func ("/agenda/move-round", test_move_round);
  g_test_add_func ("/agenda/move-round-plain", test_move_round_plain);
  g_test_add_func ("/agenda/place-round", test_place_round);
  g_test_add_func ("/agenda/add-round", test_add_round);
  g_test_add_func ("/agenda/remove", test_remove);
  g_test_add_func ("/agenda/change", test_change);
  g_test_add_func ("/agenda/conflicts", test_conflicts);
  g_test_add_func ("/agenda/unnamed", test_unnamed);
  return g_test_run ();
}
