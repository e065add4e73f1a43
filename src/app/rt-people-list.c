/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "rt-people-list.h"

#include <glib/gi18n-lib.h>

#include "rt-language.h"

#define N_COLOURS 12

struct _RtPersonItem
{
  GObject parent_instance;

  RtPersonRow row;
  GStringChunk *text;
  /* What the row was made of: records are immutable, so the same ones make the same row. */
  RtPerson *person;
  RtTable *hosts;
  RtTable *co_hosts;
};

struct _RtPeopleList
{
  GObject parent_instance;

  RtSession *session;
  GPtrArray *items;
  GHashTable *by_id;
};

enum { ITEM_CHANGED, REFRESHED, N_SIGNALS };

static guint signals[N_SIGNALS];

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE (RtPersonItem, rt_person_item, G_TYPE_OBJECT)
G_DEFINE_FINAL_TYPE_WITH_CODE (RtPeopleList, rt_people_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

char *
rt_theme_dup_letter (guint index)
{
  if (index < 26)
    return g_strdup_printf ("%c", 'A' + index);
  return g_strdup_printf ("%c%c", 'A' + (index / 26 - 1) % 26, 'A' + index % 26);
}

guint
rt_theme_get_colour (RtPlan *plan, guint index)
{
  const RtTheme *theme = rt_plan_get_theme (plan, index);

  return (theme->colour == RT_UNSET ? index : (guint) theme->colour) % N_COLOURS;
}

/* One row. */

/* Who leads which table, worked out once for all rows: a person's id to the table and "host" or
 * not. */
typedef struct
{
  RtPlan *plan;
  const RtRoll *roll;
  guint round;
  GHashTable *hosts;
  GHashTable *co_hosts;
} Context;

static void
context_init (Context *context, RtSession *session)
{
  context->plan = rt_session_get_plan (session);
  context->roll = rt_session_get_roll (session);
  context->round = rt_session_get_round (session);
  context->hosts = g_hash_table_new (NULL, NULL);
  context->co_hosts = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < rt_plan_get_n (context->plan, RT_PART_TABLES); i++)
    {
      const RtTable *table = rt_plan_get_table (context->plan, i);

      if (table->host)
        g_hash_table_insert (context->hosts, (gpointer) table->host, (gpointer) table);
      if (table->co_host)
        g_hash_table_insert (context->co_hosts, (gpointer) table->co_host, (gpointer) table);
    }
}

static void
context_clear (Context *context)
{
  g_hash_table_unref (context->hosts);
  g_hash_table_unref (context->co_hosts);
}

const char *
rt_role_get_title (const char *role)
{
  static const struct { const char *word, *title;
  } titles[] = {
    { "host", N_("Host") },       { "co-host", N_("Co-host") },
    { "deputy", N_("Deputy") },   { "champion", N_("Champion") },
    { "speaker", N_("Speaker") }, { "interpreter", N_("Interpreter") },
    { "staff", N_("Staff") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    if (g_str_equal (role, titles[i].word))
      return _(titles[i].title);
  return role;
}

static char *
role_words (const RtPerson *person, const Context *context)
{
  const RtTable *table = g_hash_table_lookup (context->hosts, person->parent.id);
  const RtTable *shared = g_hash_table_lookup (context->co_hosts, person->parent.id);
  GString *words = g_string_new (NULL);

  /* Translators: a host and the table's number. */
  if (table)
    g_string_append_printf (words, _("Host, Table %d"), table->number);
  else if (shared)
    g_string_append_printf (words, _("Co-host, Table %d"), shared->number);
  for (guint i = 0; person->roles && person->roles[i]; i++)
    {
      if ((table && g_str_equal (person->roles[i], "host")) ||
          (shared && g_str_equal (person->roles[i], "co-host")))
        continue;
      if (words->len > 0)
        g_string_append (words, ", ");
      g_string_append (words, rt_role_get_title (person->roles[i]));
    }
  if (words->len == 0)
    g_string_append (words, _("Participant"));
  return g_string_free (words, FALSE);
}

static const char *
keep (GStringChunk *chunk, const char *text)
{
  return g_string_chunk_insert (chunk, text ? text : "");
}

static const char *
keep_words (GStringChunk *chunk, GStrv words)
{
  g_autofree char *joined = words ? g_strjoinv (", ", words) : NULL;

  return keep (chunk, joined);
}

static void
fill_wishes (RtPersonRow *row, const RtPerson *person, RtPlan *plan)
{
  row->n_wishes = rt_ids_length (person->wishes);
  for (guint i = 0; i < MIN (row->n_wishes, RT_MOST_WISHES_SHOWN); i++)
    {
      guint theme = rt_plan_index_of (plan, RT_PART_THEMES, person->wishes[i]);

      row->wish[i] = MIN (theme, G_MAXUINT8);
      row->colour[i] = theme == G_MAXUINT ? 0 : rt_theme_get_colour (plan, theme);
    }
}

/* As a number that is as large as the letters are late in the order. */
static guint64
get_first_letters (const char *key)
{
  guint64 letters = 0;

  memcpy (&letters, key, strnlen (key, sizeof letters));
  return GUINT64_FROM_BE (letters);
}

static void
fill_text (RtPersonRow *row, GStringChunk *chunk, const RtPerson *person, const Context *context)
{
  g_autofree char *first = NULL, *last = NULL;
  g_autofree char *display = rt_person_dup_display (person);
  g_autofree char *key = rt_person_dup_sort_key (person);
  g_autofree char *role = role_words (person, context);
  g_autofree char *all
      = g_strconcat (display, " ", person->organisation ? person->organisation : "", " ",
                     person->job ? person->job : "", NULL);
  g_autofree char *folded = rt_fold (all);
  g_autofree char *organisation_key = rt_fold (person->organisation);
  g_autofree char *languages
      = rt_languages_dup_text ((const char *const *) person->languages, ", ");

  if (person->name)
    rt_person_split_name (person, &first, &last);
  row->surname = keep (chunk, last ? last : first);
  row->first = keep (chunk, last ? first : NULL);
  row->display = keep (chunk, display);
  row->organisation = keep (chunk, person->organisation);
  row->job = keep (chunk, person->job);
  row->kind = keep (chunk, person->kind);
  row->sector = keep (chunk, person->sector);
  row->tags = keep_words (chunk, person->tags);
  row->languages = keep (chunk, languages);
  row->organisation_key = keep (chunk, organisation_key);
  row->role = keep (chunk, role);
  row->sort_key = keep (chunk, key);
  row->sort_letters = get_first_letters (key);
  row->search = keep (chunk, folded);
}

static gboolean
is_unseated (const Context *context, guint index)
{
  const RtRoll *roll = context->roll;
  gsize at = (gsize) context->round * roll->n_people + index;

  return context->round < roll->n_rounds && roll->attends[at] && roll->table[at] < 0;
}

static void
fill (RtPersonRow *row, GStringChunk *chunk, const RtPerson *person, guint index,
      const Context *context)
{
  const RtPersonPrivate *private = person->private;

  row->id = person->parent.id;
  row->index = index;
  fill_text (row, chunk, person, context);
  row->hosts
      = g_hash_table_contains (context->hosts, row->id) || rt_person_has_role (person, "host");
  row->unnamed = person->name == NULL;
  row->step_free = person->step_free == 1;
  row->has_private = private && (private->access || private->diet || private->notes ||
                                 private->email || private->phone);
  row->unseated = is_unseated (context, index);
  fill_wishes (row, person, context->plan);
}

static gboolean
same_row (const RtPersonRow *a, const RtPersonRow *b)
{
  return a->hosts == b->hosts && a->step_free == b->step_free && a->has_private == b->has_private &&
         a->unseated == b->unseated && a->n_wishes == b->n_wishes &&
         memcmp (a->wish, b->wish, sizeof a->wish) == 0 &&
         memcmp (a->colour, b->colour, sizeof a->colour) == 0 &&
         g_str_equal (a->display, b->display) && g_str_equal (a->sort_key, b->sort_key) &&
         g_str_equal (a->organisation, b->organisation) && g_str_equal (a->job, b->job) &&
         g_str_equal (a->kind, b->kind) && g_str_equal (a->sector, b->sector) &&
         g_str_equal (a->tags, b->tags) && g_str_equal (a->languages, b->languages) &&
         g_str_equal (a->role, b->role);
}

static gboolean
is_up_to_date (RtPersonItem *self, const RtPerson *person, guint index, const Context *context)
{
  RtPersonRow wishes = { 0 };

  if (self->person != person ||
      self->hosts != g_hash_table_lookup (context->hosts, person->parent.id) ||
      self->co_hosts != g_hash_table_lookup (context->co_hosts, person->parent.id) ||
      self->row.unseated != is_unseated (context, index))
    return FALSE;
  fill_wishes (&wishes, person, context->plan);
  return memcmp (wishes.wish, self->row.wish, sizeof wishes.wish) == 0 &&
         memcmp (wishes.colour, self->row.colour, sizeof wishes.colour) == 0;
}

static void
take_record (gpointer *member, gconstpointer record)
{
  gpointer old = *member;

  *member = record ? rt_record_ref (record) : NULL;
  if (old)
    rt_record_unref (old);
}

/* Returns: whether something shown is another now. */
static gboolean
item_update (RtPersonItem *self, const RtPerson *person, guint index, const Context *context)
{
  GStringChunk *chunk;
  RtPersonRow row = { 0 };
  gboolean same;

  if (is_up_to_date (self, person, index, context))
    {
      self->row.index = index;
      return FALSE;
    }
  chunk = g_string_chunk_new (128);
  fill (&row, chunk, person, index, context);
  same = self->text && same_row (&row, &self->row);
  g_clear_pointer (&self->text, g_string_chunk_free);
  self->text = chunk;
  self->row = row;
  take_record ((gpointer *) &self->person, person);
  take_record ((gpointer *) &self->hosts, g_hash_table_lookup (context->hosts, row.id));
  take_record ((gpointer *) &self->co_hosts, g_hash_table_lookup (context->co_hosts, row.id));
  if (!same)
    g_signal_emit (self, signals[ITEM_CHANGED], 0);
  return !same;
}

static void
rt_person_item_finalize (GObject *object)
{
  RtPersonItem *self = RT_PERSON_ITEM (object);

  g_clear_pointer (&self->text, g_string_chunk_free);
  take_record ((gpointer *) &self->person, NULL);
  take_record ((gpointer *) &self->hosts, NULL);
  take_record ((gpointer *) &self->co_hosts, NULL);
  G_OBJECT_CLASS (rt_person_item_parent_class)->finalize (object);
}

static void
rt_person_item_class_init (RtPersonItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rt_person_item_finalize;
  signals[ITEM_CHANGED] = g_signal_new ("changed", RT_TYPE_PERSON_ITEM, G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
rt_person_item_init (RtPersonItem *self)
{
}

const RtPersonRow *
rt_person_item_get (RtPersonItem *self)
{
  return &self->row;
}

/* The list. */

static void
index_items (RtPeopleList *self)
{
  g_hash_table_remove_all (self->by_id);
  for (guint i = 0; i < self->items->len; i++)
    {
      RtPersonItem *item = self->items->pdata[i];

      g_hash_table_insert (self->by_id, (gpointer) item->row.id, item);
    }
}

/* The items that differ between @old and the new order, as one splice in the middle. Returns:
 * whether any do. */
static gboolean
splice (RtPeopleList *self, GPtrArray *fresh)
{
  g_autoptr (GPtrArray) old = self->items;
  guint before = 0, after = 0;
  guint least = MIN (old->len, fresh->len);

  while (before < least && old->pdata[before] == fresh->pdata[before])
    before++;
  while (after < least - before &&
         old->pdata[old->len - 1 - after] == fresh->pdata[fresh->len - 1 - after])
    after++;
  self->items = fresh;
  if (old->len == fresh->len && before == old->len)
    return FALSE;
  index_items (self);
  g_list_model_items_changed (G_LIST_MODEL (self), before, old->len - before - after,
                              fresh->len - before - after);
  return TRUE;
}

/* Returns: (transfer full): of a person who is at @index in the plan; mostly there before, too */
static RtPersonItem *
take_item (RtPeopleList *self, RtId person, guint index)
{
  RtPersonItem *item = index < self->items->len ? self->items->pdata[index] : NULL;

  if (item == NULL || item->row.id != person)
    item = g_hash_table_lookup (self->by_id, person);
  return item ? g_object_ref (item) : g_object_new (RT_TYPE_PERSON_ITEM, NULL);
}

static void
refresh (RtPeopleList *self)
{
  GPtrArray *fresh = g_ptr_array_new_with_free_func (g_object_unref);
  gboolean changed = FALSE;
  Context context;

  if (self->session)
    {
      context_init (&context, self->session);
      for (guint i = 0; i < rt_plan_get_n (context.plan, RT_PART_PEOPLE); i++)
        {
          const RtPerson *person = rt_plan_get_person (context.plan, i);
          RtPersonItem *item = take_item (self, person->parent.id, i);

          changed |= item_update (item, person, i, &context);
          g_ptr_array_add (fresh, item);
        }
      context_clear (&context);
    }
  changed |= splice (self, fresh);
  if (changed)
    g_signal_emit (self, signals[REFRESHED], 0);
}

guint
rt_people_list_get_n (RtPeopleList *self)
{
  return self->items->len;
}

RtPersonItem *
rt_people_list_get (RtPeopleList *self, guint index)
{
  return self->items->pdata[index];
}

static GType
list_get_item_type (GListModel *model)
{
  return RT_TYPE_PERSON_ITEM;
}

static guint
list_get_n_items (GListModel *model)
{
  return RT_PEOPLE_LIST (model)->items->len;
}

static gpointer
list_get_item (GListModel *model, guint position)
{
  RtPeopleList *self = RT_PEOPLE_LIST (model);

  return position < self->items->len ? g_object_ref (self->items->pdata[position]) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = list_get_item_type;
  iface->get_n_items = list_get_n_items;
  iface->get_item = list_get_item;
}

static void
rt_people_list_dispose (GObject *object)
{
  RtPeopleList *self = RT_PEOPLE_LIST (object);

  rt_session_set (&self->session, NULL, self);
  G_OBJECT_CLASS (rt_people_list_parent_class)->dispose (object);
}

static void
rt_people_list_finalize (GObject *object)
{
  RtPeopleList *self = RT_PEOPLE_LIST (object);

  g_hash_table_unref (self->by_id);
  g_ptr_array_unref (self->items);
  G_OBJECT_CLASS (rt_people_list_parent_class)->finalize (object);
}

static void
rt_people_list_class_init (RtPeopleListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = rt_people_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = rt_people_list_finalize;
  signals[REFRESHED] = g_signal_new ("refreshed", RT_TYPE_PEOPLE_LIST, G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
rt_people_list_init (RtPeopleList *self)
{
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
  self->by_id = g_hash_table_new (NULL, NULL);
}

RtPeopleList *
rt_people_list_new (void)
{
  return g_object_new (RT_TYPE_PEOPLE_LIST, NULL);
}

void
rt_people_list_set_session (RtPeopleList *self, RtSession *session)
{
  if (!rt_session_set (&self->session, session, self))
    return;
  if (session)
    {
      g_signal_connect_swapped (session, "changed", G_CALLBACK (refresh), self);
      g_signal_connect_swapped (session, "notify::round", G_CALLBACK (refresh), self);
    }
  refresh (self);
}
