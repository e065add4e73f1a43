/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#include "rt-compare-dialog.h"

#include <glib/gi18n-lib.h>

#include "rt-child-window.h"
#include "rt-comparison.h"
#include "rt-measure-row.h"
#include "rt-measures-card.h"

/* Nobody reads more of one kind, and each is a widget. */
#define MOST_ROWS 200

struct _RtCompareDialog {
  AdwWindow parent_instance;

  RtSession *session;
  RtPlan *there;
  RtMeasures *there_measures;
  RtComparison *comparison;
  char *name;

  GtkWidget *intro, *cards, *sections;
};

G_DEFINE_FINAL_TYPE (RtCompareDialog, rt_compare_dialog, ADW_TYPE_WINDOW)

/* Sections: a heading and a list. */

static GtkWidget *
add_section (RtCompareDialog *self, const char *title, guint n)
{
  GtkWidget *section = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8), *list = gtk_list_box_new ();
  /* Translators: of what, and how many of them differ: "People: 3" */
  g_autofree char *heading = g_strdup_printf (_("%s: %u"), title, n);

  rt_measure_row_add_label (section, heading, "heading");
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_box_append (GTK_BOX (section), list);
  gtk_box_append (GTK_BOX (self->sections), section);
  return list;
}

static void
add_row (GtkWidget *list, const char *title, const char *words, const char *where)
{
  GtkWidget *row = gtk_list_box_row_new (), *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *chip;
  g_autofree char *spoken
      = g_strjoin (", ", title, words != NULL ? words : where, words != NULL ? where : NULL, NULL);

  gtk_widget_set_hexpand (texts, TRUE);
  gtk_widget_set_valign (texts, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), texts);
  rt_measure_row_add_label (texts, title, NULL);
  if (words != NULL)
    gtk_widget_add_css_class (rt_measure_row_add_label (texts, words, "caption"), "dim-label");
  if (where != NULL)
    {
      chip = rt_measure_row_add_label (box, where, "chip");
      gtk_label_set_wrap (GTK_LABEL (chip), FALSE);
      gtk_widget_set_valign (chip, GTK_ALIGN_CENTER);
    }
  gtk_widget_add_css_class (row, "measure");
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  gtk_list_box_append (GTK_LIST_BOX (list), row);
}

static void
add_rest (GtkWidget *list, guint n)
{
  g_autofree char *words = NULL;

  if (n <= MOST_ROWS)
    return;
  words = g_strdup_printf (ngettext ("And %u more", "And %u more", n - MOST_ROWS), n - MOST_ROWS);
  add_row (list, words, NULL, NULL);
}

static const char *
part_title (RtPart part)
{
  switch ((int) part)
    {
    case RT_PART_PEOPLE:
      return _("People");
    case RT_PART_THEMES:
      return _("Themes");
    case RT_PART_TABLES:
      return _("Tables");
    case RT_PART_ROUNDS:
      return _("Rounds");
    case RT_PART_RULES:
      return _("Rules");
    case RT_PART_AGENDA:
      return _("Agenda");
    default:
      return _("Everything Else");
    }
}

static const char *
kind_words (RtDifferenceKind kind)
{
  if (kind == RT_DIFFERENCE_OTHER)
    return NULL;
  return kind == RT_DIFFERENCE_HERE ? _("only here") : _("only there");
}

static gboolean
is_of (const RtDifference *difference, const char *title)
{
  return g_str_equal (part_title (difference->part), title);
}

static void
add_differences (RtCompareDialog *self, const char *title)
{
  GPtrArray *all = self->comparison->differences;
  GtkWidget *list;
  guint n = 0, shown = 0;

  for (guint i = 0; i < all->len; i++)
    n += is_of (all->pdata[i], title);
  if (n == 0)
    return;
  list = add_section (self, title, n);
  for (guint i = 0; i < all->len && shown < MOST_ROWS; i++)
    {
      const RtDifference *difference = all->pdata[i];

      if (!is_of (difference, title))
        continue;
      add_row (list, difference->title, difference->words, kind_words (difference->kind));
      shown++;
    }
  add_rest (list, n);
}

static void
add_seats_of (RtCompareDialog *self, guint round)
{
  GPtrArray *seats = self->comparison->seats;
  /* Translators: the number of a round */
  g_autofree char *title = g_strdup_printf (_("Sit elsewhere in round %u"), round + 1);
  GtkWidget *list = NULL;
  guint n = 0, shown = 0;

  for (guint i = 0; i < seats->len; i++)
    n += ((RtSeatDifference *) seats->pdata[i])->round == round;
  if (n == 0)
    return;
  list = add_section (self, title, n);
  for (guint i = 0; i < seats->len && shown < MOST_ROWS; i++)
    {
      const RtSeatDifference *seat = seats->pdata[i];
      const char *here = seat->here != NULL ? seat->here : _("no seat");
      const char *there = seat->there != NULL ? seat->there : _("no seat");
      /* Translators: tables: "Table 1 here, Table 4 there" */
      g_autofree char *words = g_strdup_printf (_("%s here, %s there"), here, there);

      if (seat->round != round)
        continue;
      add_row (list, seat->name, words, NULL);
      shown++;
    }
  add_rest (list, n);
}

/* What each counts. */

static void
add_card (RtCompareDialog *self, const char *title, const RtMeasures *measures,
          const RtMeasures *const *beside)
{
  GtkWidget *card = rt_measures_card_new (title);

  rt_measures_card_fill (card, measures, beside, 2);
  gtk_box_append (GTK_BOX (self->cards), card);
}

static void
clear (GtkWidget *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (box)) != NULL)
    gtk_box_remove (GTK_BOX (box), child);
}

static char *
dup_intro (RtCompareDialog *self)
{
  const RtComparison *comparison = self->comparison;

  if (comparison->differences->len == 0 && comparison->seats->len == 0)
    return g_strdup (_("Both are the same."));
  if (comparison->n_elsewhere == 0)
    return g_strdup (_("Nobody who is in both sits elsewhere."));
  return g_strdup_printf (ngettext ("%u person sits at another table there in some round.",
                                    "%u people sit at another table there in some round.",
                                    comparison->n_elsewhere), comparison->n_elsewhere);
}

static void
fill (RtCompareDialog *self)
{
  const RtPart parts[] = { RT_PART_PEOPLE, RT_PART_TABLES, RT_PART_THEMES, RT_PART_ROUNDS,
                           RT_PART_RULES, RT_PART_AGENDA, RT_PART_EVENT };
  RtPlan *here = rt_session_get_plan (self->session);
  const RtMeasures *both[]
      = { rt_session_get_measures (self->session), self->there_measures };
  g_autofree char *intro = NULL;

  g_clear_pointer (&self->comparison, rt_comparison_free);
  self->comparison = rt_comparison_new (here, self->there);
  intro = dup_intro (self);
  gtk_label_set_label (GTK_LABEL (self->intro), intro);
  clear (self->cards);
  clear (self->sections);
  add_card (self, _("Here"), both[0], both);
  add_card (self, self->name, both[1], both);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    add_differences (self, part_title (parts[i]));
  for (guint r = 0; r < rt_plan_get_n (here, RT_PART_ROUNDS); r++)
    add_seats_of (self, r);
}

static void
width_cb (RtCompareDialog *self)
{
  rt_measures_card_lay_out (self->cards, GTK_WINDOW (self));
}

static void
rt_compare_dialog_dispose (GObject *object)
{
  RtCompareDialog *self = RT_COMPARE_DIALOG (object);

  rt_session_set (&self->session, NULL, self);
  g_clear_object (&self->there);
  g_clear_pointer (&self->there_measures, rt_measures_free);
  g_clear_pointer (&self->comparison, rt_comparison_free);
  g_clear_pointer (&self->name, g_free);
  G_OBJECT_CLASS (rt_compare_dialog_parent_class)->dispose (object);
}

static void
rt_compare_dialog_class_init (RtCompareDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rt_compare_dialog_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/rotunda_app/Rotunda/ui/rt-compare-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, RtCompareDialog, intro);
  gtk_widget_class_bind_template_child (widget_class, RtCompareDialog, cards);
  gtk_widget_class_bind_template_child (widget_class, RtCompareDialog, sections);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
rt_compare_dialog_init (RtCompareDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (self, "notify::default-width", G_CALLBACK (width_cb), NULL);
}

GtkWindow *
rt_compare_dialog_new (GtkWindow *parent, RtSession *session, RtPlan *there, const char *name)
{
  RtCompareDialog *self = g_object_new (RT_TYPE_COMPARE_DIALOG, "transient-for", parent, NULL);

  self->session = g_object_ref (session);
  self->there = g_object_ref (there);
  self->there_measures = rt_measures_new (there);
  self->name = g_strdup (name);
  rt_child_window_fit (GTK_WINDOW (self), parent);
  width_cb (self);
  fill (self);
  g_signal_connect_swapped (session, "changed", G_CALLBACK (fill), self);
  return GTK_WINDOW (self);
}
