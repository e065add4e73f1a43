/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

/* Plans of every shape: samples, next to nothing, no floor, and words nobody expects. */

#include "monkey.h"

#define BEGIN "{\"format\": \"rotunda-plan\", \"version\": 1, "
#define LONG "Wolfeschlegelsteinhausenbergerdorffwelchevoralternwarengewissenhaft"
#define LONGER LONG " " LONG " " LONG " " LONG " " LONG

static const char alone[] = BEGIN
    "\"event\": {\"title\": \"One\"}, \"people\": [{\"id\": \"pa\", \"name\": \"Ada Byron\"}],"
    " \"rounds\": [{\"id\": \"ra\", \"minutes\": 20}]}";

static const char no_floor[] = BEGIN
    "\"event\": {\"title\": \"Lists and cards\"},"
    " \"people\": [{\"id\": \"pa\", \"name\": \"Ada Byron\"},"
    "  {\"id\": \"pb\", \"name\": \"Bo Diaz\"},"
    "  {\"id\": \"pc\", \"name\": \"Cy Eze\", \"roles\": [\"host\"]}, {\"id\": \"pd\"}],"
    " \"tables\": [{\"id\": \"ta\", \"number\": 1, \"places\": 3, \"host\": \"pc\"},"
    "  {\"id\": \"tb\", \"number\": 2, \"places\": 2}],"
    " \"rounds\": [{\"id\": \"ra\", \"minutes\": 20}, {\"id\": \"rb\", \"minutes\": 25}]}";

static const char hostile[] = BEGIN
    "\"event\": {\"title\": \"<b>%s & \\u202eתוכנית\\u202c %d\"},"
    " \"people\": ["
    "  {\"id\": \"pa\", \"name\": \"" LONGER "\", \"organisation\": \"" LONGER "\"},"
    "  {\"id\": \"pb\", \"name\": \"محمد عبد الرحمن الهاشمي\", \"organisation\": \"جامعة\"},"
    "  {\"id\": \"pc\", \"name\": \"\\ud83d\\udc69\\u200d\\ud83d\\ude80 👨‍👩‍👧‍👦\","
    "   \"roles\": [\"host\"]},"
    "  {\"id\": \"pd\", \"name\": \"<span size='1'>&amp;</span> %s%n\","
    "   \"tags\": [\"<i>\", \"_a\"]},"
    "  {\"id\": \"pe\", \"name\": \"e\\u0301\\u0301\\u0301\\u0301\\u0301\\u0301\\u0301 \\u200b\"},"
    "  {\"id\": \"pf\", \"name\": \"李\", \"languages\": [\"zh\", \"en\"]},"
    "  {\"id\": \"pg\", \"name\": \"_underlined __twice\", \"wishes\": [\"ha\"]}],"
    " \"themes\": [{\"id\": \"ha\", \"title\": \"" LONGER "\"},"
    "  {\"id\": \"hb\", \"title\": \"\\u202e<u>&\"}],"
    " \"tables\": [{\"id\": \"ta\", \"number\": 1, \"name\": \"" LONG "\", \"places\": 4,"
    "  \"x\": 200, \"y\": 200, \"host\": \"pc\"},"
    "  {\"id\": \"tb\", \"number\": 2, \"name\": \"%s & \\u202eשולחן\", \"places\": 3, \"x\": 600,"
    "  \"y\": 200}],"
    " \"room\": {\"width\": 900, \"height\": 600},"
    " \"rounds\": [{\"id\": \"ra\", \"title\": \"" LONGER "\", \"minutes\": 20},"
    "  {\"id\": \"rb\", \"title\": \"<b>&\", \"minutes\": 1}],"
    " \"rules\": [{\"id\": \"ua\", \"kind\": \"repeats\", \"strength\": \"should\"}]}";

static const struct
{
  const char *name;
  const char *text; /* NULL: the sample of that name */
} shapes[] = {
  { "leadership-styles", NULL },
  { "hostile", hostile },
  { "no-floor", no_floor },
  { "inaugural", NULL },
  { "nothing", BEGIN "\"event\": {}}" },
  { "alone", alone },
  { "beijing", NULL },
  { "academics", NULL },
};

const char *
monkey_get_shape (guint i)
{
  return i < G_N_ELEMENTS (shapes) ? shapes[i].name : NULL;
}

RtPlan *
monkey_new_plan (guint i)
{
  g_autofree char *name = g_strconcat (shapes[i].name, ".rotunda.json", NULL);
  g_autofree char *path
      = g_test_build_filename (G_TEST_DIST, "..", "data", "samples", name, NULL);
  g_autofree char *text = g_strdup (shapes[i].text);
  g_autoptr (GError) error = NULL;
  RtPlan *plan;

  if (text == NULL)
    g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  plan = rt_plan_new_from_json (text, -1, &error);
  g_assert_no_error (error);
  return plan;
}
