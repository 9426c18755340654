// The whole extension: it starts `newsmark serve` and says where the cursor is. All that is known of articles is in the server.

const vscode = require("vscode");
const { LanguageClient, State } = require("vscode-languageclient/node");

const LANGUAGE = "newsmark";

let client;

function serverOptions() {
  const command = vscode.workspace.getConfiguration(LANGUAGE).get("path") || "newsmark";
  return { command, args: ["serve"] };
}

function cursor() {
  const editor = vscode.window.activeTextEditor;
  return client.code2ProtocolConverter.asTextDocumentPositionParams(editor.document, editor.selection.active);
}

// The client registers the server's commands under the server's own names, so a key or the palette calls them without
// arguments; what they need is the place of the cursor. The server then asks the client to show the quotation.
async function executeCommand(command, args, next) {
  const placed = args.length > 0 || !vscode.window.activeTextEditor ? args : [cursor()];
  const found = await next(command, placed);
  if (found === null && /Quote(BySpeaker)?$/.test(command)) {
    vscode.window.setStatusBarMessage("No further quotation", 3000);
  }
  return found;
}

function showState(status, state) {
  const starting = state === State.Starting;
  const running = state === State.Running;
  status.busy = starting;
  status.text = running ? "Newsmark" : starting ? "Newsmark is starting" : "Newsmark is not running";
  status.severity =
    running || starting ? vscode.LanguageStatusSeverity.Information : vscode.LanguageStatusSeverity.Error;
}

async function activate(context) {
  const status = vscode.languages.createLanguageStatusItem(LANGUAGE, { language: LANGUAGE });
  status.name = "Newsmark";
  status.command = { command: "newsmark.restart", title: "Restart" };

  client = new LanguageClient(LANGUAGE, "Newsmark", serverOptions(), {
    documentSelector: [{ language: LANGUAGE }],
    middleware: { executeCommand },
  });
  client.onDidChangeState((event) => showState(status, event.newState));
  context.subscriptions.push(
    status,
    vscode.commands.registerCommand("newsmark.restart", () => client.restart()),
  );
  await client.start();
}

function deactivate() {
  return client && client.stop();
}

module.exports = { activate, deactivate };
