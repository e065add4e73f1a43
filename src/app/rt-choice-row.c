/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "rt-choice-row.h"

#include <glib/gi18n-lib.h>

struct _RtChoiceRow
{
  AdwExpanderRow parent_instance;

  GPtrArray *choices;   /* of Choice */
  guint n_set;          /* since begin */
  gboolean setting;
  char *add_title;
  GtkEditable *entry;
};

typedef struct
{
  char *key;
  char *title;
  RtChoice choice;
  GtkWidget *row;
  GtkCheckButton *check;
} Choice;

enum { PROP_0, PROP_ADD_TITLE, N_PROPS };

static GParamSpec *props[N_PROPS];
static guint chosen_signal;

G_DEFINE_FINAL_TYPE (RtChoiceRow, rt_choice_row, ADW_TYPE_EXPANDER_ROW)

static void
choice_free (Choice *self)
{
  g_free (self->key);
  g_free (self->title);
  g_free (self);
}

static void
toggled_cb (RtChoiceRow *self, GtkCheckButton *check)
{
  g_autofree char *key = NULL;

  if (self->setting)
    return;
  for (guint i = 0; i < self->choices->len; i++)
    if (((Choice *) self->choices->pdata[i])->check == check)
      key = g_strdup (((Choice *) self->choices->pdata[i])->key);
  if (key)
    g_signal_emit (self, chosen_signal, 0, key, gtk_check_button_get_active (check));
}

static void
applied_cb (RtChoiceRow *self)
{
  g_autofree char *word = g_strstrip (g_strdup (gtk_editable_get_text (self->entry)));

  gtk_editable_set_text (self->entry, "");
  if (*word)
    g_signal_emit (self, chosen_signal, 0, word, TRUE);
}

static Choice *
append (RtChoiceRow *self)
{
  Choice *choice = g_new0 (Choice, 1);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();

  choice->row = row;
  choice->check = GTK_CHECK_BUTTON (check);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  g_signal_connect_swapped (check, "toggled", G_CALLBACK (toggled_cb), self);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
  /* The entry for a new word stays the last. */
  if (self->entry)
    {
      g_object_ref (self->entry);
      adw_expander_row_remove (ADW_EXPANDER_ROW (self), GTK_WIDGET (self->entry));
      adw_expander_row_add_row (ADW_EXPANDER_ROW (self), GTK_WIDGET (self->entry));
      g_object_unref (self->entry);
    }
  g_ptr_array_add (self->choices, choice);
  return choice;
}

void
rt_choice_row_begin (RtChoiceRow *self)
{
  self->setting = TRUE;
  self->n_set = 0;
}

void
rt_choice_row_add (RtChoiceRow *self, const char *key, const char *title, RtChoice choice)
{
  Choice *at = self->n_set < self->choices->len ? self->choices->pdata[self->n_set] : append (self);
  g_autofree char *escaped = g_markup_escape_text (title, -1);

  self->n_set++;
  if (g_strcmp0 (at->key, key) != 0 || g_strcmp0 (at->title, title) != 0)
    {
      g_free (at->key);
      g_free (at->title);
      at->key = g_strdup (key);
      at->title = g_strdup (title);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (at->row), escaped);
      gtk_accessible_update_property (GTK_ACCESSIBLE (at->check), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      title, -1);
    }
  at->choice = choice;
  gtk_check_button_set_inconsistent (at->check, choice == RT_CHOICE_SOME);
  gtk_check_button_set_active (at->check, choice == RT_CHOICE_YES);
}

static char *
dup_subtitle (RtChoiceRow *self, const char *none)
{
  g_autoptr (GString) words = g_string_new (NULL);
  g_autofree char *escaped = NULL;

  for (guint i = 0; i < self->choices->len; i++)
    {
      const Choice *choice = self->choices->pdata[i];

      if (choice->choice == RT_CHOICE_NO)
        continue;
      if (words->len > 0)
        g_string_append (words, ", ");
      /* Translators: a tag, role, language or round that some of the people chosen have. */
      if (choice->choice == RT_CHOICE_SOME)
        g_string_append_printf (words, _("%s (some)"), choice->title);
      else
        g_string_append (words, choice->title);
    }
  escaped = g_markup_escape_text (words->len > 0 ? words->str : none, -1);
  return g_steal_pointer (&escaped);
}

void
rt_choice_row_end (RtChoiceRow *self, const char *none)
{
  g_autofree char *subtitle = NULL;

  while (self->choices->len > self->n_set)
    {
      Choice *last = self->choices->pdata[self->choices->len - 1];

      adw_expander_row_remove (ADW_EXPANDER_ROW (self), last->row);
      g_ptr_array_set_size (self->choices, self->choices->len - 1);
    }
  self->setting = FALSE;
  subtitle = dup_subtitle (self, none);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), subtitle);
}

GtkCheckButton *
rt_choice_row_get_check (RtChoiceRow *self, const char *key)
{
  for (guint i = 0; i < self->choices->len; i++)
    if (g_str_equal (((Choice *) self->choices->pdata[i])->key, key))
      return ((Choice *) self->choices->pdata[i])->check;
  return NULL;
}

static void
rt_choice_row_constructed (GObject *object)
{
  RtChoiceRow *self = RT_CHOICE_ROW (object);

  G_OBJECT_CLASS (rt_choice_row_parent_class)->constructed (object);
  if (self->add_title == NULL)
    return;
  self->entry = GTK_EDITABLE (adw_entry_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->entry), self->add_title);
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (self->entry), TRUE);
  g_signal_connect_swapped (self->entry, "apply", G_CALLBACK (applied_cb), self);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), GTK_WIDGET (self->entry));
}

static void
rt_choice_row_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  RT_CHOICE_ROW (object)->add_title = g_value_dup_string (value);
}

static void
rt_choice_row_finalize (GObject *object)
{
  RtChoiceRow *self = RT_CHOICE_ROW (object);

  g_ptr_array_unref (self->choices);
  g_free (self->add_title);
  G_OBJECT_CLASS (rt_choice_row_parent_class)->finalize (object);
}

static void
rt_choice_row_class_init (RtChoiceRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = rt_choice_row_constructed;
  object_class->set_property = rt_choice_row_set_property;
  object_class->finalize = rt_choice_row_finalize;
  props[PROP_ADD_TITLE]
      = g_param_spec_string ("add-title", NULL, NULL, NULL,
                             G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  chosen_signal = g_signal_new ("chosen", RT_TYPE_CHOICE_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_BOOLEAN);
}

static void
rt_choice_row_init (RtChoiceRow *self)
{
  self->choices = g_ptr_array_new_with_free_func ((GDestroyNotify) choice_free);
}
