#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Rotunda authors
"""bench-print.py ROTUNDA-CLI: how long `rotunda-cli print --sheets usual` takes, and how much memory.

Two sample plans, arranged, and ten thousand people at a thousand tables, without and with QR codes. The
median of three calls; the processor's seconds do not count what else the machine does."""

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

cli = Path(sys.argv[1]).absolute()
samples = Path(__file__).resolve().parent.parent.parent / 'data' / 'samples'


def make_large(n=10000, each=10):
    """Everybody meets others in each round: seat k of a table goes on by k tables."""
    tables = [{'id': f't{t}', 'number': t + 1, 'places': each} for t in range(n // each)]
    rounds = [{'id': f'r{r}', 'minutes': 25, 'changeover': 5, 'seating': {
        f't{t}': [f'p{(t + r * k) % len(tables) * each + k}' for k in range(each)] for t in range(len(tables))}}
        for r in range(3)]
    people = [{'id': f'p{i}', 'name': f'First{i % 83} Last{i}', 'organisation': f'Organisation {i % 300}'}
              for i in range(n)]
    return {'format': 'rotunda-plan', 'version': 1, 'event': {'title': 'A large day', 'start': '10:10'},
            'people': people, 'tables': tables, 'rounds': rounds}


def measure(folder, plan, *words):
    """(seconds by the clock, seconds of the processor, MB) of one call."""
    began = time.monotonic()
    child = subprocess.Popen([cli, 'print', plan, '--sheets', 'usual', *words, '-o', 'out.pdf'], cwd=folder,
                             stderr=subprocess.DEVNULL)
    _, status, used = os.wait4(child.pid, 0)
    if status != 0:
        sys.exit(f'{plan}: print ended with {status}')
    return time.monotonic() - began, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def main():
    with tempfile.TemporaryDirectory(prefix='rotunda-print-') as folder:
        for name in ('leadership-styles', 'inaugural'):
            subprocess.run([cli, 'arrange', samples / f'{name}.rotunda.json', '--seconds', '2', '-o', f'{name}.json'],
                           cwd=folder, capture_output=True, check=True)
        (Path(folder) / 'large.json').write_text(json.dumps(make_large()), 'utf-8')
        print(f'{"plan":28} {"clock s":>8} {"CPU s":>8} {"MB":>6}')
        for name, *words in (('leadership-styles',), ('inaugural',), ('large',), ('large', '--qr')):
            rows = [measure(folder, f'{name}.json', *words) for _ in range(3)]
            clock, cpu, memory = [statistics.median(row[i] for row in rows) for i in range(3)]
            print(f'{" ".join([name, *words]):28} {clock:8.2f} {cpu:8.2f} {memory:6.0f}')


main()
