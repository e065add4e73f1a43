#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Rotunda authors
"""test-shortcuts.py SOURCES: every key the window knows is listed in its shortcuts window and in the help,
and the two list the same."""

import os
import re
import sys
from xml.etree import ElementTree

import tap

MALLARD = '{http://projectmallard.org/1.0/}'
# What the help calls the keys.
WORDS = {'Control': 'Ctrl', 'Page_Up': 'Page Up', 'Page_Down': 'Page Down', 'Return': 'Return', 'Escape': 'Esc',
         'bracketleft': '[', 'bracketright': ']', 'plus': '+', 'minus': '−', 'question': '?', 'comma': ',', 'space': 'Space'}
# The same key by another name.
ALIASES = {'Add': 'plus', 'Subtract': 'minus', 'equal': 'plus', 'Enter': 'Return', 'Left_Tab': 'Tab'}
# Nobody looks these up: they do what they do in every program.
EVERYWHERE = {'tab'}
ACCELERATOR = re.compile(r'(?:<(?:Control|Shift|Alt)>)*(?:<(?:Control|Shift|Alt)>\w+|F\d+|Escape|Delete)')

sources = sys.argv[1]


def read(*path):
    with open(os.path.join(sources, *path), encoding='utf-8') as file:
        return file.read()


def app_sources():
    folder = os.path.join(sources, 'src', 'app')
    return [(name, read('src', 'app', name)) for name in sorted(os.listdir(folder)) if name.endswith('.c')]


def listed():
    """The accelerators of the shortcuts window."""
    tree = ElementTree.fromstring(read('src', 'app', 'gtk', 'shortcuts.ui'))
    texts = [node.text for node in tree.iter('property') if node.get('name') == 'accelerator']
    return {accelerator for text in texts for accelerator in text.split()}


def key_of(accelerator):
    return accelerator.rpartition('>')[2]


def spoken(accelerator):
    """An accelerator as the help writes it."""
    parts = re.findall(r'<(\w+)>', accelerator) + [key_of(accelerator)]
    words = [WORDS.get(part, part) for part in parts]
    return tuple(word.upper() if len(word) == 1 else word for word in words)


def told():
    """The keys of the help's page, each as a tuple."""
    page = ElementTree.fromstring(read('help', 'C', 'shortcuts.page'))
    sequences = {tuple(key.text for key in node.iter(f'{MALLARD}key')) for node in page.iter(f'{MALLARD}keyseq')}
    return sequences | {(node.text,) for node in page.iter(f'{MALLARD}key')}


def test_every_accelerator_is_listed():
    found = set()
    for _, text in app_sources():
        for literal in re.findall(r'"([^"\n]+)"', text):
            parts = literal.split('|')
            if all(ACCELERATOR.fullmatch(part) for part in parts):
                # Of several triggers of one action one is enough.
                found.add(parts[0])
    assert len(found) > 20, found
    tap.equal(sorted(found - listed() - {'<Control>KP_Enter'}), [])


def test_every_key_is_listed():
    keys = {key_of(accelerator).lower() for accelerator in listed()}
    missing = set()
    for name, text in app_sources():
        for key in re.findall(r'\bGDK_KEY_(\w+)', text):
            plain = key.removeprefix('KP_').removeprefix('ISO_')
            if ALIASES.get(plain, plain).lower() not in keys | EVERYWHERE:
                missing.add(f'{name}: {key}')
    tap.equal(sorted(missing), [])


def test_the_help_lists_the_same():
    arrows = {'Up', 'Down', 'Left', 'Right'}
    tap.equal(sorted(accelerator for accelerator in listed()
                     if key_of(accelerator) not in arrows and spoken(accelerator) not in told()), [])


def test_every_shortcut_is_a_key():
    assert len(listed()) > 30
    tap.equal([accelerator for accelerator in sorted(listed())
               if not re.fullmatch(r'(<(Control|Shift|Alt)>)*\w+', accelerator)], [])


tap.run(*[case for name, case in sorted(globals().items()) if name.startswith('test_')])
