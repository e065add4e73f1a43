# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Rotunda authors
"""The least that a test script needs to speak TAP, so that its cases are counted one by one."""

import sys
import traceback


def run(*cases):
    """Runs each function as one case, named after it; an exception is a failure."""
    print(f'1..{len(cases)}')
    for number, case in enumerate(cases, 1):
        name = case.__name__.removeprefix('test_').replace('_', ' ')
        try:
            case()
        except Exception:
            traceback.print_exc()
            print(f'not ok {number} {name}', flush=True)
        else:
            print(f'ok {number} {name}', flush=True)
    sys.exit(0)


def equal(found, expected):
    if found != expected:
        raise AssertionError(f'found {found!r}, expected {expected!r}')
