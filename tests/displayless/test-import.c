/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include <string.h>

#include "rt-columns.h"
#include "rt-doubt.h"
#include "rt-import.h"

/* A list read into a plan, with everything that was said about it. */
typedef struct {
  RtImport *import;
  guint     n_added, n_updated;
} Result;

static void
result_clear (Result *self)
{
  rt_import_free (self->import);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Result, result_clear)

static Result
read_bytes (RtPlan *plan, RtListKind kind, const char *bytes, gsize length)
{
  Result result = { NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (RtChange) change = NULL;
  RtCsv *csv = rt_csv_read (bytes, length, NULL, 0, &error);

  g_assert_no_error (error);
  result.import = rt_import_new (csv, kind, &error);
  g_assert_no_error (error);
  change = rt_import_to_change (result.import, plan, &result.n_added, &result.n_updated, &error);
  g_assert_no_error (error);
  rt_plan_apply (plan, change, &error);
  g_assert_no_error (error);
  return result;
}

static Result
read_text (RtPlan *plan, RtListKind kind, const char *text)
{
  return read_bytes (plan, kind, text, strlen (text));
}

static Result
read_event (RtPlan *plan, RtListKind kind, const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "events", name, NULL);
  g_autofree char *bytes = NULL;
  gsize length = 0;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &bytes, &length, &error);
  g_assert_no_error (error);
  return read_bytes (plan, kind, bytes, length);
}

static guint
count_doubts (const Result *result, RtDoubtKind kind)
{
  guint n = 0;

  for (guint i = 0; i < result->import->doubts->len; i++)
    n += ((RtDoubt *) g_ptr_array_index (result->import->doubts, i))->kind == kind;
  return n;
}

static void
assert_doubt (const Result *result, RtDoubtKind kind, guint line, guint other, const char *words)
{
  for (guint i = 0; i < result->import->doubts->len; i++)
    {
      const RtDoubt *doubt = g_ptr_array_index (result->import->doubts, i);

      if (doubt->kind != kind || doubt->line != line)
        continue;
      g_assert_cmpuint (doubt->other_line, ==, other);
      if (strstr (doubt->message, words) == NULL)
        g_error ("“%s” does not say “%s”", doubt->message, words);
      return;
    }
  g_error ("nothing of kind %d is said of line %u", kind, line);
}

/* Headers in every order and wording: what the columns are taken for. */
static const struct {
  const char *list;
  RtListKind  kind;
  gboolean    header;
  RtColumn    columns[6];
} headers[] = {
  { "Name,Organisation,Sector,Job title,Sign-ups\n", RT_LIST_PEOPLE, TRUE,
    { RT_COLUMN_NAME, RT_COLUMN_ORGANISATION, RT_COLUMN_SECTOR, RT_COLUMN_JOB, RT_COLUMN_WISHES } },
  { "Company;E-Mail;Participant\nBarnet;a@b.org;Ann Lee\n", RT_LIST_PEOPLE, TRUE,
    { RT_COLUMN_ORGANISATION, RT_COLUMN_EMAIL, RT_COLUMN_NAME } },
  { "FAMILY NAME,given name,Organization:\nLee,Ann,X\n", RT_LIST_PEOPLE, TRUE,
    { RT_COLUMN_LAST_NAME, RT_COLUMN_FIRST_NAME, RT_COLUMN_ORGANISATION } },
  { "Surname,Forename,Affiliation,Type\nLee,Ann,X,Officer\n", RT_LIST_PEOPLE, TRUE,
    { RT_COLUMN_LAST_NAME, RT_COLUMN_FIRST_NAME, RT_COLUMN_ORGANISATION, RT_COLUMN_KIND } },
  { "Full name,Employer,Position,Remarks\n", RT_LIST_PEOPLE, TRUE,
    { RT_COLUMN_NAME, RT_COLUMN_ORGANISATION, RT_COLUMN_JOB, RT_COLUMN_NOTES } },
  { "Title,Name,Role\nDr,Ann Lee,host\nMs,Bo Ek,speaker\n", RT_LIST_PEOPLE, TRUE,
    { RT_COLUMN_HONORIFIC, RT_COLUMN_NAME, RT_COLUMN_ROLE } },
  { "Name,Title\nAnn Lee,Head of Housing\nBo Ek,Director\n", RT_LIST_PEOPLE, TRUE,
    { RT_COLUMN_NAME, RT_COLUMN_JOB } },
  { "Name,Role\nAnn Lee,Head of Housing\nBo Ek,Director\n", RT_LIST_PEOPLE, TRUE,
    { RT_COLUMN_NAME, RT_COLUMN_JOB } },
  { "Name,Function,Languages,Role\nAnn Lee,Parks,en; zh,interpreter\nBo Ek,Parks,en,\n",
    RT_LIST_PEOPLE, TRUE,
    { RT_COLUMN_NAME, RT_COLUMN_JOB, RT_COLUMN_LANGUAGES, RT_COLUMN_ROLE } },
  { "Name,First choice,Second choice,Phone,Dietary requirements,Step-free?\n", RT_LIST_PEOPLE, TRUE,
    { RT_COLUMN_NAME, RT_COLUMN_WISHES, RT_COLUMN_WISHES, RT_COLUMN_PHONE, RT_COLUMN_DIET,
      RT_COLUMN_STEP_FREE } },
  { "Name,Choice 1,Choice 5,5th choice,Preference 12,Name 2\n", RT_LIST_PEOPLE, TRUE,
    { RT_COLUMN_NAME, RT_COLUMN_WISHES, RT_COLUMN_WISHES, RT_COLUMN_WISHES, RT_COLUMN_WISHES,
      RT_COLUMN_IGNORE } },
  { "Nachname;Vorname;Behörde;Funktion;Sprachen;1. Wunsch\n", RT_LIST_PEOPLE, TRUE,
    { RT_COLUMN_LAST_NAME, RT_COLUMN_FIRST_NAME, RT_COLUMN_ORGANISATION, RT_COLUMN_JOB,
      RT_COLUMN_LANGUAGES, RT_COLUMN_WISHES } },
  { "Gastgeberin;Thema\nAnn Lee;Wohnen\n", RT_LIST_HOSTS, TRUE,
    { RT_COLUMN_NAME, RT_COLUMN_THEME } },
  { "Name,Badge colour,Access needs (private)\n", RT_LIST_PEOPLE, TRUE,
    { RT_COLUMN_NAME, RT_COLUMN_IGNORE, RT_COLUMN_ACCESS } },
  { "Name,Topic\nAnn Lee,Housing\n", RT_LIST_PEOPLE, TRUE, { RT_COLUMN_NAME, RT_COLUMN_WISHES } },
  { "Host,Name,Question,Lead\nBo Ek,Ann Lee,Why?,x\n", RT_LIST_PEOPLE, TRUE,
    { RT_COLUMN_IGNORE, RT_COLUMN_NAME, RT_COLUMN_IGNORE, RT_COLUMN_IGNORE } },
  { "Host,Topic\nAnn Lee,Housing\n", RT_LIST_HOSTS, TRUE, { RT_COLUMN_NAME, RT_COLUMN_THEME } },
  { "Topic,Lead,Sector\nHousing,Ann Lee,x\n", RT_LIST_THEMES, TRUE,
    { RT_COLUMN_THEME, RT_COLUMN_CHAMPION, RT_COLUMN_IGNORE } },
  { "Name,Topic\nAnn Lee,Housing\n", RT_LIST_HOSTS, TRUE, { RT_COLUMN_NAME, RT_COLUMN_THEME } },
  { "Theme,Champion,Organisation,Question\n", RT_LIST_THEMES, TRUE,
    { RT_COLUMN_THEME, RT_COLUMN_CHAMPION, RT_COLUMN_ORGANISATION, RT_COLUMN_QUESTION } },
  { "Method\nFutures\n", RT_LIST_THEMES, TRUE, { RT_COLUMN_METHOD } },
  { "Futures\nCollaging\n", RT_LIST_THEMES, FALSE, { RT_COLUMN_THEME } },
  { "Ann Lee,Barnet,Head of Housing,x y\n", RT_LIST_PEOPLE, FALSE,
    { RT_COLUMN_NAME, RT_COLUMN_ORGANISATION, RT_COLUMN_JOB, RT_COLUMN_NOTES } },
  { "1,Ann Lee,Head of Housing,Barnet,a@b.org\n2,Bo Ek,Director,Brent,b@c.org\n", RT_LIST_PEOPLE,
    FALSE, { RT_COLUMN_IGNORE, RT_COLUMN_NAME, RT_COLUMN_JOB, RT_COLUMN_ORGANISATION,
             RT_COLUMN_EMAIL } },
  { "Ann,Lee,Royal Borough\nBo,Ek,Brent Council\n", RT_LIST_PEOPLE, FALSE,
    { RT_COLUMN_FIRST_NAME, RT_COLUMN_LAST_NAME, RT_COLUMN_ORGANISATION } },
  { "王小明,北京\n李娜,上海\n", RT_LIST_PEOPLE, FALSE, { RT_COLUMN_NAME, RT_COLUMN_ORGANISATION } },
};

static void
test_header (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (GError) error = NULL;
  RtCsv *csv = rt_csv_read (headers[i].list, strlen (headers[i].list), NULL, 0, &error);
  g_autoptr (RtImport) import = rt_import_new (csv, headers[i].kind, &error);

  g_assert_no_error (error);
  g_assert_cmpint (import->header, ==, headers[i].header);
  for (guint k = 0; k < import->columns->len; k++)
    g_assert_cmpint (g_array_index (import->columns, RtColumn, k), ==, headers[i].columns[k]);
}

static void
test_no_name_column (void)
{
  g_autoptr (GError) error = NULL;
  const char *text = "Organisation,Job title\nBarnet,Officer\n";
  g_autoptr (RtImport) import = rt_import_new (rt_csv_read (text, strlen (text), NULL, 0, NULL),
                                               RT_LIST_PEOPLE, &error);

  g_assert_null (import);
  g_assert_error (error, RT_ERROR, RT_ERROR_FORMAT);
}

static void
test_arrivals (gconstpointer file)
{
  g_autoptr (RtPlan) plan = rt_plan_new ();
  g_auto (Result) result = read_event (plan, RT_LIST_PEOPLE, file);
  const RtPerson *person = rt_plan_get_person (plan, 0);

  g_assert_cmpuint (result.n_added, ==, 9);
  g_assert_cmpuint (rt_plan_get_n (plan, RT_PART_PEOPLE), ==, 9);
  g_assert_cmpstr (person->name, ==, "Zoë Müller");
  g_assert_cmpstr (person->organisation, ==, "Bürgeramt");
  g_assert_cmpstr (person->job, ==, "Head of Housing");
  g_assert_cmpstr (person->private->notes, ==, "likes tea\nsits near the door");
  g_assert_cmpstr (rt_plan_get_person (plan, 4)->name, ==, "Aoife Byrne");
  g_assert_cmpstr (rt_plan_get_person (plan, 4)->organisation, ==, "Camden");
  g_assert_null (rt_plan_get_person (plan, 4)->private);
  g_assert_cmpstr (rt_plan_get_person (plan, 5)->name, ==, "=HYPERLINK(\"http://x\")");
  g_assert_null (rt_plan_get_person (plan, 6)->name);
  g_assert_cmpstr (rt_plan_get_person (plan, 6)->organisation, ==, "Barnet");
  g_assert_cmpstr (rt_plan_get_person (plan, 8)->organisation, ==, "Local Government, BT");
  g_assert_cmpuint (result.import->doubts->len, ==, 3);
  assert_doubt (&result, RT_DOUBT_ALIKE, 6, 5,
                "Steve Wyler and Steve Wylor on line 5, both of Development Trusts Association: "
                "one person?");
  assert_doubt (&result, RT_DOUBT_NO_NAME, 9, 0, "unnamed place of Barnet");
  assert_doubt (&result, RT_DOUBT_TWICE, 10, 7, "Aoife Byrne");
}

/* The title of a spreadsheet above its header is nobody, and that is said. */
static void
test_above (void)
{
  const char *text = "Guests 2008,,\n,,\nName,Organisation,Job\nAda Byron,Ealing,Clerk\n";
  const char *people = "Ada Byron,,\nBo Diaz,Ealing,Clerk\n";
  g_autoptr (RtPlan) plan = rt_plan_new ();
  g_auto (Result) result = read_text (plan, RT_LIST_PEOPLE, text);
  g_auto (Result) nothing = { NULL };

  g_assert_cmpuint (result.n_added, ==, 1);
  g_assert_cmpstr (rt_plan_get_person (plan, 0)->name, ==, "Ada Byron");
  g_assert_true (result.import->header);
  assert_doubt (&result, RT_DOUBT_ABOVE, 1, 0, "Guests 2008");
  nothing = read_text (plan, RT_LIST_PEOPLE, people);
  g_assert_cmpuint (count_doubts (&nothing, RT_DOUBT_ABOVE), ==, 0);
}

static void
test_no_header (void)
{
  g_autoptr (RtPlan) plan = rt_plan_new ();
  g_auto (Result) result = read_event (plan, RT_LIST_PEOPLE, "as-they-arrive/no-header.csv");
  g_autofree char *summary = rt_import_dup_summary (result.import, "no-header.csv", 5, 0);

  g_assert_cmpuint (result.n_added, ==, 5);
  g_assert_cmpstr (rt_plan_get_person (plan, 0)->name, ==, "Aoife Byrne");
  g_assert_cmpstr (rt_plan_get_person (plan, 0)->organisation, ==, "Camden");
  g_assert_cmpstr (rt_plan_get_person (plan, 0)->job, ==, "Head of Policy");
  g_assert_cmpstr (rt_plan_get_person (plan, 2)->private->notes, ==, "says \"hello\", often");
  assert_doubt (&result, RT_DOUBT_ALIKE, 6, 5, "Wyler");
  g_assert_cmpstr (summary, ==,
                   "5 people added from no-header.csv. Read as: commas, UTF-8, no header row. "
                   "Columns taken for: name, organisation, job title, private notes.");
}

static void
test_first_last (void)
{
  g_autoptr (RtPlan) plan = rt_plan_new ();
  g_auto (Result) result = read_event (plan, RT_LIST_PEOPLE,
                                       "as-they-arrive/first-last-columns.csv");

  g_assert_cmpuint (result.n_added, ==, 3);
  g_assert_cmpstr (rt_plan_get_person (plan, 0)->name, ==, "Aoife Byrne");
  g_assert_cmpstr (rt_plan_get_person (plan, 2)->name, ==, "Anna van der Berg");
  g_assert_cmpuint (result.import->doubts->len, ==, 0);
}

/* The lists of real events: nobody is lost and nothing is doubted without cause. */
static const struct {
  const char *file;
  guint       people, themes, doubts;
} events[] = {
  { "academics/people.csv", 28, 0, 0 },
  { "beijing/people.csv", 55, 0, 0 },
  { "inaugural/people.csv", 160, 4, 4 },
  { "leadership-styles/people.csv", 50, 0, 0 },
  { "models/people.csv", 30, 0, 0 },
  { "roundtable/london.csv", 14, 0, 0 },
  { "roundtable/sheffield.csv", 12, 0, 0 },
};

static void
test_event (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (RtPlan) plan = rt_plan_new ();
  g_auto (Result) result = read_event (plan, RT_LIST_PEOPLE, events[i].file);

  for (guint k = 0; k < result.import->doubts->len; k++)
    g_test_message ("%s", ((RtDoubt *) g_ptr_array_index (result.import->doubts, k))->message);
  g_assert_cmpuint (rt_plan_get_n (plan, RT_PART_PEOPLE), ==, events[i].people);
  g_assert_cmpuint (rt_plan_get_n (plan, RT_PART_THEMES), ==, events[i].themes);
  g_assert_cmpuint (result.import->doubts->len, ==, events[i].doubts);
}

static void
test_again (gconstpointer file)
{
  g_autoptr (RtPlan) plan = rt_plan_new ();
  g_auto (Result) first = read_event (plan, RT_LIST_PEOPLE, file);
  guint n = rt_plan_get_n (plan, RT_PART_PEOPLE);
  g_auto (Result) second = read_event (plan, RT_LIST_PEOPLE, file);

  g_assert_cmpuint (second.n_added, ==, 0);
  g_assert_cmpuint (second.n_updated, ==, 0);
  g_assert_cmpuint (rt_plan_get_n (plan, RT_PART_PEOPLE), ==, n);
  g_assert_cmpuint (count_doubts (&second, RT_DOUBT_TWICE), ==, 0);
}

static void
test_update (void)
{
  g_autoptr (RtPlan) plan = rt_plan_new ();
  g_auto (Result) first = read_text (plan, RT_LIST_PEOPLE,
                                     "Name,Organisation,Job\nAnn Lee,Barnet,Officer\nBo "
                                     "Ek,,Clerk\n");
  RtId id = rt_plan_get_person (plan, 0)->parent.id;
  g_auto (Result) second = read_text (plan, RT_LIST_PEOPLE,
                                      "Name,Organisation,Job,Email\n"
                                      "ann  LEE,BARNET,,a@b.org\nBo Ek,Brent,,\nAnn "
                                      "Lee,Camden,,\n");

  g_assert_cmpuint (second.n_added, ==, 1);
  g_assert_cmpuint (second.n_updated, ==, 2);
  g_assert_cmpuint (rt_plan_get_n (plan, RT_PART_PEOPLE), ==, 3);
  g_assert_true (rt_plan_get_person (plan, 0)->parent.id == id);
  g_assert_cmpstr (rt_plan_get_person (plan, 0)->job, ==, "Officer");
  g_assert_cmpstr (rt_plan_get_person (plan, 0)->private->email, ==, "a@b.org");
  g_assert_cmpstr (rt_plan_get_person (plan, 1)->organisation, ==, "Brent");
  g_assert_cmpstr (rt_plan_get_person (plan, 2)->organisation, ==, "Camden");
}

static void
test_plan_already (void)
{
  g_autoptr (RtPlan) plan = rt_plan_new ();
  g_auto (Result) first = read_text (plan, RT_LIST_PEOPLE, "Name,Organisation\nSteve Wyler,DTA\n");
  g_auto (Result) second = read_text (plan, RT_LIST_PEOPLE,
                                      "Name,Organisation\nSteve Wylor,DTA\nSteve Wyler,Barnet\n");

  g_assert_cmpuint (rt_plan_get_n (plan, RT_PART_PEOPLE), ==, 3);
  assert_doubt (&second, RT_DOUBT_ALIKE, 2, 0, "in the plan already");
  assert_doubt (&second, RT_DOUBT_TWICE, 3, 0, "in the plan already");
}

static const struct {
  const char *one, *other;
  gboolean    alike;
} pairs[] = {
  { "Steve Wylor,DTA", "Steve Wyler,DTA", TRUE },
  { "Steve Wylor,DTA", "Steve Wyler,Barnet", TRUE },
  { "Zoë Müller,A", "Zoe Muller,B", TRUE },
  { "Sean O'Keefe,A", "Sean O’Keefe,B", TRUE },
  { "Aoife Byrne,A", "Byrne Aoife,B", TRUE },
  { "Anna-Maria Ruiz,A", "Anna Maria Ruiz,B", TRUE },
  { "Steve Stephens,A", "Steve Stevens,A", TRUE },
  { "Catherine Shah,A", "Katharine Shah,A", TRUE },
  { "Steve Stephens,A", "Steve Stevens,B", FALSE },
  { "Ron Baxter,A", "Jon Baxter,B", FALSE },
  { "Yusuf Tanaka,A", "Piotr Tanaka,A", FALSE },
  { "王小明,A", "王小红,A", FALSE },
};

static void
test_alike (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (RtPlan) plan = rt_plan_new ();
  g_autofree char *text = g_strdup_printf ("Name,Organisation\n%s\n%s\n", pairs[i].one,
                                           pairs[i].other);
  g_auto (Result) result = read_text (plan, RT_LIST_PEOPLE, text);

  g_assert_cmpuint (count_doubts (&result, RT_DOUBT_ALIKE), ==, pairs[i].alike);
}

static void
test_cells (void)
{
  g_autoptr (RtPlan) plan = rt_plan_new ();
  g_auto (Result) result = read_text (plan, RT_LIST_PEOPLE,
                                      "Name,Role,Languages,Wheelchair,Phone,Diet,Access,Tags\n"
                                      "Ann Lee,Host; keynote speaker,\"English, zh\",yes,+44 "
                                      "20,vegan,loop,red; green\n"
                                      "Bo Ek,juggler,,no,,,,\n"
                                      "Cy Fox,,,,,,,,surplus\n");
  const RtPerson *ann = rt_plan_get_person (plan, 0);
  const RtPerson *bo = rt_plan_get_person (plan, 1);

  g_assert_true (rt_person_has_role (ann, "host") && rt_person_has_role (ann, "speaker"));
  g_assert_cmpuint (g_strv_length (ann->languages), ==, 2);
  g_assert_cmpstr (ann->languages[0], ==, "en");
  g_assert_cmpstr (ann->languages[1], ==, "zh");
  g_assert_cmpint (ann->step_free, ==, 1);
  g_assert_cmpstr (ann->private->phone, ==, "+44 20");
  g_assert_cmpstr (ann->private->diet, ==, "vegan");
  g_assert_cmpstr (ann->private->access, ==, "loop");
  g_assert_cmpstr (ann->tags[1], ==, "green");
  g_assert_null (bo->roles);
  g_assert_cmpstr (bo->tags[0], ==, "juggler");
  g_assert_cmpint (bo->step_free, ==, 0);
  g_assert_cmpint (rt_plan_get_person (plan, 2)->step_free, ==, RT_UNSET);
  assert_doubt (&result, RT_DOUBT_ROLE, 3, 0, "juggler");
  assert_doubt (&result, RT_DOUBT_EXTRA_CELLS, 4, 0, "surplus");
}

static void
test_wishes (void)
{
  g_autoptr (RtPlan) plan = rt_plan_new ();
  g_auto (Result) themes = read_text (plan, RT_LIST_THEMES, "Theme\nHousing\nParks, rivers\n");
  g_auto (Result) result = read_text (plan, RT_LIST_PEOPLE,
                                      "Name,Choices\nAnn Lee,\"parks,  rivers; Schools; HOUSING\"\n"
                                      "Bo Ek,schools\nCy Fox,\n");
  const RtPerson *ann = rt_plan_get_person (plan, 0);

  g_assert_cmpuint (themes.n_added, ==, 2);
  g_assert_cmpuint (rt_plan_get_n (plan, RT_PART_THEMES), ==, 3);
  g_assert_cmpuint (rt_ids_length (ann->wishes), ==, 3);
  g_assert_true (ann->wishes[0] == rt_plan_get_theme (plan, 1)->parent.id);
  g_assert_true (ann->wishes[1] == rt_plan_get_theme (plan, 2)->parent.id);
  g_assert_true (ann->wishes[2] == rt_plan_get_theme (plan, 0)->parent.id);
  g_assert_true (rt_plan_get_person (plan, 1)->wishes[0] == ann->wishes[1]);
  g_assert_null (rt_plan_get_person (plan, 2)->wishes);
  g_assert_cmpuint (count_doubts (&result, RT_DOUBT_THEME), ==, 1);
  assert_doubt (&result, RT_DOUBT_THEME, 2, 0, "Schools");
}

static void
test_choice_columns (void)
{
  g_autoptr (RtPlan) plan = rt_plan_new ();
  g_auto (Result) result = read_text (plan, RT_LIST_PEOPLE,
                                      "Name,First choice,Second choice\nAnn Lee,Parks,Housing\n"
                                      "Bo Ek,,Housing\n");

  g_assert_cmpuint (result.n_added, ==, 2);
  g_assert_cmpuint (rt_ids_length (rt_plan_get_person (plan, 0)->wishes), ==, 2);
  g_assert_cmpuint (rt_ids_length (rt_plan_get_person (plan, 1)->wishes), ==, 1);
  g_assert_cmpstr (rt_plan_get_theme (plan, 0)->title, ==, "Parks");
}

/* The addresses are contacts, and private. */
static void
test_addresses (void)
{
  g_autoptr (RtPlan) plan = rt_plan_new ();
  g_auto (Result) result = read_text (plan, RT_LIST_PEOPLE,
                                      "Ada Byron <ada@x.org>, Bo Ek <bo@y.org>, cy@z.org");
  const RtPerson *bo = rt_plan_get_person (plan, 1);

  g_assert_cmpuint (result.n_added, ==, 3);
  g_assert_cmpstr (bo->name, ==, "Bo Ek");
  g_assert_cmpstr (((RtPersonPrivate *) bo->private)->email, ==, "bo@y.org");
  g_assert_cmpuint (result.import->doubts->len, ==, 0);
  g_assert_cmpstr (rt_plan_get_person (plan, 2)->name, ==, "cy");
}

static void
test_hosts (void)
{
  g_autoptr (RtPlan) plan = rt_plan_new ();
  g_auto (Result) people = read_text (plan, RT_LIST_PEOPLE,
                                      "Name,Organisation\nGed Curran,Merton\nAnn Lee,Barnet\n");
  g_auto (Result) hosts = read_event (plan, RT_LIST_HOSTS, "leadership-styles/hosts.csv");
  const RtTable *table = rt_plan_get_table (plan, 2);

  g_assert_cmpuint (hosts.n_added, ==, 8);
  g_assert_cmpuint (rt_plan_get_n (plan, RT_PART_PEOPLE), ==, 10);
  g_assert_cmpuint (rt_plan_get_n (plan, RT_PART_TABLES), ==, 9);
  g_assert_cmpuint (rt_plan_get_n (plan, RT_PART_THEMES), ==, 9);
  g_assert_cmpint (table->number, ==, 3);
  g_assert_true (table->host == rt_plan_get_person (plan, 0)->parent.id);
  g_assert_true (rt_person_has_role (rt_plan_get_person (plan, 0), "host"));
  g_assert_cmpstr (rt_plan_get_person (plan, 0)->job, ==, "Chief Executive");
  g_assert_cmpstr (rt_plan_find_theme (plan, table->theme)->title, ==, "Leading change");
  g_assert_cmpuint (hosts.import->doubts->len, ==, 0);
}

static void
test_hosts_again (void)
{
  g_autoptr (RtPlan) plan = rt_plan_new ();
  g_auto (Result) first = read_text (plan, RT_LIST_HOSTS, "Name,Theme\nAnn Lee,Parks\n");
  g_auto (Result) second = read_text (plan, RT_LIST_HOSTS, "Name,Theme\nAnn Lee,Rivers\nBo Ek,\n");

  g_assert_cmpuint (rt_plan_get_n (plan, RT_PART_TABLES), ==, 2);
  g_assert_cmpstr (rt_plan_find_theme (plan, rt_plan_get_table (plan, 0)->theme)->title, ==,
                   "Rivers");
  g_assert_cmpint (rt_plan_get_table (plan, 1)->number, ==, 2);
  g_assert_null (rt_plan_get_table (plan, 1)->theme);
}

/* Tables that wait: one with the host's theme before others, and none of another theme. */
static void
test_hosts_of_free_tables (void)
{
  g_autoptr (RtPlan) plan = rt_plan_new ();
  g_auto (Result) hosts = read_text (plan, RT_LIST_HOSTS,
                                     "Name,Theme\nA,\nB,Parks\nC,Rivers\nD,\n");
  g_autoptr (RtChange) change = rt_change_new ("");
  g_auto (Result) more = { NULL };

  for (guint i = 0; i < 4; i++)
    {
      const RtTable *table = rt_plan_get_table (plan, i);
      g_autoptr (RtTable) copy = rt_record_copy (table);

      copy->host = NULL;
      copy->places = 4 + i;
      rt_change_replace (change, RT_PART_TABLES, i, table, copy);
    }
  g_assert_true (rt_plan_apply (plan, change, NULL));
  more = read_text (plan, RT_LIST_HOSTS, "Name,Theme\nE,Rivers\nF,Woods\nG,Woods\nH,Woods\n");
  g_assert_cmpuint (rt_plan_get_n (plan, RT_PART_TABLES), ==, 5);
  g_assert_cmpstr (rt_plan_find_person (plan, rt_plan_get_table (plan, 2)->host)->name, ==, "E");
  g_assert_cmpint (rt_plan_get_table (plan, 2)->places, ==, 6);
  g_assert_cmpstr (rt_plan_find_person (plan, rt_plan_get_table (plan, 0)->host)->name, ==, "F");
  g_assert_cmpstr (rt_plan_find_person (plan, rt_plan_get_table (plan, 3)->host)->name, ==, "G");
  g_assert_null (rt_plan_get_table (plan, 1)->host);
  g_assert_cmpstr (rt_plan_find_person (plan, rt_plan_get_table (plan, 4)->host)->name, ==, "H");
}

static void
test_themes (void)
{
  g_autoptr (RtPlan) plan = rt_plan_new ();
  g_auto (Result) people = read_text (plan, RT_LIST_PEOPLE, "Name,Organisation\nBarry Quirk,\n");
  g_auto (Result) themes = read_event (plan, RT_LIST_THEMES, "inaugural/themes.csv");
  const RtTheme *theme = rt_plan_get_theme (plan, 1);
  const RtPerson *mike = rt_plan_find_person (plan, rt_plan_get_theme (plan, 2)->champion);

  g_assert_cmpuint (themes.n_added, ==, 4);
  g_assert_cmpuint (rt_plan_get_n (plan, RT_PART_PEOPLE), ==, 4);
  g_assert_cmpstr (theme->title, ==, "Population flows");
  g_assert_cmpstr (theme->question, ==, "What can London do together about population flows?");
  g_assert_true (theme->champion == rt_plan_get_person (plan, 0)->parent.id);
  g_assert_true (rt_person_has_role (rt_plan_get_person (plan, 0), "champion"));
  g_assert_false (rt_person_has_role (rt_plan_get_person (plan, 0), "staff"));
  g_assert_cmpstr (mike->name, ==, "Mike More");
  g_assert_cmpstr (mike->organisation, ==, "Westminster");
  g_assert_true (rt_person_has_role (mike, "champion") && rt_person_has_role (mike, "staff"));
  g_assert_cmpuint (count_doubts (&themes, RT_DOUBT_CHAMPION), ==, 3);
  assert_doubt (&themes, RT_DOUBT_CHAMPION, 4, 0, "Mike More");
}

static void
test_champion_of_two (void)
{
  g_autoptr (RtPlan) plan = rt_plan_new ();
  g_auto (Result) result = read_text (plan, RT_LIST_THEMES,
                                      "Theme,Champion\nParks,Ann Lee\nRivers,Ann Lee\n,Bo Ek\n");

  g_assert_cmpuint (rt_plan_get_n (plan, RT_PART_PEOPLE), ==, 1);
  g_assert_true (rt_plan_get_theme (plan, 0)->champion == rt_plan_get_theme (plan, 1)->champion);
  assert_doubt (&result, RT_DOUBT_NO_THEME, 4, 0, "no theme");
}

/* Themes are needed before the sign-ups, their champions only once everybody is there. */
static void
test_without_champions (void)
{
  g_autoptr (RtPlan) plan = rt_plan_new ();
  const char *text = "Theme,Champion\nParks,Ann Lee\n";
  g_autoptr (RtImport) import = rt_import_new (rt_csv_read (text, strlen (text), NULL, 0, NULL),
                                               RT_LIST_THEMES, NULL);
  g_autoptr (RtChange) change = NULL;
  guint updated = 0;

  import->without_champions = TRUE;
  change = rt_import_to_change (import, plan, NULL, NULL, NULL);
  g_assert_true (rt_plan_apply (plan, change, NULL));
  g_assert_cmpuint (rt_plan_get_n (plan, RT_PART_PEOPLE), ==, 0);
  import->without_champions = FALSE;
  rt_change_unref (change);
  change = rt_import_to_change (import, plan, NULL, &updated, NULL);
  g_assert_true (rt_plan_apply (plan, change, NULL));
  g_assert_cmpuint (updated, ==, 1);
  g_assert_cmpuint (rt_plan_get_n (plan, RT_PART_PEOPLE), ==, 1);
}

static void
test_methods (void)
{
  g_autoptr (RtPlan) plan = rt_plan_new ();
  g_auto (Result) result = read_event (plan, RT_LIST_THEMES, "models/methods.csv");

  g_assert_cmpuint (result.n_added, ==, 4);
  g_assert_cmpstr (rt_plan_get_theme (plan, 1)->title, ==, "Futures");
  g_assert_cmpstr (rt_plan_get_theme (plan, 1)->method, ==, "Futures");
}

static void
test_summary (void)
{
  g_autoptr (RtPlan) plan = rt_plan_new ();
  g_auto (Result) result = read_text (plan, RT_LIST_PEOPLE, "Name;Badge\nAnn Lee;7\n");
  g_autofree char *one = rt_import_dup_summary (result.import, "a.csv", 1, 0);
  g_autofree char *both = rt_import_dup_summary (result.import, "a.csv", 2, 3);
  g_autofree char *none = rt_import_dup_summary (result.import, "a.csv", 0, 0);

  g_assert_cmpstr (one, ==, "1 person added from a.csv. Read as: semicolons, UTF-8, header row. "
                            "Columns left out: Badge.");
  g_assert_true (g_str_has_prefix (both, "2 people added from a.csv. 3 people updated from a.csv. "
                                         ""));
  g_assert_true (g_str_has_prefix (none, "0 people added from a.csv. "));
}

/* Somebody may say that the first row is a header after all, or is none. */
static void
test_header_by_hand (void)
{
  const char *text = "Ann Lee,Barnet\nBo Ek,Brent,too,many\n";
  g_autoptr (RtPlan) plan = rt_plan_new ();
  g_autoptr (RtImport) import = rt_import_new (rt_csv_read (text, strlen (text), NULL, 0, NULL),
                                               RT_LIST_PEOPLE, NULL);
  g_autoptr (RtChange) change = NULL;
  g_autofree char *summary = NULL;

  g_assert_false (import->header);
  import->header = TRUE;
  g_array_index (import->columns, RtColumn, 1) = RT_COLUMN_IGNORE;
  change = rt_import_to_change (import, plan, NULL, NULL, NULL);
  g_assert_true (rt_plan_apply (plan, change, NULL));
  g_assert_cmpuint (rt_plan_get_n (plan, RT_PART_PEOPLE), ==, 1);
  g_assert_null (rt_plan_get_person (plan, 0)->organisation);
  g_assert_cmpuint (import->doubts->len, ==, 2);
  summary = rt_import_dup_summary (import, "a.csv", 1, 0);
  g_assert_nonnull (strstr (summary, "Columns left out: Barnet."));
}

static void
test_blank_rows (void)
{
  g_autoptr (RtPlan) plan = rt_plan_new ();
  g_auto (Result) result = read_text (plan, RT_LIST_PEOPLE, "Name,Town,Organisation\n,,\n ,  "
                                                            ",\n,x,\n");

  g_assert_cmpuint (rt_plan_get_n (plan, RT_PART_PEOPLE), ==, 1);
  g_assert_cmpuint (count_doubts (&result, RT_DOUBT_NO_NAME), ==, 1);
}

static void
test_undo (void)
{
  g_autoptr (RtPlan) plan = rt_plan_new ();
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "events",
                                                 "inaugural/people.csv", NULL);
  g_autofree char *bytes = NULL;
  gsize length = 0;
  g_autofree char *before = rt_plan_to_json (plan, TRUE, NULL);
  g_autofree char *after = NULL;
  g_autoptr (RtImport) import = NULL;
  g_autoptr (RtChange) change = NULL;
  g_autoptr (RtChange) back = NULL;

  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  import = rt_import_new (rt_csv_read (bytes, length, NULL, 0, NULL), RT_LIST_PEOPLE, NULL);
  change = rt_import_to_change (import, plan, NULL, NULL, NULL);
  g_assert_cmpstr (rt_change_get_label (change), ==, "Add 160 People");
  g_assert_true (rt_plan_apply (plan, change, NULL));
  back = rt_change_invert (change);
  g_assert_true (rt_plan_apply (plan, back, NULL));
  after = rt_plan_to_json (plan, TRUE, NULL);
  g_assert_cmpstr (before, ==, after);
}

/* The search for doubles finds a name among very many, and does not compare all with all. */
static void
test_many (void)
{
  g_autoptr (GStringChunk) texts = g_string_chunk_new (65536);
  g_autoptr (GPtrArray) doubts = g_ptr_array_new_with_free_func ((GDestroyNotify) rt_doubt_free);
  g_autofree RtNamed *names = g_new0 (RtNamed, RT_MAX_PEOPLE);
  const RtDoubt *doubt;

  for (guint i = 0; i < RT_MAX_PEOPLE; i++)
    {
      g_autofree char *sum = g_compute_checksum_for_data (G_CHECKSUM_MD5, (guchar *) &i, sizeof i);

      sum[12] = ' ';
      sum[24] = '\0';
      names[i] = (RtNamed) { g_string_chunk_insert (texts, sum), "Barnet", i + 2 };
    }
  names[19000].name = "Steve Wylor";
  names[70].name = "Steve Wyler";
  rt_doubt_names (names, RT_MAX_PEOPLE, doubts);
  g_assert_cmpuint (doubts->len, ==, 1);
  doubt = g_ptr_array_index (doubts, 0);
  g_assert_cmpuint (doubt->line, ==, 19002);
  g_assert_cmpuint (doubt->other_line, ==, 72);
}

/* A cell of a hundred thousand letters is a name like another; it is looked at as a whole only. */
static void
test_long_name (void)
{
  g_autofree char *name = g_strnfill (100000, 'a');
  g_autofree char *text = g_strdup_printf ("Name,Organisation\n%s,Camden\n%s,Camden\n%sb,Camden\n",
                                           name, name, name);
  g_autoptr (RtPlan) plan = rt_plan_new ();
  g_auto (Result) result = read_text (plan, RT_LIST_PEOPLE, text);

  g_assert_cmpuint (rt_plan_get_n (plan, RT_PART_PEOPLE), ==, 3);
  g_assert_cmpuint (result.import->doubts->len, ==, 1);
  g_assert_cmpuint (count_doubts (&result, RT_DOUBT_TWICE), ==, 1);
}

/* Thousands of places without a name: the second time each is found again, and none is added. */
static void
test_unnamed_again (void)
{
  g_autoptr (GString) text = g_string_new ("Name,Organisation\n");
  g_autoptr (RtPlan) plan = rt_plan_new ();

  for (guint i = 0; i < 5000; i++)
    g_string_append_printf (text, ",Organisation %u\n", i % 7);
  for (guint i = 0; i < 2; i++)
    {
      g_auto (Result) result = read_text (plan, RT_LIST_PEOPLE, text->str);

      g_assert_cmpuint (rt_plan_get_n (plan, RT_PART_PEOPLE), ==, 5000);
    }
}

/* Lists with bytes changed at random: each is refused, or makes a plan that can be written and
 * read. */
static void
test_damaged (gconstpointer file)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "events", file, NULL);
  g_autofree char *bytes = NULL;
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  guint n_read = 0;
  gsize length = 0;

  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  for (guint round = 0; round < 100; round++)
    {
      g_autofree char *copy = g_memdup2 (bytes, length);
      g_autoptr (RtPlan) plan = rt_plan_new ();
      g_autoptr (RtPlan) again = NULL;
      g_autoptr (RtImport) import = NULL;
      g_autoptr (RtChange) change = NULL;
      g_autofree char *text = NULL;
      g_autoptr (GError) error = NULL;
      RtCsv *csv;

      for (guint i = g_rand_int_range (rand, 1, 20); i > 0; i--)
        copy[g_rand_int_range (rand, 0, length)]
          = i % 2 ? ",;\"\n\t' ="[g_rand_int_range (rand, 0, 8)] : g_rand_int_range (rand, 0, 256);
      csv = rt_csv_read (copy, length, NULL, 0, NULL);
      import = csv == NULL ? NULL : rt_import_new (csv, round % 3, NULL);
      if (import == NULL)
        continue;
      change = rt_import_to_change (import, plan, NULL, NULL, &error);
      g_assert_no_error (error);
      g_assert_true (rt_plan_apply (plan, change, NULL));
      text = rt_plan_to_json (plan, TRUE, NULL);
      again = rt_plan_new_from_json (text, -1, &error);
      g_assert_no_error (error);
      n_read++;
    }
  g_assert_cmpuint (n_read, >, 10);
}

static void
add_each (const char *path, guint i, GTestDataFunc func)
{
  g_autofree char *full = g_strdup_printf ("%s/%u", path, i);

  g_test_add_data_func (full, GUINT_TO_POINTER (i), func);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (headers); i++)
    add_each ("/import/header", i, test_header);
  for (guint i = 0; i < G_N_ELEMENTS (events); i++)
    add_each ("/import/event", i, test_event);
  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    add_each ("/import/alike", i, test_alike);
  g_test_add_data_func ("/import/comma", "as-they-arrive/comma-bom.csv", test_arrivals);
  g_test_add_data_func ("/import/semicolon", "as-they-arrive/semicolon-windows-1252.csv",
                        test_arrivals);
  g_test_add_data_func ("/import/tab", "as-they-arrive/tab-utf16.txt", test_arrivals);
  g_test_add_data_func ("/import/again/arrival", "as-they-arrive/comma-bom.csv", test_again);
  g_test_add_data_func ("/import/again/inaugural", "inaugural/people.csv", test_again);
  g_test_add_func ("/import/no-name-column", test_no_name_column);
  g_test_add_func ("/import/above", test_above);
  g_test_add_func ("/import/no-header", test_no_header);
  g_test_add_func ("/import/first-last", test_first_last);
  g_test_add_func ("/import/update", test_update);
  g_test_add_func ("/import/plan-already", test_plan_already);
  g_test_add_func ("/import/cells", test_cells);
  g_test_add_func ("/import/wishes", test_wishes);
  g_test_add_func ("/import/choice-columns", test_choice_columns);
  g_test_add_func ("/import/hosts", test_hosts);
  g_test_add_func ("/import/addresses", test_addresses);
  g_test_add_func ("/import/hosts-again", test_hosts_again);
  g_test_add_func ("/import/hosts-of-free-tables", test_hosts_of_free_tables);
  g_test_add_func ("/import/themes", test_themes);
  g_test_add_func ("/import/champion-of-two", test_champion_of_two);
  g_test_add_func ("/import/without-champions", test_without_champions);
  g_test_add_func ("/import/methods", test_methods);
  g_test_add_func ("/import/summary", test_summary);
  g_test_add_func ("/import/header-by-hand", test_header_by_hand);
  g_test_add_func ("/import/blank-rows", test_blank_rows);
  g_test_add_func ("/import/undo", test_undo);
  g_test_add_func ("/import/many", test_many);
  g_test_add_func ("/import/long-name", test_long_name);
  g_test_add_func ("/import/unnamed-again", test_unnamed_again);
  g_test_add_data_func ("/import/damaged/comma", "as-they-arrive/comma-bom.csv", test_damaged);
  g_test_add_data_func ("/import/damaged/semicolon", "as-they-arrive/semicolon-windows-1252.csv",
                        test_damaged);
  g_test_add_data_func ("/import/damaged/tab", "as-they-arrive/tab-utf16.txt", test_damaged);
  g_test_add_data_func ("/import/damaged/sign-ups", "inaugural/people.csv", test_damaged);
  g_test_add_data_func ("/import/damaged/hosts", "leadership-styles/hosts.csv", test_damaged);
  return g_test_run ();
}
