#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Rotunda authors
"""test-count-tests.py COUNT-TESTS: the last line of build-aux/test tells the truth."""

import json
import os
import subprocess
import sys
import tempfile

import tap

folder = tempfile.TemporaryDirectory()


def program(stdout, result='OK', returncode=0, stderr=''):
    return {'name': 'some', 'stdout': stdout, 'stderr': stderr, 'result': result,
            'returncode': returncode}


def run(*programs, status=0, more=()):
    """The lines printed, and the exit status, for a log that holds these programs."""
    path = os.path.join(folder.name, 'log.json')
    with open(path, 'w', encoding='utf-8') as log:
        log.writelines(json.dumps(one) + '\n' for one in programs)
    ended = subprocess.run([sys.executable, sys.argv[1], f'{path}={status}', *more],
                           capture_output=True, text=True)
    return ended.stdout.splitlines(), ended.returncode


def count(*programs, status=0, more=()):
    """The last line, and the exit status."""
    lines, returncode = run(*programs, status=status, more=more)
    return lines[-1], returncode


def test_counts_each_case():
    tap.equal(count(program('1..2\nok 1 /a\nok 2 /b\n'), program('1..1\nok 1 /c\n')),
              ('3 passed, 0 failed', 0))


def test_counts_a_plain_program_once():
    tap.equal(count(program('hello\n')), ('1 passed, 0 failed', 0))


def test_counts_a_failed_case():
    tap.equal(count(program('1..2\nok 1 /a\nnot ok 2 /b\n', 'FAIL', 1), status=1),
              ('1 passed, 1 failed', 1))


def test_a_failed_plain_program_fails():
    tap.equal(count(program('', 'FAIL', 1), status=1), ('0 passed, 1 failed', 1))


def test_a_program_that_stops_early_fails():
    tap.equal(count(program('1..3\nok 1 /a\n', 'ERROR', -6), status=1), ('1 passed, 1 failed', 1))


def test_a_program_that_dies_after_its_last_case_fails():
    tap.equal(count(program('1..1\nok 1 /a\n', 'ERROR', -11), status=1), ('1 passed, 1 failed', 1))


def test_a_program_that_hangs_fails():
    tap.equal(count(program('', 'TIMEOUT', -15), status=1), ('0 passed, 1 failed', 1))


def test_a_skipped_case_is_neither():
    tap.equal(count(program('1..2\nok 1 /a\nok 2 /b # SKIP no display\n')),
              ('1 passed, 0 failed', 0))


def test_nothing_run_is_not_a_success():
    tap.equal(count(), ('0 passed, 0 failed', 1))


def test_what_meson_alone_knows_is_a_failure():
    tap.equal(count(program('1..1\nok 1 /a\n'), status=125), ('1 passed, 1 failed', 1))


def test_a_broken_build_is_a_failure():
    tap.equal(count(program('1..1\nok 1 /a\n'), more=['--broken=build: warnings']),
              ('1 passed, 1 failed', 1))


def test_a_run_without_a_log_counts_nothing():
    tap.equal(count(program('1..1\nok 1 /a\n'), more=[os.path.join(folder.name, 'none.json') + '=0']),
              ('1 passed, 0 failed', 0))


def test_what_failed_says_why():
    noise = ''.join(f'ok {i + 3} /more\n' for i in range(50))
    lines, _ = run(program('1..53\nok 1 /a\nnot ok 2 /b\n# waited in vain\n' + noise, 'FAIL', 1,
                           stderr='first\n' * 50 + 'the last\n'),
                   program('1..1\nok 1 /quiet\n', stderr='a warning\n'), status=1)
    tap.equal([line for line in lines if '# waited in vain' in line or 'the last' in line],
              ['    # waited in vain', '    the last'])
    tap.equal(len(lines) < 40, True)
    tap.equal(any('a warning' in line for line in lines), False)


tap.run(test_counts_each_case,
        test_counts_a_plain_program_once,
        test_counts_a_failed_case,
        test_a_failed_plain_program_fails,
        test_a_program_that_stops_early_fails,
        test_a_program_that_dies_after_its_last_case_fails,
        test_a_program_that_hangs_fails,
        test_a_skipped_case_is_neither,
        test_nothing_run_is_not_a_success,
        test_what_meson_alone_knows_is_a_failure,
        test_a_broken_build_is_a_failure,
        test_a_run_without_a_log_counts_nothing,
        test_what_failed_says_why)
