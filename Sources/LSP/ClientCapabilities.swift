/// What the client says it can do, as far as the server asks; whatever is missing, null or misshapen counts as “cannot”.
package struct ClientCapabilities: Equatable, Sendable {
  package var knows = Known()
  /// Names of position encodings, best first; empty where the client is silent.
  package var positionEncodings: [String] = []
  package var hoverMarkdown = false
  package var hierarchicalSymbols = false
  package var completion = Completion()
  package var diagnostics = Diagnostics()
  package var edits = Edits()
  package var codeActions = CodeActions()
  package var links = Links()
  package var refresh = Refresh()
  package var folding = Folding()
  package var semanticTokens = SemanticTokens()
  /// `window/showDocument` moves the cursor.
  package var showDocument = false
  package var workDoneProgress = false
  /// File watchers can be registered after the start.
  package var dynamicWatchers = false
  package var workspaceFolders = false
  package var prepareRename = false
  package var documentLinkTooltip = false
  /// A workspace symbol may come without its range, and be asked for it.
  package var workspaceSymbolResolve = false

  package init() {}
}

extension ClientCapabilities {
  /// Of what the client says anything at all; whoever does not has no use for an answer.
  ///
  /// Lenses, selections, hints and calls are not among it: lsp-mode 8 shows the first two, ycmd the third and Neovim 0.7 the last,
  /// and none of them says so.
  package struct Known: Equatable, Sendable {
    package var foldingRange = false
    package var documentLink = false
    package var linkedEditingRange = false
    package var semanticTokens = false
  }

  package struct Completion: Equatable, Sendable {
    package var snippets = false
    package var markdown = false
    /// Names of the item's properties that may be filled in later.
    package var resolves: [String] = []
    package var labelDetails = false
    package var insertReplace = false
  }

  package struct Diagnostics: Equatable, Sendable {
    /// The client asks for diagnostics; then none are published.
    package var pull = false
    package var version = false
    package var relatedInformation = false
    package var codeDescription = false
    package var data = false
    /// Numbers of the tags that are shown.
    package var tags: [Int] = []
  }

  package struct Edits: Equatable, Sendable {
    package var apply = false
    package var documentChanges = false
    package var changeAnnotations = false
  }

  package struct CodeActions: Equatable, Sendable {
    /// Actions may be more than commands.
    package var literals = false
    package var preferred = false
    package var disabled = false
    package var data = false
    /// The edit may be filled in by `codeAction/resolve`.
    package var resolvesEdit = false
  }

  /// Which goto verbs take a `LocationLink`.
  package struct Links: Equatable, Sendable {
    package var definition = false
    package var declaration = false
    package var typeDefinition = false
    package var implementation = false
  }

  /// What the client asks for again when the server says so.
  package struct Refresh: Equatable, Sendable {
    package var diagnostics = false
    package var codeLens = false
    package var inlayHint = false
    package var semanticTokens = false
    package var foldingRange = false
  }

  package struct Folding: Equatable, Sendable {
    package var wholeLines = false
    package var collapsedText = false
    /// The most ranges the client wants; nil for no limit.
    package var limit: Int?
  }
}

extension ClientCapabilities {
  package struct SemanticTokens: Equatable, Sendable {
    package var full = false
    /// Asks for what has changed since an earlier answer.
    package var delta = false
    package var range = false
    /// A token may lie in another.
    package var overlapping = false
  }
}

extension ClientCapabilities: JSONReadable {
  package init(_ json: JSON) {
    let document = json["textDocument"]
    let workspace = json["workspace"]
    let window = json["window"]
    knows.foldingRange = document["foldingRange"].isObject
    knows.documentLink = document["documentLink"].isObject
    knows.linkedEditingRange = document["linkedEditingRange"].isObject
    knows.semanticTokens = document["semanticTokens"].isObject
    positionEncodings = json["general"]["positionEncodings"].strings
    hoverMarkdown = document["hover"]["contentFormat"].strings.contains("markdown")
    hierarchicalSymbols = document["documentSymbol"]["hierarchicalDocumentSymbolSupport"].isTrue
    completion = Completion(document["completion"]["completionItem"])
    diagnostics = Diagnostics(document)
    edits = Edits(workspace)
    codeActions = CodeActions(document["codeAction"])
    links.definition = document["definition"]["linkSupport"].isTrue
    links.declaration = document["declaration"]["linkSupport"].isTrue
    links.typeDefinition = document["typeDefinition"]["linkSupport"].isTrue
    links.implementation = document["implementation"]["linkSupport"].isTrue
    refresh.diagnostics = workspace["diagnostics"]["refreshSupport"].isTrue
    refresh.codeLens = workspace["codeLens"]["refreshSupport"].isTrue
    refresh.inlayHint = workspace["inlayHint"]["refreshSupport"].isTrue
    refresh.semanticTokens = workspace["semanticTokens"]["refreshSupport"].isTrue
    refresh.foldingRange = workspace["foldingRange"]["refreshSupport"].isTrue
    folding.wholeLines = document["foldingRange"]["lineFoldingOnly"].isTrue
    folding.collapsedText = document["foldingRange"]["foldingRange"]["collapsedText"].isTrue
    folding.limit = document["foldingRange"]["rangeLimit"].int
    semanticTokens = SemanticTokens(document["semanticTokens"])
    showDocument = window["showDocument"]["support"].isTrue
    workDoneProgress = window["workDoneProgress"].isTrue
    dynamicWatchers = workspace["didChangeWatchedFiles"]["dynamicRegistration"].isTrue
    workspaceFolders = workspace["workspaceFolders"].isTrue
    prepareRename = document["rename"]["prepareSupport"].isTrue
    documentLinkTooltip = document["documentLink"]["tooltipSupport"].isTrue
    workspaceSymbolResolve = workspace["symbol"]["resolveSupport"]["properties"].strings.contains("location.range")
  }
}

extension ClientCapabilities.Completion {
  fileprivate init(_ item: JSON) {
    snippets = item["snippetSupport"].isTrue
    markdown = item["documentationFormat"].strings.contains("markdown")
    resolves = item["resolveSupport"]["properties"].strings
    labelDetails = item["labelDetailsSupport"].isTrue
    insertReplace = item["insertReplaceSupport"].isTrue
  }
}

extension ClientCapabilities.Diagnostics {
  fileprivate init(_ document: JSON) {
    let publish = document["publishDiagnostics"]
    pull = document["diagnostic"].isObject
    version = publish["versionSupport"].isTrue
    relatedInformation = publish["relatedInformation"].isTrue || document["diagnostic"]["relatedInformation"].isTrue
    codeDescription =
      publish["codeDescriptionSupport"].isTrue || document["diagnostic"]["codeDescriptionSupport"].isTrue
    data = publish["dataSupport"].isTrue || document["diagnostic"]["dataSupport"].isTrue
    tags = publish["tagSupport"]["valueSet"].elements.compactMap(\.int)
    if tags.isEmpty { tags = document["diagnostic"]["tagSupport"]["valueSet"].elements.compactMap(\.int) }
  }
}

extension ClientCapabilities.SemanticTokens {
  fileprivate init(_ tokens: JSON) {
    let requests = tokens["requests"]
    full = requests["full"].isTrue || requests["full"].isObject
    delta = requests["full"]["delta"].isTrue
    range = requests["range"].isTrue || requests["range"].isObject
    overlapping = tokens["overlappingTokenSupport"].isTrue
  }
}

extension ClientCapabilities.Edits {
  fileprivate init(_ workspace: JSON) {
    apply = workspace["applyEdit"].isTrue
    documentChanges = workspace["workspaceEdit"]["documentChanges"].isTrue
    changeAnnotations = workspace["workspaceEdit"]["changeAnnotationSupport"].isObject
  }
}

extension ClientCapabilities.CodeActions {
  fileprivate init(_ action: JSON) {
    literals = action["codeActionLiteralSupport"].isObject
    preferred = action["isPreferredSupport"].isTrue
    disabled = action["disabledSupport"].isTrue
    data = action["dataSupport"].isTrue
    resolvesEdit = action["resolveSupport"]["properties"].strings.contains("edit")
  }
}

extension JSON {
  fileprivate var isTrue: Bool { bool == true }

  fileprivate var strings: [String] { elements.compactMap(\.string) }
}
