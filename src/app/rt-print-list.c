/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "rt-print-list.h"

#include <glib/gi18n-lib.h>

/* What the rows of a kind say of it, in a line. */
static const char * const hints[RT_N_SHEETS] = {
  [RT_SHEET_SIGNS] = N_("folded tents: number, theme, host"),
  [RT_SHEET_SLIPS] = N_("one a person, to be cut apart"),
  [RT_SHEET_HOSTS] = N_("who comes, the question, notes"),
  [RT_SHEET_WALL] = N_("for the door"),
  [RT_SHEET_GRID] = N_("tables by rounds"),
  [RT_SHEET_FLOOR] = N_("room, tables, objects"),
  [RT_SHEET_BADGES] = N_("first name large"),
  [RT_SHEET_CARDS] = N_("for who stays at one table"),
  [RT_SHEET_AGENDA] = N_("the day on one page"),
  [RT_SHEET_FEEDBACK] = N_("two on a page"),
  [RT_SHEET_RULES] = N_("“start at table 6, then 3 on”"),
};

typedef struct
{
  GtkWidget *row;
  GtkWidget *check;
  GtkWidget *count;
  guint n; /* pages */
  char *hint;
} SheetRow;

struct _RtPrintList
{
  AdwBin parent_instance;

  GtkListBox *list;
  SheetRow rows[RT_N_SHEETS];
  RtSheets ticked; /* whether or not there are any */
  gboolean filling;
};

enum {
  TICKED,
  CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (RtPrintList, rt_print_list, ADW_TYPE_BIN)

static void
set_text_property (gpointer widget, const char *text)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

static char *
dup_hint (RtPages *pages, RtSheet sheet, gboolean changed)
{
  guint people = rt_pages_get_n_people (pages, sheet);

  if (rt_pages_get_n_of (pages, sheet) == 0)
    return changed ? g_strdup (_("nothing new")) : rt_pages_dup_why_none (pages, sheet);
  if (changed && (sheet == RT_SHEET_SLIPS || sheet == RT_SHEET_BADGES || sheet == RT_SHEET_CARDS))
    return g_strdup_printf (ngettext ("%u person", "%u people", people), people);
  return g_strdup (_(hints[sheet]));
}

static void
update_row (RtPrintList *self, RtSheet sheet)
{
  SheetRow *row = &self->rows[sheet];
  gboolean ticked = row->n > 0 && (self->ticked & RT_SHEETS (sheet)) != 0;
  g_autofree char *escaped = g_markup_escape_text (row->hint, -1);
  g_autofree char *count = g_strdup_printf ("%u", row->n);
  g_autofree char *pages = g_strdup_printf (ngettext ("%u page", "%u pages", row->n), row->n);
  g_autofree char *spoken
      = g_strdup_printf ("%s, %s, %s, %s", rt_sheet_get_title (sheet), row->hint, pages,
                         ticked ? _("checked") : _("not checked"));

  adw_action_row_set_subtitle (ADW_ACTION_ROW (row->row), escaped);
  gtk_label_set_label (GTK_LABEL (row->count), row->n > 0 ? count : "");
  gtk_check_button_set_active (GTK_CHECK_BUTTON (row->check), ticked);
  gtk_widget_set_sensitive (row->check, row->n > 0);
  set_text_property (row->row, spoken);
}

static void
update_rows (RtPrintList *self)
{
  self->filling = TRUE;
  for (RtSheet sheet = 0; sheet < RT_N_SHEETS; sheet++)
    update_row (self, sheet);
  self->filling = FALSE;
}

static void
ticked_cb (RtPrintList *self)
{
  if (self->filling)
    return;
  for (RtSheet sheet = 0; sheet < RT_N_SHEETS; sheet++)
    if (gtk_check_button_get_active (GTK_CHECK_BUTTON (self->rows[sheet].check)))
      self->ticked |= RT_SHEETS (sheet);
    else if (gtk_widget_get_sensitive (self->rows[sheet].check))
      self->ticked &= ~RT_SHEETS (sheet);
  update_rows (self);
  g_signal_emit (self, signals[TICKED], 0);
}

/* Space and Enter tick; a click chooses what is looked at. */
static void
row_activated_cb (RtPrintList *self, GtkWidget *row)
{
  for (RtSheet sheet = 0; sheet < RT_N_SHEETS; sheet++)
    if (self->rows[sheet].row == row && gtk_widget_get_sensitive (self->rows[sheet].check))
      gtk_widget_activate (self->rows[sheet].check);
}

static void
row_selected_cb (RtPrintList *self, GtkWidget *row)
{
  if (row)
    g_signal_emit (self, signals[CHOSEN], 0);
}

static gboolean
rt_print_list_grab_focus (GtkWidget *widget)
{
  RtPrintList *self = RT_PRINT_LIST (widget);

  return gtk_widget_grab_focus (self->rows[rt_print_list_get_chosen (self)].row);
}

static void
rt_print_list_finalize (GObject *object)
{
  RtPrintList *self = RT_PRINT_LIST (object);

  for (RtSheet sheet = 0; sheet < RT_N_SHEETS; sheet++)
    g_free (self->rows[sheet].hint);
  G_OBJECT_CLASS (rt_print_list_parent_class)->finalize (object);
}

static void
rt_print_list_class_init (RtPrintListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rt_print_list_finalize;
  GTK_WIDGET_CLASS (klass)->grab_focus = rt_print_list_grab_focus;
  signals[TICKED] = g_signal_new ("ticked", RT_TYPE_PRINT_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 0);
  signals[CHOSEN] = g_signal_new ("chosen", RT_TYPE_PRINT_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 0);
}

static void
add_row (RtPrintList *self, RtSheet sheet)
{
  SheetRow *row = &self->rows[sheet];
  const char *title = rt_sheet_get_title (sheet);

  row->hint = g_strdup (_(hints[sheet]));
  row->check = gtk_check_button_new ();
  row->count = gtk_label_new (NULL);
  row->row = g_object_new (ADW_TYPE_ACTION_ROW, "title", title, "subtitle", row->hint,
                           "selectable", TRUE, "activatable", TRUE, NULL);
  set_text_property (row->check, title);
  gtk_widget_add_css_class (row->count, "numeric");
  gtk_widget_set_valign (row->check, GTK_ALIGN_CENTER);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row->row), row->check);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row->row), row->count);
  g_signal_connect_swapped (row->check, "toggled", G_CALLBACK (ticked_cb), self);
  gtk_list_box_append (self->list, row->row);
}

static void
rt_print_list_init (RtPrintList *self)
{
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_BROWSE);
  gtk_list_box_set_activate_on_single_click (self->list, FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "sheets");
  set_text_property (self->list, _("Sheets"));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->list));
  for (RtSheet sheet = 0; sheet < RT_N_SHEETS; sheet++)
    add_row (self, sheet);
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (row_activated_cb), self);
  g_signal_connect_swapped (self->list, "row-selected", G_CALLBACK (row_selected_cb), self);
}

void
rt_print_list_set_pages (RtPrintList *self, RtPages *pages, gboolean changed)
{
  for (RtSheet sheet = 0; sheet < RT_N_SHEETS; sheet++)
    {
      g_free (self->rows[sheet].hint);
      self->rows[sheet].hint = dup_hint (pages, sheet, changed);
      self->rows[sheet].n = rt_pages_get_n_of (pages, sheet);
    }
  update_rows (self);
}

RtSheets
rt_print_list_get_ticked (RtPrintList *self)
{
  return self->ticked;
}

void
rt_print_list_set_ticked (RtPrintList *self, RtSheets sheets)
{
  self->ticked = sheets;
  update_rows (self);
}

RtSheets
rt_print_list_get_sheets (RtPrintList *self)
{
  RtSheets sheets = 0;

  for (RtSheet sheet = 0; sheet < RT_N_SHEETS; sheet++)
    if ((self->ticked & RT_SHEETS (sheet)) && self->rows[sheet].n > 0)
      sheets |= RT_SHEETS (sheet);
  return sheets;
}

guint
rt_print_list_get_n (RtPrintList *self)
{
  guint n = 0;

  for (RtSheet sheet = 0; sheet < RT_N_SHEETS; sheet++)
    if (self->ticked & RT_SHEETS (sheet))
      n += self->rows[sheet].n;
  return n;
}

RtSheet
rt_print_list_get_chosen (RtPrintList *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  return row ? (RtSheet) gtk_list_box_row_get_index (row) : RT_SHEET_SIGNS;
}

void
rt_print_list_choose (RtPrintList *self, RtSheet sheet)
{
  gtk_list_box_select_row (self->list, GTK_LIST_BOX_ROW (self->rows[sheet].row));
}

void
rt_print_list_choose_any (RtPrintList *self)
{
  RtSheets sheets = rt_print_list_get_sheets (self);
  RtSheet chosen = rt_print_list_get_chosen (self);
  gboolean focus = gtk_widget_is_focus (self->rows[chosen].row);
  RtSheet sheet = 0;

  if (sheets == 0 || self->rows[chosen].n > 0)
    return;
  while (!(sheets & RT_SHEETS (sheet)))
    sheet++;
  rt_print_list_choose (self, sheet);
  if (focus)
    gtk_widget_grab_focus (self->rows[sheet].row);
}
