"""Judges what a client showed of an article against what its reader expects, one feature after the other.

A driver tells what it saw as {feature: what}, what the client cannot do as {feature: {"cannot": why}}, and what cannot be
seen here as {feature: {"unseen": why}}; under `channels`, the lines that each further way from a quotation on led to.
"""

import datetime
import json

from desk.transcript import violations

WORKS, CANNOT, FAILS, ABSENT, UNSEEN = "works", "cannot", "fails", "not offered by the server", "not seen"

# The features in the order of the table, each with the capability that the server must offer for it.
FEATURES = {
    "diagnostics": None,
    "hover": "hoverProvider",
    "outline": "documentSymbolProvider",
    "completion": "completionProvider",
    "definition": "definitionProvider",
    "references": "referencesProvider",
    "highlight": "documentHighlightProvider",
    "jump": "executeCommandProvider",
    "symbols": "workspaceSymbolProvider",
    "rename": "renameProvider",
    "actions": "codeActionProvider",
    "formatting": "documentFormattingProvider",
    "colours": "semanticTokensProvider",
    "folding": "foldingRangeProvider",
    "selection": "selectionRangeProvider",
    "hints": "inlayHintProvider",
    "lenses": "codeLensProvider",
    "links": "documentLinkProvider",
    "calls": "callHierarchyProvider",
    "save": None,
}

# The ways from one quotation to the next, as the table calls them.
CHANNELS = {
    "command": "a command, which returns the place",
    "shown": "a command, which opens the place (`window/showDocument`)",
    "goto": "the goto verbs, from a quotation to who says it and on to the next",
    "highlights": "all quotations of the speaker, marked (`documentHighlight`)",
    "references": "all quotations of the speaker, listed (`references`)",
    "symbols": "the quotations in the outline (`documentSymbol`)",
    "calls": "the quotations of a person, as calls (`callHierarchy`)",
}


def diagnostics(article, shown):
    """The missing mark is found where it is missing, and is found no more once it is there."""
    line = article.line(article.unclosed)
    if not any(each["line"] == line and "not closed" in each["text"] for each in shown["opened"]):
        return f"no finding on line {line + 1}: {shown['opened']}"
    if any("not closed" in each["text"] for each in shown["repaired"]):
        return f"the finding stays after the repair: {shown['repaired']}"
    return None


def hover(article, shown):
    return None if article.person in shown else f"no {article.person} in {shown!r}"


def outline(article, shown):
    lacking = [words for words in article.outline if not any(words in each for each in shown)]
    return f"no {lacking} in {shown}" if lacking else None


def completion(article, shown):
    if not any(article.person in label for label in shown["labels"]):
        return f"no {article.person} among {shown['labels']}"
    if "line" in shown and shown["line"] != article.unfinished.rsplit(" ", 1)[0] + " " + article.person:
        return f"the line became {shown['line']!r}"
    return None


def definition(article, shown):
    home = article.line(article.home)
    return None if shown == home else f"went to line {shown}, not {home}"


def references(article, shown):
    wanted = article.line(article.mention)
    enough = len(shown) >= article.mentions and wanted in shown
    return None if enough else f"lines {sorted(shown)}, where {article.mentions} with {wanted} were expected"


def highlight(article, shown):
    return None if shown >= article.mentions else f"{shown} marked"


def jump(article, shown):
    """A command: next, next, next and previous from the top. The goto verbs: the places passed from one quotation on."""
    if "passed" in shown:
        following = article.place(article.quotations[1])
        reached = [following.line, following.units] in shown["passed"]
        return None if reached else f"passed {shown['passed']}, not {following}"
    wanted = [article.quotations[n] for n in (0, 1, 2, 1)][: len(shown["reached"])]
    lines = [article.line(words) for words in wanted]
    return None if shown["reached"] == lines and len(lines) > 1 else f"reached lines {shown['reached']}, not {lines}"


def channels(workspace, shown):
    """The ways that led from one quotation to the next, and the failures of those that did not."""
    article, led, failures = workspace.article, [], []
    following = article.line(article.quotations[1])
    told = dict(shown.get("channels") or {})
    jumped = shown.get("jump") or {}
    if jumped.keys() & {"passed", "reached"}:
        told["goto" if "passed" in jumped else "command"] = [following] if jump(article, jumped) is None else []
        shows = {json.dumps(each["id"]) for each in workspace.transcript.sent("window/showDocument", "server")}
        answers = workspace.transcript.messages("client")
        if any((each.get("result") or {}).get("success") for each in answers if json.dumps(each.get("id")) in shows):
            told["shown"] = told["command"]
    for channel, lines in told.items():
        if following in lines:
            led.append(channel)
        else:
            failures.append(f"{article.file}: {channel} led to lines {lines}, not {following}")
    return led, failures


def symbols(article, shown):
    return None if any(article.query in each for each in shown) else f"no {article.query!r} in {shown}"


def rename(article, shown):
    return None if shown.count("Newname") >= 2 else "the new name does not stand in the text"


def actions(article, shown):
    return None if shown["titles"] and shown["changed"] else f"nothing applied of {shown['titles']}"


def links(article, shown):
    return "nothing shown" if not shown and "https://" in article.spoilt else None


def seen(article, shown):
    return None if shown else "nothing shown"


def save(article, shown):
    return None if shown == article.repaired else f"the file holds something else: {shown[-200:]!r}"


def judge(article, workspace, shown):
    """{feature: (verdict, reason)}, with what breaks the protocol under `broken`."""
    offered, verdicts = workspace.transcript.capabilities(), {}
    for feature, capability in FEATURES.items():
        told = shown.get(feature)
        if isinstance(told, dict) and "cannot" in told:
            verdicts[feature] = (CANNOT, told["cannot"])
        elif isinstance(told, dict) and "unseen" in told:
            verdicts[feature] = (UNSEEN, "")
        elif capability and offered.get(capability, False) in (False, None):
            verdicts[feature] = (ABSENT, "")
        elif told is None:
            verdicts[feature] = (FAILS, "the driver told nothing")
        else:
            reason = globals().get(feature, seen)(article, told)
            verdicts[feature] = (FAILS, reason) if reason else (WORKS, "")
    led, astray = channels(workspace, shown)
    broken = violations(workspace.transcript)
    if not offered and any(kind != UNSEEN for kind, _ in verdicts.values()):
        broken.append("the client never started the server")
    return {
        "article": article.file,
        "verdicts": verdicts,
        "broken": broken,
        "error": shown.get("error"),
        "jump": (shown.get("jump") or {}).get("by", ""),
        "channels": led,
        "astray": astray,
    }


def merge(name, client, results):
    """One result for a client: a feature works where it works on every article."""
    verdicts, failures, notes = {}, [], {}
    for feature in FEATURES:
        each = [result["verdicts"][feature] for result in results]
        kinds = [kind for kind, _ in each]
        verdicts[feature] = next((kind for kind in (FAILS, UNSEEN, ABSENT, CANNOT) if kind in kinds), WORKS)
        failures += [
            f"{r['article']}: {feature}: {reason}" for r, (kind, reason) in zip(results, each) if kind == FAILS
        ]
        if verdicts[feature] == CANNOT:
            notes[feature] = next(reason for kind, reason in each if kind == CANNOT)
    failures += [each for result in results for each in result["astray"]]
    failures = [f"{result['article']}: {result['error']}" for result in results if result["error"]] or failures
    for result in results:
        failures += [f"{result['article']}: protocol: {each}" for each in sorted(set(result["broken"]))]
    return {
        "name": name,
        "version": client.version(),
        "day": datetime.date.today().isoformat(),
        "verdicts": verdicts,
        "notes": notes,
        "jump": results[0]["jump"],
        "channels": [each for each in CHANNELS if all(each in result["channels"] for result in results)],
        "failures": failures,
    }
