/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "rt-import-preview.h"

#include <glib/gi18n-lib.h>

#include "rt-columns.h"
#include "rt-edit.h"

static void
item_free (RtPreviewItem *self)
{
  g_free (self->title);
  g_free (self->detail);
  g_free (self);
}

static RtPreviewItem *
add_item (GPtrArray *items, RtPreviewKind kind, RtImport *import, guint line, RtId person)
{
  RtPreviewItem *item = g_new0 (RtPreviewItem, 1);

  item->kind = kind;
  item->import = import;
  item->line = line;
  item->person = person;
  item->ticked = kind == RT_PREVIEW_NEW || kind == RT_PREVIEW_CHANGED;
  g_ptr_array_add (items, item);
  return item;
}

static void
append_word (GString *words, const char *word)
{
  g_string_append_printf (words, "%s%s", words->len > 0 ? "; " : "", word);
}

static void
append_text (GString *words, RtColumn column, const char *before, const char *after)
{
  g_autofree char *word = NULL;

  if (g_strcmp0 (before, after) == 0)
    return;
  /* Translators: a column of a list, what it held, and what it holds now. */
  word = before != NULL && after != NULL
         ? g_strdup_printf (_("%s: %s → %s"), rt_column_get_title (column), before, after)
         /* Translators: a column of a list, and what it holds now. */
         : g_strdup_printf (_("%s: %s"), rt_column_get_title (column), after != NULL ? after : "–");
  append_word (words, word);
}

static void
append_words (GString *words, RtColumn column, GStrv before, GStrv after)
{
  g_autofree char *one = before != NULL ? g_strjoinv (", ", before) : NULL;
  g_autofree char *other = after != NULL ? g_strjoinv (", ", after) : NULL;

  append_text (words, column, one, other);
}

static gboolean
same_ids (const RtId *a, const RtId *b)
{
  guint n = rt_ids_length (a);

  if (n != rt_ids_length (b))
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (a[i] != b[i])
      return FALSE;
  return TRUE;
}

/* What is different, in words. What is private is named, not shown. */
static char *
dup_difference (const RtPerson *before, const RtPerson *after)
{
  g_autoptr (GString) words = g_string_new (NULL);
  gboolean same_private = before->private == after->private
                          || (before->private != NULL && after->private != NULL
                              && rt_record_equal (before->private, after->private));

  append_text (words, RT_COLUMN_ORGANISATION, before->organisation, after->organisation);
  append_text (words, RT_COLUMN_JOB, before->job, after->job);
  append_text (words, RT_COLUMN_SECTOR, before->sector, after->sector);
  append_text (words, RT_COLUMN_KIND, before->kind, after->kind);
  append_text (words, RT_COLUMN_HONORIFIC, before->honorific, after->honorific);
  append_words (words, RT_COLUMN_ROLE, before->roles, after->roles);
  append_words (words, RT_COLUMN_TAGS, before->tags, after->tags);
  append_words (words, RT_COLUMN_LANGUAGES, before->languages, after->languages);
  if (!same_ids (before->wishes, after->wishes))
    append_word (words, rt_column_get_title (RT_COLUMN_WISHES));
  if ((before->step_free == 1) != (after->step_free == 1))
    append_word (words, rt_column_get_title (RT_COLUMN_STEP_FREE));
  if (!same_private)
    append_word (words, rt_column_get_title (RT_COLUMN_NOTES));
  return g_string_free (g_steal_pointer (&words), FALSE);
}

/* The edits of people, by id. */
static GHashTable *
index_edits (const RtChange *change)
{
  GHashTable *edits = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < rt_change_get_n_edits (change); i++)
    {
      const RtEdit *edit = rt_change_get_edit (change, i);

      if (edit->part == RT_PART_PEOPLE && edit->after != NULL)
        g_hash_table_insert (edits, (gpointer) edit->after->id, (gpointer) edit);
    }
  return edits;
}

static void
add_rows (GPtrArray *items, RtImport *import, const RtChange *change, GHashTable *met)
{
  g_autoptr (GHashTable) edits = index_edits (change);

  for (guint i = 0; i < import->rows->len; i++)
    {
      const RtImportRow *row = &g_array_index (import->rows, RtImportRow, i);
      const RtEdit *edit = g_hash_table_lookup (edits, row->person);
      const RtPerson *after = edit != NULL ? (const RtPerson *) edit->after : NULL;
      RtPreviewItem *item;

      g_hash_table_add (met, (gpointer) row->person);
      if (edit == NULL)
        continue;
      item = add_item (items, edit->before != NULL ? RT_PREVIEW_CHANGED : RT_PREVIEW_NEW, import,
                       row->line, edit->before != NULL ? row->person : NULL);
      item->title = rt_person_dup_display (after);
      item->detail = edit->before != NULL ? dup_difference ((const RtPerson *) edit->before, after)
                                          : g_strdup (after->organisation);
    }
}

/* Who of the plan has that name and is in none of the lists. */
static const RtPerson *
find_missed (RtPlan *plan, const char *name, GHashTable *met)
{
  g_autofree char *folded = rt_fold (name);

  for (guint i = 0; i < rt_plan_get_n (plan, RT_PART_PEOPLE); i++)
    {
      const RtPerson *person = rt_plan_get_person (plan, i);
      g_autofree char *other = rt_fold (person->name);

      if (g_str_equal (folded, other) && !g_hash_table_contains (met, person->parent.id))
        return person;
    }
  return NULL;
}

/* The names of a new row and of somebody who was there already that may be one person's. */
static void
add_doubts (GPtrArray *items, RtPlan *plan, RtImport *import, GHashTable *met)
{
  for (guint i = 0; i < import->doubts->len; i++)
    {
      const RtDoubt *doubt = import->doubts->pdata[i];
      const RtPerson *person;
      RtPreviewItem *item;

      if ((doubt->kind != RT_DOUBT_ALIKE && doubt->kind != RT_DOUBT_TWICE)
          || doubt->other_line != 0)
        continue;
      person = find_missed (plan, doubt->other_name, met);
      if (person == NULL)
        continue;
      item = add_item (items, RT_PREVIEW_DOUBTFUL, import, doubt->line, person->parent.id);
      /* Translators: a name of the plan and one of a list that may be one person's. */
      item->title = g_strdup_printf (_("“%s” is “%s” now"), person->name, doubt->name);
      item->detail = g_strdup (doubt->message);
    }
}

/* A list of hosts says nothing about who else comes, and the other way round. Nobody has named the
 * unnamed places. */
static gboolean
is_listed (const RtPerson *person, gboolean hosts, gboolean people)
{
  return person->name != NULL && (rt_person_has_role (person, "host") ? hosts : people)
         && !rt_person_has_role (person, "staff");
}

static void
add_gone (GPtrArray *items, RtPlan *plan, RtImport * const *imports, guint n, GHashTable *met)
{
  gboolean hosts = FALSE, people = FALSE;

  for (guint i = 0; i < n; i++)
    {
      hosts |= imports[i]->kind == RT_LIST_HOSTS;
      people |= imports[i]->kind == RT_LIST_PEOPLE;
    }
  for (guint i = 0; i < rt_plan_get_n (plan, RT_PART_PEOPLE); i++)
    {
      const RtPerson *person = rt_plan_get_person (plan, i);
      RtPreviewItem *item;

      if (!is_listed (person, hosts, people) || g_hash_table_contains (met, person->parent.id))
        continue;
      item = add_item (items, RT_PREVIEW_GONE, NULL, 0, person->parent.id);
      item->title = rt_person_dup_display (person);
      item->detail = g_strdup (person->organisation);
    }
}

static int
compare_kinds (gconstpointer a, gconstpointer b)
{
  const RtPreviewItem *one = *(RtPreviewItem * const *) a;
  const RtPreviewItem *other = *(RtPreviewItem * const *) b;

  return (int) one->kind - (int) other->kind;
}

/**
 * rt_import_preview:
 * @plan: where the lists go
 * @imports: (array length=n): lists; those of themes are left out
 * @n: how many
 * @error: as rt_import_to_change()
 *
 * Nothing of the plan is changed. Decisions made before are forgotten.
 */
GPtrArray *
rt_import_preview (RtPlan *plan, RtImport * const *imports, guint n, GError **error)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func ((GDestroyNotify) item_free);
  g_autoptr (GHashTable) met = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (RtChange) change = NULL;

      g_hash_table_remove_all (imports[i]->skipped);
      g_hash_table_remove_all (imports[i]->taken_for);
      if (imports[i]->kind == RT_LIST_THEMES)
        continue;
      change = rt_import_to_change (imports[i], plan, NULL, NULL, error);
      if (change == NULL)
        return NULL;
      add_rows (items, imports[i], change, met);
    }
  for (guint i = 0; i < n; i++)
    if (imports[i]->kind != RT_LIST_THEMES)
      add_doubts (items, plan, imports[i], met);
  add_gone (items, plan, imports, n, met);
  /* Stable, as GLib's is: the lines of a list keep their order. */
  g_ptr_array_sort (items, compare_kinds);
  return g_steal_pointer (&items);
}

void
rt_import_preview_decide (GPtrArray *items)
{
  for (guint i = 0; i < items->len; i++)
    {
      const RtPreviewItem *item = items->pdata[i];
      gpointer line = GUINT_TO_POINTER (item->line);

      if (item->kind == RT_PREVIEW_DOUBTFUL && item->ticked)
        g_hash_table_insert (item->import->taken_for, line, (gpointer) item->person);
      if ((item->kind == RT_PREVIEW_NEW || item->kind == RT_PREVIEW_CHANGED) && !item->ticked)
        g_hash_table_add (item->import->skipped, line);
    }
}

RtChange *
rt_import_preview_removal (RtPlan *plan, GPtrArray *items, GError **error)
{
  g_autoptr (GHashTable) renamed = g_hash_table_new (NULL, NULL);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (RtId));

  for (guint i = 0; i < items->len; i++)
    {
      const RtPreviewItem *item = items->pdata[i];

      if (item->kind == RT_PREVIEW_DOUBTFUL && item->ticked)
        g_hash_table_add (renamed, (gpointer) item->person);
      else if (item->kind == RT_PREVIEW_GONE && item->ticked
               && !g_hash_table_contains (renamed, item->person))
        g_array_append_val (ids, item->person);
    }
  if (ids->len == 0)
    return NULL;
  return rt_edit_remove (plan, NULL, RT_PART_PEOPLE, (const RtId *) ids->data, ids->len, error);
}
