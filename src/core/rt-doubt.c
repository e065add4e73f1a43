/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "rt-doubt.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A shorter name is too easily near another one. */
#define MIN_LENGTH_ONE 5
#define MIN_LENGTH_TWO 12
/* Letters of the longest name that is looked at letter by letter: a longer one is a sentence. */
#define MAX_LENGTH 126

/* A name as it is compared: folded, without accents and punctuation, so that Zoe Muller and
 * Zoë Müller, O'Keefe and O’Keefe are the same. */
typedef struct {
  const RtNamed *named;
  char     *folded;
  char     *organisation;
  char     *first, *last; /* words */
  char     *sorted;       /* the words in alphabetical order */
  gunichar *plain;
  glong     length;
} Name;

static void
name_clear (gpointer data)
{
  Name *self = data;

  g_free (self->folded);
  g_free (self->organisation);
  g_free (self->first);
  g_free (self->last);
  g_free (self->sorted);
  g_free (self->plain);
}

static char *
make_plain (const char *folded)
{
  g_autofree char *apart = g_utf8_normalize (folded, -1, G_NORMALIZE_NFD);
  GString *plain = g_string_new (NULL);
  g_autofree char *text = NULL;

  for (const char *p = apart; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isalnum (c))
        g_string_append_unichar (plain, c);
      else if (c == '-' || c == '.' || c == ',' || g_unichar_isspace (c))
        g_string_append_c (plain, ' ');
    }
  text = g_string_free (plain, FALSE);
  return rt_tidy (text);
}

static int
compare_words (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char * const *) a, *(char * const *) b);
}

static void
name_init (Name *self, const RtNamed *named)
{
  g_autofree char *plain = NULL;
  g_auto (GStrv) words = NULL;
  guint n;

  self->named = named;
  self->folded = rt_fold (named->name);
  self->organisation = rt_fold (named->organisation);
  plain = make_plain (self->folded);
  words = g_strsplit (plain, " ", -1);
  n = g_strv_length (words);
  self->first = g_strdup (n > 0 ? words[0] : "");
  self->last = g_strdup (n > 0 ? words[n - 1] : "");
  self->plain = g_utf8_to_ucs4_fast (plain, -1, &self->length);
  qsort (words, n, sizeof *words, compare_words);
  self->sorted = g_strjoinv (" ", words);
}

/* Letters put in, taken out, replaced or exchanged with their neighbour (optimal string alignment),
 * counted up to 3: more is not alike. O(length). */
static guint
count_differences (const Name *a, const Name *b)
{
  const guint far = 3;
  guint rows[3][MAX_LENGTH + 1];
  guint *before = rows[0], *above = rows[1], *here = rows[2];

  if (ABS (a->length - b->length) >= far || MAX (a->length, b->length) > MAX_LENGTH)
    return far;
  for (glong k = 0; k <= b->length; k++)
    above[k] = k;
  for (glong i = 1; i <= a->length; i++)
    {
      guint *spare = before;
      guint least = here[0] = i;

      for (glong k = 1; k <= b->length; k++)
        {
          guint same = a->plain[i - 1] == b->plain[k - 1];

          here[k] = MIN (MIN (above[k], here[k - 1]) + 1, above[k - 1] + !same);
          if (i > 1 && k > 1 && a->plain[i - 1] == b->plain[k - 2]
              && a->plain[i - 2] == b->plain[k - 1])
            here[k] = MIN (here[k], before[k - 2] + 1);
          least = MIN (least, here[k]);
        }
      if (least >= far)
        return far;
      before = above;
      above = here;
      here = spare;
    }
  return above[b->length];
}

/* One letter in a name, at one organisation or after the same first name; two letters only where
 * the organisation and one of the names are the same. */
static gboolean
is_alike (const Name *a, const Name *b)
{
  gboolean same_organisation = a->organisation[0] != '\0'
                               && strcmp (a->organisation, b->organisation) == 0;
  gboolean same_first = strcmp (a->first, b->first) == 0;
  gboolean same_last = strcmp (a->last, b->last) == 0;
  glong length = MIN (a->length, b->length);

  if (strcmp (a->sorted, b->sorted) == 0)
    return TRUE;
  switch (count_differences (a, b))
    {
    case 0:
      return TRUE;
    case 1:
      return length >= MIN_LENGTH_ONE && (same_organisation || same_first);
    case 2:
      return length >= MIN_LENGTH_TWO && same_organisation && (same_first || same_last);
    default:
      return FALSE;
    }
}

/* The keys under which a name meets every name it could be alike to: two names one letter apart
 * share one with a letter taken out. */
static GPtrArray *
make_keys (const Name *self)
{
  GPtrArray *keys = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (keys, g_strconcat ("words ", self->sorted, NULL));
  if (self->organisation[0] != '\0')
    {
      g_ptr_array_add (keys, g_strconcat ("first ", self->organisation, "\n", self->first, NULL));
      g_ptr_array_add (keys, g_strconcat ("last ", self->organisation, "\n", self->last, NULL));
    }
  for (glong i = 0; i <= self->length && self->length <= MAX_LENGTH; i++)
    {
      g_autoptr (GString) key = g_string_new ("near ");

      for (glong k = 0; k < self->length; k++)
        if (k != i)
          g_string_append_unichar (key, self->plain[k]);
      g_ptr_array_add (keys, g_strdup (key->str));
    }
  return keys;
}

/* The earliest name that @self is alike to. It is entered under its keys for those that come. */
static const Name *
find_alike (const Name *self, GHashTable *met)
{
  g_autoptr (GPtrArray) keys = make_keys (self);
  const Name *found = NULL;

  for (guint i = 0; i < keys->len; i++)
    {
      const char *key = g_ptr_array_index (keys, i);
      GPtrArray *others = g_hash_table_lookup (met, key);

      for (guint k = 0; others != NULL && k < others->len; k++)
        {
          const Name *other = g_ptr_array_index (others, k);

          if (other != self && (found == NULL || other < found) && is_alike (self, other))
            found = other;
        }
      if (others == NULL)
        {
          others = g_ptr_array_new ();
          g_hash_table_insert (met, g_strdup (key), others);
        }
      g_ptr_array_add (others, (gpointer) self);
    }
  return found;
}

static char *
say_where (const RtNamed *named)
{
  if (named->line == 0)
    return g_strdup (_("in the plan already"));
  return g_strdup_printf (_("on line %u"), named->line);
}

static char *
say_who (const RtNamed *named)
{
  if (named->organisation == NULL || named->organisation[0] == '\0')
    return g_strdup (named->name);
  return g_strdup_printf ("%s (%s)", named->name, named->organisation);
}

static gboolean
share_organisation (const RtNamed *a, const RtNamed *b)
{
  g_autofree char *one = rt_fold (a->organisation);
  g_autofree char *other = rt_fold (b->organisation);

  return one[0] != '\0' && strcmp (one, other) == 0;
}

/* The question that is to be answered, and what holds until then. */
static char *
ask (const RtNamed *named, const RtNamed *other)
{
  g_autofree char *where = say_where (other);
  g_autofree char *who = say_who (named);
  g_autofree char *whom = say_who (other);

  if (share_organisation (named, other))
    /* Translators: line, name, name of the other, where the other is, organisation */
    return g_strdup_printf (
        _("Line %u: %s and %s %s, both of %s: one person? Until you say so they are two."),
        named->line, named->name, other->name, where, named->organisation);
  /* Translators: line, name and organisation, the same of the other, where the other is */
  return g_strdup_printf (_("Line %u: %s and %s %s: one person? Until you say so they are two."),
                          named->line, who, whom, where);
}

static void
add_doubt (RtDoubtKind kind, const RtNamed *named, const RtNamed *other, GPtrArray *doubts)
{
  RtDoubt *doubt;

  if (named->line == 0)
    return;
  doubt = rt_doubt_new (kind, named->line, other->line, ask (named, other));
  doubt->name = g_strdup (named->name);
  doubt->other_name = g_strdup (other->name);
  g_ptr_array_add (doubts, doubt);
}

/**
 * rt_doubt_names:
 * @names: (array length=n): the people of the plan, then those of a list
 * @n: how many
 * @doubts: (element-type RtDoubt): appended to
 *
 * Says of every line of the list whose name was there before, or nearly: Wylor and Wyler. Each line
 * is said at most once, with the earliest other. O(@n x length of a name) in time, by names with a
 * letter taken out, as long as few people share both an organisation and a name.
 */
void
rt_doubt_names (const RtNamed *names, guint n, GPtrArray *doubts)
{
  g_autoptr (GHashTable) same = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) met = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                                      (GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GArray) all = g_array_sized_new (FALSE, TRUE, sizeof (Name), n);

  g_array_set_size (all, n);
  g_array_set_clear_func (all, name_clear);
  for (guint i = 0; i < n; i++)
    {
      Name *name = &g_array_index (all, Name, i);
      const Name *other;

      name_init (name, &names[i]);
      other = g_hash_table_lookup (same, name->folded);
      if (other != NULL)
        {
          add_doubt (RT_DOUBT_TWICE, &names[i], other->named, doubts);
          continue;
        }
      g_hash_table_insert (same, name->folded, name);
      other = find_alike (name, met);
      if (other != NULL)
        add_doubt (RT_DOUBT_ALIKE, &names[i], other->named, doubts);
    }
}

/**
 * rt_doubt_new:
 * @message: (transfer full): in words, translated
 *
 * Returns: (transfer full): a doubt about one line of a list
 */
RtDoubt *
rt_doubt_new (RtDoubtKind kind, guint line, guint other_line, char *message)
{
  RtDoubt *self = g_new0 (RtDoubt, 1);

  self->kind = kind;
  self->line = line;
  self->other_line = other_line;
  self->message = message;
  return self;
}

void
rt_doubt_free (RtDoubt *self)
{
  g_free (self->message);
  g_free (self->name);
  g_free (self->other_name);
  g_free (self);
}
