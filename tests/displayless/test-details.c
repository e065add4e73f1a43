/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

/* What is known of people, edited for one and for many: one change, which can be taken back. */

#include "rt-edit-details.h"

#include "plans.h"

#define ID(text) rt_id_intern (text)

static const char text[]
    = "{\"format\": \"rotunda-plan\", \"version\": 1, \"people\": ["
      " {\"id\": \"pa\", \"name\": \"Ada\", \"organisation\": \"Ealing\", \"tags\": [\"new\"]},"
      " {\"id\": \"pb\", \"name\": \"Bo\", \"tags\": [\"New\", \"press\"], \"rounds\": [\"ra\"]},"
      " {\"id\": \"pc\", \"roles\": [\"host\"], \"step_free\": true}],"
      " \"tables\": [{\"id\": \"ta\", \"number\": 1, \"places\": 4}],"
      " \"rounds\": [{\"id\": \"ra\", \"pins\": {\"pa\": \"ta\"}, \"seating\": {\"ta\": [\"pc\", "
      "\"pa\", \"pb\"]}},"
      " {\"id\": \"rb\"}, {\"id\": \"rc\", \"done\": true, \"seating\": {\"ta\": [null, "
      "\"pa\"]}}]}";

typedef struct {
  RtPlan *plan;
  RtId    all[3];
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->plan = rt_plan_new_from_json (text, -1, &error);
  g_assert_no_error (error);
  fixture->all[0] = ID ("pa");
  fixture->all[1] = ID ("pb");
  fixture->all[2] = ID ("pc");
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->plan);
}

static const RtPerson *
person (Fixture *fixture, guint i)
{
  return rt_plan_get_person (fixture->plan, i);
}

static void
refuse (RtChange *change, GError **error, int code)
{
  g_assert_null (change);
  g_assert_error (*error, RT_ERROR, code);
  g_clear_error (error);
}

static void
test_text (Fixture *fixture, gconstpointer data)
{
  GError *error = NULL;

  plans_do (fixture->plan,
            rt_edit_set_detail (fixture->plan, fixture->all, 3, RT_DETAIL_SECTOR,
                                " Public  sector ", NULL),
            "Change Sector of 3 People");
  for (guint i = 0; i < 3; i++)
    g_assert_cmpstr (rt_detail_get_text (person (fixture, i), RT_DETAIL_SECTOR), ==,
                     "Public sector");
  plans_do (fixture->plan,
            rt_edit_set_detail (fixture->plan, fixture->all, 1, RT_DETAIL_ORGANISATION, "", NULL),
            "Change Organisation of Ada");
  g_assert_null (person (fixture, 0)->organisation);
  refuse (rt_edit_set_detail (fixture->plan, fixture->all, 3, RT_DETAIL_SECTOR, "Public sector",
                              &error),
          &error, RT_ERROR_REFUSED);
}

static void
test_every_text (Fixture *fixture, gconstpointer data)
{
  for (RtDetail detail = 0; detail < RT_DETAIL_ROLES; detail++)
    {
      g_autoptr (RtChange) change
          = rt_edit_set_detail (fixture->plan, fixture->all, 3, detail, "X", NULL);

      g_assert_true (rt_plan_apply (fixture->plan, change, NULL));
      g_assert_cmpstr (rt_detail_get_text (person (fixture, 2), detail), ==, "X");
    }
  g_assert_cmpstr (person (fixture, 2)->organisation, ==, "X");
  g_assert_cmpstr (person (fixture, 2)->sector, ==, "X");
  g_assert_cmpstr (person (fixture, 2)->kind, ==, "X");
  g_assert_cmpstr (person (fixture, 2)->job, ==, "X");
}

/* A tag is the same however it is written, and the other tags of each stay. */
static void
test_words (Fixture *fixture, gconstpointer data)
{
  GError *error = NULL;

  plans_do (fixture->plan,
            rt_edit_set_word (fixture->plan, fixture->all, 3, RT_DETAIL_TAGS, "new", TRUE, NULL),
            "Change Tags of 3 People");
  g_assert_cmpuint (g_strv_length (person (fixture, 1)->tags), ==, 2);
  g_assert_cmpstr (person (fixture, 1)->tags[0], ==, "New");
  g_assert_cmpstr (person (fixture, 2)->tags[0], ==, "new");
  plans_do (fixture->plan,
            rt_edit_set_word (fixture->plan, fixture->all, 3, RT_DETAIL_TAGS, "NEW", FALSE, NULL),
            "Change Tags of 3 People");
  g_assert_null (person (fixture, 0)->tags);
  g_assert_cmpstr (person (fixture, 1)->tags[0], ==, "press");
  refuse (rt_edit_set_word (fixture->plan, fixture->all, 3, RT_DETAIL_TAGS, "new", FALSE, &error),
          &error, RT_ERROR_REFUSED);
  plans_do (
      fixture->plan,
      rt_edit_set_word (fixture->plan, fixture->all, 2, RT_DETAIL_LANGUAGES, "fr", TRUE, NULL),
      "Change Languages of 2 People");
  plans_do (
      fixture->plan,
      rt_edit_set_word (fixture->plan, fixture->all, 2, RT_DETAIL_ROLES, "speaker", TRUE, NULL),
      "Change Roles of 2 People");
  g_assert_true (rt_person_has_role (person (fixture, 1), "speaker"));
}

/* All words at once: tidy, and none of them twice. */
static void
test_set_words (Fixture *fixture, gconstpointer data)
{
  const char * const tags[] = { " press ", "late", "Press", "", NULL };
  const char * const same[] = { "press", "late", NULL };
  GError *error = NULL;

  plans_do (fixture->plan,
            rt_edit_set_words (fixture->plan, fixture->all, 2, RT_DETAIL_TAGS, tags, NULL),
            "Change Tags of 2 People");
  g_assert_cmpuint (g_strv_length (person (fixture, 0)->tags), ==, 2);
  g_assert_cmpstr (person (fixture, 1)->tags[0], ==, "press");
  refuse (rt_edit_set_words (fixture->plan, fixture->all, 2, RT_DETAIL_TAGS, same, &error), &error,
          RT_ERROR_REFUSED);
  plans_do (fixture->plan,
            rt_edit_set_words (fixture->plan, fixture->all, 1, RT_DETAIL_TAGS, NULL, NULL),
            "Change Tags of Ada");
  g_assert_null (person (fixture, 0)->tags);
}

static void
test_step_free (Fixture *fixture, gconstpointer data)
{
  plans_do (fixture->plan, rt_edit_set_step_free (fixture->plan, fixture->all, 3, TRUE, NULL),
             "Ask for a Step-Free Place for 3 People");
  g_assert_cmpint (person (fixture, 0)->step_free, ==, 1);
  plans_do (fixture->plan, rt_edit_set_step_free (fixture->plan, fixture->all, 3, FALSE, NULL),
             "Drop the Step-Free Place of 3 People");
  g_assert_cmpint (person (fixture, 2)->step_free, ==, RT_UNSET);
}

/* Who leaves a round leaves the chair and the pin; the others keep theirs, and so does every other
 * round. */
static void
test_attends (Fixture *fixture, gconstpointer data)
{
  const RtSeating *seating;

  plans_do (fixture->plan,
            rt_edit_set_attends (fixture->plan, fixture->all, 1, ID ("ra"), FALSE, NULL),
            "Change Rounds of Ada");
  g_assert_cmpuint (rt_ids_length (person (fixture, 0)->rounds), ==, 2);
  seating = rt_plan_get_round (fixture->plan, 0)->seating;
  g_assert_null (rt_seating_at (seating, ID ("ta"), 1));
  g_assert_true (rt_seating_at (seating, ID ("ta"), 2) == ID ("pb"));
  g_assert_null (rt_map_lookup (rt_plan_get_round (fixture->plan, 0)->pins, ID ("pa")));
  g_assert_true (rt_seating_at (rt_plan_get_round (fixture->plan, 2)->seating, ID ("ta"), 1)
                 == ID ("pa"));
  plans_do (fixture->plan,
            rt_edit_set_attends (fixture->plan, fixture->all, 2, ID ("ra"), TRUE, NULL),
            "Change Rounds of 2 People");
  g_assert_null (person (fixture, 0)->rounds);
  g_assert_cmpuint (rt_ids_length (person (fixture, 1)->rounds), ==, 1);
}

static void
test_attends_none (Fixture *fixture, gconstpointer data)
{
  plans_do (fixture->plan,
            rt_edit_set_attends (fixture->plan, fixture->all + 1, 1, ID ("ra"), FALSE, NULL),
            "Change Rounds of Bo");
  g_assert_nonnull (person (fixture, 1)->rounds);
  g_assert_cmpuint (rt_ids_length (person (fixture, 1)->rounds), ==, 0);
}

/* A round that is over stays as it was, and so do its people. */
static void
test_over (Fixture *fixture, gconstpointer data)
{
  GError *error = NULL;

  refuse (rt_edit_set_attends (fixture->plan, fixture->all, 3, ID ("rc"), FALSE, &error), &error,
          RT_ERROR_OVER);
}

static void
test_gone (Fixture *fixture, gconstpointer data)
{
  RtId gone = ID ("pz");
  GError *error = NULL;

  refuse (rt_edit_set_detail (fixture->plan, &gone, 1, RT_DETAIL_JOB, "X", &error), &error,
          RT_ERROR_REFUSED);
}

int
main (int argc, char *argv[])
{
  static const struct { const char *name; void (*func) (Fixture *, gconstpointer); } tests[] = {
    { "/details/text", test_text },           { "/details/every-text", test_every_text },
    { "/details/set-words", test_set_words },
    { "/details/words", test_words },         { "/details/step-free", test_step_free },
    { "/details/attends", test_attends },     { "/details/attends-none", test_attends_none },
    { "/details/over", test_over },           { "/details/gone", test_gone },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].name, Fixture, NULL, set_up, tests[i].func, tear_down);
  return g_test_run ();
}
