"""One article, opened as these editors would: with their recorded capabilities, every answer read as the protocol's types."""

import json
import os
import pathlib

import pytest
import pytest_lsp
from lsprotocol import types
from pytest_lsp import ClientServerConfig, LanguageClient, client_capabilities

from desk import articles
from desk.transcript import offset

PLAN = json.loads(pathlib.Path(os.environ["DESK_PLAN"]).read_text(encoding="utf-8"))
ARTICLE = next(each for each in articles.ARTICLES if each.file == os.environ["DESK_FILE"])
EDITORS = ["visual-studio-code", "neovim@0.6.1", "neovim@0.11.0", "emacs"]
REFRESHED = ["codeLens", "foldingRange", "inlayHint", "semanticTokens"]
OWN = ["client/registerCapability", *(f"workspace/{each}/refresh" for each in REFRESHED)]
FILE = pathlib.Path(PLAN["file"])
SEEN = {}


@pytest_lsp.fixture(params=EDITORS, config=ClientServerConfig(server_command=["newsmark", "serve"]))
async def client(request, lsp_client: LanguageClient):
    folder = FILE.parent.as_uri()
    # pytest-lsp leaves these to the test: they are for an editor with files to watch and windows to draw.
    for method in OWN:
        lsp_client.feature(method)(lambda params: None)
    session = await lsp_client.initialize_session(
        types.InitializeParams(
            capabilities=client_capabilities(request.param),
            process_id=os.getpid(),
            root_uri=folder,
            workspace_folders=[types.WorkspaceFolder(uri=folder, name="desk")],
        )
    )
    lsp_client.offered = session.capabilities
    lsp_client.document = types.TextDocumentIdentifier(uri=FILE.as_uri())
    lsp_client.text_document_did_open(
        types.DidOpenTextDocumentParams(
            types.TextDocumentItem(uri=FILE.as_uri(), language_id="newsmark", version=1, text=ARTICLE.spoilt)
        )
    )
    yield
    await lsp_client.shutdown_session()


def position(client, name, further=0):
    place = PLAN["places"][name]
    key = {"utf-8": "octets", "utf-32": "column"}.get(str(client.offered.position_encoding or ""), "units")
    return types.Position(line=place["line"], character=place[key] + further)


def here(client, kind, name, further=0, **more):
    return kind(text_document=client.document, position=position(client, name, further), **more)


def lines(result):
    """The lines of a result that may be one place, several, or links to them."""
    places = result if isinstance(result, (list, tuple)) else [result] if result else []
    return [getattr(each, "target_selection_range", None) or each.range for each in places]


def offered(client, capability):
    if not getattr(client.offered, capability):
        pytest.skip(f"{capability} is not offered")


async def findings(client):
    if client.offered.diagnostic_provider:
        report = await client.text_document_diagnostic_async(types.DocumentDiagnosticParams(client.document))
        found = report.items
    else:
        await client.wait_for_notification("textDocument/publishDiagnostics")
        found = client.diagnostics[client.document.uri]
    return [{"line": each.range.start.line, "text": each.message} for each in found]


async def test_findings_come_and_go(client):
    SEEN["diagnostics"] = {"opened": await findings(client)}
    spot = position(client, "missing")
    change = types.TextDocumentContentChangePartial(range=types.Range(spot, spot), text=PLAN["mark"])
    client.text_document_did_change(
        types.DidChangeTextDocumentParams(
            types.VersionedTextDocumentIdentifier(uri=client.document.uri, version=2), [change]
        )
    )
    SEEN["diagnostics"]["repaired"] = await findings(client)
    FILE.write_text(ARTICLE.repaired, encoding="utf-8")
    client.text_document_did_save(types.DidSaveTextDocumentParams(client.document))
    assert await findings(client) == SEEN["diagnostics"]["repaired"]
    SEEN["save"] = FILE.read_text(encoding="utf-8")
    FILE.write_text(ARTICLE.spoilt, encoding="utf-8")


async def test_hover(client):
    offered(client, "hover_provider")
    card = await client.text_document_hover_async(here(client, types.HoverParams, "mention"))
    assert card.range and card.range.start.line == PLAN["places"]["mention"]["line"]
    SEEN["hover"] = card.contents.value


async def test_outline(client):
    offered(client, "document_symbol_provider")
    found = await client.text_document_document_symbol_async(types.DocumentSymbolParams(client.document))
    names = []

    def walk(symbols, outer=None):
        for each in symbols:
            names.append(each.name)
            assert each.name.strip() and "\n" not in each.name and len(each.name) <= 60
            if isinstance(each, types.DocumentSymbol):
                assert inside(each.selection_range, each.range)
                assert outer is None or inside(each.range, outer)
                walk(each.children or [], each.range)

    walk(found)
    SEEN["outline"] = names


def inside(inner, outer):
    return outer.start <= inner.start and inner.end <= outer.end


async def test_completion(client):
    offered(client, "completion_provider")
    listed = await client.text_document_completion_async(here(client, types.CompletionParams, "unfinished"))
    items = getattr(listed, "items", listed)
    SEEN["completion"] = {"labels": [each.label for each in items]}
    if client.offered.completion_provider.resolve_provider:
        assert (await client.completion_item_resolve_async(items[0])).label == items[0].label


async def test_a_surname_is_enough(client):
    offered(client, "completion_provider")
    typed = ARTICLE.person.split()[1][:3]
    text = ARTICLE.spoilt.replace(ARTICLE.unfinished, f"Asked, {typed}")
    change = types.TextDocumentContentChangeWholeDocument(text=text)
    client.text_document_did_change(
        types.DidChangeTextDocumentParams(
            types.VersionedTextDocumentIdentifier(uri=client.document.uri, version=2), [change]
        )
    )
    spot = types.Position(line=PLAN["places"]["unfinished"]["line"], character=len(f"Asked, {typed}"))
    items = await client.text_document_completion_async(types.CompletionParams(client.document, spot))
    [item] = [each for each in getattr(items, "items", items) if each.label == ARTICLE.person]
    # Neovim and others keep an item only if what they filter by starts with what is typed.
    assert (item.filter_text or item.label).startswith(typed)


async def test_going_places(client):
    offered(client, "definition_provider")
    home = lines(await client.text_document_definition_async(here(client, types.DefinitionParams, "mention")))
    SEEN["definition"] = home[0].start.line
    everywhere = await client.text_document_references_async(
        here(client, types.ReferenceParams, "mention", context=types.ReferenceContext(include_declaration=True))
    )
    SEEN["references"] = [each.start.line for each in lines(everywhere)]
    marked = await client.text_document_document_highlight_async(here(client, types.DocumentHighlightParams, "mention"))
    SEEN["highlight"] = len(marked)


async def test_jumping(client):
    offered(client, "execute_command_provider")
    at, reached = types.Position(line=0, character=0), []
    for command in ("next", "next", "next", "previous"):
        place = {"textDocument": {"uri": client.document.uri}, "position": {"line": at.line, "character": at.character}}
        found = await client.workspace_execute_command_async(
            types.ExecuteCommandParams(command=f"newsmark.{command}Quote", arguments=[place])
        )
        start = found["range"]["start"]
        at = types.Position(line=start["line"], character=start["character"])
        reached.append(at.line)
    SEEN["jump"] = {"by": "the commands, which return the place", "reached": reached}


async def test_symbols_of_the_workspace(client):
    offered(client, "workspace_symbol_provider")
    found = await client.workspace_symbol_async(types.WorkspaceSymbolParams(query=PLAN["query"]))
    SEEN["symbols"] = [each.name for each in found]


async def test_rename(client):
    offered(client, "rename_provider")
    edit = await client.text_document_rename_async(
        here(client, types.RenameParams, "mention", new_name=PLAN["newName"])
    )
    SEEN["rename"] = edited(client, edit)


async def test_actions(client):
    offered(client, "code_action_provider")
    spot = position(client, "unclosed")
    around = types.CodeActionContext(diagnostics=[])
    params = types.CodeActionParams(text_document=client.document, range=types.Range(spot, spot), context=around)
    found = await client.text_document_code_action_async(params)
    first = found[0]
    if not first.edit and client.offered.code_action_provider.resolve_provider:
        first = await client.code_action_resolve_async(first)
    SEEN["actions"] = {
        "titles": [each.title for each in found],
        "changed": edited(client, first.edit) != ARTICLE.spoilt,
    }


def edited(client, edit):
    """The article after a workspace edit."""
    edits = list((edit.changes or {}).get(client.document.uri, []))
    for each in edit.document_changes or []:
        edits += each.edits if each.text_document.uri == client.document.uri else []
    text, encoding = ARTICLE.spoilt, str(client.offered.position_encoding or "utf-16")
    for each in sorted(edits, key=lambda each: each.range.start, reverse=True):
        start, end = (
            offset(text, {"line": edge.line, "character": edge.character}, encoding)
            for edge in (each.range.start, each.range.end)
        )
        text = text[:start] + each.new_text + text[end:]
    return text


async def test_formatting(client):
    offered(client, "document_formatting_provider")
    options = types.FormattingOptions(tab_size=2, insert_spaces=True)
    params = types.DocumentFormattingParams(client.document, options)
    edits = await client.text_document_formatting_async(params)
    SEEN["formatting"] = edits is not None


async def test_the_look_of_an_article(client):
    offered(client, "semantic_tokens_provider")
    legend = client.offered.semantic_tokens_provider.legend
    data = (await client.text_document_semantic_tokens_full_async(types.SemanticTokensParams(client.document))).data
    assert len(data) % 5 == 0 and all(each < len(legend.token_types) for each in data[3::5])
    assert all(each < 2 ** len(legend.token_modifiers) for each in data[4::5]) and all(data[2::5])
    SEEN["colours"] = len(data) // 5
    folds = await client.text_document_folding_range_async(types.FoldingRangeParams(client.document))
    assert all(each.start_line < each.end_line for each in folds)
    SEEN["folding"] = len(folds)
    [outer] = await client.text_document_selection_range_async(
        types.SelectionRangeParams(client.document, [position(client, "mention")])
    )
    while outer.parent:
        assert outer.parent.range != outer.range and inside(outer.range, outer.parent.range)
        outer = outer.parent
    SEEN["selection"] = str(outer.range)


async def test_what_stands_beside_an_article(client):
    if client.offered.code_lens_provider:
        lenses = await client.text_document_code_lens_async(types.CodeLensParams(client.document))
        resolved = [each if each.command else await client.code_lens_resolve_async(each) for each in lenses]
        SEEN["lenses"] = [each.command.title for each in resolved]
    if client.offered.document_link_provider:
        links = await client.text_document_document_link_async(types.DocumentLinkParams(client.document))
        SEEN["links"] = [each.target for each in links]
    if client.offered.inlay_hint_provider:
        whole = types.Range(types.Position(0, 0), types.Position(ARTICLE.spoilt.count("\n"), 0))
        hints = await client.text_document_inlay_hint_async(types.InlayHintParams(client.document, whole))
        SEEN["hints"] = [str(each.label) for each in hints]
    if client.offered.call_hierarchy_provider:
        items = await client.text_document_prepare_call_hierarchy_async(
            here(client, types.CallHierarchyPrepareParams, "mention")
        )
        SEEN["calls"] = [each.name for each in items]
        await client.call_hierarchy_incoming_calls_async(types.CallHierarchyIncomingCallsParams(items[0]))
        await client.call_hierarchy_outgoing_calls_async(types.CallHierarchyOutgoingCallsParams(items[0]))


def test_what_was_seen_is_written_down():
    pathlib.Path(PLAN["answer"]).write_text(json.dumps(SEEN), encoding="utf-8")
