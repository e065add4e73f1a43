/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

/* A list that comes again: what it would do is said first, and only what is ticked is done. */

#include "rt-import-preview.h"

#include <string.h>

#define ID(text) rt_id_intern (text)

static const char text[]
    = "{\"format\": \"rotunda-plan\", \"version\": 1, \"people\": ["
      " {\"id\": \"pa\", \"name\": \"Ada Byron\", \"organisation\": \"Ealing\", \"job\": "
      "\"Clerk\"},"
      " {\"id\": \"pb\", \"name\": \"Steve Wyler\", \"organisation\": \"DTA\"},"
      " {\"id\": \"pc\", \"name\": \"Cy Eze\", \"roles\": [\"host\"]},"
      " {\"id\": \"pd\", \"name\": \"Di Farr\"}, {\"id\": \"pe\"},"
      " {\"id\": \"pf\", \"name\": \"Same As Before\", \"organisation\": \"Brent\"}],"
      " \"tables\": [{\"id\": \"ta\", \"number\": 1, \"places\": 4, \"host\": \"pc\"}],"
      " \"rounds\": [{\"id\": \"ra\", \"seating\": {\"ta\": [\"pc\", \"pb\", \"pd\"]}}]}";

static const char list[] = "Name,Organisation,Job\n"
                           "Ada Byron,Ealing,Head\n"
                           "Steve Wylor,DTA,\n"
                           "New Person,Camden,Officer\n"
                           "Same As Before,Brent,\n";

typedef struct {
  RtPlan    *plan;
  RtImport  *import;
  GPtrArray *items;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->plan = rt_plan_new_from_json (text, -1, &error);
  g_assert_no_error (error);
  fixture->import
      = rt_import_new (rt_csv_read (list, strlen (list), NULL, 0, &error), RT_LIST_PEOPLE, &error);
  g_assert_no_error (error);
  fixture->items = rt_import_preview (fixture->plan, &fixture->import, 1, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_ptr_array_unref (fixture->items);
  rt_import_free (fixture->import);
  g_assert_finalize_object (fixture->plan);
}

/* The only one of its kind. */
static RtPreviewItem *
get_item (Fixture *fixture, RtPreviewKind kind, const char *title)
{
  RtPreviewItem *found = NULL;

  for (guint i = 0; i < fixture->items->len; i++)
    {
      RtPreviewItem *item = fixture->items->pdata[i];

      if (item->kind == kind && strstr (item->title, title))
        {
          g_assert_null (found);
          found = item;
        }
    }
  return found;
}

static void
apply (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RtChange) change = NULL;
  g_autoptr (RtChange) removal = NULL;

  rt_import_preview_decide (fixture->items);
  change = rt_import_to_change (fixture->import, fixture->plan, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (rt_plan_apply (fixture->plan, change, NULL));
  removal = rt_import_preview_removal (fixture->plan, fixture->items, &error);
  g_assert_no_error (error);
  if (removal != NULL)
    g_assert_true (rt_plan_apply (fixture->plan, removal, NULL));
}

static const RtPerson *
named (Fixture *fixture, const char *name)
{
  for (guint i = 0; i < rt_plan_get_n (fixture->plan, RT_PART_PEOPLE); i++)
    if (g_strcmp0 (rt_plan_get_person (fixture->plan, i)->name, name) == 0)
      return rt_plan_get_person (fixture->plan, i);
  return NULL;
}

/* Hosts, unnamed places and who is as before are in none of the four. */
static void
test_items (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpuint (fixture->items->len, ==, 6);
  g_assert_true (get_item (fixture, RT_PREVIEW_NEW, "New Person")->ticked);
  g_assert_true (get_item (fixture, RT_PREVIEW_NEW, "Steve Wylor")->ticked);
  g_assert_cmpstr (get_item (fixture, RT_PREVIEW_CHANGED, "Ada")->detail, ==,
                   "job title: Clerk → Head");
  g_assert_false (get_item (fixture, RT_PREVIEW_DOUBTFUL, "Steve Wyler")->ticked);
  g_assert_false (get_item (fixture, RT_PREVIEW_GONE, "Di Farr")->ticked);
  g_assert_nonnull (get_item (fixture, RT_PREVIEW_GONE, "Steve Wyler"));
  g_assert_null (get_item (fixture, RT_PREVIEW_GONE, "Cy"));
}

/* As it comes: added and changed, nobody removed. */
static void
test_as_it_is (Fixture *fixture, gconstpointer data)
{
  apply (fixture);
  g_assert_cmpuint (rt_plan_get_n (fixture->plan, RT_PART_PEOPLE), ==, 8);
  g_assert_cmpstr (named (fixture, "Ada Byron")->job, ==, "Head");
  g_assert_nonnull (named (fixture, "Di Farr"));
}

static void
test_left_out (Fixture *fixture, gconstpointer data)
{
  get_item (fixture, RT_PREVIEW_NEW, "New Person")->ticked = FALSE;
  get_item (fixture, RT_PREVIEW_CHANGED, "Ada")->ticked = FALSE;
  apply (fixture);
  g_assert_null (named (fixture, "New Person"));
  g_assert_cmpstr (named (fixture, "Ada Byron")->job, ==, "Clerk");
  g_assert_nonnull (named (fixture, "Steve Wylor"));
}

/* One person: the name is the new one, the seat stays, and nobody is added or removed for it. */
static void
test_one_person (Fixture *fixture, gconstpointer data)
{
  get_item (fixture, RT_PREVIEW_DOUBTFUL, "Steve Wyler")->ticked = TRUE;
  get_item (fixture, RT_PREVIEW_GONE, "Steve Wyler")->ticked = TRUE;
  apply (fixture);
  g_assert_null (named (fixture, "Steve Wyler"));
  g_assert_true (named (fixture, "Steve Wylor")->parent.id == ID ("pb"));
  g_assert_true (rt_seating_at (rt_plan_get_round (fixture->plan, 0)->seating, ID ("ta"), 1)
                 == ID ("pb"));
  g_assert_cmpuint (rt_plan_get_n (fixture->plan, RT_PART_PEOPLE), ==, 7);
}

static void
test_gone (Fixture *fixture, gconstpointer data)
{
  get_item (fixture, RT_PREVIEW_GONE, "Di Farr")->ticked = TRUE;
  apply (fixture);
  g_assert_null (named (fixture, "Di Farr"));
  g_assert_nonnull (named (fixture, "Steve Wyler"));
}

/* A second look forgets what was decided. */
static void
test_again (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) again = NULL;

  get_item (fixture, RT_PREVIEW_NEW, "New Person")->ticked = FALSE;
  rt_import_preview_decide (fixture->items);
  again = rt_import_preview (fixture->plan, &fixture->import, 1, NULL);
  g_assert_cmpuint (again->len, ==, fixture->items->len);
}

int
main (int argc, char *argv[])
{
  static const struct { const char *name; void (*func) (Fixture *, gconstpointer); } tests[] = {
    { "/import-preview/items", test_items }, { "/import-preview/as-it-is", test_as_it_is },
    { "/import-preview/left-out", test_left_out }, { "/import-preview/one-person",
      test_one_person },
    { "/import-preview/gone", test_gone },             { "/import-preview/again", test_again },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].name, Fixture, NULL, set_up, tests[i].func, tear_down);
  return g_test_run ();
}
