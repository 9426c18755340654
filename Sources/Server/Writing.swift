import Features
import LSP
import Semantics

func completion(
  _ params: CompletionParams, _ open: OpenArticle, _ proof: Proof, _ session: Session
) -> CompletionList {
  let found = Features.completion(at: open.offset(at: params.position), in: proof, today: session.today)
  let (client, uri) = (session.client.completion, open.uri)
  let mayAskLater = client.resolves.contains("documentation")
  // As a rule it is one for all.
  var replaced = (bytes: 0..<0, range: open.range(of: 0..<0))
  let items = found.enumerated().map { index, suggestion in
    if suggestion.range != replaced.bytes { replaced = (suggestion.range, open.range(of: suggestion.range)) }
    var item = CompletionItem(label: suggestion.label)
    item.kind = CompletionItem.Kind(suggestion.kind)
    item.detail = suggestion.detail
    item.sortText = sortKey(index)
    item.filterText = suggestion.filter
    let snippet = client.snippets ? suggestion.snippet ?? spaced(suggestion.insertion) : nil
    item.format = snippet == nil ? nil : .snippet
    item.textEdit = TextEdit(range: replaced.range, newText: snippet ?? suggestion.insertion)
    if mayAskLater {
      item.data = ["uri": .string(uri)]
    } else {
      item.documentation = documentation(explanation(of: suggestion, in: proof), client)
    }
    return item
  }
  return CompletionList(items: items)
}

/// Fills in what an item is about; one from an article that has been closed since comes back as it was.
func resolve(_ item: CompletionItem, _ session: inout Session) -> CompletionItem {
  guard let uri = item.data?["uri"]?.string, let (_, proof) = try? session.proved(uri) else { return item }
  var item = item
  item.documentation = documentation(explanation(of: item.label, in: proof), session.client.completion)
  return item
}

private func documentation(_ words: String?, _ client: ClientCapabilities.Completion) -> MarkupContent? {
  words.map { MarkupContent(kind: client.markdown ? .markdown : .plaintext, value: $0) }
}

/// Words with a blank between as a snippet without places to fill in: Neovim 0.11 takes plain text up to its first blank.
private func spaced(_ words: String) -> String? {
  guard words.contains(" ") else { return nil }
  return words.reduce(into: "") { $0 += "\\$}".contains($1) ? "\\\($1)" : String($1) }
}

/// Keeps the order of the suggestions in clients that sort by text: four digits.
private func sortKey(_ index: Int) -> String { String(String(10_000 + min(index, 9_999)).dropFirst()) }

extension CompletionItem.Kind {
  fileprivate init(_ kind: Suggestion.Kind) {
    self =
      switch kind {
      case .key: .property
      case .value: .enumMember
      case .date: .value
      case .person: .class
      case .organisation: .module
      case .place: .constant
      case .event, .name: .field
      }
  }
}

/// The places of a name that change with the one under the cursor.
func linkedEditingRange(
  _ params: TextDocumentPositionParams, _ open: OpenArticle, _ proof: Proof, _ session: Session
) -> LinkedEditingRanges? {
  linkedNames(at: open.offset(at: params.position), in: proof).map { places in
    // A name has blanks in it, which by itself would end a word.
    LinkedEditingRanges(ranges: places.map(open.range(of:)), wordPattern: #"[^\s,;:.!?“”"()][^\n\r,;:!?“”"()]*"#)
  }
}
