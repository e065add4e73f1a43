/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "rt-event-dialog.h"

#include <glib/gi18n-lib.h>

#include "rt-date.h"
#include "rt-edit.h"
#include "rt-feedback.h"
#include "rt-language.h"

#define MOST_LANGUAGES 2
#define MOST_STEPS 10 /* of the scale on a form */
#define ATTRIBUTION_IF_NONE RT_ATTRIBUTION_ROLE

struct _RtEventDialog
{
  AdwWindow parent_instance;

  RtSession *session;

  GtkRevealer *trouble;
  GtkLabel *trouble_label;
  GtkEditable *title_row;
  GtkEditable *series_row;
  GtkEditable *venue_row;
  GtkEditable *date_row;
  GtkEditable *start_row;
  GtkEditable *purpose_row;
  GtkEditable *organisers_row;
  GtkSpinButton *expected;
  GtkEditable *languages_row;
  AdwComboRow *attribution_row;
  AdwPreferencesGroup *feedback_group;
  GtkTextView *criteria;
  GtkSpinButton *least;
  GtkSpinButton *most;
  GtkWidget *rounds_group;
  GtkSpinButton *minutes;
  GtkSpinButton *changeover;
  int shown_minutes, shown_changeover;
};

G_DEFINE_FINAL_TYPE (RtEventDialog, rt_event_dialog, ADW_TYPE_WINDOW)

static gboolean
say (RtEventDialog *self, gpointer row, const char *message)
{
  gtk_label_set_label (self->trouble_label, message);
  gtk_revealer_set_reveal_child (self->trouble, TRUE);
  gtk_widget_grab_focus (row);
  return FALSE;
}

static char *
copy_word (const char *word)
{
  return g_strdup (word);
}

/* Puts the words of a text into a list of the plan, each through @read; none and no list are the
 * same. */
static void
take_words (const char *text, const char *separator, char *(*read) (const char *), GStrv *list)
{
  g_auto (GStrv) parts = g_strsplit (text, separator, -1);
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; parts[i]; i++)
    {
      g_autofree char *word = rt_tidy (parts[i]);

      if (*word)
        g_ptr_array_add (words, read (word));
    }
  if (words->len == 0 && (*list == NULL || (*list)[0] == NULL))
    return;
  g_ptr_array_add (words, NULL);
  rt_set_texts (list, words->len > 1 ? (const char *const *) words->pdata : NULL);
}

/* 0 stands for a list that is complete. */
static void
take_expected (RtEventDialog *self, RtEvent *event)
{
  int expected = gtk_spin_button_get_value_as_int (self->expected);

  if (expected != MAX (event->expected, 0))
    event->expected = expected > 0 ? expected : RT_UNSET;
}

static int
attribution_of (const RtEvent *event)
{
  return event->attribution == RT_UNSET ? ATTRIBUTION_IF_NONE : event->attribution;
}

static RtEvent *
make_event (RtEventDialog *self)
{
  RtEvent *event = rt_record_copy (rt_plan_get_event (rt_session_get_plan (self->session)));
  struct { GtkEditable *row; char **member; } texts[] = {
    { self->title_row, &event->title }, { self->series_row, &event->series },
    { self->venue_row, &event->venue }, { self->date_row, &event->date },
    { self->start_row, &event->start }, { self->purpose_row, &event->purpose },
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *text = rt_tidy (gtk_editable_get_text (texts[i].row));
      rt_set_text (texts[i].member, text);
    }
  take_words (gtk_editable_get_text (self->organisers_row), ";", copy_word, &event->organisers);
  take_words (gtk_editable_get_text (self->languages_row), ";", rt_language_from_word,
              &event->languages);
  take_expected (self, event);
  if (attribution_of (event) != (int) adw_combo_row_get_selected (self->attribution_row))
    event->attribution = (int) adw_combo_row_get_selected (self->attribution_row);
  return event;
}

static char *
dup_criteria_text (RtEventDialog *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->criteria);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

/* What is asked as usual is not written into the plan until it is changed. */
static RtFeedback *
make_feedback (RtEventDialog *self)
{
  RtPlan *plan = rt_session_get_plan (self->session);
  const RtFeedback *now = rt_feedback_get (plan);
  RtFeedback *feedback = now ? rt_record_copy (now) : rt_record_new (&rt_feedback_class, NULL);
  g_auto (GStrv) asked = rt_feedback_dup_criteria (plan);
  g_auto (GStrv) criteria = g_strdupv (asked);
  g_autofree char *text = dup_criteria_text (self);
  int chosen_least = gtk_spin_button_get_value_as_int (self->least);
  int chosen_most = gtk_spin_button_get_value_as_int (self->most);
  int least, most;

  take_words (text, "\n", copy_word, &criteria);
  if (criteria == NULL
      || !g_strv_equal ((const char *const *) criteria, (const char *const *) asked))
    rt_set_texts (&feedback->criteria, (const char *const *) criteria);
  rt_feedback_get_scale (plan, &least, &most);
  if (chosen_least != least)
    feedback->least = chosen_least;
  if (chosen_most != most)
    feedback->most = chosen_most;
  return feedback;
}

static gboolean
check (RtEventDialog *self, const RtEvent *event)
{
  int least = gtk_spin_button_get_value_as_int (self->least);
  int steps = gtk_spin_button_get_value_as_int (self->most) - least;

  if (event->date && !rt_date_is_valid (event->date))
    return say (self, self->date_row, _("The day is written as year, month and day: 2009-01-29."));
  if (event->start && !rt_time_is_valid (event->start))
    return say (self, self->start_row, _("The start is a clock time: 10:00."));
  if (event->languages && g_strv_length (event->languages) > MOST_LANGUAGES)
    return say (self, self->languages_row,
                _("Paper has room for two languages: take out all but two."));
  if (steps < 1 || steps > MOST_STEPS)
    return say (self, self->most,
                _("The highest score is above the lowest, and at most 10 above it."));
  return TRUE;
}

/* Puts a record that the plan has once, or not at all, in its place. */
static gboolean
change_single (RtEventDialog *self, RtPart part, gpointer record, gconstpointer now)
{
  RtPlan *plan = rt_session_get_plan (self->session);
  GError *error = NULL;
  RtChange *change;

  if (rt_record_equal (record, now))
    return TRUE;
  if (rt_plan_get_n (plan, part) > 0)
    change = rt_edit_replace (plan, _("Change Event Details"), part, record, &error);
  else
    change = rt_edit_add (plan, _("Change Event Details"), part, &record, 1, &error);
  return rt_session_do (self->session, change, &error);
}

static gboolean
change_event (RtEventDialog *self, RtEvent *event)
{
  return change_single (self, RT_PART_EVENT, event,
                        rt_plan_get_event (rt_session_get_plan (self->session)));
}

static gboolean
change_feedback (RtEventDialog *self)
{
  g_autoptr (RtRecord) feedback = (RtRecord *) make_feedback (self);
  const RtFeedback *now = rt_feedback_get (rt_session_get_plan (self->session));
  g_autoptr (RtRecord) none = rt_record_new (&rt_feedback_class, NULL);

  return change_single (self, RT_PART_FEEDBACK, feedback, now ? (gconstpointer) now : none);
}

/* What the last round has stands for all; what was not touched stays different where it is. */
static gboolean
change_rounds (RtEventDialog *self)
{
  RtPlan *plan = rt_session_get_plan (self->session);
  g_autoptr (GPtrArray) rounds = g_ptr_array_new_with_free_func (rt_record_unref);
  int minutes = gtk_spin_button_get_value_as_int (self->minutes);
  int changeover = gtk_spin_button_get_value_as_int (self->changeover);
  GError *error = NULL;

  for (guint i = 0; i < rt_plan_get_n (plan, RT_PART_ROUNDS); i++)
    {
      const RtRound *round = rt_plan_get_round (plan, i);
      RtRound *copy;

      if (round->done == 1)
        continue;
      copy = rt_record_copy (round);
      if (minutes != self->shown_minutes)
        copy->minutes = minutes;
      if (changeover != self->shown_changeover)
        copy->changeover = changeover;
      if (rt_record_equal (copy, round))
        rt_record_unref (copy);
      else
        g_ptr_array_add (rounds, copy);
    }
  if (rounds->len == 0)
    return TRUE;
  return rt_session_do (self->session,
                        rt_edit_replace_many (plan, _("Change the Clock"), RT_PART_ROUNDS,
                                              rounds->pdata, rounds->len, &error),
                        &error);
}

gboolean
rt_event_dialog_apply (RtEventDialog *self)
{
  g_autoptr (RtEvent) event = make_event (self);
  gboolean good;

  if (!check (self, event))
    return FALSE;
  rt_session_begin_group (self->session, _("Change Event Details"));
  good = change_event (self, event) && change_feedback (self) && change_rounds (self);
  rt_session_end_group (self->session, good);
  gtk_window_close (GTK_WINDOW (self));
  return good;
}

static void
apply_cb (RtEventDialog *self)
{
  rt_event_dialog_apply (self);
}

static void
apply_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  rt_event_dialog_apply (RT_EVENT_DIALOG (widget));
}

static void
fill_words (GtkEditable *row, GStrv words)
{
  g_autofree char *text = words ? g_strjoinv ("; ", words) : NULL;

  gtk_editable_set_text (row, text ? text : "");
}

static void
fill_attribution (RtEventDialog *self, const RtEvent *event)
{
  /* Translators: how quotations are told, in a list to choose from */
  const char *ways[] = { _("With name"), _("With role"), _("Unnamed"), NULL };
  g_autoptr (GtkStringList) list = gtk_string_list_new (ways);

  adw_combo_row_set_model (self->attribution_row, G_LIST_MODEL (list));
  adw_combo_row_set_selected (self->attribution_row, (guint) attribution_of (event));
}

/* What has been answered is not asked in other words afterwards. */
static void
fill_feedback (RtEventDialog *self)
{
  RtPlan *plan = rt_session_get_plan (self->session);
  const RtFeedback *feedback = rt_feedback_get (plan);
  g_auto (GStrv) criteria = rt_feedback_dup_criteria (plan);
  g_autofree char *text = g_strjoinv ("\n", criteria);
  int least, most;

  rt_feedback_get_scale (plan, &least, &most);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->criteria), text, -1);
  gtk_spin_button_set_value (self->least, least);
  gtk_spin_button_set_value (self->most, most);
  if (feedback == NULL || feedback->forms == NULL || feedback->forms->len == 0)
    return;
  gtk_widget_set_sensitive (GTK_WIDGET (self->feedback_group), FALSE);
  adw_preferences_group_set_description (
      self->feedback_group, _("Forms have been filled in, so what they ask stays as it is."));
}

static void
fill (RtEventDialog *self)
{
  g_autofree char *languages = NULL;
  RtPlan *plan = rt_session_get_plan (self->session);
  const RtEvent *event = rt_plan_get_event (plan);
  guint n_rounds = rt_plan_get_n (plan, RT_PART_ROUNDS);

  gtk_editable_set_text (self->title_row, event->title ? event->title : "");
  gtk_editable_set_text (self->series_row, event->series ? event->series : "");
  gtk_editable_set_text (self->venue_row, event->venue ? event->venue : "");
  gtk_editable_set_text (self->date_row, event->date ? event->date : "");
  gtk_editable_set_text (self->start_row, event->start ? event->start : "");
  gtk_editable_set_text (self->purpose_row, event->purpose ? event->purpose : "");
  fill_words (self->organisers_row, event->organisers);
  languages = rt_languages_dup_text ((const char *const *) event->languages, "; ");
  gtk_editable_set_text (self->languages_row, languages ? languages : "");
  gtk_spin_button_set_value (self->expected, MAX (event->expected, 0));
  fill_attribution (self, event);
  fill_feedback (self);
  gtk_widget_set_visible (self->rounds_group, n_rounds > 0);
  if (n_rounds == 0)
    return;
  self->shown_minutes = MAX (rt_plan_get_round (plan, n_rounds - 1)->minutes, 1);
  self->shown_changeover = MAX (rt_plan_get_round (plan, n_rounds - 1)->changeover, 0);
  gtk_spin_button_set_value (self->minutes, self->shown_minutes);
  gtk_spin_button_set_value (self->changeover, self->shown_changeover);
}

static void
rt_event_dialog_dispose (GObject *object)
{
  g_clear_object (&RT_EVENT_DIALOG (object)->session);
  G_OBJECT_CLASS (rt_event_dialog_parent_class)->dispose (object);
}

static void
rt_event_dialog_class_init (RtEventDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rt_event_dialog_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/rotunda_app/Rotunda/ui/rt-event-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, RtEventDialog, trouble);
  gtk_widget_class_bind_template_child (widget_class, RtEventDialog, trouble_label);
  gtk_widget_class_bind_template_child (widget_class, RtEventDialog, title_row);
  gtk_widget_class_bind_template_child (widget_class, RtEventDialog, series_row);
  gtk_widget_class_bind_template_child (widget_class, RtEventDialog, venue_row);
  gtk_widget_class_bind_template_child (widget_class, RtEventDialog, date_row);
  gtk_widget_class_bind_template_child (widget_class, RtEventDialog, start_row);
  gtk_widget_class_bind_template_child (widget_class, RtEventDialog, purpose_row);
  gtk_widget_class_bind_template_child (widget_class, RtEventDialog, organisers_row);
  gtk_widget_class_bind_template_child (widget_class, RtEventDialog, expected);
  gtk_widget_class_bind_template_child (widget_class, RtEventDialog, languages_row);
  gtk_widget_class_bind_template_child (widget_class, RtEventDialog, attribution_row);
  gtk_widget_class_bind_template_child (widget_class, RtEventDialog, feedback_group);
  gtk_widget_class_bind_template_child (widget_class, RtEventDialog, criteria);
  gtk_widget_class_bind_template_child (widget_class, RtEventDialog, least);
  gtk_widget_class_bind_template_child (widget_class, RtEventDialog, most);
  gtk_widget_class_bind_template_child (widget_class, RtEventDialog, rounds_group);
  gtk_widget_class_bind_template_child (widget_class, RtEventDialog, minutes);
  gtk_widget_class_bind_template_child (widget_class, RtEventDialog, changeover);
  gtk_widget_class_bind_template_callback (widget_class, apply_cb);
  gtk_widget_class_install_action (widget_class, "event.apply", NULL, apply_action_cb);
}

static void
rt_event_dialog_init (RtEventDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
rt_event_dialog_new (RtSession *session)
{
  RtEventDialog *self = g_object_new (RT_TYPE_EVENT_DIALOG, NULL);

  self->session = g_object_ref (session);
  fill (self);
  return GTK_WIDGET (self);
}
