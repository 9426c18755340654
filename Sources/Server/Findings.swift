import LSP

/// What a copy editor would send back, in the order of the text.
func findings(for article: OpenArticle, in session: Session) -> [Diagnostic] { [] }
