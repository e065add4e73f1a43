/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "rt-report-strip.h"

#include <glib/gi18n-lib.h>

/* A strip of many doubts scrolls, so that the list under it keeps its place. */
#define MOST_HEIGHT 180

struct _RtReportStrip
{
  GtkWidget parent_instance;

  GtkRevealer *summary_revealer;
  GtkLabel *summary_label;
  GtkRevealer *doubts_revealer;
  GtkLabel *doubts_label;
  GtkWidget *doubts_scroll;
  GtkBox *rows;
  guint n_rows;
};

G_DEFINE_FINAL_TYPE (RtReportStrip, rt_report_strip, GTK_TYPE_WIDGET)

static void
update_doubts (RtReportStrip *self)
{
  g_autofree char *count = g_strdup_printf (ngettext ("%u doubtful row.", "%u doubtful rows.", self->n_rows),
                                            self->n_rows);
  g_autofree char *markup = g_markup_printf_escaped ("<b>%s</b> %s", count,
                                                     _("Nothing has been merged or left out."));

  gtk_label_set_markup (self->doubts_label, markup);
  gtk_revealer_set_reveal_child (self->doubts_revealer, self->n_rows > 0);
}

static void
answered_cb (GtkButton *button,
             gpointer   data)
{
  RtReportStrip *self = data;
  GtkWidget *row = gtk_widget_get_parent (GTK_WIDGET (button));

  gtk_box_remove (self->rows, row);
  self->n_rows--;
  update_doubts (self);
}

static void
add_doubt (RtReportStrip *self,
           const char    *message)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (message);
  GtkWidget *button = gtk_button_new_with_mnemonic (_("_All Right"));

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, message, -1);
  g_signal_connect (button, "clicked", G_CALLBACK (answered_cb), self);
  gtk_box_append (GTK_BOX (row), label);
  gtk_box_append (GTK_BOX (row), button);
  gtk_box_append (self->rows, row);
  self->n_rows++;
}

static void
close_cb (RtReportStrip *self)
{
  gtk_revealer_set_reveal_child (self->summary_revealer, FALSE);
}

static void
toggled_cb (RtReportStrip   *self,
            GtkToggleButton *button)
{
  gboolean shown = gtk_toggle_button_get_active (button);

  gtk_widget_set_visible (self->doubts_scroll, shown);
  gtk_button_set_icon_name (GTK_BUTTON (button), shown ? "pan-up-symbolic" : "pan-down-symbolic");
}

static void
rt_report_strip_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), RT_TYPE_REPORT_STRIP);
  G_OBJECT_CLASS (rt_report_strip_parent_class)->dispose (object);
}

static void
rt_report_strip_class_init (RtReportStripClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rt_report_strip_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/rotunda_app/Rotunda/ui/rt-report-strip.ui");
  gtk_widget_class_bind_template_child (widget_class, RtReportStrip, summary_revealer);
  gtk_widget_class_bind_template_child (widget_class, RtReportStrip, summary_label);
  gtk_widget_class_bind_template_child (widget_class, RtReportStrip, doubts_revealer);
  gtk_widget_class_bind_template_child (widget_class, RtReportStrip, doubts_label);
  gtk_widget_class_bind_template_child (widget_class, RtReportStrip, doubts_scroll);
  gtk_widget_class_bind_template_child (widget_class, RtReportStrip, rows);
  gtk_widget_class_bind_template_callback (widget_class, close_cb);
  gtk_widget_class_bind_template_callback (widget_class, toggled_cb);
}

static void
rt_report_strip_init (RtReportStrip *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))),
                                  GTK_ORIENTATION_VERTICAL);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (self->doubts_scroll), MOST_HEIGHT);
}

void
rt_report_strip_show (RtReportStrip *self,
                      const char    *summary,
                      GPtrArray     *doubts)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->rows))))
    gtk_box_remove (self->rows, row);
  self->n_rows = 0;
  for (guint i = 0; doubts && i < doubts->len; i++)
    add_doubt (self, doubts->pdata[i]);
  update_doubts (self);
  gtk_label_set_label (self->summary_label, summary ? summary : "");
  gtk_revealer_set_reveal_child (self->summary_revealer, summary != NULL);
}
