/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include <gio/gio.h>

#include "rt-plan.h"

G_BEGIN_DECLS

#define RT_MAX_FILE_SIZE (64 * 1024 * 1024)

/**
 * RtPlanFile:
 *
 * One plan's file: where it is and what it was like when it was last read or written, so that a
 * change by another program is noticed before it is overwritten.
 */
#define RT_TYPE_PLAN_FILE (rt_plan_file_get_type ())
G_DECLARE_FINAL_TYPE (RtPlanFile, rt_plan_file, RT, PLAN_FILE, GObject)

RtPlanFile *rt_plan_file_new    (GFile *file);
GFile      *rt_plan_file_get    (RtPlanFile *self);
RtPlan     *rt_plan_file_load   (RtPlanFile *self, GError **error);
/*
 * Whole or not at all: temporary file beside the target (links resolved), fsync, rename, fsync of
 * the folder. With @force FALSE, RT_ERROR_CHANGED_ON_DISK when the file is not the one that was
 * read. A folder that cannot be written to is an error, never an in-place write.
 */
gboolean    rt_plan_file_save   (RtPlanFile *self, RtPlan *plan, gboolean force, GError **error);
/* The same with what rt_plan_to_json() gave: may be called in any thread. */
gboolean    rt_plan_file_save_bytes (RtPlanFile *self, const char *bytes, gsize length,
                                     gboolean force, GError **error);

/** RtDisk: what became of a plan's file since it was read or written here */
typedef enum {
  RT_DISK_SAME,
  RT_DISK_CHANGED,   /* by another program */
  RT_DISK_GONE,      /* removed, renamed or moved */
} RtDisk;
RtDisk      rt_plan_file_look     (RtPlanFile *self);
/* What was seen last may be replaced: looking says RT_DISK_SAME and saving is not refused, until
   the file changes once more. */
void        rt_plan_file_accept   (RtPlanFile *self);
/* What was changed after @since (unix seconds) was changed by another program, as far as is known
   here. */
void        rt_plan_file_suspect  (RtPlanFile *self, gint64 since);
/* Whether two names mean the same file, links followed. */
gboolean    rt_plan_file_same     (GFile *a, GFile *b);
/* Returns: (transfer full): where the file itself is, links followed; @file where there is none. */
GFile      *rt_plan_file_resolve  (GFile *file);

/* The same for any bytes (exports, recovery copies): @mode is that of a new file. */
gboolean    rt_save_bytes       (const char *path, const char *bytes, gsize length, int mode,
                                 GError **error);

/*
 * Recovery copies: `$XDG_DATA_HOME/rotunda/recovery/HASH.json` of mode 0600, made seconds after a
 * change and deleted only after a good save or when the person says so. @file is NULL for a plan
 * that was never saved: then @key (a uuid kept by the session) names it.
 */
typedef struct {
  char   *path;       /* of the copy */
  char   *original;   /* path of the plan, NULL if never saved */
  char   *title;
  gint64  at;         /* unix seconds */
} RtRecovery;
char      *rt_recovery_dup_key (GFile *file);                             /* hash of the full path;
                                                                             a uuid for NULL */
gboolean   rt_recovery_write   (const char *key, GFile *file, RtPlan *plan, GError **error);
/* The same with what rt_plan_to_json() gave: may be called in any thread. */
gboolean   rt_recovery_write_bytes (const char *key, GFile *file, const char *bytes, gsize length,
                                    GError **error);
void       rt_recovery_delete  (const char *key);
GPtrArray *rt_recovery_list    (void);                                    /* of RtRecovery, newest
                                                                             first */
RtPlan    *rt_recovery_load    (const RtRecovery *recovery, GError **error);
void       rt_recovery_free    (RtRecovery *recovery);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RtRecovery, rt_recovery_free)

G_END_DECLS
