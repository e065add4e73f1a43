/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "rt-import-review.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

struct _RtImportReview
{
  GtkWidget parent_instance;

  GPtrArray *items;
  GtkStringList *rows;    /* one per row; the words only tell rows apart */
  GArray *row_items;      /* of int: index of the item, or -1 - kind for the head of a kind */
  GtkWidget *scroll;
  GtkWidget *nothing;     /* shown instead of no rows */
  gboolean showing;
};

enum { CHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (RtImportReview, rt_import_review, GTK_TYPE_WIDGET)

guint
rt_import_review_count (RtImportReview *self, RtPreviewKind kind, gboolean ticked_only)
{
  guint n = 0;

  for (guint i = 0; self->items && i < self->items->len; i++)
    {
      const RtPreviewItem *item = self->items->pdata[i];
      n += item->kind == kind && (item->ticked || !ticked_only);
    }
  return n;
}

static char *
head_words (RtImportReview *self, RtPreviewKind kind)
{
  guint n = rt_import_review_count (self, kind, FALSE);

  switch (kind)
    {
    case RT_PREVIEW_NEW:
      return g_strdup_printf (ngettext ("%u new person", "%u new people", n), n);
    case RT_PREVIEW_CHANGED:
      return g_strdup_printf (ngettext ("%u changed person", "%u changed people", n), n);
    case RT_PREVIEW_DOUBTFUL:
      return g_strdup_printf (ngettext ("%u doubtful name: tick it if it is one person",
                                        "%u doubtful names: tick those that are one person", n),
                              n);
    default:
      return g_strdup_printf (ngettext ("%u person is not on the list: tick to remove",
                                        "%u people are not on the list: tick to remove", n),
                              n);
    }
}

/* Rows. */

static int
get_row (RtImportReview *self, guint position)
{
  return g_array_index (self->row_items, int, position);
}

static void
show_row (RtImportReview *self, GtkListItem *list_item)
{
  int row = get_row (self, gtk_list_item_get_position (list_item));
  const RtPreviewItem *item = row >= 0 ? self->items->pdata[row] : NULL;
  GtkWidget *check = gtk_widget_get_first_child (gtk_list_item_get_child (list_item));
  GtkWidget *words = gtk_widget_get_next_sibling (check);
  GtkWidget *title = gtk_widget_get_first_child (words);
  GtkWidget *detail = gtk_widget_get_next_sibling (title);
  g_autofree char *head = item ? NULL : head_words (self, -1 - row);
  guint n_all = item ? 1 : rt_import_review_count (self, -1 - row, FALSE);
  guint n = item ? (guint) item->ticked : rt_import_review_count (self, -1 - row, TRUE);

  self->showing = TRUE;
  gtk_check_button_set_inconsistent (GTK_CHECK_BUTTON (check), n > 0 && n < n_all);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), n == n_all);
  self->showing = FALSE;
  gtk_label_set_label (GTK_LABEL (title), item ? item->title : head);
  gtk_label_set_label (GTK_LABEL (detail), item && item->detail ? item->detail : "");
  gtk_widget_set_visible (detail, item && item->detail && *item->detail);
  gtk_widget_set_margin_start (check, item ? 24 : 0);
  if (item)
    gtk_widget_remove_css_class (title, "heading");
  else
    gtk_widget_add_css_class (title, "heading");
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  item ? item->title : head, -1);
}

/* All rows that are bound show their ticks anew. */
static void
refresh (RtImportReview *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->rows));

  g_signal_emit_by_name (self->rows, "items-changed", 0, n, n);
  g_signal_emit (self, signals[CHANGED], 0);
}

void
rt_import_review_tick (RtImportReview *self, RtPreviewKind kind, gboolean ticked)
{
  for (guint i = 0; i < self->items->len; i++)
    {
      RtPreviewItem *item = self->items->pdata[i];

      if (item->kind == kind)
        item->ticked = ticked;
    }
  refresh (self);
}

static gboolean
refresh_cb (gpointer data)
{
  refresh (data);
  return G_SOURCE_REMOVE;
}

static void
toggled_cb (GtkCheckButton *check, gpointer data)
{
  GtkListItem *list_item = data;
  RtImportReview *self = RT_IMPORT_REVIEW (
      gtk_widget_get_ancestor (GTK_WIDGET (check), RT_TYPE_IMPORT_REVIEW));
  gboolean ticked = gtk_check_button_get_active (check);
  int row;

  if (self == NULL || self->showing)
    return;
  row = get_row (self, gtk_list_item_get_position (list_item));
  if (row >= 0)
    {
      ((RtPreviewItem *) self->items->pdata[row])->ticked = ticked;
      g_signal_emit (self, signals[CHANGED], 0);
      return;
    }
  for (guint i = 0; i < self->items->len; i++)
    if ((int) ((RtPreviewItem *) self->items->pdata[i])->kind == -1 - row)
      ((RtPreviewItem *) self->items->pdata[i])->ticked = ticked;
  /* Not while this row is in the middle of telling. */
  g_idle_add_full (G_PRIORITY_DEFAULT, refresh_cb, g_object_ref (self), g_object_unref);
}

static GtkWidget *
make_label (const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (css_class)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, gpointer data)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *check = gtk_check_button_new ();

  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (words), make_label (NULL));
  gtk_box_append (GTK_BOX (words), make_label ("caption"));
  gtk_box_append (GTK_BOX (row), check);
  gtk_box_append (GTK_BOX (row), words);
  gtk_widget_set_margin_top (row, 4);
  gtk_widget_set_margin_bottom (row, 4);
  g_signal_connect (check, "toggled", G_CALLBACK (toggled_cb), list_item);
  gtk_list_item_set_child (list_item, row);
  gtk_list_item_set_activatable (list_item, FALSE);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, gpointer data)
{
  show_row (data, list_item);
}

GPtrArray *
rt_import_review_get_items (RtImportReview *self)
{
  return self->items;
}

void
rt_import_review_show (RtImportReview *self, GPtrArray *items)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  int kind = -1;

  g_ptr_array_ref (items);
  g_clear_pointer (&self->items, g_ptr_array_unref);
  self->items = items;
  g_array_set_size (self->row_items, 0);
  for (int i = 0; i < (int) items->len; i++)
    {
      const RtPreviewItem *item = items->pdata[i];

      if ((int) item->kind != kind)
        {
          int head = -1 - (int) item->kind;

          kind = item->kind;
          g_array_append_val (self->row_items, head);
          g_ptr_array_add (words, (gpointer) "");
        }
      g_array_append_val (self->row_items, i);
      g_ptr_array_add (words, item->title);
    }
  g_ptr_array_add (words, NULL);
  gtk_string_list_splice (self->rows, 0, g_list_model_get_n_items (G_LIST_MODEL (self->rows)),
                          (const char * const *) words->pdata);
  gtk_widget_set_visible (self->scroll, items->len > 0);
  gtk_widget_set_visible (self->nothing, items->len == 0);
}

static void
rt_import_review_dispose (GObject *object)
{
  RtImportReview *self = RT_IMPORT_REVIEW (object);

  g_clear_pointer (&self->scroll, gtk_widget_unparent);
  g_clear_pointer (&self->nothing, gtk_widget_unparent);
  g_clear_object (&self->rows);
  G_OBJECT_CLASS (rt_import_review_parent_class)->dispose (object);
}

static void
rt_import_review_finalize (GObject *object)
{
  RtImportReview *self = RT_IMPORT_REVIEW (object);

  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_array_unref (self->row_items);
  G_OBJECT_CLASS (rt_import_review_parent_class)->finalize (object);
}

static void
rt_import_review_class_init (RtImportReviewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = rt_import_review_dispose;
  G_OBJECT_CLASS (klass)->finalize = rt_import_review_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  signals[CHANGED] = g_signal_new ("changed", RT_TYPE_IMPORT_REVIEW, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
rt_import_review_init (RtImportReview *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *view;

  self->rows = gtk_string_list_new (NULL);
  self->row_items = g_array_new (FALSE, FALSE, sizeof (int));
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), self);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), self);
  view = gtk_list_view_new (
      GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->rows)))),
      factory);
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("What the list changes"), -1);
  self->scroll = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroll), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroll), view);
  gtk_widget_set_parent (self->scroll, GTK_WIDGET (self));
  self->nothing = g_object_new (ADW_TYPE_STATUS_PAGE, "icon-name", "emblem-ok-symbolic", "title",
                                _("Nothing Changes"), "description",
                                _("Everybody on the list is here already, just as it says."),
                                "visible", FALSE, NULL);
  gtk_widget_set_parent (self->nothing, GTK_WIDGET (self));
}

GtkWidget *
rt_import_review_new (void)
{
  return g_object_new (RT_TYPE_IMPORT_REVIEW, NULL);
}
