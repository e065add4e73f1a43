/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/*
 * Choosing files, asking a question, saying who made this: everything that needs API which newer
 * GTK deprecates is here and nowhere else. The source object of each result is the parent window,
 * which is kept alive meanwhile.
 */

typedef enum {
  RT_CHOOSE_PLAN,       /* one plan to open */
  RT_CHOOSE_LISTS,      /* one or two lists to import */
  RT_CHOOSE_PICTURE,    /* a picture of the venue */
  RT_CHOOSE_SAVE_PLAN,  /* where to save a plan */
  RT_CHOOSE_SAVE_PDF,   /* where to save the sheets */
  RT_CHOOSE_SAVE_OTHER, /* where to save anything else */
} RtChoose;

/* @file (nullable): where to begin; @name (nullable): the name suggested for a new file. */
void rt_dialogs_choose_async (GtkWindow *parent, RtChoose what, GFile *file, const char *name,
                              GAsyncReadyCallback callback, gpointer data);
/* Returns: (transfer full) (nullable): the GFiles chosen, NULL when nothing was. */
GListModel *rt_dialogs_choose_finish (GAsyncResult *result);
/* The first of them. */
GFile      *rt_dialogs_choose_finish_one (GAsyncResult *result);

/**
 * RtAnswer: one button of a question; @look is how it is painted (a default, suggested, or
 * destructive one).
 */
typedef struct {
  const char *id;
  const char *label;
  int         look;    /* AdwResponseAppearance */
} RtAnswer;

/* The first answer is the one that changes nothing: Escape gives it. The last is the default. */
void        rt_dialogs_ask_async     (GtkWindow *parent, const char *heading, const char *body,
                                      const RtAnswer *answers, guint n_answers,
                                      GAsyncReadyCallback callback, gpointer data);
/* Returns: (transfer full): the answer's id. */
char       *rt_dialogs_ask_finish    (GAsyncResult *result);

/* Says something that can only be closed. */
void        rt_dialogs_tell          (GtkWindow *parent, const char *heading, const char *body);

/* A question that is answered by a text, which stands there already. */
void        rt_dialogs_ask_text_async (GtkWindow *parent, const char *heading, const char *title,
                                       const char *text, const char *accept,
                                       GAsyncReadyCallback callback, gpointer data);
/* Returns: (transfer full) (nullable): the text, NULL when it shall stay as it was. */
char       *rt_dialogs_ask_text_finish (GAsyncResult *result);

/* A question that is answered by a number from 1 to @most; it begins with @number. @name is what a
   screen reader calls it. */
void        rt_dialogs_ask_number_async (GtkWindow *parent, const char *heading, const char *body,
                                         const char *name, guint number, guint most,
                                         const char *accept, GAsyncReadyCallback callback,
                                         gpointer data);
/* Returns: the number, 0 when it was not accepted. */
guint       rt_dialogs_ask_number_finish (GAsyncResult *result);

void        rt_dialogs_about         (GtkWindow *parent);

G_END_DECLS
