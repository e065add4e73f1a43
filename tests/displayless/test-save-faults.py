#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Rotunda authors
"""test-save-faults.py SAVE_ONCE: makes every system call of a save fail, one at a time, and kills the
program at each of them. Afterwards the old or the new text must be there, whole; a save that did not
work must say so. Speaks TAP; skips what strace or mount may not do here."""

import os
import re
import shutil
import subprocess
import sys
import tempfile

SAVE_ONCE = sys.argv[1]
OLD = b"o" * 20000
NEW_LENGTH = 150000
NEW = b"n" * NEW_LENGTH
FAULTS = ["ENOSPC", "EIO", "EACCES", "KILL"]
# Calls that begin again when a signal came in between: the save must work all the same.
INTERRUPTED = {"openat", "write", "fsync", "close"}
# Memory and signals have nothing to do with files.
IGNORED = {"mmap", "munmap", "mprotect", "brk", "futex", "exit_group", "rt_sigaction", "rt_sigprocmask",
           "getrandom", "madvise"}

number = 0
failures = 0


def report(ok, name, why=""):
    global number, failures
    number += 1
    failures += not ok
    print(f"{'ok' if ok else 'not ok'} {number} {name}")
    if not ok:
        print(f"# {why}")
    sys.stdout.flush()


def skip(name, why):
    global number
    number += 1
    print(f"ok {number} {name} # SKIP {why}")


class Target:
    """A folder with a plan in it that is a file, a link, a link to nothing, or not there."""

    def __init__(self, kind):
        self.kind = kind
        self.folder = tempfile.mkdtemp(prefix="rotunda-faults-")
        self.path = os.path.join(self.folder, "plan.json")
        self.real = self.path
        if kind in ("link", "dangling"):
            self.real = os.path.join(self.folder, "real.json")
            os.symlink("real.json", self.path)
        self.exists = kind in ("existing", "link")
        if self.exists:
            with open(self.real, "wb") as file:
                file.write(OLD)
            os.chmod(self.real, 0o640)
            if os.geteuid() == 0:
                os.chown(self.real, 12345, 23456)

    def remove(self):
        shutil.rmtree(self.folder)

    def content(self):
        try:
            with open(self.real, "rb") as file:
                return file.read()
        except FileNotFoundError:
            return None

    def temporaries(self):
        return [name for name in os.listdir(self.folder) if name.startswith(".")]


def run(target, options, log=os.devnull, length=NEW_LENGTH):
    command = ["strace", "-qq", "-f", "-o", log, *options, SAVE_ONCE, target.path, str(length), "n"]
    environment = dict(os.environ, ASAN_OPTIONS="detect_leaks=0")
    return subprocess.run(command, stderr=subprocess.PIPE, env=environment, check=False)


def calls_of_a_save(kind):
    """[(name, how many-th call of that name)] from the first that looks at the plan."""
    target = Target(kind)
    log = os.path.join(target.folder, "log")
    result = run(target, ["-e", "signal=none"], log)
    if result.returncode != 0:
        target.remove()
        return None
    counts, calls, begun = {}, [], False
    with open(log, encoding="utf-8", errors="replace") as file:
        for line in file:
            match = re.match(r"\d+\s+([a-z_0-9]+)\(", line)
            if not match:
                continue
            name = match.group(1)
            counts[name] = counts.get(name, 0) + 1
            begun = begun or (name != "execve" and target.path in line)
            if begun and name not in IGNORED:
                calls.append((name, counts[name]))
    target.remove()
    return calls


def judge(target, result, fault):
    """What is wrong after a save with a fault, or None."""
    content = target.content()
    message = result.stderr.decode(errors="replace").strip()
    killed = fault == "KILL"
    if content is None and target.exists:
        return "the plan is gone"
    if content is not None and content not in (OLD, NEW):
        return f"{len(content)} bytes are neither the old nor the new plan"
    if target.kind in ("link", "dangling") and not os.path.islink(target.path):
        return "the link is gone"
    if killed:
        return None
    if result.returncode == 0 and content != NEW:
        return "the save says that it worked, and did not"
    if result.returncode != 0 and not message:
        return "the save failed and said nothing"
    if fault == "EINTR" and result.returncode != 0:
        return f"a signal in between was taken for a fault: {message}"
    if result.returncode == 0 and content == NEW and target.exists:
        if os.stat(target.real).st_mode & 0o777 != 0o640:
            return "the mode was not kept"
    if target.temporaries():
        return f"left behind: {target.temporaries()}"
    return None


def test_faults(kind):
    calls = calls_of_a_save(kind)
    if calls is None:
        skip(f"/save-faults/{kind}", "strace may not trace here")
        return
    told = 0
    for name, when in calls:
        faults = FAULTS + (["EINTR"] if name in INTERRUPTED else [])
        for fault in faults:
            target = Target(kind)
            inject = f"signal=KILL:when={when}" if fault == "KILL" else f"error={fault}:when={when}"
            result = run(target, ["-e", f"trace={name}", "-e", f"inject={name}:{inject}"])
            wrong = judge(target, result, fault)
            told += fault != "KILL" and result.returncode != 0
            report(wrong is None, f"/save-faults/{kind}/{name}-{when}/{fault}", wrong)
            target.remove()
    print(f"# {kind}: {len(calls)} system calls, {told} failures told")


def test_failing_twice():
    """The write fails and the temporary file cannot be taken away either: the first is told."""
    target = Target("existing")
    result = run(target, ["-e", "trace=write,unlink", "-e", "inject=write:error=ENOSPC:when=1",
                          "-e", "inject=unlink:error=EIO"])
    said = result.stderr.decode()
    report(result.returncode == 1 and target.content() == OLD and "the disk is full" in said,
           "/save-faults/twice", said)
    target.remove()


def test_words():
    """The messages that matter most, as people read them."""
    cases = [("fsync", "ENOSPC", "could not be saved: the disk is full. Nothing is lost: the file is as it was."),
             ("write", "EDQUOT", "your share of the disk is used up"),
             ("rename", "EROFS", "the disk can only be read"),
             ("fsync:when=2", "EIO", "was written, but a power cut could undo that")]
    for call, fault, words in cases:
        name, _, when = call.partition(":")
        target = Target("existing")
        inject = f"inject={name}:error={fault}" + (f":{when}" if when else ":when=1")
        result = run(target, ["-e", f"trace={name}", "-e", inject])
        said = result.stderr.decode()
        report(result.returncode == 1 and words in said, f"/save-faults/words/{name}-{fault}", said)
        target.remove()


def test_closing():
    """A fault that the disk only tells when the file is closed: the old plan must stay."""
    calls = calls_of_a_save("existing")
    closing = next(when for name, when in calls[calls.index(("fsync", 1)):] if name == "close")
    target = Target("existing")
    result = run(target, ["-e", "trace=close", "-e", f"inject=close:error=EIO:when={closing}"])
    said = result.stderr.decode()
    report(result.returncode == 1 and target.content() == OLD and "the disk reported a fault" in said,
           "/save-faults/closing", said)
    target.remove()


FULL_DISK = """
mount -t tmpfs -o size=64k tmpfs "$1" || exit 77
head -c 20000 /dev/zero | tr '\\0' o >"$1/plan.json" || exit 77
"$2" "$1/plan.json" 60000 n 2>"$3/message"
echo $? >"$3/status"
cp "$1/plan.json" "$3/plan.json"
ls -A "$1" >"$3/left"
"""


def test_full_disk():
    name = "/save-faults/full-disk"
    folder, out = tempfile.mkdtemp(), tempfile.mkdtemp()
    unshare = ["unshare", "--mount"] + ([] if os.geteuid() == 0 else ["--map-root-user"])
    try:
        result = subprocess.run([*unshare, "sh", "-c", FULL_DISK, "sh", folder, SAVE_ONCE, out],
                                stderr=subprocess.DEVNULL, check=False)
        code = result.returncode
    except FileNotFoundError:
        code = 77
    if code != 0:
        skip(name, "nothing may be mounted here")
    else:
        read = {key: open(os.path.join(out, key), "rb").read()
                for key in ("message", "status", "plan.json", "left")}
        report(read["status"].strip() == b"1" and read["plan.json"] == OLD and
               b"the disk is full" in read["message"] and read["left"].split() == [b"plan.json"],
               name, read["message"].decode())
    shutil.rmtree(folder)
    shutil.rmtree(out)


def main():
    if shutil.which("strace") is None:
        skip("/save-faults", "there is no strace")
    else:
        for kind in ("existing", "new", "link", "dangling"):
            test_faults(kind)
        if calls_of_a_save("existing") is not None:
            test_failing_twice()
            test_closing()
            test_words()
    test_full_disk()
    print(f"1..{number}")
    return failures > 0


if __name__ == "__main__":
    sys.exit(main())
