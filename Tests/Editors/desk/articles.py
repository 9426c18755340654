"""Two seed articles, each with one mistake put in, and what a reader of them expects to be shown."""

import dataclasses
import pathlib

SEEDS = pathlib.Path(__file__).parents[3] / "seeds"


@dataclasses.dataclass(frozen=True)
class Place:
    """A place in a text; `units` counts UTF-16, `octets` UTF-8, `column` characters."""

    line: int
    column: int
    units: int
    octets: int


@dataclasses.dataclass(frozen=True)
class Article:
    file: str
    # The words whose closing mark is taken away, and a new paragraph that ends in the start of a name.
    unclosed: str
    unfinished: str
    before: str
    # What is pointed at: a later mention of a person, its line, and the line of the person's declaration or first mention.
    mention: str
    person: str
    # A mention with nothing but ASCII before it on its line, for a client that counts bytes.
    early: str
    home: str
    mentions: int
    # What must stand in the outline; the first quotations; a word for the workspace's symbols.
    outline: tuple
    quotations: tuple
    query: str

    @property
    def closed(self):
        return self.unclosed + "”"

    @property
    def spoilt(self):
        """The text that the client opens: a mark is missing, and a name is half typed."""
        text = (SEEDS / self.file).read_text(encoding="utf-8")
        assert text.count(self.closed) == 1, self.file
        text = text.replace(self.closed, self.unclosed)
        cut = text.index(self.before) if self.before else len(text)
        return text[:cut].rstrip("\n") + "\n\n" + self.unfinished + "\n" + ("\n" + text[cut:] if self.before else "")

    @property
    def repaired(self):
        return self.spoilt.replace(self.unclosed, self.closed)

    def place(self, words, at=0):
        """Where these words stand, `at` characters into them; they stand once."""
        text = self.spoilt
        assert text.count(words) == 1, (self.file, words)
        index = text.index(words) + at
        line = text[:index].rsplit("\n", 1)[-1]
        return Place(text[:index].count("\n"), len(line), len(line.encode("utf-16-le")) // 2, len(line.encode()))

    def within(self, mention):
        """Inside the person's surname in a mention."""
        return self.place(mention, mention.index(self.person.split()[-1]) + 1)

    def line(self, words):
        return self.place(words).line

    @property
    def places(self):
        return {
            "top": Place(0, 0, 0, 0),
            "mention": self.within(self.mention),
            "early": self.within(self.early),
            "unfinished": self.place(self.unfinished, len(self.unfinished)),
            "unclosed": self.place(self.unclosed),
            "quotation": self.place(self.quotations[0], 3),
            "missing": self.place(self.unclosed, len(self.unclosed)),
        }


ARTICLES = [
    Article(
        file="council-flood-budget.news",
        unclosed="“A flood wall buys you a night.",
        unfinished="Asked again, Ana",
        before="correction 2023-11-30",
        mention="Ruiz said. “It usually is.”",
        person="Ana Ruiz",
        early="Council leader Ana Ruiz",
        home="person Ana Ruiz, council leader",
        mentions=3,
        outline=("Ana Ruiz", "What happens next", "The engineers", "A pump buys you an hour"),
        quotations=("“overdue,”", "Every street that flooded", "“A pump buys you an hour,”"),
        query="Ruiz",
    ),
    Article(
        file="ferry-night-crossings.news",
        unclosed="“In May I will be on board, and I will buy the coffee.",
        unfinished="Asked again, Ingrid",
        before="",
        mention="figures that Palsdotter presented",
        person="Ingrid Palsdotter",
        early="figures that Palsdotter presented",
        home="said Ingrid Palsdotter",
        mentions=3,
        outline=("Ferry Operator Says", "We took these boats away", "We can staff them now", "Every evening I watch"),
        quotations=("“We took these boats away", "“We can staff them now.", "“Every evening I watch"),
        query="Palsdotter",
    ),
]
