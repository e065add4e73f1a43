/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "rt-print-options.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

#include "rt-issue.h"
#include "rt-print.h"

struct _RtPrintOptions
{
  AdwBin parent_instance;

  gboolean filling;

  AdwActionRow *changed_row;
  GtkSwitch *changed;
  GtkSwitch *large;
  AdwComboRow *paper;
  AdwComboRow *badges;
  GtkWidget *width_row;
  GtkSpinButton *width;
  GtkWidget *height_row;
  GtkSpinButton *height;
  GtkSwitch *both_sides;
  GtkSwitch *codes;
  GtkSwitch *by_organisation;
  GtkSwitch *floor_names;
  GtkWidget *two_languages_row;
  GtkSwitch *two_languages;
  GtkSwitch *separate;
};

/* What a switch is remembered by, and where it stands. */
typedef struct
{
  const char *key;
  gsize offset;
} Remembered;

static const Remembered remembered[] = {
  { "print-large", G_STRUCT_OFFSET (RtPrintOptions, large) },
  { "print-both-sides", G_STRUCT_OFFSET (RtPrintOptions, both_sides) },
  { "print-codes", G_STRUCT_OFFSET (RtPrintOptions, codes) },
  { "print-by-organisation", G_STRUCT_OFFSET (RtPrintOptions, by_organisation) },
  { "print-floor-names", G_STRUCT_OFFSET (RtPrintOptions, floor_names) },
  { "print-two-languages", G_STRUCT_OFFSET (RtPrintOptions, two_languages) },
  { "print-separate", G_STRUCT_OFFSET (RtPrintOptions, separate) },
};

enum {
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (RtPrintOptions, rt_print_options, ADW_TYPE_BIN)

static GtkSwitch *
get_switch (RtPrintOptions *self, guint i)
{
  return G_STRUCT_MEMBER (GtkSwitch *, self, remembered[i].offset);
}

/* Badges lie eight on a page, or on a sheet of labels, or are of another size: in this order. */

static gboolean
is_free_size (RtPrintOptions *self)
{
  guint n;

  rt_label_formats_get (&n);
  return adw_combo_row_get_selected (self->badges) == n + 1;
}

/* As in the words of a call: "", "L4785" or "90x55". */
static char *
dup_badges (RtPrintOptions *self)
{
  guint n, chosen = adw_combo_row_get_selected (self->badges);
  const RtLabelFormat *formats = rt_label_formats_get (&n);

  if (chosen == 0 || chosen > n + 1)
    return g_strdup ("");
  if (chosen <= n)
    return g_strdup (formats[chosen - 1].name);
  return g_strdup_printf ("%dx%d", gtk_spin_button_get_value_as_int (self->width),
                          gtk_spin_button_get_value_as_int (self->height));
}

static void
show_badges (RtPrintOptions *self, const char *words)
{
  guint n, chosen = 0;
  const RtLabelFormat *formats = rt_label_formats_get (&n);
  int width, height;

  for (guint i = 0; i < n; i++)
    if (g_str_equal (words, formats[i].name))
      chosen = i + 1;
  if (sscanf (words, "%dx%d", &width, &height) == 2)
    {
      chosen = n + 1;
      gtk_spin_button_set_value (self->width, width);
      gtk_spin_button_set_value (self->height, height);
    }
  adw_combo_row_set_selected (self->badges, chosen);
}

/* Labels are made on one paper only. */
static void
update_badges (RtPrintOptions *self)
{
  guint n, chosen = adw_combo_row_get_selected (self->badges);
  const RtLabelFormat *formats = rt_label_formats_get (&n);
  gboolean format = chosen > 0 && chosen <= n;

  gtk_widget_set_visible (self->width_row, is_free_size (self));
  gtk_widget_set_visible (self->height_row, is_free_size (self));
  gtk_widget_set_sensitive (GTK_WIDGET (self->paper), !format);
  if (format)
    adw_combo_row_set_selected (self->paper, formats[chosen - 1].paper == RT_PAPER_LETTER);
}

static void
option_cb (RtPrintOptions *self)
{
  if (!self->filling)
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
badges_cb (RtPrintOptions *self)
{
  gboolean filling = self->filling;

  self->filling = TRUE;
  update_badges (self);
  self->filling = filling;
  option_cb (self);
}

static void
rt_print_options_class_init (RtPrintOptionsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[CHANGED] = g_signal_new ("changed", RT_TYPE_PRINT_OPTIONS, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/rotunda_app/Rotunda/ui/rt-print-options.ui");
  gtk_widget_class_bind_template_child (widget_class, RtPrintOptions, changed_row);
  gtk_widget_class_bind_template_child (widget_class, RtPrintOptions, changed);
  gtk_widget_class_bind_template_child (widget_class, RtPrintOptions, large);
  gtk_widget_class_bind_template_child (widget_class, RtPrintOptions, paper);
  gtk_widget_class_bind_template_child (widget_class, RtPrintOptions, badges);
  gtk_widget_class_bind_template_child (widget_class, RtPrintOptions, width_row);
  gtk_widget_class_bind_template_child (widget_class, RtPrintOptions, width);
  gtk_widget_class_bind_template_child (widget_class, RtPrintOptions, height_row);
  gtk_widget_class_bind_template_child (widget_class, RtPrintOptions, height);
  gtk_widget_class_bind_template_child (widget_class, RtPrintOptions, both_sides);
  gtk_widget_class_bind_template_child (widget_class, RtPrintOptions, codes);
  gtk_widget_class_bind_template_child (widget_class, RtPrintOptions, by_organisation);
  gtk_widget_class_bind_template_child (widget_class, RtPrintOptions, floor_names);
  gtk_widget_class_bind_template_child (widget_class, RtPrintOptions, two_languages_row);
  gtk_widget_class_bind_template_child (widget_class, RtPrintOptions, two_languages);
  gtk_widget_class_bind_template_child (widget_class, RtPrintOptions, separate);
  gtk_widget_class_bind_template_callback (widget_class, option_cb);
  gtk_widget_class_bind_template_callback (widget_class, badges_cb);
}

static char *
dup_format_name (const RtLabelFormat *format)
{
  /* Translators: a sheet of labels: the number on its box, and the size of one in millimetres */
  return g_strdup_printf (_("%s, %.0f × %.0f mm"), format->name, format->labels.width,
                          format->labels.height);
}

static void
rt_print_options_init (RtPrintOptions *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint n;
  const RtLabelFormat *formats = rt_label_formats_get (&n);

  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_string_list_append (names, _("Eight on a page"));
  for (guint i = 0; i < n; i++)
    gtk_string_list_take (names, dup_format_name (&formats[i]));
  gtk_string_list_append (names, _("Of another size"));
  adw_combo_row_set_model (self->badges, G_LIST_MODEL (names));
  self->filling = FALSE;
}

static void
load_issue (RtPrintOptions *self, RtPlan *plan)
{
  const RtIssue *last = rt_plan_get_last_issue (plan);
  g_autofree char *subtitle = NULL;

  gtk_widget_set_sensitive (GTK_WIDGET (self->changed_row), last != NULL);
  gtk_switch_set_active (self->changed, last != NULL);
  if (last)
    /* Translators: the letter of a revision */
    subtitle = g_strdup_printf (_("Since revision %s"), last->revision);
  adw_action_row_set_subtitle (self->changed_row,
                               last ? subtitle : _("Nothing has been issued yet"));
}

void
rt_print_options_load (RtPrintOptions *self, GSettings *settings, RtPlan *plan)
{
  g_autofree char *badges = settings ? g_settings_get_string (settings, "print-badges") : NULL;

  self->filling = TRUE;
  load_issue (self, plan);
  adw_combo_row_set_selected (self->paper,
                              rt_print_load_paper (settings) == RT_PAPER_LETTER ? 1 : 0);
  gtk_switch_set_active (self->two_languages, TRUE);
  for (guint i = 0; settings && i < G_N_ELEMENTS (remembered); i++)
    gtk_switch_set_active (get_switch (self, i),
                           g_settings_get_boolean (settings, remembered[i].key));
  show_badges (self, badges ? badges : "");
  update_badges (self);
  gtk_widget_set_visible (self->two_languages_row,
                          rt_plan_get_n (plan, RT_PART_TRANSLATIONS) > 0);
  self->filling = FALSE;
}

static RtPaper
get_paper (RtPrintOptions *self)
{
  return adw_combo_row_get_selected (self->paper) == 1 ? RT_PAPER_LETTER : RT_PAPER_A4;
}

void
rt_print_options_store (RtPrintOptions *self, GSettings *settings)
{
  g_autofree char *badges = dup_badges (self);

  /* The paper of labels is theirs, and not what was chosen. */
  if (gtk_widget_get_sensitive (GTK_WIDGET (self->paper)))
    rt_print_store_paper (settings, get_paper (self));
  if (settings == NULL)
    return;
  g_settings_set_string (settings, "print-badges", badges);
  for (guint i = 0; i < G_N_ELEMENTS (remembered); i++)
    g_settings_set_boolean (settings, remembered[i].key,
                            gtk_switch_get_active (get_switch (self, i)));
}

void
rt_print_options_fill (RtPrintOptions *self, RtPagesOptions *options)
{
  g_autofree char *badges = dup_badges (self);

  options->paper = get_paper (self);
  options->large = gtk_switch_get_active (self->large);
  options->changed = gtk_switch_get_active (self->changed);
  options->double_sided = gtk_switch_get_active (self->both_sides);
  options->codes = gtk_switch_get_active (self->codes);
  options->by_organisation = gtk_switch_get_active (self->by_organisation);
  options->floor_names = gtk_switch_get_active (self->floor_names);
  options->one_language = !gtk_switch_get_active (self->two_languages);
  if (*badges != '\0')
    rt_labels_read (badges, &options->paper, &options->badges, NULL);
}

gboolean
rt_print_options_is_separate (RtPrintOptions *self)
{
  return gtk_switch_get_active (self->separate);
}
