"""The TextMate grammar, run over every seed by an engine that reads grammars as VS Code does."""

import json
import logging
import re

from desk.articles import SEEDS

DATE = re.compile(r"^[ \t]*date:?[ \t]+(\d{4}-\d{2}\S*)")


def check(folder):
    from textmate_grammar.parsers.base import LanguageParser

    logging.disable(logging.WARNING)
    [grammar] = json.loads((folder / "package.json").read_text(encoding="utf-8"))["contributes"]["grammars"]
    parser = LanguageParser(json.loads((folder / grammar["path"]).read_text(encoding="utf-8")))
    for seed in sorted(SEEDS.glob("*.news")):
        text = seed.read_text(encoding="utf-8")
        pieces = [
            (line, column, piece, " ".join(scopes))
            for (line, column), piece, scopes in parser.parse_string(text).flatten()
        ]
        for number, line in enumerate(text.splitlines()):
            coloured = [(piece, scopes) for at, _, piece, scopes in pieces if at == number]
            found = mistake(line, coloured)
            assert not found, f"{seed.name}:{number + 1}: {found}: {coloured}"


def mistake(line, coloured):
    """What is coloured wrong in a line, as far as the line alone tells."""
    named = {piece: scopes for piece, scopes in coloured}
    if any("comment.block.notes" in scopes for scopes in named.values()):
        return None
    if date := DATE.match(line):
        return None if "constant.numeric.date" in named.get(date[1], "") else "the date is not coloured"
    if line.startswith("headline ") and "markup.heading" not in named.get(line.removeprefix("headline "), ""):
        return "the headline is not coloured"
    if line.startswith("//") and not all("comment" in scopes for scopes in named.values()):
        return "the comment is not coloured"
    for quotation in re.findall(r"“[^“”]*”", line):
        if "string.quoted" not in named.get(quotation, ""):
            return f"{quotation} is not coloured"
    return None
