//! Tells Zed how to start `newsmark serve`; all that is known of articles is in the server.

use zed_extension_api::{self as zed, Command, LanguageServerId, Result, Worktree};

struct Newsmark;

impl zed::Extension for Newsmark {
    fn new() -> Self {
        Newsmark
    }

    fn language_server_command(&mut self, _: &LanguageServerId, worktree: &Worktree) -> Result<Command> {
        let command = worktree.which("newsmark").ok_or("newsmark is not on the PATH")?;
        Ok(Command { command, args: vec!["serve".to_string()], env: worktree.shell_env() })
    }
}

zed::register_extension!(Newsmark);
