// A language client in place of Microsoft's: it starts the server, registers the server's commands as that one does, and
// moves the cursor when it is asked to show a document.
const { spawn } = require("child_process");
const vscode = require("vscode");

const State = { Stopped: 1, Running: 2, Starting: 3 };

class LanguageClient {
  constructor(id, name, server, options) {
    Object.assign(this, { server, options, waiting: new Map(), last: 0, heard: [], rest: Buffer.alloc(0) });
    this.code2ProtocolConverter = {
      asTextDocumentPositionParams: (document, position) => ({ textDocument: { uri: document.uri }, position: { ...position } }),
    };
  }

  onDidChangeState(listener) {
    this.heard.push(listener);
  }

  become(newState) {
    for (const each of this.heard) each({ newState });
  }

  async start() {
    this.become(State.Starting);
    this.process = spawn(this.server.command, this.server.args, { stdio: ["pipe", "pipe", "inherit"] });
    this.process.stdout.on("data", (bytes) => this.read(bytes));
    const ends = new Promise((end) => this.process.on("exit", end));
    this.ended = ends;
    const { capabilities } = await this.ask("initialize", {
      processId: process.pid,
      rootUri: null,
      capabilities: { window: { showDocument: { support: true } }, textDocument: { publishDiagnostics: {} } },
    });
    this.tell("initialized", {});
    for (const command of capabilities.executeCommandProvider.commands) {
      const next = (name, values) => this.ask("workspace/executeCommand", { command: name, arguments: values });
      vscode.commands.registerCommand(command, (...values) => this.options.middleware.executeCommand(command, values, next));
    }
    vscode.commands.registerCommand("desk.open", (opened) => this.tell("textDocument/didOpen", opened));
    this.become(State.Running);
  }

  async stop() {
    await this.ask("shutdown");
    this.tell("exit");
    await this.ended;
    this.become(State.Stopped);
  }

  ask(method, params) {
    const id = ++this.last;
    this.send({ id, method, params });
    return new Promise((answer, refuse) => this.waiting.set(id, { answer, refuse }));
  }

  tell(method, params) {
    this.send({ method, params });
  }

  send(message) {
    const body = Buffer.from(JSON.stringify({ jsonrpc: "2.0", ...message }));
    this.process.stdin.write(`Content-Length: ${body.length}\r\n\r\n`);
    this.process.stdin.write(body);
  }

  read(bytes) {
    this.rest = Buffer.concat([this.rest, bytes]);
    for (;;) {
      const end = this.rest.indexOf("\r\n\r\n");
      if (end < 0) return;
      const length = Number(/Content-Length: (\d+)/.exec(this.rest.subarray(0, end))[1]);
      if (this.rest.length < end + 4 + length) return;
      const message = JSON.parse(this.rest.subarray(end + 4, end + 4 + length));
      this.rest = this.rest.subarray(end + 4 + length);
      this.take(message);
    }
  }

  take(message) {
    if (message.method === "window/showDocument") {
      const { line, character } = message.params.selection.start;
      vscode.window.activeTextEditor.selection.active = new vscode.Position(line, character);
      this.send({ id: message.id, result: { success: true } });
    } else if (message.method && message.id !== undefined) {
      this.send({ id: message.id, result: null });
    } else if (!message.method) {
      const { answer, refuse } = this.waiting.get(message.id);
      if (message.error) refuse(new Error(message.error.message));
      else answer(message.result);
    }
  }
}

module.exports = { LanguageClient, State };
