#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Rotunda authors
"""test-translations.py PO: every language listed has a file that can be used: each placeholder is where
it was, each plural is there, and every file is listed."""

import os
import subprocess
import sys

import tap

folder = sys.argv[1]


def languages():
    with open(os.path.join(folder, 'LINGUAS'), encoding='utf-8') as file:
        lines = [line.strip() for line in file]
    return [line for line in lines if line and not line.startswith('#')]


def test_every_file_is_listed():
    tap.equal(sorted(name[:-len('.po')] for name in os.listdir(folder) if name.endswith('.po')),
              languages())


def test_every_file_is_sound():
    for language in languages():
        run = subprocess.run(['msgfmt', '--check', '-o', os.devnull,
                              os.path.join(folder, language + '.po')], capture_output=True, text=True)
        tap.equal((run.returncode, run.stderr), (0, ''))


tap.run(test_every_file_is_listed, test_every_file_is_sound)
