/// `newsmark COMMAND …`
@main
struct Main {
  static func main() { System.leave(run(System.arguments[...])) }
}

/// The version that `--version` and the server's greeting name.
let version = "0.1.0"

/// The commands in the order in which `--help` lists them.
private let commands = [
  serveCommand, checkCommand, formatCommand, explainCommand, quotesCommand, queriesCommand, readbackCommand,
  diffCommand, factsCommand,
]

/// Runs the command that the arguments name; the result is the exit code, 2 for arguments that make no sense.
private func run(_ arguments: ArraySlice<String>) -> Int32 {
  guard let name = arguments.first else { return refuse("say what to do") }
  switch name {
  case "--help", "-h", "help": return show(help)
  case "--version", "-v", "version": return show("newsmark \(version)\n")
  case "--stdio": return run(["serve"] + arguments)
  default: break
  }
  // An editor waits for the server: the table of commands is not made for it.
  guard let command = name == serveCommand.name ? serveCommand : commands.first(where: { $0.name == name }) else {
    return refuse("there is no command or option \(name)")
  }
  var rest = Arguments(arguments.dropFirst())
  if rest.takeFlag("--help") { return show(page(of: command)) }
  do { return try command.run(&rest) } catch {
    return refuse("\(name): \(error.message)")
  }
}

private func page(of command: Command) -> String {
  let options = command.options.isEmpty ? "" : "\n\(command.options)\n"
  return "usage: newsmark \(command.usage)\n\(command.summary)\n" + options
}

private func show(_ text: String) -> Int32 {
  System.print(text)
  return 0
}

private func refuse(_ problem: String) -> Int32 {
  System.complain("\(problem); try newsmark --help")
  return 2
}

private var help: String {
  let width = commands.map(\.usage.count).max() ?? 0
  let lines = commands.map { command in
    let padding = String(repeating: " ", count: width - command.usage.count)
    return "  newsmark \(command.usage)\(padding)   \(command.summary)\n"
  }
  return "newsmark \(version): news articles, understood\n\n" + lines.joined()
    + "\n  --today YYYY-MM-DD   the day to take for today\n  --version            the version\n"
}
