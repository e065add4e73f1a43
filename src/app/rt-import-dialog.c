/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

#include "rt-import-dialog.h"

#include <glib/gi18n-lib.h>

#include "rt-child-window.h"
#include "rt-import-list.h"
#include "rt-import-review.h"
#include "rt-report-strip.h"
#include "rt-window-edit.h"

#define LARGEST_LIST (16 * 1024 * 1024)
#define LINE_CHARS 14

struct _RtImportDialog
{
  AdwWindow parent_instance;

  RtWindow *window;
  GPtrArray *added;
  RtImportReview *review;  /* in a plan that has people already, else NULL */

  GtkWidget *tabs, *tabs_box;
  GtkRevealer *trouble;
  GtkLabel *trouble_label;
  GtkStack *lists;
  GtkButton *add_button;
};

G_DEFINE_FINAL_TYPE (RtImportDialog, rt_import_dialog, ADW_TYPE_WINDOW)

/* What would be added. */

typedef struct
{
  guint people;
  guint hosts;
  guint themes;
  guint updated;
} Count;

static char *
count_words (const Count *count)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  if (count->people > 0)
    g_ptr_array_add (parts, g_strdup_printf (ngettext ("%u Person", "%u People", count->people),
                                             count->people));
  if (count->hosts > 0)
    g_ptr_array_add (parts, g_strdup_printf (ngettext ("%u Host", "%u Hosts", count->hosts),
                                             count->hosts));
  if (parts->len == 0 && count->updated > 0)
    return g_strdup_printf (ngettext ("Update %u Row", "Update %u Rows", count->updated),
                            count->updated);
  if (count->themes > 0 || parts->len == 0)
    g_ptr_array_add (parts, g_strdup_printf (ngettext ("%u Theme", "%u Themes", count->themes),
                                             count->themes));
  if (parts->len == 1)
    /* Translators: %s is "50 People" or "9 Hosts" or "4 Themes". */
    return g_strdup_printf (_("Add %s"), (char *) parts->pdata[0]);
  if (parts->len == 2)
    /* Translators: "Add 50 People and 9 Hosts" */
    return g_strdup_printf (_("Add %s and %s"), (char *) parts->pdata[0],
                            (char *) parts->pdata[1]);
  /* Translators: "Add 50 People, 9 Hosts and 4 Themes" */
  return g_strdup_printf (_("Add %s, %s and %s"), (char *) parts->pdata[0],
                          (char *) parts->pdata[1], (char *) parts->pdata[2]);
}

static void
add_to_count (Count *count, RtListKind kind, guint n_added, guint n_updated)
{
  count->updated += n_updated;
  if (kind == RT_LIST_HOSTS)
    count->hosts += n_added;
  else if (kind == RT_LIST_THEMES)
    count->themes += n_added;
  else
    count->people += n_added;
}

static void
say_trouble (RtImportDialog *self, const char *message)
{
  gtk_label_set_label (self->trouble_label, message ? message : "");
  gtk_revealer_set_reveal_child (self->trouble, message != NULL);
}

/* Ticks that would do something. */
static guint
count_ticked (RtImportDialog *self)
{
  guint n = 0;

  for (RtPreviewKind kind = 0; kind < RT_N_PREVIEWS; kind++)
    n += rt_import_review_count (self->review, kind, TRUE);
  return n;
}

/* In two lines where the window is narrow, not in more. */
static void
label_button (RtImportDialog *self, const char *words)
{
  GtkWidget *label;

  gtk_button_set_label (self->add_button, words);
  label = gtk_button_get_child (self->add_button);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_width_chars (GTK_LABEL (label), MIN (g_utf8_strlen (words, -1), LINE_CHARS));
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
}

static void
update_ticked (RtImportDialog *self)
{
  guint n = count_ticked (self);
  g_autofree char *words
      = g_strdup_printf (ngettext ("Apply %u Change", "Apply %u Changes", n), n);

  label_button (self, words);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.finish", n > 0);
}

/* Names of files may be longer than the window is wide: GTK has no way to say that they may be
 * cut. */
static void
shorten_tabs (RtImportDialog *self)
{
  for (GtkWidget *tab = gtk_widget_get_first_child (self->tabs); tab;
       tab = gtk_widget_get_next_sibling (tab))
    {
      GtkWidget *label = gtk_widget_get_first_child (tab);

      if (!GTK_IS_LABEL (label))
        continue;
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_MIDDLE);
      gtk_widget_set_tooltip_text (tab, gtk_label_get_label (GTK_LABEL (label)));
    }
}

/* Behind the lists it is about. */
static void
add_review_tab (RtImportDialog *self)
{
  GtkWidget *review = g_object_ref (GTK_WIDGET (self->review));

  if (gtk_widget_get_parent (review))
    gtk_stack_remove (self->lists, review);
  gtk_stack_add_titled (self->lists, review, "review", _("Changes"));
  g_object_unref (review);
}

/* A list that comes again: what is new, changed, doubtful and gone, beside the lists. */
static void
review (RtImportDialog *self)
{
  RtPlan *plan = rt_session_get_plan (rt_window_get_session (self->window));
  g_autofree RtImport **imports = g_new0 (RtImport *, self->added->len + 1);
  g_autoptr (GPtrArray) items = NULL;
  gboolean people = FALSE;

  for (guint i = 0; i < self->added->len; i++)
    {
      imports[i] = rt_import_list_get_import (self->added->pdata[i]);
      people |= imports[i]->kind != RT_LIST_THEMES;
    }
  if (!people || rt_plan_get_n (plan, RT_PART_PEOPLE) == 0)
    return;
  items = rt_import_preview (plan, imports, self->added->len, NULL);
  if (items == NULL)
    return;
  if (self->review == NULL)
    {
      self->review = RT_IMPORT_REVIEW (rt_import_review_new ());
      add_review_tab (self);
      g_signal_connect_swapped (self->review, "changed", G_CALLBACK (update_ticked), self);
      gtk_widget_set_visible (self->tabs_box, TRUE);
    }
  shorten_tabs (self);
  rt_import_review_show (self->review, items);
  update_ticked (self);
}

/* Asking is the same code as doing: each list is made into a change that is not applied. */
static void
recount (RtImportDialog *self)
{
  RtPlan *plan = rt_session_get_plan (rt_window_get_session (self->window));
  g_autofree char *words = NULL;
  Count count = { 0 };
  gboolean good = self->added->len > 0;

  say_trouble (self, NULL);
  for (guint i = 0; i < self->added->len; i++)
    {
      RtImport *import = rt_import_list_get_import (self->added->pdata[i]);
      g_autoptr (GError) error = NULL;
      guint n_added = 0, n_updated = 0;
      g_autoptr (RtChange) change
          = rt_import_to_change (import, plan, &n_added, &n_updated, &error);

      if (change == NULL)
        {
          say_trouble (self, error->message);
          good = FALSE;
        }
      rt_import_list_show_doubts (self->added->pdata[i]);
      add_to_count (&count, import->kind, n_added, n_updated);
    }
  words = count_words (&count);
  label_button (self, words);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.finish", good);
  if (good)
    review (self);
}

gboolean
rt_import_dialog_add_list (RtImportDialog *self, const char *name, GBytes *bytes, GError **error)
{
  GtkWidget *list = rt_import_list_new (name, bytes, error);
  g_autofree char *id = NULL;

  if (list == NULL)
    return FALSE;
  g_ptr_array_add (self->added, list);
  id = g_strdup_printf ("%u", self->added->len);
  gtk_stack_add_titled (self->lists, list, id, name);
  if (self->review)
    add_review_tab (self);
  g_object_unref (list);
  g_signal_connect_swapped (list, "changed", G_CALLBACK (recount), self);
  gtk_widget_set_visible (self->tabs_box, self->added->len > 1);
  shorten_tabs (self);
  recount (self);
  if (self->review)
    gtk_stack_set_visible_child (self->lists, GTK_WIDGET (self->review));
  return TRUE;
}

/* Adding. */

/* Whom the row of @line made. */
static RtId
find_person_of (const RtImport *import, guint line)
{
  for (guint i = 0; i < import->rows->len; i++)
    {
      const RtImportRow *row = &g_array_index (import->rows, RtImportRow, i);

      if (row->line == line)
        return row->person;
    }
  return NULL;
}

static gboolean
add_one (RtImportDialog *self, RtImportList *list, GString *summary, GPtrArray *doubts)
{
  RtSession *session = rt_window_get_session (self->window);
  RtImport *import = rt_import_list_get_import (list);
  guint n_added = 0, n_updated = 0;
  GError *error = NULL;
  RtChange *change
      = rt_import_to_change (import, rt_session_get_plan (session), &n_added, &n_updated, &error);
  g_autofree char *words = NULL;

  if (!rt_session_do (session, change, &error))
    return FALSE;
  words = rt_import_dup_summary (import, rt_import_list_get_name (list), n_added, n_updated);
  g_string_append_printf (summary, "%s%s", summary->len > 0 ? " " : "", words);
  for (guint i = 0; i < import->doubts->len; i++)
    {
      const RtDoubt *doubt = import->doubts->pdata[i];
      RtReportDoubt *reported = g_new0 (RtReportDoubt, 1);

      reported->message = g_strdup (doubt->message);
      reported->name = g_strdup (doubt->name);
      reported->other_name = g_strdup (doubt->other_name);
      reported->about = find_person_of (import, doubt->line);
      if (doubt->kind == RT_DOUBT_NO_NAME || doubt->name)
        reported->person = reported->about;
      if (doubt->other_name)
        reported->other = find_person_of (import, doubt->other_line);
      g_ptr_array_add (doubts, reported);
    }
  return TRUE;
}

/* Of everybody: folding takes much longer than comparing. */
static GPtrArray *
dup_folded_names (RtPlan *plan)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < rt_plan_get_n (plan, RT_PART_PEOPLE); i++)
    g_ptr_array_add (names, rt_fold (rt_plan_get_person (plan, i)->name));
  return names;
}

/* The person of that name who is not @but. */
static RtId
find_named (RtPlan *plan, const GPtrArray *names, const char *name, RtId but)
{
  g_autofree char *folded = rt_fold (name);

  for (guint i = 0; i < names->len; i++)
    if (rt_plan_get_person (plan, i)->parent.id != but && g_str_equal (folded, names->pdata[i]))
      return rt_plan_get_person (plan, i)->parent.id;
  return NULL;
}

/* Who was in the plan already is known by name only. */
static void
find_people (RtPlan *plan, GPtrArray *doubts)
{
  g_autoptr (GPtrArray) names = dup_folded_names (plan);

  for (guint i = 0; i < doubts->len; i++)
    {
      RtReportDoubt *doubt = doubts->pdata[i];

      if (doubt->name == NULL || doubt->other_name == NULL)
        continue;
      if (doubt->other == NULL)
        doubt->other = find_named (plan, names, doubt->other_name, doubt->person);
      if (doubt->person == NULL)
        doubt->person = find_named (plan, names, doubt->name, doubt->other);
    }
}

/* Themes come before the people who wish for them, and their champions after everybody is there: so
 * a list of themes is read twice. */
static gboolean
add_all (RtImportDialog *self, GString *summary, GPtrArray *doubts)
{
  static const struct { RtListKind kind; gboolean without_champions, sums_up, doubts; } steps[] = {
    { RT_LIST_THEMES, TRUE, TRUE, FALSE }, { RT_LIST_HOSTS, FALSE, TRUE, TRUE },
    { RT_LIST_PEOPLE, FALSE, TRUE, TRUE }, { RT_LIST_THEMES, FALSE, FALSE, TRUE },
  };
  g_autoptr (GString) unsaid = g_string_new (NULL);
  g_autoptr (GPtrArray) not_yet
      = g_ptr_array_new_with_free_func ((GDestroyNotify)rt_report_doubt_free);

  for (guint step = 0; step < G_N_ELEMENTS (steps); step++)
    for (guint i = 0; i < self->added->len; i++)
      {
        RtImport *import = rt_import_list_get_import (self->added->pdata[i]);

        if (import->kind != steps[step].kind)
          continue;
        import->without_champions = steps[step].without_champions;
        if (!add_one (self, self->added->pdata[i], steps[step].sums_up ? summary : unsaid,
                      steps[step].doubts ? doubts : not_yet))
          return FALSE;
      }
  return TRUE;
}

/* Those who are gone and ticked. */
static gboolean
remove_gone (RtImportDialog *self)
{
  RtSession *session = rt_window_get_session (self->window);
  GError *error = NULL;
  RtChange *change = self->review
                     ? rt_import_preview_removal (rt_session_get_plan (session),
                                                  rt_import_review_get_items (self->review), &error)
                     : NULL;

  return (change == NULL && error == NULL) || rt_session_do (session, change, &error);
}

RtImportReview *
rt_import_dialog_get_review (RtImportDialog *self)
{
  return self->review;
}

gboolean
rt_import_dialog_finish (RtImportDialog *self)
{
  RtSession *session = rt_window_get_session (self->window);
  g_autoptr (GPtrArray) doubts
      = g_ptr_array_new_with_free_func ((GDestroyNotify)rt_report_doubt_free);
  g_autoptr (GString) summary = g_string_new (NULL);
  gboolean as_laid_out = rt_preset_is_as_laid_out (rt_session_get_plan (session));
  gboolean good;

  if (self->review)
    rt_import_preview_decide (rt_import_review_get_items (self->review));
  rt_session_begin_group (session, self->review ? _("Update the People from a List")
                                                : gtk_button_get_label (self->add_button));
  good = add_all (self, summary, doubts) && remove_gone (self)
         && rt_window_fit_tables (self->window, as_laid_out);
  rt_session_end_group (session, good);
  find_people (rt_session_get_plan (session), doubts);
  if (good)
    rt_window_show_report (self->window, summary->str, doubts);
  gtk_window_close (GTK_WINDOW (self));
  return good;
}

static void
finish_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  rt_import_dialog_finish (RT_IMPORT_DIALOG (widget));
}

static void
rt_import_dialog_dispose (GObject *object)
{
  RtImportDialog *self = RT_IMPORT_DIALOG (object);

  g_clear_object (&self->window);
  g_clear_pointer (&self->added, g_ptr_array_unref);
  G_OBJECT_CLASS (rt_import_dialog_parent_class)->dispose (object);
}

static void
rt_import_dialog_class_init (RtImportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rt_import_dialog_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/rotunda_app/Rotunda/ui/rt-import-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, RtImportDialog, tabs);
  gtk_widget_class_bind_template_child (widget_class, RtImportDialog, tabs_box);
  gtk_widget_class_bind_template_child (widget_class, RtImportDialog, trouble);
  gtk_widget_class_bind_template_child (widget_class, RtImportDialog, trouble_label);
  gtk_widget_class_bind_template_child (widget_class, RtImportDialog, lists);
  gtk_widget_class_bind_template_child (widget_class, RtImportDialog, add_button);
  gtk_widget_class_install_action (widget_class, "import.finish", NULL, finish_cb);
}

static void
rt_import_dialog_init (RtImportDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->added = g_ptr_array_new ();
  gtk_widget_set_visible (self->tabs_box, FALSE);
}

RtImportDialog *
rt_import_dialog_new (RtWindow *window)
{
  RtImportDialog *self = g_object_new (RT_TYPE_IMPORT_DIALOG, "transient-for", window, NULL);

  self->window = g_object_ref (window);
  return self;
}

/* Enter adds what is shown. */
static void
show (RtImportDialog *self)
{
  rt_child_window_fit (GTK_WINDOW (self), GTK_WINDOW (self->window));
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->add_button));
}

/* Reading files, one after the other, without blocking. */

typedef struct
{
  RtImportDialog *dialog;
  GListModel *files;
  guint at;
} Reading;

static void read_next (Reading *reading);

static void
reading_end (Reading *reading)
{
  if (reading->dialog->added->len > 0)
    show (reading->dialog);
  else
    gtk_window_destroy (GTK_WINDOW (reading->dialog));
  g_object_unref (reading->dialog);
  g_object_unref (reading->files);
  g_free (reading);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Reading *reading = data;
  RtSession *session = rt_window_get_session (reading->dialog->window);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_file_load_bytes_finish (G_FILE (source), result, NULL, &error);
  g_autofree char *name = g_file_get_basename (G_FILE (source));

  if (bytes && g_bytes_get_size (bytes) > LARGEST_LIST)
    g_set_error (&error, RT_ERROR, RT_ERROR_LIMIT, _("“%s” is too large for a list of people."),
                 name);
  else if (bytes)
    rt_import_dialog_add_list (reading->dialog, name, bytes, &error);
  if (error)
    {
      /* Translators: the name of a file, and why it could not be read. */
      g_autofree char *message = g_strdup_printf (_("%s: %s"), name, error->message);
      rt_session_tell (session, message, FALSE);
    }
  read_next (reading);
}

static void
read_next (Reading *reading)
{
  g_autoptr (GFile) file = g_list_model_get_item (reading->files, reading->at++);

  if (file)
    g_file_load_bytes_async (file, NULL, read_cb, reading);
  else
    reading_end (reading);
}

void
rt_import_dialog_show_files (RtWindow *window, GListModel *files)
{
  Reading *reading = g_new0 (Reading, 1);

  reading->dialog = g_object_ref (rt_import_dialog_new (window));
  reading->files = g_object_ref (files);
  read_next (reading);
}

void
rt_import_dialog_show_text (RtWindow *window, const char *text)
{
  RtImportDialog *self = rt_import_dialog_new (window);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;

  if (rt_import_dialog_add_list (self, _("Pasted list"), bytes, &error))
    {
      show (self);
      return;
    }
  rt_session_tell (rt_window_get_session (window), error->message, FALSE);
  gtk_window_destroy (GTK_WINDOW (self));
}
