/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "rt-disk-strip.h"

#include <glib/gi18n-lib.h>

#include "rt-row-layout.h"

struct _RtDiskStrip
{
  AdwBin parent_instance;

  RtSession *session;
  GtkRevealer *revealer;
  GtkOrientable *box;
  GtkLabel *label;
  GtkWidget *buttons;
  GtkWidget *reload_button;
  GtkWidget *compare_button;
  GtkWidget *keep_button;
  GtkWidget *save_button;
};

G_DEFINE_FINAL_TYPE (RtDiskStrip, rt_disk_strip, ADW_TYPE_BIN)

static char *
dup_words (RtSession *session, RtDisk disk)
{
  GFile *file = rt_plan_file_get (rt_session_get_file (session));
  g_autofree char *path = g_file_get_basename (file);
  g_autofree char *name = g_filename_display_name (path);

  if (disk == RT_DISK_GONE)
    /* Translators: the name of a file. */
    return g_strdup_printf (_("“%s” is not in its folder any more: another program removed, "
                              "renamed or moved it. The plan is still here."),
                            name);
  return g_strdup_printf (rt_session_is_modified (session)
                              /* Translators: the name of a file. */
                              ? _("“%s” was changed by another program, and you have changed the "
                                  "plan here. Reloading can be undone.")
                              /* Translators: the name of a file. */
                              : _("“%s” was changed by another program."),
                          name);
}

/* What is not revealed is as wide as ever: it must not be there at all. */
static void
revealed_cb (RtDiskStrip *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self),
                          gtk_revealer_get_reveal_child (self->revealer)
                              || gtk_revealer_get_child_revealed (self->revealer));
}

static void
update (RtDiskStrip *self)
{
  RtDisk disk = rt_session_get_disk (self->session);
  g_autofree char *words = NULL;

  if (disk != RT_DISK_SAME)
    gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  gtk_revealer_set_reveal_child (self->revealer, disk != RT_DISK_SAME);
  /* What it said stays while it goes. */
  if (disk == RT_DISK_SAME)
    return;
  words = dup_words (self->session, disk);
  gtk_label_set_label (self->label, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_widget_set_visible (self->reload_button, disk == RT_DISK_CHANGED);
  gtk_widget_set_visible (self->compare_button, disk == RT_DISK_CHANGED);
  gtk_widget_set_visible (self->keep_button, disk == RT_DISK_CHANGED);
  gtk_widget_set_visible (self->save_button, disk == RT_DISK_GONE);
}

static void
rt_disk_strip_dispose (GObject *object)
{
  rt_session_set (&RT_DISK_STRIP (object)->session, NULL, object);
  G_OBJECT_CLASS (rt_disk_strip_parent_class)->dispose (object);
}

static void
rt_disk_strip_class_init (RtDiskStripClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rt_disk_strip_dispose;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_ALERT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/rotunda_app/Rotunda/ui/rt-disk-strip.ui");
  gtk_widget_class_bind_template_child (widget_class, RtDiskStrip, revealer);
  gtk_widget_class_bind_template_child (widget_class, RtDiskStrip, box);
  gtk_widget_class_bind_template_child (widget_class, RtDiskStrip, label);
  gtk_widget_class_bind_template_child (widget_class, RtDiskStrip, buttons);
  gtk_widget_class_bind_template_child (widget_class, RtDiskStrip, reload_button);
  gtk_widget_class_bind_template_child (widget_class, RtDiskStrip, compare_button);
  gtk_widget_class_bind_template_child (widget_class, RtDiskStrip, keep_button);
  gtk_widget_class_bind_template_child (widget_class, RtDiskStrip, save_button);
}

static void
rt_disk_strip_init (RtDiskStrip *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_layout_manager (self->buttons, rt_row_layout_new ());
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  g_signal_connect_swapped (self->revealer, "notify::child-revealed", G_CALLBACK (revealed_cb),
                            self);
}

void
rt_disk_strip_set_session (RtDiskStrip *self, RtSession *session)
{
  if (!rt_session_set (&self->session, session, self))
    return;
  g_signal_connect_swapped (session, "notify::disk", G_CALLBACK (update), self);
  g_signal_connect_swapped (session, "notify::modified", G_CALLBACK (update), self);
  update (self);
}

void
rt_disk_strip_set_narrow (RtDiskStrip *self, gboolean narrow)
{
  GtkOrientation orientation = narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL;

  gtk_orientable_set_orientation (self->box, orientation);
}
