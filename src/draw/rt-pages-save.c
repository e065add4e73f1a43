/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#include "rt-pages.h"

#include "rt-plan-file.h"

/* Names are on the sheets: nobody else may read the file. */
#define MODE 0600

static gboolean
save_bytes (const char *path, GBytes *pdf, GError **error)
{
  return rt_save_bytes (path, g_bytes_get_data (pdf, NULL), g_bytes_get_size (pdf), MODE, error);
}

/* All are made before the first is written: what cannot be made leaves no file. */
static gboolean
save_each (RtPages *self, const char *path, GCancellable *cancellable, RtPagesProgress progress,
           gpointer data, GError **error)
{
  g_autoptr (GPtrArray) pdfs = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  guint next = 0;

  for (RtSheet sheet = 0; sheet < RT_N_SHEETS; sheet++)
    {
      GBytes *pdf;

      if (rt_pages_get_n_of (self, sheet) == 0)
        continue;
      pdf = rt_pages_make_pdf (self, RT_SHEETS (sheet), cancellable, progress, data, error);
      if (pdf == NULL)
        return FALSE;
      g_ptr_array_add (pdfs, pdf);
    }
  for (RtSheet sheet = 0; sheet < RT_N_SHEETS; sheet++)
    {
      g_autofree char *own = rt_sheet_dup_path (sheet, path);

      if (rt_pages_get_n_of (self, sheet) > 0
          && !save_bytes (own, g_ptr_array_index (pdfs, next++), error))
        return FALSE;
    }
  return TRUE;
}

/**
 * rt_pages_save:
 * @path: where the PDF is to be
 * @separate: one for each kind of sheet, each beside @path with the kind in its name
 * @cancellable: (nullable):
 * @progress: (nullable) (scope call): told after each page which of all it was
 * @error: %G_IO_ERROR_CANCELLED, what cairo says, or why it cannot be written
 *
 * Returns: whether every file is there; each is whole or as it was before
 */
gboolean
rt_pages_save (RtPages *self, const char *path, gboolean separate, GCancellable *cancellable,
               RtPagesProgress progress, gpointer data, GError **error)
{
  g_autoptr (GBytes) pdf = NULL;

  if (separate)
    return save_each (self, path, cancellable, progress, data, error);
  pdf = rt_pages_make_pdf (self, RT_SHEETS_ALL, cancellable, progress, data, error);
  return pdf != NULL && save_bytes (path, pdf, error);
}
