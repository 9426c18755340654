import LSP
import Semantics
import Testing

@testable import Server

@Suite struct Lifecycle {
  @Test func nothingBeforeInitialize() throws {
    var client = Client()
    try client.request(1, "textDocument/hover", "{}")
    try client.request(2, "shutdown")
    try client.open("ignored")
    #expect(client.settle().codes == [-32002, -32002])
    #expect(throws: ResponseError.self) { try client.server.session.article("file:///a.news") }
    try client.request(3, "initialize", "{}")
    try client.request(4, "initialize", "{}")
    #expect(client.settle().codes == [0, -32600])
  }

  @Test func nothingAfterShutdown() throws {
    var client = try Client.greeted()
    try client.request(2, "shutdown", "{}")
    try client.request(3, "textDocument/hover", "{}")
    try client.request(4, "shutdown")
    try client.open("ignored")
    #expect(client.settle().codes == [0, -32600, -32600])
    try client.notify("exit", "null")
    client.settle()
    #expect(client.exitCode == 0)
  }

  @Test func exitWithoutShutdownIsAFailure() throws {
    for greeting in [true, false] {
      var client = greeting ? try Client.greeted() : Client()
      try client.notify("exit")
      try client.request(9, "shutdown")
      #expect(client.settle().isEmpty)
      #expect(client.exitCode == 1)
    }
  }

  @Test func shutdownAsANotificationCounts() throws {
    var client = try Client.greeted()
    try client.notify("shutdown")
    try client.notify("exit")
    #expect(client.settle().isEmpty)
    #expect(client.exitCode == 0)
  }

  @Test func theEndOfTheInputIsTheEnd() throws {
    var client = try Client.greeted()
    try client.request(2, "unknown")
    client.take(.inputEnded)
    #expect(client.settle().codes == [-32601])
    #expect(client.exitCode == 1)
    var tidy = try Client.greeted()
    try tidy.request(2, "shutdown")
    tidy.take(.inputEnded)
    #expect(tidy.exitCode == 0)
  }

  @Test func unknownMethods() throws {
    var client = try Client.greeted()
    try client.notify("workspace/didChangeConfiguration", #"{"settings":null}"#)
    try client.notify("$/unknown")
    try client.notify("textDocument/unknown")
    try client.request(2, "$/unknown")
    try client.request(3, "textDocument/unknown")
    try client.request(4, "textDocument/didOpen")
    try client.request(5, "workspace/executeCommand", #"{"command":"no.such"}"#)
    try client.request(6, "workspace/executeCommand")
    client.hand(#"{"jsonrpc":"2.0","id":99,"result":null}"#)
    #expect(client.settle().codes == [-32601, -32601, -32601, -32602, -32602])
  }

  @Test func whatIsNoMessageIsAnsweredInItsPlace() throws {
    var client = try Client.greeted()
    client.hand("nonsense")
    client.hand("[]")
    client.take(.damage("skipped"))
    try client.request(2, "unknown")
    #expect(client.settle().codes == [-32700, -32600, -32700, -32601])
  }

  @Test func encodingsAreChosenInTheClientsOrder() throws {
    for (offer, chosen) in [
      (#"["utf-32","utf-8"]"#, "utf-32"), (#"["utf-7","utf-8","utf-16"]"#, "utf-8"), (#"["latin-1"]"#, "utf-16"),
    ] {
      var client = Client()
      try client.request(1, "initialize", #"{"capabilities":{"general":{"positionEncodings":\#(offer)}}}"#)
      #expect(client.settle()[0]["result"]["capabilities"]["positionEncoding"].string == chosen)
    }
    var silent = Client()
    try silent.request(1, "initialize", "{}")
    #expect(silent.settle()[0]["result"]["capabilities"]["positionEncoding"].isMissing)
  }

  @Test func aTraceIsSentToWhomeverAsks() throws {
    var client = try Client.greeted()
    try client.notify("$/setTrace", #"{"value":"messages"}"#)
    try client.request(2, "unknown")
    #expect(client.settle().of("$/logTrace").map { $0["params"]["message"].string } == ["unknown is answered"])
    try client.notify("$/setTrace", #"{"value":"off"}"#)
    try client.request(3, "unknown")
    #expect(client.settle().of("$/logTrace").isEmpty)
  }

  @Test func foldersComeAndGo() throws {
    var client = Client()
    try client.request(
      1, "initialize", #"{"rootUri":"file:///old","workspaceFolders":[{"uri":"file:///a%20b","name":"a"}]}"#)
    try client.notify(
      "workspace/didChangeWorkspaceFolders",
      #"{"event":{"added":[{"uri":"file:///c","name":"c"}],"removed":[{"uri":"file:///a b","name":"a"}]}}"#)
    client.settle()
    #expect(client.server.session.folders.map(\.uri) == ["file:///c"])
    var old = Client()
    try old.request(1, "initialize", #"{"rootPath":"C:\\news","workspaceFolders":null}"#)
    old.settle()
    #expect(old.server.session.folders.map(\.uri) == ["file:///C:/news"])
  }
}

@Suite struct Cancellation {
  @Test func aWaitingRequestIsCancelled() throws {
    var client = try Client.greeted()
    try client.request(2, "unknown")
    try client.request(3, "unknown")
    try client.notify("$/cancelRequest", #"{"id":3}"#)
    try client.request(4, "unknown")
    #expect(client.settle().codes == [-32601, -32800, -32601])
  }

  @Test func tooLateOrForNothingIsIgnored() throws {
    var client = try Client.greeted()
    try client.notify("$/cancelRequest", #"{"id":2}"#)
    try client.request(2, "unknown")
    #expect(client.settle().codes == [-32601])
    try client.notify("$/cancelRequest", #"{"id":2}"#)
    try client.notify("$/cancelRequest", #"{"id":"2"}"#)
    try client.notify("$/cancelRequest", "{}")
    try client.request(2, "unknown")
    try client.request(2, "unknown")
    #expect(client.settle().codes == [-32601, -32601])
  }

  @Test func shutdownCannotBeCancelled() throws {
    var client = try Client.greeted()
    try client.request(2, "shutdown")
    try client.notify("$/cancelRequest", #"{"id":2}"#)
    #expect(client.settle().codes == [0])
  }

  @Test func oneRequestASliceSoThatLaterCancelsAreSeen() throws {
    var client = try Client.greeted()
    try client.request(2, "unknown")
    try client.request(3, "unknown")
    client.wake()
    try client.notify("$/cancelRequest", #"{"id":3}"#)
    #expect(client.settle().codes == [-32601, -32800])
  }
}
