/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#include "rt-move-choice.h"

#include <glib/gi18n-lib.h>

#include "rt-edit.h"
#include "rt-error.h"

struct _RtMoveChoice {
  GObject parent_instance;

  RtMoveKind kind;
  RtId round;           /* NULL: all that are not over */
  RtId subject, target; /* the subject is a person, or the table that gets a host */
  RtId *people;         /* RT_MOVE_TO: all who move, the subject among them */
  guint n_people;
  guint order;  /* that of the plan */
  char *number; /* of a table */
  char *title, *detail, *words, *folded;
  RtPrice price;
  GArray *cost; /* what the change adds to each rule; NULL: not counted, or not possible */
};

enum {
  PROP_WORDS = 1,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (RtMoveChoice, rt_move_choice, G_TYPE_OBJECT)

static void
rt_move_choice_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_WORDS)
    g_value_set_string (value, RT_MOVE_CHOICE (object)->words);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
rt_move_choice_finalize (GObject *object)
{
  RtMoveChoice *self = RT_MOVE_CHOICE (object);

  g_free (self->people);
  g_free (self->number);
  g_free (self->title);
  g_free (self->detail);
  g_free (self->words);
  g_free (self->folded);
  g_clear_pointer (&self->cost, g_array_unref);
  G_OBJECT_CLASS (rt_move_choice_parent_class)->finalize (object);
}

static void
rt_move_choice_class_init (RtMoveChoiceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = rt_move_choice_get_property;
  object_class->finalize = rt_move_choice_finalize;
  props[PROP_WORDS]
      = g_param_spec_string ("words", NULL, NULL, NULL,
                             G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
rt_move_choice_init (RtMoveChoice *self)
{
  self->price = RT_PRICE_NOT_COUNTED;
}

static RtMoveChoice *
new_choice (RtMoveKind kind, RtId round, RtId subject, RtId target, guint order)
{
  RtMoveChoice *self = g_object_new (RT_TYPE_MOVE_CHOICE, NULL);

  self->kind = kind;
  self->round = round;
  self->subject = subject;
  self->target = target;
  self->order = order;
  return self;
}

static void
fold_words (RtMoveChoice *self)
{
  g_autofree char *all = g_strconcat (self->title, " ", self->detail, NULL);

  self->folded = rt_fold (all);
}

static RtId
host_of (const RtRound *round, const RtTable *table)
{
  RtId entry = round != NULL ? rt_map_lookup (round->hosts, table->parent.id) : NULL;

  return entry != NULL ? entry : table->host;
}

/* “Paul Martin · 3 of 7 places taken”; of all rounds only the host can be told. */
static char *
dup_table_detail (RtPlan *plan, const RtRound *round, const RtTable *table)
{
  RtId host_id = host_of (round, table);
  const RtPerson *host = host_id != NULL ? rt_plan_find_person (plan, host_id) : NULL;
  g_autofree char *name = host != NULL ? rt_person_dup_display (host) : NULL;
  guint places = (guint) rt_table_get_places (table);
  g_autofree char *count = NULL;

  if (round == NULL)
    return name != NULL ? g_steal_pointer (&name) : g_strdup ("");
  count = g_strdup_printf (ngettext ("%u of %u place taken", "%u of %u places taken", places),
                           rt_seating_n_seated (round->seating, table->parent.id), places);
  return name != NULL ? g_strdup_printf ("%s · %s", name, count) : g_steal_pointer (&count);
}

/** rt_move_choice_new_table: Returns: (transfer full): the choice of a table, its best chairs */
RtMoveChoice *
rt_move_choice_new_table (RtPlan *plan, RtId round, const RtId *people, guint n, guint table)
{
  const RtTable *record = rt_plan_get_table (plan, table);
  RtMoveChoice *self = new_choice (RT_MOVE_TO, round, people[0], record->parent.id, table);

  self->people = g_memdup2 (people, n * sizeof *people);
  self->n_people = n;
  self->number = g_strdup_printf ("%d", record->number);
  self->title = rt_table_dup_display (record);
  self->detail
      = dup_table_detail (plan, round != NULL ? rt_plan_find_round (plan, round) : NULL, record);
  fold_words (self);
  return self;
}

/** rt_move_choice_new_person: Returns: (transfer full): the choice of changing places with somebody
 */
RtMoveChoice *
rt_move_choice_new_person (RtPlan *plan, RtId round, RtId person, guint other, int table,
                           gboolean leads)
{
  const RtPerson *record = rt_plan_get_person (plan, other);
  /* Whoever leads a table comes after everybody else of the same price. */
  RtMoveChoice *self
      = new_choice (RT_MOVE_SWAP, round, person, record->parent.id,
                    other + (leads ? RT_MAX_PEOPLE : 0));
  g_autofree char *where
      = table >= 0 ? rt_table_dup_display (rt_plan_get_table (plan, (guint) table)) : NULL;
  const char *organisation = record->organisation != NULL ? record->organisation : "";

  self->title = rt_person_dup_display (record);
  self->detail = where != NULL && *organisation != '\0'
                     ? g_strdup_printf ("%s · %s", where, organisation)
                     : g_strdup (where != NULL ? where : organisation);
  fold_words (self);
  return self;
}

/* Where somebody sits, or which table they host, in a round. */
static char *
dup_whereabouts (RtPlan *plan, const RtRound *round, const RtPerson *person)
{
  g_autofree char *where = NULL;
  RtId table;

  for (guint i = 0; i < rt_plan_get_n (plan, RT_PART_TABLES); i++)
    {
      const RtTable *record = rt_plan_get_table (plan, i);

      if (host_of (round, record) != person->parent.id)
        continue;
      where = rt_table_dup_display (record);
      /* Translators: a table; whoever is meant is its host in the round */
      return g_strdup_printf (_("hosts %s"), where);
    }
  if (!rt_seating_find (round->seating, person->parent.id, &table, NULL))
    return g_strdup (_("no seat"));
  return rt_table_dup_display (rt_plan_find_table (plan, table));
}

/** rt_move_choice_new_host: Returns: (transfer full): the choice of who hosts a table in a round,
 * or helps to */
RtMoveChoice *
rt_move_choice_new_host (RtPlan *plan, RtMoveKind kind, RtId round, RtId table, int person)
{
  const RtPerson *record = person >= 0 ? rt_plan_get_person (plan, (guint) person) : NULL;
  /* Whoever is a host comes first of those of the same price, and nobody last. */
  guint order = record == NULL                         ? 2 * RT_MAX_PEOPLE
                : rt_person_has_role (record, "host") ? (guint) person
                                                       : (guint) person + RT_MAX_PEOPLE;
  RtMoveChoice *self = new_choice (kind, round, table,
                                   record != NULL ? record->parent.id : NULL, order);

  self->title = record != NULL ? rt_person_dup_display (record) : g_strdup (_("Nobody"));
  if (record == NULL)
    self->detail = g_strdup (kind == RT_MOVE_HOST ? _("The table has no host in this round")
                                                  : _("The table has no co-host in this round"));
  else
    {
      g_autofree char *where = dup_whereabouts (plan, rt_plan_find_round (plan, round), record);

      self->detail = record->organisation != NULL
                         ? g_strdup_printf ("%s · %s", where, record->organisation)
                         : g_steal_pointer (&where);
    }
  fold_words (self);
  return self;
}

static RtChange *
make_change (RtMoveChoice *self, RtPlan *plan, GError **error)
{
  switch (self->kind)
    {
    case RT_MOVE_SWAP:
      if (self->round == NULL)
        return rt_edit_swap_everywhere (plan, self->subject, self->target, error);
      return rt_edit_swap_people (plan, self->round, self->subject, self->target, error);
    case RT_MOVE_HOST:
      return rt_edit_set_round_host (plan, self->round, self->subject, self->target, error);
    case RT_MOVE_CO_HOST:
      return rt_edit_set_round_co_host (plan, self->round, self->subject, self->target, error);
    case RT_MOVE_TO:
    default:
      if (self->round == NULL || self->n_people > 1)
        return rt_edit_move_people (plan, self->round, self->people, self->n_people, self->target,
                                    error);
      return rt_edit_move_person (plan, self->round, self->subject, self->target, RT_ANY_CHAIR,
                                  error);
    }
}

/** rt_move_choice_count: finds out what the choice would cost, by making the change and not
 * applying it */
void
rt_move_choice_count (RtMoveChoice *self, RtPlan *plan)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RtChange) change = make_change (self, plan, &error);
  gboolean worse = FALSE;

  g_clear_pointer (&self->words, g_free);
  g_clear_pointer (&self->cost, g_array_unref);
  if (g_error_matches (error, RT_ERROR, RT_ERROR_FULL) && self->round != NULL
      && self->n_people == 1)
    {
      self->price = RT_PRICE_FULL;
      self->words = g_strdup (_("Full: somebody would have to change places"));
    }
  else if (change == NULL)
    {
      self->price = RT_PRICE_REFUSED;
      self->words = g_strdup (error->message);
    }
  else
    {
      self->words = rt_measure_dup_price (plan, change, &worse, &self->cost);
      self->price = self->words == NULL ? RT_PRICE_SAME : worse ? RT_PRICE_WORSE : RT_PRICE_BETTER;
    }
  if (self->words == NULL)
    self->words = g_strdup (_("No measure gets better or worse"));
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_WORDS]);
}

RtPrice
rt_move_choice_get_price (RtMoveChoice *self)
{
  return self->price;
}

const char *
rt_move_choice_get_title (RtMoveChoice *self)
{
  return self->title;
}

const char *
rt_move_choice_get_detail (RtMoveChoice *self)
{
  return self->detail;
}

const char *
rt_move_choice_get_words (RtMoveChoice *self)
{
  return self->words != NULL ? self->words : "";
}

RtId
rt_move_choice_get_target (RtMoveChoice *self)
{
  return self->target;
}

/** rt_move_choice_matches: Returns: whether it is meant by @folded: a table's whole number, or any
 * part of its words */
gboolean
rt_move_choice_matches (RtMoveChoice *self, const char *folded)
{
  if (*folded == '\0')
    return TRUE;
  if (self->number != NULL && g_ascii_isdigit (*folded))
    return g_str_equal (self->number, folded);
  return strstr (self->folded, folded) != NULL;
}

/* Those that can be chosen are ordered by what they cost alone. */
static RtPrice
rank_of (const RtMoveChoice *self)
{
  return self->price == RT_PRICE_SAME || self->price == RT_PRICE_WORSE ? RT_PRICE_BETTER
                                                                       : self->price;
}

/** rt_move_choice_compare: cheapest first: what it does to the most important rule decides; then in
 * the order of the plan */
int
rt_move_choice_compare (gconstpointer a, gconstpointer b, gpointer data)
{
  const RtMoveChoice *one = a, *two = b;
  int order = (int) rank_of (one) - (int) rank_of (two);

  if (order == 0)
    order = rt_measure_compare_costs (one->cost, two->cost);
  if (order == 0)
    order = one->order < two->order ? -1 : one->order > two->order;
  return order;
}
