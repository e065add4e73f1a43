# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Rotunda authors
"""rotunda-cli, run in a folder of its own, for the tests beside this: PROGRAM ROTUNDA-CLI TESTS."""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

sys.dont_write_bytecode = True
cli, tests = Path(sys.argv[1]).absolute(), Path(sys.argv[2]).absolute()
sys.path[:0] = [str(tests / 'packaging'), str(tests)]
events = tests / 'data' / 'events'
scratch = tempfile.TemporaryDirectory(prefix='rotunda-cli-')
folder = Path(scratch.name)


def run_raw(*words, status=0, env=None):
    """Runs the program; returns the bytes of standard output, and standard error."""
    done = subprocess.run([cli, *map(str, words)], capture_output=True, cwd=folder, env={**os.environ, **(env or {})})
    err = done.stderr.decode()
    if done.returncode != status:
        raise AssertionError(f'{words}: ended with {done.returncode}, not {status}\n{done.stdout}\n{err}')
    return done.stdout, err


def run(*words, **how):
    """Runs the program; returns what it wrote to standard output and standard error."""
    out, err = run_raw(*words, **how)
    return out.decode(), err


def has(text, *words):
    for word in words:
        if word not in text:
            raise AssertionError(f'{word!r} is not in {text!r}')


def read(name):
    return json.loads((folder / name).read_text('utf-8'))


def write(name, text):
    (folder / name).write_text(text, 'utf-8')
    return name


def save(name, plan):
    return write(name, json.dumps(plan))
