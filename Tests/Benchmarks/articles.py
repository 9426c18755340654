"""Invented articles, the same words as .news and as Markdown, the same on every machine."""
import random
import re

FIRST = "Ana Björn Dagny Elif Freydis Imogen Jonas Kwame Luca Maren Nim Ottilie Priya Renée Torvald Walter Zoë".split()
LAST = "Adair Amadi Castellan Ekdal Haddad Ibarra Lindqvist Müller Mwangi Okafor Prynne Rance Ruiz Sørbø Velasquez".split()
TOWNS = ["Arlested", "Nether Arle", "Storvik", "Marlow Fen", "São Bento", "Kvalheim", "Port Ansel"]
BODIES = ["the town council", "the harbour board", "the Province of Arle", "the Flood Committee", "Northgate Ferries",
          "the teachers’ union", "the Institute for Rivers"]
ROLES = ["engineer", "council leader", "harbour master", "choirmaster", "treasurer", "head teacher"]
SENTENCES = [
    "{name} of {body} said on Tuesday that work in {town} would begin before the winter.",
    "According to {body}, more than {number} households in {town} will be without water until Friday.",
    "“We were told nothing until the morning of the vote,” said {name}, {role} of {town}.",
    "The plan, first drafted in {town} last spring, would cost {number} million over three years.",
    "{name} declined to comment, but a spokesman for {body} confirmed that the talks would go on.",
    "A report by {body} put the damage at {number} million, a figure that {name} called “far too low”.",
    "In {town}, about {number} people gathered outside the hall; there was singing, some of it in tune.",
    "Nobody from {body} had been to see the wall since the river rose, {name} said.",
    "The river left its banks twice in a week, and the cellars of {town} were full by the morning.",
]
SAID = [
    "Every street that flooded will get a pump before the winter is out.",
    "I have sung in colder rooms, but never in one where I could see the alto line.",
    "We lose one ship in three to the weather, and we will not pretend otherwise.",
]


def fill(dice, pattern):
    return pattern.format(name=person(dice), body=dice.choice(BODIES), town=dice.choice(TOWNS),
                          role=dice.choice(ROLES), number=dice.randint(2, 97))


def person(dice):
    return f"{dice.choice(FIRST)} {dice.choice(LAST)}"


def paragraph(dice, slips):
    """A paragraph; every sixth has a slip that a copy editor would mark, or one that a Markdown linter would."""
    text = " ".join(fill(dice, dice.choice(SENTENCES)) for _ in range(dice.randint(2, 5)))
    if not slips:
        return text
    return dice.choice([
        lambda: text + " “It is not over, she said.",
        lambda: text.replace(" the ", " the the ", 1),
        lambda: text.replace(". ", ".  ", 1),
        lambda: text + " ",
        lambda: text + " More at https://council.example/minutes today.",
        lambda: text + "\n",
    ])()


def parts(size, seed):
    """The headline, then sections, quoted passages and paragraphs until the size is reached."""
    dice = random.Random(seed)
    yield "headline", f"{dice.choice(TOWNS)} weighs a plan for {dice.randint(2, 97)} pumps"
    yield "by", person(dice)
    written = number = 0
    while written < size - 350:
        number += 1
        if number % 12 == 0:
            part = "section", f"What {dice.choice(TOWNS)} did in week {number}"
        elif dice.random() < 0.15:
            part = "quoted", (dice.choice(SAID), f"{person(dice)}, {dice.choice(ROLES)}")
        else:
            part = "paragraph", paragraph(dice, slips=number % 6 == 3)
        written += len("".join(part[1]).encode()) + 6
        yield part


def news(size, seed=1):
    """An article of about so many bytes as Newsmark reads it."""
    lines = []
    for kind, words in parts(size, seed):
        match kind:
            case "headline": lines += [f"headline {words}"]
            case "by": lines += [f"by {words}", "date 2023-11-29", ""]
            case "section": lines += [f"# {words}", ""]
            case "quoted": lines += [f"> {words[0]}", f"> — {words[1]}", ""]
            case _: lines += [words, ""]
    return "\n".join(lines[:-1]) + "\n"


def markdown(size, seed=1):
    """The same article as Markdown linters read it."""
    lines = []
    for kind, words in parts(size, seed):
        match kind:
            case "headline": lines += [f"# {words}", ""]
            case "by": lines += [f"By {words}, 2023-11-29", ""]
            case "section": lines += [f"## {words}", ""]
            case "quoted": lines += [f"> {words[0]}", ">", f"> — {words[1]}", ""]
            case _: lines += [words, ""]
    return "\n".join(lines[:-1]) + "\n"


def typing_place(text):
    """Line and UTF-16 column between two words of a paragraph in the middle of the article."""
    lines = text.split("\n")
    for number in range(len(lines) // 2, len(lines)):
        line = lines[number]
        if len(line) > 80 and line[0] not in "#>":
            break
    else:
        number, line = max(enumerate(lines), key=lambda each: len(each[1]))
    return number, utf16(line[:line.index(" ", len(line) // 2) + 1])


def name_below(lines, number):
    """Line, UTF-16 column and words of the first full name in a paragraph below the line of that number, or else above."""
    name = re.compile(f"({'|'.join(FIRST)}) ({'|'.join(LAST)})")
    for number in [*range(number + 1, len(lines)), *range(number)]:
        if lines[number][:1] not in "#>" and (found := name.search(lines[number])):
            return number, utf16(lines[number][:found.start()]), found[0]


def utf16(words):
    return len(words.encode("utf-16-le")) // 2
