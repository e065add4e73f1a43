/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "rt-print-options.h"

#include <glib/gi18n-lib.h>

#include "rt-issue.h"
#include "rt-print.h"

struct _RtPrintOptions
{
  AdwBin parent_instance;

  gboolean filling;

  AdwActionRow *changed_row;
  GtkSwitch *changed;
  GtkSwitch *large;
  GtkSwitch *both_sides;
  AdwComboRow *paper;
};

enum {
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (RtPrintOptions, rt_print_options, ADW_TYPE_BIN)

static void
option_cb (RtPrintOptions *self)
{
  if (!self->filling)
    g_signal_emit (self, signals[CHANGED], 0);
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
  gtk_widget_class_bind_template_child (widget_class, RtPrintOptions, both_sides);
  gtk_widget_class_bind_template_child (widget_class, RtPrintOptions, paper);
  gtk_widget_class_bind_template_callback (widget_class, option_cb);
}

static void
rt_print_options_init (RtPrintOptions *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
load_issue (RtPrintOptions *self,
            RtPlan         *plan)
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
rt_print_options_load (RtPrintOptions *self,
                       GSettings      *settings,
                       RtPlan         *plan)
{
  self->filling = TRUE;
  load_issue (self, plan);
  adw_combo_row_set_selected (self->paper,
                              rt_print_load_paper (settings) == RT_PAPER_LETTER ? 1 : 0);
  if (settings)
    {
      gtk_switch_set_active (self->large, g_settings_get_boolean (settings, "print-large"));
      gtk_switch_set_active (self->both_sides,
                             g_settings_get_boolean (settings, "print-both-sides"));
    }
  self->filling = FALSE;
}

void
rt_print_options_store (RtPrintOptions *self,
                        GSettings      *settings)
{
  rt_print_store_paper (settings, rt_print_options_get_paper (self));
  if (settings == NULL)
    return;
  g_settings_set_boolean (settings, "print-large", gtk_switch_get_active (self->large));
  g_settings_set_boolean (settings, "print-both-sides", gtk_switch_get_active (self->both_sides));
}

void
rt_print_options_fill (RtPrintOptions *self,
                       RtPagesOptions *options)
{
  options->paper = rt_print_options_get_paper (self);
  options->large = gtk_switch_get_active (self->large);
  options->changed = gtk_switch_get_active (self->changed);
  options->double_sided = gtk_switch_get_active (self->both_sides);
}

RtPaper
rt_print_options_get_paper (RtPrintOptions *self)
{
  return adw_combo_row_get_selected (self->paper) == 1 ? RT_PAPER_LETTER : RT_PAPER_A4;
}
