/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

/* Constructions, recounted one pair of people after the other. */

#include <glib.h>

#include "rt-design-group.h"
#include "rt-design-words.h"
#include "rt-memory.h"

static void
assert_sizes (const RtDesign *design)
{
  for (int r = 0; r < design->n_rounds; r++)
    {
      g_autofree int *size = g_new0 (int, design->n_tables);

      for (int p = 0; p < design->n_words; p++)
        {
          int t = design->tables[r * design->n_words + p];

          g_assert_cmpint (t, >=, 0);
          g_assert_cmpint (t, <, design->n_tables);
          size[t]++;
        }
      for (int t = 0; t < design->n_tables; t++)
        g_assert_cmpint (size[t], ==, design->size);
    }
}

static int
meetings (const RtDesign *design, int p, int q)
{
  int n = 0;

  for (int r = 0; r < design->n_rounds; r++)
    n += design->tables[r * design->n_words + p] == design->tables[r * design->n_words + q];
  return n;
}

static void
assert_no_return (const RtDesign *design, int p)
{
  for (int r = 0; r < design->n_rounds; r++)
    for (int q = 0; q < r; q++)
      g_assert_cmpint (design->tables[r * design->n_words + p], !=,
                       design->tables[q * design->n_words + p]);
}

/* Takes the design. */
static void
assert_design (RtDesign *design, int n_tables, int size, int n_rounds, gboolean hosted)
{
  g_assert_nonnull (design);
  g_assert_cmpint (design->n_tables, ==, n_tables);
  g_assert_cmpint (design->size, ==, size);
  g_assert_cmpint (design->n_rounds, ==, n_rounds);
  g_assert_cmpint (design->n_words, ==, n_tables * size);
  assert_sizes (design);
  for (int p = 0; p < design->n_words; p++)
    {
      for (int q = 0; q < p; q++)
        {
          gboolean one_block = design->blocks && p / n_tables == q / n_tables;

          g_assert_cmpint (meetings (design, p, q), <=, one_block ? 0 : 1);
        }
      if (hosted)
        assert_no_return (design, p);
    }
  rt_design_free (design);
}

static RtEffort
effort (uint64_t seed, int64_t steps)
{
  RtEffort self;

  rt_effort_init (&self, seed, steps);
  return self;
}

static void
test_group (void)
{
  RtGroup groups[] = { rt_group_cyclic (7), rt_group_pair (6, 2), rt_group_pair (3, 3) };

  for (gsize i = 0; i < G_N_ELEMENTS (groups); i++)
    for (int a = 0; a < groups[i].order; a++)
      {
        g_assert_cmpint (rt_group_sum (&groups[i], a, 0), ==, a);
        for (int b = 0; b < groups[i].order; b++)
          {
            int sum = rt_group_sum (&groups[i], a, b);

            g_assert_cmpint (sum, ==, rt_group_sum (&groups[i], b, a));
            g_assert_cmpint (rt_group_less (&groups[i], sum, b), ==, a);
          }
      }
  /* Twice anything is 0 in the second part, but not in the first. */
  g_assert_cmpint (rt_group_sum (&groups[1], 6, 6), ==, 0);
  g_assert_cmpint (rt_group_sum (&groups[1], 1, 1), ==, 2);
}

static gboolean
is_prime_power (int q)
{
  int p = 2;

  while (q % p != 0)
    p++;
  while (q % p == 0)
    q /= p;
  return q == 1;
}

static void
assert_field (const RtField *field)
{
  int q = field->plus.order;

  for (int a = 1; a < q; a++)
    {
      guint64 seen[4] = { 0 };

      g_assert_cmpint (rt_field_product (field, a, 0), ==, 0);
      g_assert_cmpint (rt_field_product (field, 1, a), ==, a);
      for (int b = 0; b < q; b++)
        {
          int ab = rt_field_product (field, a, b), c = (a + 3 * b) % q;

          g_assert_cmpint (seen[ab / 64] >> ab % 64 & 1, ==, 0);
          seen[ab / 64] |= G_GUINT64_CONSTANT (1) << ab % 64;
          g_assert_cmpint (rt_field_product (field, a, rt_group_sum (&field->plus, b, c)), ==,
                           rt_group_sum (&field->plus, ab, rt_field_product (field, a, c)));
        }
    }
}

static void
test_field (void)
{
  for (int q = 2; q <= 64; q++)
    {
      RtField *field = rt_field_new (q);

      g_assert_true ((field != NULL) == is_prime_power (q));
      if (field != NULL)
        assert_field (field);
      free (field);
    }
  g_assert_null (rt_field_new (1));
  g_assert_null (rt_field_new (RT_FIELD_MOST + 1));
}

static void
test_cyclic (void)
{
  for (int T = 2; T <= 23; T++)
    for (int size = 2; size < T; size++)
      for (int R = 2; R <= T; R++)
        for (int hosted = 0; hosted < 2; hosted++)
          {
            RtDesign *design = rt_design_cyclic (T, size, R, hosted);

            /* Always where the number of tables is prime. */
            g_assert_true (design != NULL || !is_prime_power (T) || T == 4 || T == 8 || T == 9
                           || T == 16);
            if (design != NULL && (R <= 4 || R == T))
              assert_design (design, T, size, R, hosted);
            else
              rt_design_free (design);
          }
  assert_design (rt_design_cyclic (20, 8, 3, TRUE), 20, 8, 3, TRUE);
}

static void
test_lines (void)
{
  const int orders[] = { 3, 4, 5, 7, 8, 9, 16, 25 };

  for (gsize i = 0; i < G_N_ELEMENTS (orders); i++)
    {
      int q = orders[i];

      assert_design (rt_design_lines (q, q - 1, q, TRUE), q, q - 1, q, TRUE);
      assert_design (rt_design_lines (q, q, q, FALSE), q, q, q, FALSE);
      assert_design (rt_design_lines (q, 2, 2, FALSE), q, 2, 2, FALSE);
      g_assert_null (rt_design_lines (q, q, q + 1, FALSE));
      g_assert_null (rt_design_lines (q, q, 2, TRUE));
      g_assert_null (rt_design_lines (q, q - 1, q + 1, TRUE));
    }
  g_assert_null (rt_design_lines (6, 3, 3, FALSE));
}

static void
test_product (void)
{
  const int orders[][2]
      = { { 6, 2 }, { 10, 2 }, { 12, 3 }, { 15, 3 }, { 20, 4 }, { 24, 3 }, { 35, 5 }, { 60, 3 } };

  for (gsize i = 0; i < G_N_ELEMENTS (orders); i++)
    {
      int T = orders[i][0], least = orders[i][1], R = MIN (T, 24);

      assert_design (rt_design_product (T, T - 1, least, TRUE), T, T - 1, least, TRUE);
      assert_design (rt_design_product (T, T, least, FALSE), T, T, least, FALSE);
      assert_design (rt_design_product (T, least, R, FALSE), T, least, R, FALSE);
      g_assert_null (rt_design_product (T, least + 1, least + 1, FALSE));
      g_assert_null (rt_design_product (T, T, 2, TRUE));
    }
  g_assert_null (rt_design_product (9, 3, 3, FALSE));
  g_assert_null (rt_design_product (7, 3, 3, FALSE));
}

/* Rounds of blocks by themselves, after those of lines, of a product, and of stored or searched
 * matrices. */
static void
test_blocks (void)
{
  const int shapes[][3] = {
    { 8, 4, 9 },   { 9, 3, 12 },  { 16, 4, 21 }, { 32, 8, 24 }, { 12, 6, 13 }, { 12, 12, 7 },
    { 15, 3, 22 }, { 10, 5, 10 }, { 20, 4, 24 }, { 5, 5, 6 },   { 9, 9, 10 },  { 25, 25, 24 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (shapes); i++)
    {
      const int *shape = shapes[i];

      assert_design (rt_design_certain (shape[0], shape[1], shape[2], FALSE), shape[0], shape[1],
                     shape[2], FALSE);
    }
  g_assert_null (rt_design_certain (16, 4, 22, FALSE));
  g_assert_null (rt_design_certain (8, 3, 9, FALSE));
  g_assert_null (rt_design_certain (9, 9, 10, TRUE));
}

static void
test_twelve (void)
{
  for (int n = 3; n <= 6; n++)
    {
      assert_design (rt_design_twelve (12, 11, n, TRUE), 12, 11, n, TRUE);
      assert_design (rt_design_twelve (12, 12, n, FALSE), 12, 12, n, FALSE);
    }
  assert_design (rt_design_twelve (12, 6, 12, FALSE), 12, 6, 12, FALSE);
  assert_design (rt_design_twelve (12, 5, 12, TRUE), 12, 5, 12, TRUE);
  g_assert_null (rt_design_twelve (12, 12, 3, TRUE));
  g_assert_null (rt_design_twelve (12, 7, 7, TRUE));
  g_assert_null (rt_design_twelve (10, 5, 3, TRUE));
}

static void
test_ten (void)
{
  for (int R = 2; R <= 4; R++)
    {
      assert_design (rt_design_ten (10, 10, R, FALSE), 10, 10, R, FALSE);
      assert_design (rt_design_ten (10, 9, R, TRUE), 10, 9, R, TRUE);
    }
  assert_design (rt_design_ten (10, 9, 5, FALSE), 10, 9, 5, FALSE);
  assert_design (rt_design_ten (10, 8, 5, TRUE), 10, 8, 5, TRUE);
  assert_design (rt_design_ten (10, 8, 8, FALSE), 10, 8, 8, FALSE);
  assert_design (rt_design_ten (10, 7, 8, TRUE), 10, 7, 8, TRUE);
  assert_design (rt_design_ten (10, 5, 9, FALSE), 10, 5, 9, FALSE);
  assert_design (rt_design_ten (10, 2, 3, TRUE), 10, 2, 3, TRUE);
  g_assert_null (rt_design_ten (10, 10, 4, TRUE));
  g_assert_null (rt_design_ten (10, 10, 5, FALSE));
  g_assert_null (rt_design_ten (10, 9, 5, TRUE));
  g_assert_null (rt_design_ten (10, 8, 9, FALSE));
  g_assert_null (rt_design_ten (10, 6, 9, FALSE));
  g_assert_null (rt_design_ten (9, 5, 3, FALSE));
}

static void
test_differences (void)
{
  const int shapes[][3] = {
    { 6, 4, 5 },   { 10, 6, 5 },  { 12, 8, 4 },  { 15, 10, 4 }, { 18, 8, 6 },
    { 20, 17, 4 }, { 20, 8, 10 }, { 24, 16, 5 }, { 50, 30, 5 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (shapes); i++)
    for (int hosted = 0; hosted < 2; hosted++)
      {
        const int *shape = shapes[i];
        RtEffort some = effort (i, 2000000000);

        assert_design (rt_design_differences (shape[0], shape[1], shape[2], hosted, &some),
                       shape[0], shape[1], shape[2], hosted);
      }
}

static void
test_starter (void)
{
  const int shapes[][3] = {
    { 5, 3, 7 },  { 6, 3, 8 },   { 6, 4, 7 }, { 6, 5, 6 }, { 8, 3, 11 },
    { 9, 3, 13 }, { 10, 3, 14 }, { 8, 4, 8 }, { 7, 4, 7 }, { 10, 6, 5 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (shapes); i++)
    {
      const int *shape = shapes[i];
      RtEffort some = effort (i, 2000000000);

      assert_design (rt_design_starter (shape[0], shape[1], shape[2], &some), shape[0], shape[1],
                     shape[2], FALSE);
    }
}

static void
test_stored (void)
{
  const int shapes[][3] = {
    { 8, 4, 10 }, { 10, 4, 13 }, { 7, 4, 9 }, { 9, 4, 11 },
    { 7, 3, 10 }, { 6, 5, 6 },   { 6, 3, 8 }, { 5, 3, 7 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (shapes); i++)
    {
      const int *shape = shapes[i];

      assert_design (rt_design_stored (shape[0], shape[1], shape[2]), shape[0], shape[1], shape[2],
                     FALSE);
      g_assert_null (rt_design_stored (shape[0], shape[1], shape[2] + 1));
    }
  assert_design (rt_design_stored (10, 4, 7), 10, 4, 7, FALSE);
  g_assert_null (rt_design_stored (8, 5, 8));
}

/* The first rounds stay a design, and in all of them nobody meets more than @most times. Takes the
 * design. */
static void
assert_extended (RtDesign *design, int first, int n_rounds, int most)
{
  RtDesign *whole;

  g_assert_nonnull (design);
  g_assert_cmpint (design->n_rounds, ==, first);
  whole = rt_design_extend (design, n_rounds,
                            &(RtEffort){ .random = { { 1, 2 } }, .steps = 100000000 });
  g_assert_cmpint (whole->n_rounds, ==, n_rounds);
  assert_sizes (whole);
  for (int p = 0; p < whole->n_words; p++)
    for (int q = 0; q < p; q++)
      g_assert_cmpint (meetings (whole, p, q), <=, most);
  whole->n_rounds = first;
  assert_design (whole, whole->n_tables, whole->size, first, FALSE);
}

static void
test_extend (void)
{
  assert_extended (rt_design_stored (8, 4, 10), 10, 10, 1);
  assert_extended (rt_design_stored (8, 4, 10), 10, 12, 2);
  assert_extended (rt_design_certain (5, 5, 6, FALSE), 6, 12, 2);
  assert_extended (rt_design_certain (5, 5, 6, FALSE), 6, 13, 3);
  assert_extended (rt_design_lines (5, 4, 5, FALSE), 5, 8, 2);
  /* Too many to be searched. */
  assert_extended (rt_design_lines (23, 23, 5, FALSE), 5, 9, 9);
}

/* What cannot be is not searched for. */
static void
test_impossible (void)
{
  const int shapes[][4] = {
    { 6, 6, 3, TRUE },   { 6, 7, 2, FALSE }, { 5, 3, 8, FALSE },
    { 8, 4, 11, FALSE }, { 4, 2, 5, TRUE },  { 1, 5, 3, FALSE },
    { 5, 1, 3, FALSE },  { 5, 3, 1, FALSE }, { 0, 0, 0, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (shapes); i++)
    {
      RtEffort some = effort (1, 1000000);

      g_assert_null (rt_design_new (shapes[i][0], shapes[i][1], shapes[i][2], shapes[i][3], &some));
      g_assert_cmpint (some.steps, ==, 1000000);
    }
}

static void
test_any (void)
{
  const int shapes[][4] = {
    { 20, 8, 4, TRUE },   { 8, 7, 8, TRUE },   { 8, 8, 9, FALSE },   { 12, 11, 6, TRUE },
    { 12, 6, 12, FALSE }, { 20, 8, 5, FALSE }, { 32, 8, 10, FALSE }, { 10, 5, 6, FALSE },
    { 5, 4, 5, FALSE },   { 5, 3, 7, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (shapes); i++)
    {
      const int *shape = shapes[i];
      RtEffort some = effort (i, 2000000000);

      assert_design (rt_design_new (shape[0], shape[1], shape[2], shape[3], &some), shape[0],
                     shape[1], shape[2], shape[3]);
    }
}

/* The same seed gives the same words, another seed others. */
static void
test_deterministic (void)
{
  RtEffort one = effort (5, 100000000), again = effort (5, 100000000),
           other = effort (6, 100000000);
  RtDesign *a = rt_design_new (14, 8, 5, TRUE, &one);
  RtDesign *b = rt_design_new (14, 8, 5, TRUE, &again);
  RtDesign *c = rt_design_new (14, 8, 5, TRUE, &other);

  g_assert_cmpmem (a->tables, sizeof (int32_t) * 560, b->tables, sizeof (int32_t) * 560);
  g_assert_cmpint (one.steps, ==, again.steps);
  g_assert_true (memcmp (a->tables, c->tables, sizeof (int32_t) * 560) != 0);
  rt_design_free (a);
  rt_design_free (b);
  rt_design_free (c);
}

static bool
poll_cb (void *data)
{
  int *left = data;

  return --*left > 0;
}

/* 10 tables of 9 guests in 6 rounds would be news to mathematics: the search ends when it is told
 * to. */
static void
test_ends (void)
{
  RtEffort little = effort (1, 1000000), much = effort (1, G_MAXINT64);
  int left = 3;

  g_assert_null (rt_design_new (10, 9, 6, TRUE, &little));
  g_assert_cmpint (little.steps, <=, 0);
  g_assert_cmpint (little.steps, >, -1000000);
  much.poll = poll_cb;
  much.poll_data = &left;
  g_assert_null (rt_design_new (10, 9, 6, TRUE, &much));
  g_assert_cmpint (left, ==, 0);
  left = 3;
  much.steps = G_MAXINT64;
  g_assert_null (rt_design_new (10, 9, 9, FALSE, &much));
  g_assert_cmpint (left, <=, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/solver/words/group", test_group);
  g_test_add_func ("/solver/words/field", test_field);
  g_test_add_func ("/solver/words/cyclic", test_cyclic);
  g_test_add_func ("/solver/words/lines", test_lines);
  g_test_add_func ("/solver/words/product", test_product);
  g_test_add_func ("/solver/words/blocks", test_blocks);
  g_test_add_func ("/solver/words/twelve", test_twelve);
  g_test_add_func ("/solver/words/ten", test_ten);
  g_test_add_func ("/solver/words/differences", test_differences);
  g_test_add_func ("/solver/words/starter", test_starter);
  g_test_add_func ("/solver/words/stored", test_stored);
  g_test_add_func ("/solver/words/extend", test_extend);
  g_test_add_func ("/solver/words/impossible", test_impossible);
  g_test_add_func ("/solver/words/any", test_any);
  g_test_add_func ("/solver/words/deterministic", test_deterministic);
  g_test_add_func ("/solver/words/ends", test_ends);
  return g_test_run ();
}
