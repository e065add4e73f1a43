#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Rotunda authors
"""test-style.py SOURCES: what HACKING says of every C file, as far as a program can see it."""

import sys
from pathlib import Path

import tap

COLUMNS = 100
HEAD = ['/* SPDX-License-Identifier: GPL-3.0-or-later',
        ' * SPDX-FileCopyrightText: The Rotunda authors */']

sources = Path(sys.argv[1])
files = {str(path.relative_to(sources)): path.read_text('utf-8').splitlines()
         for top in ('src', 'tests') for path in sorted((sources / top).rglob('*.[ch]'))}


def test_lines_fit():
    tap.equal([f'{name}:{number}' for name, lines in files.items()
               for number, line in enumerate(lines, 1) if len(line) > COLUMNS], [])


def test_spaces():
    tap.equal([f'{name}:{number}' for name, lines in files.items()
               for number, line in enumerate(lines, 1) if '\t' in line or line != line.rstrip()], [])


def test_licence():
    tap.equal([name for name, lines in files.items() if lines[:2] != HEAD], [])


def test_headers_once():
    tap.equal([name for name, lines in files.items()
               if name.endswith('.h') and '#pragma once' not in lines[2:4]], [])


tap.run(test_lines_fit, test_spaces, test_licence, test_headers_once)
