"""A screen reader on a pipe: one request a line, one answer a line. Runs under Debian's Python, which has pyatspi.

{"do": "read"}                                     everything there is, as a list of {role, name, text, caret, box}
{"do": "press", "name": …, "roles": […]}           what Return on that menu item or button does
{"do": "caret", "offset": …}                       the cursor goes to that character of the article
{"do": "where", "offset": …}                       where on the screen that character stands: [x, y, width, height]
"""

import json
import sys

import pyatspi

LIMIT = 5000
# A program that is kept from the processor for a second is still there.
pyatspi.setTimeout(10_000, 30_000)


def things(thing=None, depth=0):
    """Everything on the screen, from the outside in; what goes away meanwhile is left out."""
    if thing is None:
        desktop = pyatspi.Registry.getDesktop(0)
        # What was there a while ago is not asked again: programs have come since.
        desktop.clearCacheSingle() if hasattr(desktop, "clearCacheSingle") else desktop.clearCache()
        for application in desktop:
            yield from things(application)
        return
    yield thing, depth
    try:
        children = [thing.getChildAtIndex(index) for index in range(min(thing.childCount, 500))]
    except Exception:
        return
    for child in filter(None, children):
        yield from things(child, depth + 1)


def described(thing, depth):
    seen = {"depth": depth, "role": thing.getRoleName(), "name": thing.name}
    try:
        text = thing.queryText()
        seen["text"], seen["caret"] = text.getText(0, -1), text.caretOffset
    except NotImplementedError:
        pass
    try:
        box = thing.queryComponent().getExtents(pyatspi.DESKTOP_COORDS)
        seen["box"] = [box.x, box.y, box.width, box.height]
    except NotImplementedError:
        pass
    return seen


def read(_):
    seen = []
    for thing, depth in things():
        try:
            seen.append(described(thing, depth))
        except Exception:
            continue
        if len(seen) >= LIMIT:
            break
    return seen


def press(request):
    for thing, _ in things():
        try:
            if thing.name == request["name"] and thing.getRoleName() in request["roles"] and enabled(thing):
                return thing.queryAction().doAction(0)
        except Exception:
            continue
    return False


def enabled(thing):
    return thing.getState().contains(pyatspi.STATE_ENABLED)


def editor():
    """The longest text that can be seen, which is the article."""
    texts = []
    for thing, _ in things():
        try:
            if thing.getRoleName() == "text" and thing.queryComponent().getExtents(pyatspi.DESKTOP_COORDS).width > 0:
                texts.append((thing.queryText().characterCount, len(texts), thing))
        except Exception:
            continue
    return max(texts)[-1]


def caret(request):
    thing = editor()
    thing.queryComponent().grabFocus()
    return thing.queryText().setCaretOffset(request["offset"])


def where(request):
    return list(editor().queryText().getCharacterExtents(request["offset"], pyatspi.DESKTOP_COORDS))


for line in sys.stdin:
    request = json.loads(line)
    try:
        answer = {"read": read, "press": press, "caret": caret, "where": where}[request["do"]](request)
    except Exception as problem:
        answer = {"problem": repr(problem)}
    print(json.dumps(answer), flush=True)
