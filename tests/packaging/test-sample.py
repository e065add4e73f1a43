#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Rotunda authors
"""test-sample.py ROTUNDA-CLI PLAN: the sample plan is what build-aux/run promises."""

import json
import os
import subprocess
import sys
import tempfile

import tap

cli, plan = sys.argv[1:]
folder = tempfile.TemporaryDirectory()
arranged = os.path.join(folder.name, 'arranged.rotunda.json')


def run(*words):
    return subprocess.run([cli, *words], capture_output=True, text=True)


def test_it_is_a_plan_nobody_is_seated_in():
    found = run('check', plan, '--json')
    report = json.loads(found.stdout)
    tap.equal((found.returncode, report['valid'], report['measures']['unseated']['found'] > 0),
              (1, True, True))


def test_it_is_written_as_rotunda_writes_it():
    copy = os.path.join(folder.name, 'copy.rotunda.json')
    nobody = os.path.join(folder.name, 'nobody.csv')
    with open(nobody, 'w', encoding='utf-8') as file:
        file.write('Name\nImran Rahimi\n')
    tap.equal(run('import', plan, nobody, '-o', copy).returncode, 0)
    with open(plan, encoding='utf-8') as old, open(copy, encoding='utf-8') as new:
        tap.equal(new.read(), old.read())


def test_it_is_arranged_with_proof():
    found = run('arrange', plan, '-o', arranged, '--json')
    report = json.loads(found.stdout)
    tap.equal((found.returncode, report['proven'], report['measures']['repeats']),
              (0, True, {'found': 0, 'bound': 0}))


def test_the_result_passes_the_check():
    tap.equal(run('check', arranged).returncode, 0)


tap.run(test_it_is_a_plan_nobody_is_seated_in,
        test_it_is_written_as_rotunda_writes_it,
        test_it_is_arranged_with_proof,
        test_the_result_passes_the_check)
