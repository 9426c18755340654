// Presses the extension's keys, which is to say: carries out its commands without arguments, as VS Code does for a key.
const fs = require("fs");
const path = require("path");

const extension = process.argv[2];
const plan = JSON.parse(fs.readFileSync(process.env.DESK_PLAN, "utf8"));
// The bundle asks for "vscode" at run time, as in the editor; the copy beside the bundle answers.
const vscode = require(path.join(path.dirname(extension), "..", "node_modules", "vscode"));
const { activate, deactivate } = require(extension);

async function main() {
  const context = { subscriptions: [] };
  await activate(context);
  const status = vscode.shown.status.text;
  const editor = vscode.window.activeTextEditor;
  const client = { textDocument: { uri: editor.document.uri, languageId: "newsmark", version: 1, text: fs.readFileSync(plan.file, "utf8") } };
  await vscode.commands.executeCommand("desk.open", client);
  const reached = [];
  for (const key of ["next", "next", "next", "previous"]) {
    await vscode.commands.executeCommand(`newsmark.${key}Quote`);
    reached.push(editor.selection.active.line);
  }
  editor.selection.active = new vscode.Position(100000, 0);
  await vscode.commands.executeCommand("newsmark.nextQuote");
  const restarted = context.subscriptions.length === 2;
  await deactivate();
  if (status !== "Newsmark" || !restarted) throw new Error(`status ${status}`);
  if (!vscode.shown.messages.includes("No further quotation")) throw new Error("silence after the last quotation");
  const by = "the extension's keys: the server's command, and window/showDocument";
  fs.writeFileSync(plan.answer, JSON.stringify({ jump: { by, reached } }));
}

main().catch((problem) => {
  console.error(problem);
  process.exit(1);
});
