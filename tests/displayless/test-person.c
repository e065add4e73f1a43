/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "rt-language.h"
#include "rt-person.h"

typedef struct {
  const char *label;
  const char *name;
  const char *first;
  const char *last;
} Name;

static const Name names[] = {
  { "two-words", "Ged Curran", "Ged", "Curran" },
  { "hyphens-and-von", "Wolfgang-Amadeus Theophilus von Hohenstaufen-Sigmaringen",
    "Wolfgang-Amadeus Theophilus",
    "von Hohenstaufen-Sigmaringen" },
  { "van", "Ludwig van Beethoven", "Ludwig", "van Beethoven" },
  { "capital-van", "Vincent Van Gogh", "Vincent", "Van Gogh" },
  { "van-der", "Jan van der Berg", "Jan", "van der Berg" },
  { "de-la", "Juan de la Cruz", "Juan", "de la Cruz" },
  { "del", "Maria del Carmen", "Maria", "del Carmen" },
  { "di", "Leonardo di Caprio", "Leonardo", "di Caprio" },
  { "le", "Marie le Blanc", "Marie", "le Blanc" },
  { "bin", "Ali bin Hassan", "Ali", "bin Hassan" },
  { "al", "Omar al Said", "Omar", "al Said" },
  { "particle-first", "Al Gore", "Al", "Gore" },
  { "particle-in-the-middle", "Anna de Souza Lima", "Anna de Souza", "Lima" },
  { "middle-name", "John Quincy Adams", "John Quincy", "Adams" },
  { "one-word", "Cher", "Cher", NULL },
  { "chinese", "王小明", "王小明", NULL },
  { "blanks", "  Ged \t  Curran ", "Ged", "Curran" },
  { "nothing", NULL, NULL, NULL },
};

static void
test_split (gconstpointer data)
{
  const Name *one = data;
  g_autoptr (RtPerson) person = rt_person_new (one->name);
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;

  rt_person_split_name (person, &first, &last);
  g_assert_cmpstr (first, ==, one->first);
  g_assert_cmpstr (last, ==, one->last);
}

static void
assert_fold (const char *text, const char *expected)
{
  g_autofree char *folded = rt_fold (text);

  g_assert_cmpstr (folded, ==, expected);
}

static void
test_fold (void)
{
  assert_fold (NULL, "");
  assert_fold ("", "");
  assert_fold (" \n ", "");
  assert_fold ("  Harbour\n  BOARD ", "harbour board");
  assert_fold ("Ealing\v\f\tQ1_[Z]", "ealing\v q1_[z]");
  assert_fold ("Stra\xc3\x9f" "e", "strasse");
  assert_fold ("Cafe\xcc\x81", "caf\xc3\xa9");
  assert_fold ("CAF\xc3\x89", "caf\xc3\xa9");
  assert_fold ("a\xc2\xa0" "b", "a b");
}

static void
assert_tidy (const char *text, const char *expected)
{
  g_autofree char *tidy = rt_tidy (text);

  g_assert_cmpstr (tidy, ==, expected);
}

static void
test_tidy (void)
{
  assert_tidy (NULL, "");
  assert_tidy ("  One\r\n two\tthree ", "One two three");
  assert_tidy ("Cafe\xcc\x81", "Caf\xc3\xa9");
  assert_tidy ("a\xff" "b", "a\xef\xbf\xbd" "b");
}

static void
assert_order (const char *before, const char *after)
{
  g_autoptr (RtPerson) a = rt_person_new (before);
  g_autoptr (RtPerson) b = rt_person_new (after);
  g_autofree char *key_a = rt_person_dup_sort_key (a);
  g_autofree char *key_b = rt_person_dup_sort_key (b);

  g_assert_cmpint (g_strcmp0 (key_a, key_b), <, 0);
}

static void
test_sort_key (void)
{
  assert_order ("Zoe Adams", "Adam Zimmer");
  assert_order ("Adam Smith", "Bea Smith");
  assert_order ("ada byron", "Zed Byron");
  assert_order (NULL, "Ada");
  assert_order ("Guest 2", "Guest 10");
}

static void
assert_words_order (const char *before, const char *after)
{
  g_autofree char *key_before = rt_dup_sort_key (before);
  g_autofree char *key_after = rt_dup_sort_key (after);

  g_assert_cmpstr (key_before, <, key_after);
}

static void
test_words_order (void)
{
  assert_words_order ("Table 2", "Table 10");
  assert_words_order ("T9 left", "t10 LEFT");
  assert_words_order ("Ward 2 North", "Ward 2 South");
  assert_words_order ("Ward 2 South", "Ward 10 North");
  assert_words_order ("Team", "Team 1");
  assert_words_order ("7th Borough", "30th Borough");
  assert_words_order (NULL, "Team");
}

static void
assert_language (const char *word, const char *expected)
{
  g_autofree char *code = rt_language_from_word (word);

  g_assert_cmpstr (code, ==, expected);
}

/* Names and codes lead to codes, and codes to names; what is not known stays. */
static void
test_languages (void)
{
  const char *codes[] = { "en", "zh", "Elvish", NULL };
  g_autofree char *text = rt_languages_dup_text (codes, ", ");

  assert_language (" english", "en");
  assert_language ("Mandarin", "zh");
  assert_language ("ZH", "zh");
  assert_language ("Elvish", "elvish");
  g_assert_cmpstr (text, ==, "English, Chinese, Elvish");
  g_assert_null (rt_languages_dup_text (NULL, ", "));
}

static void
test_display (void)
{
  g_autoptr (RtPerson) named = rt_person_new ("Ada");
  g_autoptr (RtPerson) place = rt_person_new (NULL);
  g_autofree char *a = rt_person_dup_display (named);
  g_autofree char *b = rt_person_dup_display (place);

  g_assert_cmpstr (a, ==, "Ada");
  g_assert_cmpstr (b, ==, "Unnamed place");
}

static void
test_roles (void)
{
  g_autoptr (RtPerson) person = rt_person_new ("Ada");
  const char * const roles[] = { "host", "staff", NULL };

  g_assert_false (rt_person_has_role (person, "host"));
  rt_set_texts (&person->roles, roles);
  g_assert_true (rt_person_has_role (person, "staff"));
  g_assert_false (rt_person_has_role (person, "co-host"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_strdup_printf ("/person/split/%s", names[i].label);

      g_test_add_data_func (path, &names[i], test_split);
    }
  g_test_add_func ("/person/fold", test_fold);
  g_test_add_func ("/person/tidy", test_tidy);
  g_test_add_func ("/person/sort-key", test_sort_key);
  g_test_add_func ("/person/languages", test_languages);
  g_test_add_func ("/person/sort-words", test_words_order);
  g_test_add_func ("/person/display", test_display);
  g_test_add_func ("/person/roles", test_roles);
  return g_test_run ();
}
