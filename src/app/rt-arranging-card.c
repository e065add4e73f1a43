/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#include "rt-arranging-card.h"

#include <glib/gi18n-lib.h>

#include "rt-measure-row.h"

#define FIRST_NEWS 500  /* ms: what ends sooner shows no progress at all */
#define NEWS_EVERY 1000 /* ms: not faster, for readers and for screen readers */
#define MILLION 1000000

struct _RtArrangingCard
{
  GtkWidget parent_instance;

  RtSession *session;
  guint timer;
  char *told;        /* what the list says now */
  GHashTable *began; /* measure to what was found when it was first told */

  GtkWidget *box, *title, *time, *bar, *live, *spinner, *last;
};

G_DEFINE_FINAL_TYPE (RtArrangingCard, rt_arranging_card, GTK_TYPE_WIDGET)

guint
rt_arranging_card_count_rounds (RtPlan *plan)
{
  guint n = 0;

  for (guint i = 0; i < rt_plan_get_n (plan, RT_PART_ROUNDS); i++)
    n += rt_plan_get_round (plan, i)->done != 1;
  return n;
}

/* One line of the list, before it is a row. */
typedef struct
{
  const RtMeasure *measure; /* with the bound */
  gint64 found, began;
} Line;

/* How far it came from where it began to where it cannot become less; full when that is proven. */
static void
add_way (GtkWidget *row, const Line *line)
{
  GtkWidget *box = gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (row));
  GtkWidget *texts = gtk_widget_get_first_child (box);
  GtkWidget *bar = g_object_new (GTK_TYPE_LEVEL_BAR, "accessible-role",
                                 GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  double way = (double)MAX (line->began - line->measure->bound, 1),
         gone = (double)(line->began - line->found);

  gtk_level_bar_set_value (GTK_LEVEL_BAR (bar), line->found <= line->measure->bound
                                                    ? 1.0
                                                    : CLAMP (gone / way, 0.0, 1.0));
  gtk_box_insert_child_after (GTK_BOX (texts), bar, gtk_widget_get_first_child (texts));
}

static char *
dup_line_words (const Line *line)
{
  int bound = (int) line->measure->bound;

  if (line->found <= line->measure->bound)
    return g_strdup_printf (_("at least %d: proven"), bound);
  if (line->found < line->began)
    return g_strdup_printf (_("at least %d, began at %d"), bound, (int) line->began);
  return g_strdup_printf (_("at least %d"), bound);
}

static void
add_row (RtArrangingCard *self, const Line *line)
{
  gboolean proven = line->found <= line->measure->bound;
  g_autofree char *number = g_strdup_printf ("%d", (int) line->found);
  g_autofree char *words = dup_line_words (line);
  g_autofree char *reason
      = rt_measures_dup_reason (rt_session_get_measures (self->session),
                                rt_session_get_plan (self->session), line->measure->key);

  add_way (rt_measure_row_add (GTK_LIST_BOX (self->live), rt_measure_get_title (line->measure->key),
                               words, reason, number, proven ? "object-select-symbolic" : NULL,
                               proven ? "proven" : NULL, FALSE),
           line);
}

static gint64
first_told (RtArrangingCard *self, const char *key, gint64 found)
{
  gpointer value;

  if (!g_hash_table_lookup_extended (self->began, key, NULL, &value))
    g_hash_table_insert (self->began, g_strdup (key), value = GINT_TO_POINTER ((int) found));
  return MAX (found, GPOINTER_TO_INT (value));
}

/* What was found: repeats and pairs of one organisation by the running search itself, the others in
 * the best seating that is shown, when there is one. */
static gboolean
fill_line (RtArrangingCard *self, const RtArrangeProgress *progress, gboolean *same, Line *line)
{
  const char *key = line->measure->key;
  gboolean shown = rt_session_get_shown_plan (self->session) != rt_session_get_plan (self->session);
  const RtMeasure *now
      = shown ? rt_measures_find (rt_session_get_shown_measures (self->session), key) : NULL;

  line->found = now != NULL ? now->found : -1;
  line->began = -1;
  if (g_str_equal (key, "repeats"))
    {
      line->found = progress->repeats;
      line->began = progress->most_repeats;
    }
  else if (g_str_has_prefix (key, "same_") && !*same)
    {
      *same = TRUE;
      line->found = progress->same;
      line->began = progress->most_same;
    }
  if (line->found < 0)
    return FALSE;
  line->began = MAX (line->began, first_told (self, key, line->found));
  return line->measure->is_rule || line->found > 0;
}

/* Only what has changed is made anew: whoever reads a row is not thrown out of it every second. */
static void
fill_live (RtArrangingCard *self, const RtArrangeProgress *progress)
{
  const RtMeasures *measures = rt_session_get_measures (self->session);
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (Line));
  g_autoptr (GString) told = g_string_new (NULL);
  gboolean same = FALSE;

  for (guint i = 0; i < measures->measures->len; i++)
    {
      Line line = { .measure = &g_array_index (measures->measures, RtMeasure, i) };

      if (!fill_line (self, progress, &same, &line))
        continue;
      g_string_append_printf (told, "%s %d %d ", line.measure->key, (int) line.found,
                              (int) line.began);
      g_array_append_val (lines, line);
    }
  if (g_strcmp0 (told->str, self->told) == 0)
    return;
  g_free (self->told);
  self->told = g_strdup (told->str);
  rt_measure_row_clear (GTK_LIST_BOX (self->live));
  for (guint rank = 0; rank < RT_MEASURE_RANKS; rank++)
    for (guint i = 0; i < lines->len; i++)
      if (rt_measure_row_rank (g_array_index (lines, Line, i).measure->key) == rank)
        add_row (self, &g_array_index (lines, Line, i));
  gtk_widget_set_visible (self->live, lines->len > 0);
}

static char *
dup_tried (guint64 moves)
{
  if (moves >= MILLION)
    return g_strdup_printf (_("%.1f million swaps tried."), (double) moves / MILLION);
  return g_strdup_printf (ngettext ("%u swap tried.", "%u swaps tried.", (gulong)moves),
                          (guint) moves);
}

static void
tell_last (RtArrangingCard *self, const RtArrangeProgress *progress)
{
  guint ago = (guint)MAX (0.0, progress->seconds - progress->last_improved);
  g_autofree char *tried = dup_tried (progress->moves);
  g_autofree char *last = g_strdup_printf (
      ngettext ("Last better result: %u second ago.", "Last better result: %u seconds ago.", ago),
      ago);
  g_autofree char *words = g_strdup_printf ("%s %s", last, tried);

  gtk_label_set_text (GTK_LABEL (self->last), words);
}

static void
tell_time (RtArrangingCard *self, const RtArrangeProgress *progress)
{
  guint seconds = (guint) progress->seconds, limit = (guint) progress->limit;
  g_autofree char *time = g_strdup_printf (
      ngettext ("%u second of at most %u", "%u seconds of at most %u", seconds), seconds, limit);

  gtk_label_set_text (GTK_LABEL (self->time), time);
  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (self->bar),
                                 limit > 0 ? MIN (progress->seconds / progress->limit, 1.0) : 0.0);
}

static void
begin (RtArrangingCard *self)
{
  RtPlan *plan = rt_session_get_plan (self->session);
  guint n = rt_arranging_card_count_rounds (plan);
  g_autofree char *title
      = g_strdup_printf (ngettext ("Arranging %u round", "Arranging %u rounds", n), n);

  gtk_label_set_text (GTK_LABEL (self->title), title);
  gtk_spinner_start (GTK_SPINNER (self->spinner));
}

static gboolean
news_cb (gpointer data)
{
  RtArrangingCard *self = data;
  RtArrangeProgress progress = { .repeats = -1, .same = -1 };

  self->timer = 0;
  if (!rt_session_is_arranging (self->session, &progress))
    return G_SOURCE_REMOVE;
  if (!gtk_widget_get_visible (GTK_WIDGET (self)))
    begin (self);
  tell_time (self, &progress);
  tell_last (self, &progress);
  fill_live (self, &progress);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  self->timer = g_timeout_add (NEWS_EVERY, news_cb, self);
  return G_SOURCE_REMOVE;
}

static void
arranging_cb (RtArrangingCard *self)
{
  g_clear_handle_id (&self->timer, g_source_remove);
  if (rt_session_is_arranging (self->session, NULL))
    {
      g_hash_table_remove_all (self->began);
      self->timer = g_timeout_add (FIRST_NEWS, news_cb, self);
      return;
    }
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  gtk_spinner_stop (GTK_SPINNER (self->spinner));
}

static void
rt_arranging_card_dispose (GObject *object)
{
  RtArrangingCard *self = RT_ARRANGING_CARD (object);

  rt_arranging_card_set_session (self, NULL);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  G_OBJECT_CLASS (rt_arranging_card_parent_class)->dispose (object);
}

static void
rt_arranging_card_finalize (GObject *object)
{
  RtArrangingCard *self = RT_ARRANGING_CARD (object);

  g_free (self->told);
  g_hash_table_unref (self->began);
  G_OBJECT_CLASS (rt_arranging_card_parent_class)->finalize (object);
}

static void
rt_arranging_card_class_init (RtArrangingCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rt_arranging_card_dispose;
  G_OBJECT_CLASS (klass)->finalize = rt_arranging_card_finalize;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/rotunda_app/Rotunda/ui/rt-arranging-card.ui");
  gtk_widget_class_bind_template_child (widget_class, RtArrangingCard, box);
  gtk_widget_class_bind_template_child (widget_class, RtArrangingCard, title);
  gtk_widget_class_bind_template_child (widget_class, RtArrangingCard, time);
  gtk_widget_class_bind_template_child (widget_class, RtArrangingCard, bar);
  gtk_widget_class_bind_template_child (widget_class, RtArrangingCard, live);
  gtk_widget_class_bind_template_child (widget_class, RtArrangingCard, spinner);
  gtk_widget_class_bind_template_child (widget_class, RtArrangingCard, last);
}

static void
rt_arranging_card_init (RtArrangingCard *self)
{
  self->began = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/** rt_arranging_card_set_session: @session: (nullable) */
void
rt_arranging_card_set_session (RtArrangingCard *self, RtSession *session)
{
  if (!rt_session_set (&self->session, session, self))
    return;
  g_clear_handle_id (&self->timer, g_source_remove);
  if (session == NULL || self->box == NULL)
    return;
  g_signal_connect_object (session, "notify::arranging", G_CALLBACK (arranging_cb), self,
                           G_CONNECT_SWAPPED);
  arranging_cb (self);
}
