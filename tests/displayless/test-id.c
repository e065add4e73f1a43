/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "rt-id.h"

static void
test_new (void)
{
  RtId a = rt_id_new ('p');
  RtId b = rt_id_new ('p');

  g_assert_cmpint (a[0], ==, 'p');
  g_assert_cmpuint (strlen (a), ==, 7);
  g_assert_true (a != b);
  g_assert_true (rt_id_intern (a) == a);
}

/* Drawn without looking, 200,000 ids hold 22 doubles on average, and none once in 6 billion. */
static void
test_unique (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < 200000; i++)
    g_assert_true (g_hash_table_add (seen, (gpointer) rt_id_new ('p')));
}

static void
test_ids (void)
{
  RtId a = rt_id_intern ("pa");
  RtId b = rt_id_intern ("pb");
  g_autofree RtIds one = rt_ids_add (NULL, a);
  g_autofree RtIds two = rt_ids_add (one, b);
  g_autofree RtIds left = rt_ids_remove (two, a);
  g_autofree RtIds copy = rt_ids_copy (two);

  g_assert_cmpuint (rt_ids_length (NULL), ==, 0);
  g_assert_cmpuint (rt_ids_length (two), ==, 2);
  g_assert_true (rt_ids_contains (two, b));
  g_assert_false (rt_ids_contains (left, a));
  g_assert_cmpuint (rt_ids_length (left), ==, 1);
  g_assert_true (copy[0] == a && copy[1] == b && copy[2] == NULL);
  g_assert_null (rt_ids_copy (NULL));
  g_assert_null (rt_ids_remove (NULL, a));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/id/new", test_new);
  g_test_add_func ("/id/unique", test_unique);
  g_test_add_func ("/id/lists", test_ids);
  return g_test_run ();
}
