import LSP

/// Messages in the order they came, and which of the waiting requests were cancelled since.
struct Inbox: Sendable {
  enum Item: Sendable {
    case message(Message, length: Int)
    case refusal(MessageError)
    case damage(ResponseError)
    case cancelled(RequestID)
  }

  private var items: [Item] = []
  private var first = 0
  /// How many requests with each id wait; a careless client uses one twice.
  private var requests: [RequestID: Int] = [:]
  private var cancelled: Set<RequestID> = []

  var count: Int { items.count - first }

  var isEmpty: Bool { count == 0 }

  mutating func append(_ item: Item) {
    if let id = item.cancellable { requests[id, default: 0] += 1 }
    items.append(item)
  }

  /// Takes note that nobody wants the answer; too late is no mistake.
  mutating func cancel(_ id: RequestID) {
    if requests[id] != nil { cancelled.insert(id) }
  }

  /// Takes out the notifications of that method that wait before anything else, and counts their bytes.
  mutating func row(of method: String) -> (params: [JSON], length: Int) {
    var row: [JSON] = []
    var total = 0
    while first < items.count, case .message(.notification(method, let params), let length) = items[first] {
      row.append(params)
      total += length
      drop()
    }
    return (row, total)
  }

  private mutating func drop() {
    items[first] = .cancelled(.null)
    first += 1
    if first == items.count {
      items.removeAll(keepingCapacity: items.count < 1000)
      first = 0
    }
  }

  /// Takes the oldest item out; nil where none waits.
  mutating func next() -> Item? {
    guard first < items.count else { return nil }
    let item = items[first]
    drop()
    guard let id = item.cancellable else { return item }
    let wasCancelled = cancelled.contains(id)
    requests[id] = requests[id].flatMap { $0 > 1 ? $0 - 1 : nil }
    if requests[id] == nil { cancelled.remove(id) }
    return wasCancelled ? .cancelled(id) : item
  }
}

extension Inbox.Item {
  /// The id of a request that does not change the state of the session.
  fileprivate var cancellable: RequestID? {
    guard case .message(.request(let id, let method, _), _) = self, method != "initialize", method != "shutdown"
    else { return nil }
    return id
  }
}
