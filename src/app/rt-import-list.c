/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "rt-import-list.h"

#include <glib/gi18n-lib.h>

#include "rt-columns.h"
#include "rt-flow-guard.h"

#define ROWS_SHOWN 12
/* As wide as the words of a cell, within reason. */
#define LEAST_CHARS 8
#define MOST_CHARS 24
#define COLUMNS_SHOWN 40
#define N_COLUMN_KINDS (RT_COLUMN_STEP_FREE + 1)

struct _RtImportList
{
  GtkWidget parent_instance;

  char *name;
  GBytes *bytes;
  RtImport *import;
  GtkStringList *encodings;
  gboolean showing;

  GtkWidget *scroll;
  GtkWidget *options;
  GtkDropDown *kind;
  GtkDropDown *separator;
  GtkDropDown *encoding;
  GtkCheckButton *header;
  GtkLabel *doubts_label;
  GtkGrid *grid;
};

enum { CHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];
static const char separators[]
    = { ',', ';', '\t', '|', RT_CSV_ONE_COLUMN, RT_CSV_ADDRESSES };

G_DEFINE_FINAL_TYPE (RtImportList, rt_import_list, GTK_TYPE_WIDGET)

static void show (RtImportList *self);

/* "hosts.csv", "our-hosts 2.csv", but not "hostels.csv". */
static gboolean
is_named_for_hosts (const char *name)
{
  static const char *const words[] = { "host",      "hosts",          "hostlist",
                                      "gastgeber", "gastgeberinnen", "gastgeberliste" };
  g_autofree char *lower = g_utf8_strdown (name, -1);
  g_auto (GStrv) parts = NULL;

  g_strcanon (lower, "abcdefghijklmnopqrstuvwxyz", ' ');
  parts = g_strsplit (lower, " ", -1);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_strv_contains ((const char *const *) parts, words[i]))
      return TRUE;
  return FALSE;
}

/* Whose list it is: a Theme column or the file's name say so. */
static RtListKind
guess_kind (const char *name, const RtCsv *csv)
{
  const char * const *header = csv->rows->len > 0 ? csv->rows->pdata[0] : NULL;
  gboolean names = FALSE, theme = FALSE, wishes = FALSE, question = FALSE;

  for (guint i = 0; header && header[i]; i++)
    {
      RtColumn column = rt_column_from_name (header[i]);

      names |= column == RT_COLUMN_NAME || column == RT_COLUMN_FIRST_NAME
               || column == RT_COLUMN_LAST_NAME;
      theme |= column == RT_COLUMN_THEME || column == RT_COLUMN_METHOD;
      wishes |= column == RT_COLUMN_WISHES;
      question |= column == RT_COLUMN_QUESTION || column == RT_COLUMN_CHAMPION;
    }
  if (!names && (theme || question))
    return RT_LIST_THEMES;
  if (is_named_for_hosts (name) || (names && theme && !wishes))
    return RT_LIST_HOSTS;
  return RT_LIST_PEOPLE;
}

/* Reads the bytes anew. @encoding NULL and @separator 0 are found out. */
static gboolean
read_list (RtImportList *self, const char *encoding, char separator, int kind, GError **error)
{
  gsize length;
  const char *bytes = g_bytes_get_data (self->bytes, &length);
  RtCsv *csv = rt_csv_read (bytes, length, encoding, separator, error);
  RtImport *import
      = csv ? rt_import_new (csv, kind >= 0 ? kind : (int) guess_kind (self->name, csv), error)
            : NULL;

  if (import == NULL)
    return FALSE;
  g_clear_pointer (&self->import, rt_import_free);
  self->import = import;
  return TRUE;
}

static void
read_again (RtImportList *self)
{
  g_autoptr (GError) error = NULL;
  GtkStringObject *encoding = gtk_drop_down_get_selected_item (self->encoding);
  guint separator = gtk_drop_down_get_selected (self->separator);
  guint kind = gtk_drop_down_get_selected (self->kind);

  if (self->showing || encoding == NULL || separator >= sizeof separators)
    return;
  if (read_list (self, gtk_string_object_get_string (encoding), separators[separator], kind,
                 &error))
    show (self);
  else
    gtk_label_set_label (self->doubts_label, error->message);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
header_cb (RtImportList *self)
{
  if (self->showing)
    return;
  self->import->header = gtk_check_button_get_active (self->header);
  show (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
column_cb (GtkDropDown *drop, GParamSpec *pspec, gpointer data)
{
  RtImportList *self = data;
  guint at = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (drop), "column"));
  guint chosen = gtk_drop_down_get_selected (drop);

  if (self->showing || at >= self->import->columns->len || chosen >= N_COLUMN_KINDS)
    return;
  g_array_index (self->import->columns, RtColumn, at) = chosen;
  g_signal_emit (self, signals[CHANGED], 0);
}

/* The first rows. */

/* The titles are written as within a sentence; here they stand alone. */
static char *
column_title (RtColumn column)
{
  const char *title = rt_column_get_title (column);
  g_autofree char *first = g_utf8_strup (title, g_utf8_next_char (title) - title);

  return g_strconcat (first, g_utf8_next_char (title), NULL);
}

static void
add_column_drop (RtImportList *self, guint at)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  GtkWidget *drop;
  g_autofree char *name = g_strdup_printf (_("What column %u holds"), at + 1);

  for (guint i = 0; i < N_COLUMN_KINDS; i++)
    gtk_string_list_take (titles, column_title (i));
  drop = gtk_drop_down_new (g_object_ref (G_LIST_MODEL (titles)), NULL);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (drop),
                              g_array_index (self->import->columns, RtColumn, at));
  gtk_accessible_update_property (GTK_ACCESSIBLE (drop), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data (G_OBJECT (drop), "column", GUINT_TO_POINTER (at));
  g_signal_connect (drop, "notify::selected", G_CALLBACK (column_cb), self);
  gtk_grid_attach (self->grid, drop, at, 0, 1, 1);
}

static void
add_cell (RtImportList *self, const char *text, guint column, int row, gboolean heading)
{
  GtkWidget *label = gtk_label_new (text);
  int length = (int) MIN (g_utf8_strlen (text, -1), MOST_CHARS);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (label), MAX (length, LEAST_CHARS));
  gtk_label_set_max_width_chars (GTK_LABEL (label), MOST_CHARS);
  if (length == MOST_CHARS)
    gtk_widget_set_tooltip_text (label, text);
  gtk_label_set_single_line_mode (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, heading ? "caption-heading" : "preview-cell");
  gtk_grid_attach (self->grid, label, column, row, 1, 1);
}

static void
show_rows (RtImportList *self)
{
  GPtrArray *rows = self->import->csv->rows;
  guint n_columns = MIN (self->import->columns->len, COLUMNS_SHOWN);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->grid))))
    gtk_grid_remove (self->grid, child);
  for (guint i = 0; i < n_columns; i++)
    add_column_drop (self, i);
  for (guint row = 0; row < MIN (rows->len, ROWS_SHOWN); row++)
    {
      const char * const *cells = rows->pdata[row];

      for (guint i = 0; i < n_columns && cells[i]; i++)
        add_cell (self, cells[i], i, row + 1, row == 0 && self->import->header);
    }
}

static void
show_encoding (RtImportList *self)
{
  const char *found = self->import->csv->encoding;
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->encodings));
  guint at = 0;

  while (at < n
         && g_ascii_strcasecmp (gtk_string_list_get_string (self->encodings, at), found) != 0)
    at++;
  if (at == n)
    gtk_string_list_append (self->encodings, found);
  gtk_drop_down_set_selected (self->encoding, at);
}

static void
show (RtImportList *self)
{
  char delimiter = self->import->csv->delimiter;
  const char *separator
      = memchr (separators, delimiter ? delimiter : RT_CSV_ONE_COLUMN, sizeof separators);

  self->showing = TRUE;
  gtk_drop_down_set_selected (self->kind, self->import->kind);
  gtk_drop_down_set_selected (self->separator, separator - separators);
  show_encoding (self);
  gtk_check_button_set_active (self->header, self->import->header);
  show_rows (self);
  self->showing = FALSE;
}

void
rt_import_list_show_doubts (RtImportList *self)
{
  guint n = self->import->doubts ? self->import->doubts->len : 0;
  g_autofree char *read_as = rt_csv_dup_description (self->import->csv, self->import->header);
  g_autoptr (GString) words = g_string_new (read_as);

  if (n > 0)
    g_string_append_printf (
        words,
        ngettext (" %u row is in doubt; it is added all the same, and listed afterwards.",
                  " %u rows are in doubt; they are added all the same, and listed "
                  "afterwards.",
                  n),
        n);
  gtk_label_set_label (self->doubts_label, words->str);
  gtk_widget_remove_css_class (GTK_WIDGET (self->doubts_label), n > 0 ? "dim-label" : "doubt-text");
  gtk_widget_add_css_class (GTK_WIDGET (self->doubts_label), n > 0 ? "doubt-text" : "dim-label");
}

static void
rt_import_list_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), RT_TYPE_IMPORT_LIST);
  G_OBJECT_CLASS (rt_import_list_parent_class)->dispose (object);
}

static void
rt_import_list_finalize (GObject *object)
{
  RtImportList *self = RT_IMPORT_LIST (object);

  g_free (self->name);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_pointer (&self->import, rt_import_free);
  g_clear_object (&self->encodings);
  G_OBJECT_CLASS (rt_import_list_parent_class)->finalize (object);
}

static void
rt_import_list_class_init (RtImportListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rt_import_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = rt_import_list_finalize;
  signals[CHANGED] = g_signal_new ("changed", RT_TYPE_IMPORT_LIST, G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/rotunda_app/Rotunda/ui/rt-import-list.ui");
  gtk_widget_class_bind_template_child (widget_class, RtImportList, scroll);
  gtk_widget_class_bind_template_child (widget_class, RtImportList, options);
  gtk_widget_class_bind_template_child (widget_class, RtImportList, kind);
  gtk_widget_class_bind_template_child (widget_class, RtImportList, separator);
  gtk_widget_class_bind_template_child (widget_class, RtImportList, encoding);
  gtk_widget_class_bind_template_child (widget_class, RtImportList, header);
  gtk_widget_class_bind_template_child (widget_class, RtImportList, doubts_label);
  gtk_widget_class_bind_template_child (widget_class, RtImportList, grid);
}

static void
rt_import_list_init (RtImportList *self)
{
  const char *const encodings[]
      = { "UTF-8", "WINDOWS-1252", "ISO-8859-15", "MACINTOSH", "UTF-16LE", "UTF-16BE", NULL };

  gtk_widget_init_template (GTK_WIDGET (self));
  rt_flow_guard (GTK_FLOW_BOX (self->options));
  self->encodings = gtk_string_list_new (encodings);
  gtk_drop_down_set_model (self->encoding, G_LIST_MODEL (self->encodings));
  g_signal_connect_swapped (self->kind, "notify::selected", G_CALLBACK (read_again), self);
  g_signal_connect_swapped (self->separator, "notify::selected", G_CALLBACK (read_again), self);
  g_signal_connect_swapped (self->encoding, "notify::selected", G_CALLBACK (read_again), self);
  g_signal_connect_swapped (self->header, "toggled", G_CALLBACK (header_cb), self);
}

GtkWidget *
rt_import_list_new (const char *name, GBytes *bytes, GError **error)
{
  g_autoptr (RtImportList) self = g_object_ref_sink (g_object_new (RT_TYPE_IMPORT_LIST, NULL));

  self->name = g_strdup (name);
  self->bytes = g_bytes_ref (bytes);
  if (!read_list (self, NULL, 0, -1, error))
    return NULL;
  show (self);
  return GTK_WIDGET (g_steal_pointer (&self));
}

const char *
rt_import_list_get_name (RtImportList *self)
{
  return self->name;
}

RtImport *
rt_import_list_get_import (RtImportList *self)
{
  return self->import;
}
