#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Rotunda authors
"""test-help-anchors.py SOURCES: every page of the help that the window leads to is there, and every window
leads to one."""

import os
import re
import sys
from xml.etree import ElementTree

import tap

MALLARD = '{http://projectmallard.org/1.0/}'

sources = sys.argv[1]


def read(*path):
    with open(os.path.join(sources, *path), encoding='utf-8') as file:
        return file.read()


def led_to():
    """By type: the page F1 leads to."""
    rows = re.findall(r'\{ "(\w+)", (?:TRUE|FALSE), "([\w#-]+)" \}', read('src', 'app', 'rt-help.c'))
    assert len(rows) > 20, rows
    return dict(rows)


def anchors():
    """Every page, and every section as "page#section"."""
    found = set()
    for name in os.listdir(os.path.join(sources, 'help', 'C')):
        if name.endswith('.page'):
            page = ElementTree.fromstring(read('help', 'C', name))
            found.add(page.get('id'))
            found |= {f'{page.get("id")}#{section.get("id")}' for section in page.iter(f'{MALLARD}section')}
    return found


def types(parents):
    """What is defined in src/app below one of @parents."""
    define = re.compile(rf'G_DEFINE_FINAL_TYPE(?:_WITH_CODE)? \((\w+), \w+,\s*(?:{parents})\b')
    found = set()
    for name in os.listdir(os.path.join(sources, 'src', 'app')):
        if name.endswith('.c'):
            found |= set(define.findall(read('src', 'app', name)))
    return found


def test_every_page_led_to_is_there():
    tap.equal(sorted(set(led_to().values()) - anchors()), [])


def test_every_window_leads_to_a_page():
    windows = types('ADW_TYPE_WINDOW|GTK_TYPE_WINDOW|GTK_TYPE_DIALOG')
    assert len(windows) > 10, windows
    tap.equal(sorted(windows - set(led_to())), [])


def test_no_page_is_for_a_type_that_is_gone():
    tap.equal(sorted(name for name in set(led_to()) - types(r'\w+') if name.startswith('Rt')), [])


def test_every_page_is_built():
    listed = re.findall(r"'([\w-]+)\.page'", read('help', 'meson.build'))
    tap.equal(sorted(listed), sorted(anchor for anchor in anchors() if '#' not in anchor))


tap.run(*[case for name, case in sorted(globals().items()) if name.startswith('test_')])
