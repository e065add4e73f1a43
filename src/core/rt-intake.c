/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "rt-intake.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "rt-columns.h"
#include "rt-doubt.h"
#include "rt-language.h"

static void
index_names (RtIntake *self)
{
  self->by_name = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                         (GDestroyNotify) g_array_unref);
  for (guint i = 0; i < self->people.n_old; i++)
    {
      const RtPerson *person = rt_work_list_get (&self->people, i);
      g_autofree char *key = rt_fold (person->name);
      GArray *others = g_hash_table_lookup (self->by_name, key);

      if (others == NULL)
        {
          others = g_array_new (FALSE, FALSE, sizeof (guint));
          g_hash_table_insert (self->by_name, g_steal_pointer (&key), others);
        }
      g_array_append_val (others, i);
    }
}

static void
index_titles (RtIntake *self)
{
  self->by_title = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < self->themes.n_old; i++)
    {
      const RtTheme *theme = rt_work_list_get (&self->themes, i);

      g_hash_table_insert (self->by_title, rt_fold (theme->title), GUINT_TO_POINTER (i + 1));
    }
}

/**
 * rt_intake_init:
 *
 * Nothing of @plan is changed; @self is cleared with rt_intake_clear().
 */
void
rt_intake_init (RtIntake *self, RtImport *import, RtPlan *plan)
{
  self->import = import;
  rt_work_list_init (&self->people, plan, RT_PART_PEOPLE);
  rt_work_list_init (&self->themes, plan, RT_PART_THEMES);
  rt_work_list_init (&self->tables, plan, RT_PART_TABLES);
  index_names (self);
  index_titles (self);
  self->met = g_hash_table_new (NULL, NULL);
  self->named = g_array_new (FALSE, FALSE, sizeof (RtNamed));
}

void
rt_intake_clear (RtIntake *self)
{
  rt_work_list_clear (&self->people);
  rt_work_list_clear (&self->themes);
  rt_work_list_clear (&self->tables);
  g_hash_table_unref (self->by_name);
  g_hash_table_unref (self->by_title);
  g_hash_table_unref (self->met);
  g_array_unref (self->named);
}

/* The cells of the row under @column, tidied; several are joined by ";". NULL when there is
 * nothing. */
static char *
get_text (const RtIntake *self, RtColumn column)
{
  GString *text = NULL;

  for (guint i = 0; self->cells[i] != NULL && i < self->import->columns->len; i++)
    if (g_array_index (self->import->columns, RtColumn, i) == column)
      {
        /* A line break between two choices parts them as a semicolon does. */
        g_autofree char *raw = column == RT_COLUMN_WISHES
                               ? g_strdelimit (g_strdup (self->cells[i]), "\r\n", ';') : NULL;
        g_autofree char *cell = rt_tidy (raw != NULL ? raw : self->cells[i]);

        if (cell[0] == '\0')
          continue;
        if (text == NULL)
          text = g_string_new (cell);
        else
          g_string_append_printf (text, ";%s", cell);
      }
  return text == NULL ? NULL : g_string_free (text, FALSE);
}

/* Notes keep their line breaks. */
static char *
get_notes (const RtIntake *self)
{
  for (guint i = 0; self->cells[i] != NULL && i < self->import->columns->len; i++)
    if (g_array_index (self->import->columns, RtColumn, i) == RT_COLUMN_NOTES)
      {
        g_autofree char *text = g_utf8_normalize (self->cells[i], -1, G_NORMALIZE_NFC);
        g_auto (GStrv) lines = g_strsplit (g_strstrip (text), "\r\n", -1);

        return text[0] == '\0' ? NULL : g_strjoinv ("\n", lines);
      }
  return NULL;
}

static char *
get_name (const RtIntake *self)
{
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;
  g_autofree char *both = NULL;
  g_autofree char *name = get_text (self, RT_COLUMN_NAME);
  g_autofree char *folded = rt_fold (name);

  /* What exporting writes for an unnamed place, which would be an empty line otherwise. */
  if (strcmp (folded, "unnamed place") == 0)
    return NULL;
  if (name != NULL)
    return g_steal_pointer (&name);
  first = get_text (self, RT_COLUMN_FIRST_NAME);
  last = get_text (self, RT_COLUMN_LAST_NAME);
  if (first == NULL || last == NULL)
    return g_strdup (first != NULL ? first : last);
  return g_strconcat (first, " ", last, NULL);
}

/* The words of a cell, tidied, without doubles; NULL when there are none. */
static GPtrArray *
split_words (const char *text, const char *separators)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) folded = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_auto (GStrv) parts = text == NULL ? NULL : g_strsplit_set (text, separators, -1);

  for (guint i = 0; parts != NULL && parts[i] != NULL; i++)
    {
      g_autofree char *word = rt_tidy (parts[i]);

      if (word[0] != '\0' && g_hash_table_add (folded, rt_fold (word)))
        g_ptr_array_add (words, g_steal_pointer (&word));
    }
  return g_steal_pointer (&words);
}

static void
doubt (RtIntake *self, RtDoubtKind kind, char *message)
{
  g_ptr_array_add (self->import->doubts, rt_doubt_new (kind, self->line, 0, message));
}

/* Finds the theme, or makes it; @made is set then. */
static guint
get_theme (RtIntake *self, const char *title, gboolean *made)
{
  g_autofree char *key = rt_fold (title);
  guint index = GPOINTER_TO_UINT (g_hash_table_lookup (self->by_title, key));

  *made = index == 0;
  if (index > 0)
    return index - 1;
  index = rt_work_list_add (&self->themes, rt_theme_new (title));
  g_hash_table_insert (self->by_title, g_steal_pointer (&key), GUINT_TO_POINTER (index + 1));
  return index;
}

/* A theme that is only named in passing: one that has to be made is said. */
static RtId
mention_theme (RtIntake *self, const char *title)
{
  gboolean made;
  guint index = get_theme (self, title, &made);
  const RtRecord *theme = rt_work_list_get (&self->themes, index);

  if (made)
    doubt (self, RT_DOUBT_THEME,
           g_strdup_printf (_("Line %u: there was no theme “%s” yet; it was made."), self->line,
                            title));
  return theme->id;
}

/* Somebody of the plan with this name and the same or no organisation, whom no row was about yet:
 * a name that is twice in a list and in a plan stands for the same two people. */
static int
find_person (const RtIntake *self, const char *name, const char *organisation)
{
  g_autofree char *key = rt_fold (name);
  g_autofree char *ours = rt_fold (organisation);
  GArray *others = g_hash_table_lookup (self->by_name, key);
  int found = -1;

  for (guint i = 0; others != NULL && i < others->len; i++)
    {
      guint index = g_array_index (others, guint, i);
      const RtPerson *person = rt_work_list_get (&self->people, index);
      g_autofree char *theirs = NULL;

      /* Asked before anything is folded: thousands of unnamed places have one name. */
      if (g_hash_table_contains (self->met, person->parent.id))
        continue;
      theirs = rt_fold (person->organisation);
      if (strcmp (ours, theirs) == 0)
        return index;
      /* An unnamed place is only known by whose it is. */
      if (found < 0 && key[0] != '\0' && (ours[0] == '\0' || theirs[0] == '\0'))
        found = index;
    }
  return found;
}

/* Somebody of the plan who was said to be the one this row is about, under another name; or else
 * whoever has the name. */
static int
find_taken_for (RtIntake *self, const char *name, const char *organisation)
{
  RtId id = g_hash_table_lookup (self->import->taken_for, GUINT_TO_POINTER (self->line));
  guint index;

  if (id == NULL || rt_plan_find (self->people.plan, RT_PART_PEOPLE, id, &index) == NULL)
    return find_person (self, name, organisation);
  rt_set_text (&((RtPerson *) rt_work_list_edit (&self->people, index))->name, name);
  return index;
}

/* The person a row is about, ready to be written to. */
static RtPerson *
get_person (RtIntake *self, const char *name, const char *organisation)
{
  int index = find_taken_for (self, name, organisation);
  RtPerson *person;

  if (index < 0)
    {
      RtNamed named;

      person = rt_person_new (name);
      rt_work_list_add (&self->people, person);
      rt_set_text (&person->organisation, organisation);
      named = (RtNamed) { person->name, person->organisation, self->line };
      if (name != NULL)
        g_array_append_val (self->named, named);
      return person;
    }
  person = rt_work_list_edit (&self->people, index);
  if (self->import->kind != RT_LIST_THEMES)
    g_hash_table_add (self->met, (gpointer) person->parent.id);
  if (organisation != NULL)
    rt_set_text (&person->organisation, organisation);
  return person;
}

static void
set_text (const RtIntake *self, RtColumn column, char **member)
{
  g_autofree char *text = get_text (self, column);

  if (text != NULL)
    rt_set_text (member, text);
}

/* Adds @word at the end of a list of words, unless it is there. */
static void
add_word (GStrv *member, const char *word)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) words = NULL;

  if (*member != NULL && g_strv_contains ((const char * const *) *member, word))
    return;
  if (*member != NULL)
    g_strv_builder_addv (builder, (const char **) *member);
  g_strv_builder_add (builder, word);
  words = g_strv_builder_end (builder);
  rt_set_texts (member, (const char * const *) words);
}

static void
read_roles (RtIntake *self, RtPerson *person)
{
  g_autofree char *text = get_text (self, RT_COLUMN_ROLE);
  g_autoptr (GPtrArray) words = split_words (text, ";,/|");

  for (guint i = 0; i < words->len; i++)
    {
      const char *word = g_ptr_array_index (words, i);
      const char *role = rt_role_from_word (word);

      if (role != NULL)
        {
          add_word (&person->roles, role);
          continue;
        }
      add_word (&person->tags, word);
      doubt (self, RT_DOUBT_ROLE,
             g_strdup_printf (_("Line %u: “%s” is no role that Rotunda knows; it is kept as a "
                                "tag."),
                              self->line, word));
    }
}

static void
read_tags (const RtIntake *self, RtPerson *person)
{
  g_autofree char *text = get_text (self, RT_COLUMN_TAGS);
  g_autoptr (GPtrArray) words = split_words (text, ";,|");

  for (guint i = 0; i < words->len; i++)
    add_word (&person->tags, g_ptr_array_index (words, i));
}

static void
read_languages (const RtIntake *self, RtPerson *person)
{
  g_autofree char *text = get_text (self, RT_COLUMN_LANGUAGES);
  g_autoptr (GPtrArray) words = split_words (text, ";,/|");

  if (words->len > 0)
    rt_set_texts (&person->languages, NULL);
  for (guint i = 0; i < words->len; i++)
    {
      g_autofree char *code = rt_language_from_word (g_ptr_array_index (words, i));

      add_word (&person->languages, code);
    }
}

static void
read_wishes (RtIntake *self, RtPerson *person)
{
  g_autofree char *text = get_text (self, RT_COLUMN_WISHES);
  g_autoptr (GPtrArray) titles = split_words (text, ";|");
  g_autofree RtIds wishes = NULL;

  for (guint i = 0; i < titles->len; i++)
    {
      RtId theme = mention_theme (self, g_ptr_array_index (titles, i));
      RtIds more = rt_ids_add (wishes, theme);

      g_free (wishes);
      wishes = more;
    }
  if (wishes != NULL)
    rt_set_ids (&person->wishes, wishes);
}

static void
read_step_free (const RtIntake *self, RtPerson *person)
{
  static const char * const noes[] = { "no", "n", "0", "false", "-", "none", "nein", NULL };
  g_autofree char *text = get_text (self, RT_COLUMN_STEP_FREE);
  g_autofree char *folded = rt_fold (text);

  if (text != NULL)
    person->step_free = !g_strv_contains (noes, folded);
}

static void
read_private (const RtIntake *self, RtPerson *person)
{
  g_autofree char *notes = get_notes (self);
  g_autofree char *email = get_text (self, RT_COLUMN_EMAIL);
  g_autofree char *phone = get_text (self, RT_COLUMN_PHONE);
  g_autofree char *access = get_text (self, RT_COLUMN_ACCESS);
  g_autofree char *diet = get_text (self, RT_COLUMN_DIET);
  RtPersonPrivate *ours;

  if (notes == NULL && email == NULL && phone == NULL && access == NULL && diet == NULL)
    return;
  ours = person->private != NULL ? rt_record_copy (person->private)
                                 : rt_record_new (&rt_person_private_class, NULL);
  g_clear_pointer (&person->private, rt_record_unref);
  person->private = ours;
  if (notes != NULL)
    rt_set_text (&ours->notes, notes);
  if (email != NULL)
    rt_set_text (&ours->email, email);
  if (phone != NULL)
    rt_set_text (&ours->phone, phone);
  if (access != NULL)
    rt_set_text (&ours->access, access);
  if (diet != NULL)
    rt_set_text (&ours->diet, diet);
}

static RtPerson *
read_person (RtIntake *self)
{
  g_autofree char *name = get_name (self);
  g_autofree char *organisation = get_text (self, RT_COLUMN_ORGANISATION);
  RtPerson *person = get_person (self, name, organisation);
  RtImportRow row = { self->line, person->parent.id };

  g_array_append_val (self->import->rows, row);
  if (name == NULL)
    doubt (self, RT_DOUBT_NO_NAME,
           organisation != NULL
           ? g_strdup_printf (_("Line %u: there is no name; it is an unnamed place of %s."),
                              self->line, organisation)
           : g_strdup_printf (_("Line %u: there is no name; it is an unnamed place."), self->line));
  set_text (self, RT_COLUMN_HONORIFIC, &person->honorific);
  set_text (self, RT_COLUMN_SECTOR, &person->sector);
  set_text (self, RT_COLUMN_JOB, &person->job);
  set_text (self, RT_COLUMN_KIND, &person->kind);
  read_roles (self, person);
  read_tags (self, person);
  read_languages (self, person);
  read_wishes (self, person);
  read_step_free (self, person);
  read_private (self, person);
  return person;
}

/* The first table that waits for a host: with @theme if there is one, else without a theme of its
 * own; a host without a theme takes any. -1: none does. */
static int
find_free_table (const RtIntake *self, RtId theme)
{
  int found = -1;

  for (guint i = 0; i < self->tables.records->len; i++)
    {
      const RtTable *table = rt_work_list_get (&self->tables, i);

      if (table->host != NULL || table->open == 0)
        continue;
      if (theme != NULL && table->theme == theme)
        return i;
      if (found < 0 && (theme == NULL || table->theme == NULL))
        found = i;
    }
  return found;
}

/* The table the person hosts, ready to be written to; else one that waits for a host, or a new one
 * behind the others. */
static RtTable *
get_hosts_table (RtIntake *self, RtId host, RtId theme)
{
  int number = 0, free_table;
  RtTable *table;

  for (guint i = 0; i < self->tables.records->len; i++)
    {
      const RtTable *other = rt_work_list_get (&self->tables, i);

      if (other->host == host)
        return rt_work_list_edit (&self->tables, i);
      number = MAX (number, other->number);
    }
  free_table = find_free_table (self, theme);
  if (free_table >= 0)
    table = rt_work_list_edit (&self->tables, free_table);
  else
    {
      table = rt_table_new (number + 1, RT_UNSET);
      rt_work_list_add (&self->tables, table);
    }
  table->host = host;
  return table;
}

static void
read_host (RtIntake *self)
{
  RtPerson *person = read_person (self);
  g_autofree char *title = get_text (self, RT_COLUMN_THEME);
  RtId theme = NULL;
  gboolean made;

  add_word (&person->roles, "host");
  if (title != NULL)
    theme = ((const RtRecord *) rt_work_list_get (&self->themes,
                                                  get_theme (self, title, &made)))->id;
  if (theme != NULL)
    get_hosts_table (self, person->parent.id, theme)->theme = theme;
  else
    get_hosts_table (self, person->parent.id, NULL);
}

/* The champion of a theme, who is on the list or is added as staff. One person may champion several
 * themes. */
static RtId
read_champion (RtIntake *self, const char *name, const char *title)
{
  g_autofree char *organisation = get_text (self, RT_COLUMN_ORGANISATION);
  int index = find_person (self, name, organisation);
  RtPerson *person;

  for (guint i = self->people.n_old; index < 0 && i < self->people.records->len; i++)
    {
      const RtPerson *other = rt_work_list_get (&self->people, i);

      if (g_strcmp0 (other->name, name) == 0 && g_strcmp0 (other->organisation, organisation) == 0)
        index = i;
    }
  if (index < 0)
    {
      person = get_person (self, name, organisation);
      add_word (&person->roles, "champion");
      add_word (&person->roles, "staff");
      doubt (self, RT_DOUBT_CHAMPION,
             g_strdup_printf (_("Line %u: %s, who champions “%s”, was not on the list; added as "
                                "staff, who are never seated."), self->line, name, title));
      return person->parent.id;
    }
  person = rt_work_list_edit (&self->people, index);
  add_word (&person->roles, "champion");
  return person->parent.id;
}

static void
read_theme (RtIntake *self)
{
  g_autofree char *method = get_text (self, RT_COLUMN_METHOD);
  g_autofree char *named = get_text (self, RT_COLUMN_THEME);
  g_autofree char *champion = get_text (self, RT_COLUMN_CHAMPION);
  /* A list of methods alone: each is what a table works on. */
  const char *title = named != NULL ? named : method;
  gboolean made;
  RtTheme *theme;

  if (title == NULL)
    {
      doubt (self, RT_DOUBT_NO_THEME,
             g_strdup_printf (_("Line %u: no theme is named; the line is left out."), self->line));
      return;
    }
  theme = rt_work_list_edit (&self->themes, get_theme (self, title, &made));
  set_text (self, RT_COLUMN_QUESTION, &theme->question);
  if (method != NULL)
    rt_set_text (&theme->method, method);
  if (champion != NULL && !self->import->without_champions)
    theme->champion = read_champion (self, champion, title);
}

static gboolean
is_empty_row (GStrv cells)
{
  for (guint i = 0; cells[i] != NULL; i++)
    {
      g_autofree char *cell = rt_tidy (cells[i]);

      if (cell[0] != '\0')
        return FALSE;
    }
  return TRUE;
}

static void
check_length (RtIntake *self)
{
  guint n = self->import->header ? g_strv_length (self->import->names) : G_MAXUINT;

  for (guint i = 0; self->cells[i] != NULL; i++)
    if (i >= n && self->cells[i][0] != '\0')
      doubt (self, RT_DOUBT_EXTRA_CELLS,
             g_strdup_printf (_("Line %u: there are more cells than columns; “%s” is left out."),
                              self->line, self->cells[i]));
}

/* All rows, without what can only be said once all are read. */
static void
read_rows (RtIntake *self)
{
  RtCsv *csv = self->import->csv;

  for (guint row = self->import->header ? 1 : 0; row < csv->rows->len; row++)
    {
      self->cells = g_ptr_array_index (csv->rows, row);
      self->line = g_array_index (csv->lines, guint, row);
      if (is_empty_row (self->cells)
          || g_hash_table_contains (self->import->skipped, GUINT_TO_POINTER (self->line)))
        continue;
      check_length (self);
      if (self->import->kind == RT_LIST_THEMES)
        read_theme (self);
      else if (self->import->kind == RT_LIST_HOSTS)
        read_host (self);
      else
        read_person (self);
    }
}

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  const RtDoubt *one = *(RtDoubt * const *) a;
  const RtDoubt *other = *(RtDoubt * const *) b;

  return (one->line > other->line) - (one->line < other->line);
}

/* The people of the plan that no row was about come first, as the ones that were there. */
static void
doubt_names (RtIntake *self)
{
  g_autoptr (GArray) names = g_array_new (FALSE, FALSE, sizeof (RtNamed));

  for (guint i = 0; i < self->people.n_old; i++)
    {
      const RtPerson *person = rt_work_list_get (&self->people, i);
      RtNamed named = { person->name, person->organisation, 0 };

      if (person->name != NULL && !g_hash_table_contains (self->met, person->parent.id))
        g_array_append_val (names, named);
    }
  g_array_append_vals (names, self->named->data, self->named->len);
  rt_doubt_names ((RtNamed *) names->data, names->len, self->import->doubts);
}

/**
 * rt_intake_rows:
 *
 * Reads every row into the work lists of @self and fills the doubts of the list, by line.
 */
void
rt_intake_rows (RtIntake *self)
{
  read_rows (self);
  if (self->import->kind != RT_LIST_THEMES)
    doubt_names (self);
  g_ptr_array_sort (self->import->doubts, compare_lines);
}
