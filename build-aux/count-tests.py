#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Rotunda authors
"""Counts the tests that meson ran, case by case, and ends with "N passed, N failed".

count-tests.py [--broken=TEXT]... [LOG.json=EXIT STATUS OF MESON]...

A program that speaks TAP counts once for each of its cases, any other program once. A program that
stops before its last case, or that fails though its cases passed, is one more failure; so is every
--broken. Exit status 0 only when something passed and nothing failed.

What a failed program wrote first of its failure, and last of all, stands below its name: whoever
sees no more of the run than its end can tell what happened."""

import json
import os
import re
import sys

RESULT = re.compile(r'^(not )?ok\b *\d* *(?:- *)?(.*?)(?: *# *(SKIP|TODO)\b.*)?$', re.IGNORECASE)
PLAN = re.compile(r'^1\.\.(\d+)')
WORDS_SHOWN = 12  # lines, of each of what went out


def count_program(test):
    """Returns how many cases passed and were skipped, and the names of those that failed."""
    passed, skipped, failed = 0, 0, []
    planned, reason = None, ''
    for line in test.get('stdout', '').splitlines():
        if line.startswith('Bail out!'):
            reason = ': ' + line[len('Bail out!'):].strip()
        plan = PLAN.match(line)
        if plan:
            planned = int(plan[1])
        case = RESULT.match(line)
        if not case:
            continue
        if case[3]:
            skipped += 1
        elif case[1]:
            failed.append(case[2])
        else:
            passed += 1
    if planned is None and not passed and not failed:
        if test['result'] == 'OK':
            return 1, 0, []
        if test['result'] == 'SKIP':
            return 0, 1, []
    elif planned not in (None, passed + skipped + len(failed)):
        failed.append(f'stopped after {passed + skipped + len(failed)} of {planned} cases{reason}')
    if test['result'] not in ('OK', 'SKIP') and not failed:
        failed.append(f'{test["result"].lower()}, exit status {test["returncode"]}')
    return passed, skipped, failed


def last_words(test):
    """What a failed program said on its first failure, and the end of its complaints."""
    out = test.get('stdout', '').splitlines()
    first = next((i for i, line in enumerate(out) if line.startswith(('not ok', 'Bail out!'))),
                 max(0, len(out) - WORDS_SHOWN))
    return out[first:first + WORDS_SHOWN] + test.get('stderr', '').splitlines()[-WORDS_SHOWN:]


def count_log(path, status):
    """The same for a whole log of meson. A run in which no program was chosen leaves no log."""
    passed, skipped, failed = 0, 0, []
    if os.path.exists(path):
        with open(path, encoding='utf-8') as log:
            for line in log:
                test = json.loads(line)
                one_passed, one_skipped, one_failed = count_program(test)
                passed += one_passed
                skipped += one_skipped
                failed += [f'{path}: {test["name"]}: {name}' for name in one_failed]
                if one_failed:
                    failed[-1] += ''.join(f'\n    {line}' for line in last_words(test))
    if status != 0 and not failed:
        failed.append(f'{path}: meson ended with exit status {status}')
    return passed, skipped, failed


def main():
    passed, skipped, failed = 0, 0, []
    for argument in sys.argv[1:]:
        if argument.startswith('--broken='):
            failed.append(argument[len('--broken='):])
        else:
            path, _, status = argument.rpartition('=')
            log_passed, log_skipped, log_failed = count_log(path, int(status))
            passed += log_passed
            skipped += log_skipped
            failed += log_failed
    for name in failed:
        print(f'failed: {name}')
    if skipped:
        print(f'skipped: {skipped}')
    print(f'{passed} passed, {len(failed)} failed')
    return 0 if passed and not failed else 1


sys.exit(main())
