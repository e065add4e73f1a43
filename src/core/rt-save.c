/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */

/* GLib's g_file_replace_contents() must not be used for what people cannot make again: when a write
 * fails it renames the half-written file over the good one, and through a link or in a folder that
 * cannot be written to it truncates the good file in place. So this is done by hand. */

#include "rt-save.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#include "rt-plan-file.h"

/*
 * ".NAME.xxxxxx.tmp": the end tells it from what people name themselves, as it is swept up later.
 */
#define TEMPORARY_END ".tmp"
#define TEMPORARY_RANDOM 6
#define MAX_LINKS 40
#define DAY (24 * 60 * 60)

typedef struct {
  const char    *shown;      /* the name people know */
  char          *target;     /* the file itself, after all links */
  char          *folder;
  char          *temporary;  /* NULL unless there is one to be cleaned up */
  struct stat    old;        /* of the target, if @exists */
  gboolean       exists;
  int            fd;
  const RtStamp *expected;
} Save;

static char *
dup_reason (const char *folder, int code)
{
  g_autofree char *name = g_filename_display_name (folder);

  switch (code)
    {
    case ENOSPC:
      return g_strdup (_("the disk is full"));
    case EDQUOT:
      return g_strdup (_("your share of the disk is used up"));
    case EROFS:
      return g_strdup (_("the disk can only be read"));
    case EACCES:
    case EPERM:
      return g_strdup_printf (_("you may not write to the folder “%s”; choose another place"),
                              name);
    case ENOENT:
      return g_strdup_printf (_("the folder “%s” is not there; choose another place"), name);
    case ENOTDIR:
      return g_strdup_printf (_("“%s” is not a folder; choose another place"), name);
    case EISDIR:
      return g_strdup (_("a folder has this name; choose another name"));
    case ENAMETOOLONG:
      return g_strdup (_("the name is too long; choose a shorter one"));
    case ELOOP:
      return g_strdup (_("the link leads in a circle"));
    case EIO:
      return g_strdup (_("the disk reported a fault"));
    default:
      return g_strdup (g_strerror (code));
    }
}

static gboolean
fail_reason (const Save *self, int code, const char *reason, GError **error)
{
  int io_code = g_io_error_from_errno (code);

  /* Translators: the name of a file, and why: “the disk is full” */
  if (self->exists)
    g_set_error (error, G_IO_ERROR, io_code,
                 _("“%s” could not be saved: %s. Nothing is lost: the file is as it was."),
                 self->shown, reason);
  else
    g_set_error (error, G_IO_ERROR, io_code,
                 _("“%s” could not be saved: %s. Nothing was written."), self->shown, reason);
  return FALSE;
}

static gboolean
fail (const Save *self, GError **error)
{
  int code = errno;
  g_autofree char *reason = dup_reason (self->folder, code);

  return fail_reason (self, code, reason, error);
}

static void
set_stamp (RtStamp *stamp, const struct stat *found)
{
  stamp->exists = TRUE;
  stamp->device = found->st_dev;
  stamp->inode = found->st_ino;
  stamp->size = found->st_size;
  stamp->seconds = found->st_mtim.tv_sec;
  stamp->nanoseconds = found->st_mtim.tv_nsec;
}

/* Follows @path to the file it means, which need not be there yet: a link that leads nowhere shall
 * lead to the new file afterwards, and not be replaced by it. Returns NULL with errno. */
static char *
resolve_links (const char *path)
{
  g_autofree char *current = g_strdup (path);

  for (int i = 0; i < MAX_LINKS; i++)
    {
      char buffer[4096];
      g_autofree char *folder = NULL;
      ssize_t n = readlink (current, buffer, sizeof buffer - 1);
      char *next;

      if (n < 0 && (errno == EINVAL || errno == ENOENT || errno == ENOTDIR))
        return g_steal_pointer (&current);
      if (n < 0)
        return NULL;
      buffer[n] = '\0';
      folder = g_path_get_dirname (current);
      next = g_path_is_absolute (buffer) ? g_strdup (buffer)
                                         : g_build_filename (folder, buffer, NULL);
      g_free (current);
      current = next;
    }
  errno = ELOOP;
  return NULL;
}

/*
 * ".NAME." as temporary files of the target begin; a long name is cut so that the rest still fits.
 */
static char *
dup_temporary_start (const Save *self)
{
  g_autofree char *name = g_path_get_basename (self->target);
  const char *cut;

  if (strlen (name) > 200)
    {
      name[200] = '\0';
      if (!g_utf8_validate (name, -1, &cut) && cut - name >= 190)
        name[cut - name] = '\0';
    }
  return g_strdup_printf (".%s.", name);
}

static gboolean
create_temporary (Save *self, int mode)
{
  static const char letters[] = "abcdefghijklmnopqrstuvwxyz0123456789";
  g_autofree char *start = dup_temporary_start (self);

  for (int i = 0; i < 100; i++)
    {
      char random[TEMPORARY_RANDOM + 1] = { 0 };
      g_autofree char *name = NULL;
      g_autofree char *path = NULL;

      for (int k = 0; k < TEMPORARY_RANDOM; k++)
        random[k] = letters[g_random_int_range (0, sizeof letters - 1)];
      name = g_strconcat (start, random, TEMPORARY_END, NULL);
      path = g_build_filename (self->folder, name, NULL);
      do
        self->fd = open (path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, mode);
      while (self->fd < 0 && errno == EINTR);
      if (self->fd >= 0)
        {
          self->temporary = g_steal_pointer (&path);
          return TRUE;
        }
      if (errno != EEXIST)
        return FALSE;
    }
  return FALSE;
}

/*
 * Gives the temporary file the owner, group and mode of the file it will replace. A group that
 * cannot be given back gets no more than everybody has: another group must not read it instead.
 */
static gboolean
copy_permissions (Save *self)
{
  mode_t mode = self->old.st_mode & 0777;
  struct stat made;

  if (fstat (self->fd, &made) < 0)
    return FALSE;
  if ((made.st_uid != self->old.st_uid || made.st_gid != self->old.st_gid) &&
      fchown (self->fd, self->old.st_uid, self->old.st_gid) < 0 &&
      made.st_gid != self->old.st_gid && fchown (self->fd, -1, self->old.st_gid) < 0)
    mode = (mode & 0707) | (mode & 07) << 3;
  return (made.st_mode & 0777) == mode || fchmod (self->fd, mode) == 0;
}

static gboolean
write_all (int fd, const char *bytes, gsize length)
{
  while (length > 0)
    {
      ssize_t n = write (fd, bytes, MIN (length, 1 << 30));

      if (n < 0 && errno == EINTR)
        continue;
      if (n == 0)
        errno = EIO;
      if (n <= 0)
        return FALSE;
      bytes += n;
      length -= n;
    }
  return TRUE;
}

static gboolean
sync_fd (int fd)
{
  int result;

  do
    result = fsync (fd);
  while (result < 0 && errno == EINTR);
  return result == 0;
}

/* On Linux the descriptor is gone after EINTR too: closing again could close somebody else's. */
static gboolean
close_fd (int fd)
{
  return close (fd) == 0 || errno == EINTR;
}

/* Until this has happened, a power cut may bring the old name back. File systems that cannot do it
 * for folders say EINVAL, and a folder that may be written to but not read says EACCES: there is no
 * more to be done then. */
static gboolean
sync_folder (const Save *self)
{
  int fd, code;
  gboolean synced;

  do
    fd = open (self->folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  while (fd < 0 && errno == EINTR);
  if (fd < 0)
    return errno == EACCES;
  synced = sync_fd (fd) || errno == EINVAL;
  code = errno;
  close (fd);
  errno = code;
  return synced;
}

/* Takes away what a save left behind that was killed long ago. */
static void
sweep_temporaries (const Save *self)
{
  g_autofree char *start = dup_temporary_start (self);
  g_autoptr (GDir) dir = g_dir_open (self->folder, 0, NULL);
  gsize length = strlen (start) + TEMPORARY_RANDOM + strlen (TEMPORARY_END);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = NULL;
      struct stat found;

      if (strlen (name) != length || !g_str_has_prefix (name, start) ||
          !g_str_has_suffix (name, TEMPORARY_END))
        continue;
      path = g_build_filename (self->folder, name, NULL);
      if (lstat (path, &found) == 0 && S_ISREG (found.st_mode) &&
          found.st_mtime < g_get_real_time () / G_USEC_PER_SEC - DAY)
        unlink (path);
    }
}

/* Finds out what is there now and whether it may be replaced. */
static gboolean
look (Save *self, GError **error)
{
  if (stat (self->target, &self->old) < 0)
    return errno == ENOENT ? TRUE : fail (self, error);
  if (S_ISDIR (self->old.st_mode))
    {
      errno = EISDIR;
      return fail (self, error);
    }
  if (!S_ISREG (self->old.st_mode))
    return fail_reason (self, EINVAL, _("it is not an ordinary file"), error);
  self->exists = TRUE;
  if (faccessat (AT_FDCWD, self->target, W_OK, AT_EACCESS) < 0)
    return fail_reason (self, errno, _("it is write-protected; choose another name"), error);
  return TRUE;
}

static gboolean
check_unchanged (const Save *self, GError **error)
{
  RtStamp now;

  if (self->expected == NULL || !self->expected->exists)
    return TRUE;
  rt_stamp_take (self->target, &now);
  if (!now.exists || rt_stamp_equal (&now, self->expected))
    return TRUE;
  g_set_error (error, RT_ERROR, RT_ERROR_CHANGED_ON_DISK,
               _("“%s” was changed by another program since it was opened here. "
                 "Save under another name to keep both, or replace it."), self->shown);
  return FALSE;
}

/* Fills the temporary file; closes it in any case. */
static gboolean
fill (Save *self, const char *bytes, gsize length)
{
  gboolean filled = (!self->exists || copy_permissions (self)) &&
                    write_all (self->fd, bytes, length) && sync_fd (self->fd);
  int code = errno;
  gboolean closed = close_fd (self->fd);

  if (!filled)
    errno = code;
  return filled && closed;
}

static gboolean
replace (Save *self, const char *bytes, gsize length, int mode, GError **error)
{
  if (!look (self, error))
    return FALSE;
  if (!create_temporary (self, self->exists ? 0600 : mode) || !fill (self, bytes, length))
    return fail (self, error);
  if (!check_unchanged (self, error))
    return FALSE;
  if (rename (self->temporary, self->target) < 0)
    return fail (self, error);
  g_clear_pointer (&self->temporary, g_free);
  return TRUE;
}

/**
 * rt_stamp_equal:
 * @a: a stamp
 * @b: another
 *
 * Returns: whether the file can be taken to be the same, with the same content
 */
gboolean
rt_stamp_equal (const RtStamp *a, const RtStamp *b)
{
  return a->exists == b->exists && a->device == b->device && a->inode == b->inode &&
         a->size == b->size && a->seconds == b->seconds && a->nanoseconds == b->nanoseconds;
}

/**
 * rt_stamp_take:
 * @path: a file, or a link to one
 * @stamp: (out caller-allocates): what it is like now; all zero if it is not there
 */
void
rt_stamp_take (const char *path, RtStamp *stamp)
{
  struct stat found;

  memset (stamp, 0, sizeof *stamp);
  if (stat (path, &found) == 0)
    set_stamp (stamp, &found);
}

/**
 * rt_save_bytes_over:
 * @path: where; links are followed and stay links
 * @bytes: what
 * @length: how many bytes
 * @mode: permissions of a new file, less the umask; an existing one keeps its own
 * @expected: (nullable): what the file was like; %NULL replaces whatever is there
 * @saved: (out caller-allocates) (optional): what it is like now
 * @error: for people
 *
 * Saves whole or not at all: a temporary file beside the target, flushed to the disk, takes its
 * place in one step. At any moment, killed or without power, there is the old file or the new one.
 * Other names of the same file (hard links) keep the old content. About 10 ms, nearly all of it
 * the two flushes.
 *
 * Returns: %FALSE with %RT_ERROR_CHANGED_ON_DISK or a %G_IO_ERROR when the file is as it was; also,
 *   in words that say so, when the new file is there but could not be flushed (@saved is set then)
 */
gboolean
rt_save_bytes_over (const char *path, const char *bytes, gsize length, int mode,
                    const RtStamp *expected, RtStamp *saved, GError **error)
{
  g_autofree char *shown = g_filename_display_basename (path);
  Save self = { .shown = shown, .expected = expected };
  gboolean done;

  self.target = resolve_links (path);
  self.folder = g_path_get_dirname (self.target != NULL ? self.target : path);
  done = self.target != NULL ? replace (&self, bytes, length, mode, error) : fail (&self, error);
  if (done)
    {
      if (saved != NULL)
        rt_stamp_take (self.target, saved);
      done = sync_folder (&self);
      if (!done)
        {
          int code = errno;
          g_autofree char *reason = dup_reason (self.folder, code);

          g_set_error (error, G_IO_ERROR, g_io_error_from_errno (code),
                       _("“%s” was written, but a power cut could undo that: %s. Save again."),
                       shown, reason);
        }
      sweep_temporaries (&self);
    }
  else if (self.temporary != NULL)
    unlink (self.temporary);
  g_free (self.temporary);
  g_free (self.folder);
  g_free (self.target);
  return done;
}

/**
 * rt_save_bytes:
 * @path: where; links are followed and stay links
 * @bytes: what
 * @length: how many bytes
 * @mode: permissions of a new file, less the umask; an existing one keeps its own
 * @error: for people
 *
 * Like rt_save_bytes_over(), whatever is there now.
 *
 * Returns: %FALSE with a %G_IO_ERROR if it could not be done
 */
gboolean
rt_save_bytes (const char *path, const char *bytes, gsize length, int mode, GError **error)
{
  return rt_save_bytes_over (path, bytes, length, mode, NULL, NULL, error);
}

static char *
read_open (int fd, const struct stat *found, gsize limit, gsize *length)
{
  /* One byte more than it should have, to see that nothing comes after it. */
  gsize room = (gsize) found->st_size + 1, n = 0;
  g_autofree char *bytes = g_malloc (room + 1);

  for (;;)
    {
      ssize_t more = read (fd, bytes + n, room - n);

      if (more < 0 && errno == EINTR)
        continue;
      if (more < 0)
        return NULL;
      if (more == 0)
        break;
      n += more;
      if (n > limit)
        {
          errno = EFBIG;
          return NULL;
        }
      if (n == room)
        {
          room = room * 2;
          bytes = g_realloc (bytes, room + 1);
        }
    }
  bytes[n] = '\0';
  *length = n;
  return g_steal_pointer (&bytes);
}

static void
fail_to_read (const char *path, int code, gsize limit, GError **error)
{
  g_autofree char *shown = g_filename_display_basename (path);
  g_autofree char *most = g_format_size_full (limit, G_FORMAT_SIZE_IEC_UNITS);
  const char *reason = g_strerror (code);

  if (code == EFBIG)
    {
      g_set_error (error, RT_ERROR, RT_ERROR_LIMIT,
                   _("“%s” could not be opened: it is larger than %s."), shown, most);
      return;
    }
  if (code == ENOENT || code == ENOTDIR)
    reason = _("it is not there");
  else if (code == EACCES || code == EPERM)
    reason = _("you may not read it");
  else if (code == EISDIR)
    reason = _("it is a folder");
  else if (code == EINVAL)
    reason = _("it is not an ordinary file");
  else if (code == ELOOP)
    reason = _("the link leads in a circle");
  else if (code == EIO)
    reason = _("the disk reported a fault");
  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (code),
               /* Translators: the name of a file, and why: “it is not there” */
               _("“%s” could not be opened: %s."), shown, reason);
}

/**
 * rt_read_bytes:
 * @path: a file
 * @limit: more bytes than this are not read
 * @length: (out): how many there are
 * @stamp: (out caller-allocates) (optional): what the file is like
 * @error: for people
 *
 * Reads a whole file; never waits for one that is a pipe or a device.
 *
 * Returns: (transfer full): the bytes, ended by NUL, or %NULL with %RT_ERROR_LIMIT or a %G_IO_ERROR
 */
char *
rt_read_bytes (const char *path, gsize limit, gsize *length, RtStamp *stamp, GError **error)
{
  char *bytes = NULL;
  struct stat found;
  int code = 0, fd;

  do
    fd = open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
  while (fd < 0 && errno == EINTR);
  if (fd < 0 || fstat (fd, &found) < 0)
    code = errno;
  else if (!S_ISREG (found.st_mode))
    code = S_ISDIR (found.st_mode) ? EISDIR : EINVAL;
  else if ((gsize) found.st_size > limit)
    code = EFBIG;
  else if ((bytes = read_open (fd, &found, limit, length)) == NULL)
    code = errno;
  if (fd >= 0)
    close (fd);
  if (bytes == NULL)
    fail_to_read (path, code, limit, error);
  else if (stamp != NULL)
    set_stamp (stamp, &found);
  return bytes;
}
