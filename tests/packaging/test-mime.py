#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Rotunda authors
"""test-mime.py MIME.xml: the desktop knows a plan by its name and by its first bytes."""

import os
import shutil
import subprocess
import sys
import tempfile

import tap

PLAN = 'application/vnd.rotunda.plan+json'
SPACED = '{\n  "format" : "rotunda-plan",\n  "version" : 1\n}\n'
TIGHT = '{"format":"rotunda-plan","version":1}'

folder = tempfile.TemporaryDirectory()
packages = os.path.join(folder.name, 'mime', 'packages')
os.makedirs(packages)
shutil.copy(sys.argv[1], os.path.join(packages, 'rotunda.xml'))
subprocess.run(['update-mime-database', os.path.join(folder.name, 'mime')], check=True)


def content_type(name, text):
    path = os.path.join(folder.name, name)
    with open(path, 'w', encoding='utf-8') as file:
        file.write(text)
    out = subprocess.run(['gio', 'info', '-a', 'standard::content-type', path], check=True,
                         capture_output=True, text=True,
                         env=dict(os.environ, XDG_DATA_HOME=folder.name)).stdout
    return out.rpartition('standard::content-type:')[2].strip()


def test_known_by_its_name():
    tap.equal(content_type('café.rotunda.json', TIGHT), PLAN)


def test_known_by_its_name_when_empty_of_format():
    tap.equal(content_type('other.rotunda.json', '{}'), PLAN)


def test_known_by_its_first_bytes():
    tap.equal(content_type('download', SPACED), PLAN)


def test_known_by_its_first_bytes_without_spaces():
    tap.equal(content_type('tight', TIGHT), PLAN)


def test_other_json_is_left_alone():
    tap.equal(content_type('people.json', '{"format": "something else"}'), 'application/json')


def test_the_words_alone_do_not_make_a_plan():
    found = content_type('letter', 'About the "rotunda-plan"\n')
    tap.equal(found, 'text/plain')


tap.run(test_known_by_its_name,
        test_known_by_its_name_when_empty_of_format,
        test_known_by_its_first_bytes,
        test_known_by_its_first_bytes_without_spaces,
        test_other_json_is_left_alone,
        test_the_words_alone_do_not_make_a_plan)
