#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Rotunda authors
"""test-potfiles.py SOURCES [--write]: po/POTFILES.in names every file with words to translate, and no
other. With --write the list is written anew."""

import os
import re
import subprocess
import sys

import tap

# What a file must hold to belong on the list, by the end of its name.
MARKS = {
    '.c': re.compile(r'\b(_|N_|C_|NC_|Q_|ngettext|g_dngettext|g_dpgettext2?|g_dgettext)\s*\(\s*"'),
    '.h': re.compile(r'\b(N_|NC_)\s*\(\s*"'),
    '.ui': re.compile(r'\btranslatable="(yes|true|1)"'),
    '.desktop.in.in': re.compile(r'^(Name|Comment|Keywords)=', re.MULTILINE),
    '.xml.in.in': re.compile(r'<(comment|summary)>'),
    '.gschema.xml.in': re.compile(r'<summary>'),
}
HEAD = '# Every file with words to translate, in the order of the alphabet.\n'

sources = sys.argv[1]


def has_words(path):
    mark = next((mark for end, mark in MARKS.items() if path.endswith(end)), None)
    if mark is None:
        return False
    with open(os.path.join(sources, path), encoding='utf-8') as file:
        return mark.search(file.read()) is not None


def files_with_words():
    found = []
    for top in ('data', 'src'):
        for folder, _, names in os.walk(os.path.join(sources, top)):
            found += [os.path.relpath(os.path.join(folder, name), sources) for name in names]
    return sorted(path for path in found if has_words(path))


def listed_files():
    with open(os.path.join(sources, 'po', 'POTFILES.in'), encoding='utf-8') as file:
        lines = [line.strip() for line in file]
    return [line for line in lines if line and not line.startswith('#')]


def test_every_file_with_words_is_listed():
    tap.equal([path for path in files_with_words() if path not in listed_files()], [])


def test_every_listed_file_has_words():
    tap.equal([path for path in listed_files() if path not in files_with_words()], [])


def test_the_list_is_sorted():
    tap.equal(listed_files(), sorted(set(listed_files())))


def test_xgettext_reads_them_without_complaint():
    run = subprocess.run(['xgettext', '--from-code=UTF-8', '--keyword=_', '--keyword=N_',
                          '--keyword=C_:1c,2', '--keyword=ngettext:1,2', '--output=-',
                          '--files-from=po/POTFILES.in'],
                         cwd=sources, capture_output=True, text=True, check=True)
    tap.equal(run.stderr, '')


if '--write' in sys.argv:
    with open(os.path.join(sources, 'po', 'POTFILES.in'), 'w', encoding='utf-8') as potfiles:
        potfiles.write(HEAD + ''.join(path + '\n' for path in files_with_words()))
else:
    tap.run(test_every_file_with_words_is_listed,
            test_every_listed_file_has_words,
            test_the_list_is_sorted,
            test_xgettext_reads_them_without_complaint)
