// As much of VS Code's API as the extension calls; what it is told is kept for the driver to look at.
const plan = JSON.parse(require("fs").readFileSync(process.env.DESK_PLAN, "utf8"));

const commands = new Map();
const shown = { status: null, messages: [] };

exports.shown = shown;
exports.LanguageStatusSeverity = { Information: 0, Warning: 1, Error: 2 };
exports.Position = class {
  constructor(line, character) {
    Object.assign(this, { line, character });
  }
};
exports.workspace = { getConfiguration: () => ({ get: () => "newsmark" }) };
exports.languages = {
  createLanguageStatusItem: (id, selector) => (shown.status = { id, selector, dispose() {} }),
};
exports.commands = {
  registerCommand(name, run) {
    if (commands.has(name)) throw new Error(`command '${name}' already exists`);
    commands.set(name, run);
    return { dispose: () => commands.delete(name) };
  },
  executeCommand: (name, ...values) => commands.get(name)(...values),
};
exports.window = {
  activeTextEditor: {
    document: { uri: "file://" + plan.file, languageId: "newsmark" },
    selection: { active: new exports.Position(0, 0) },
  },
  setStatusBarMessage: (message) => shown.messages.push(message),
};
