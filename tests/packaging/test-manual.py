#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Rotunda authors
"""test-manual.py ROTUNDA-CLI PAGE: the manual page has each command and option the program has, and no
other."""

import re
import subprocess
import sys

import tap

cli, page = sys.argv[1:]
COMMANDS = ('new', 'import', 'check', 'arrange', 'print', 'export')

with open(page, encoding='utf-8') as file:
    manual = file.read()


def options_of_the_program(command):
    text = subprocess.run([cli, command, '--help'], capture_output=True, text=True, check=True).stdout
    found = re.findall(r'^  (?:-\w, )?--([\w-]+)', text, re.MULTILINE)
    return sorted(set(found) - {'help', 'output'})


def options_of_the_synopsis(command):
    synopsis = manual.partition('.Sh SYNOPSIS\n')[2].partition('.Sh ')[0]
    part = synopsis.partition(f'.Cm {command}\n')[2].partition('.Nm\n')[0]
    return sorted(set(re.findall(r'\.(?:Op )?Fl -([\w-]+)', part)))


def options_described(command):
    part = manual.partition(f'.Ss {command}\n')[2]
    part = re.split(r'^\.S[sh] ', part, maxsplit=1, flags=re.MULTILINE)[0]
    return sorted(set(re.findall(r'^\.It Fl -([\w-]+)', part, re.MULTILINE)))


def test_every_command_is_there():
    found = re.findall(r'^\.Cm (\w+)$', manual.partition('.Sh DESCRIPTION')[0], re.MULTILINE)
    tap.equal(tuple(found), COMMANDS)


def test_the_synopsis_has_every_option():
    for command in COMMANDS:
        tap.equal((command, options_of_the_synopsis(command)),
                  (command, options_of_the_program(command)))


def test_every_option_is_described():
    for command in COMMANDS:
        tap.equal((command, options_described(command)), (command, options_of_the_program(command)))


def test_every_command_of_the_program_is_known_here():
    text = subprocess.run([cli, '--help'], capture_output=True, text=True, check=True).stdout
    tap.equal(tuple(re.findall(r'^  rotunda-cli (\w+)', text, re.MULTILINE)), COMMANDS)


tap.run(test_every_command_is_there,
        test_every_command_of_the_program_is_known_here,
        test_the_synopsis_has_every_option,
        test_every_option_is_described)
