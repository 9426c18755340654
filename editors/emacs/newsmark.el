;;; newsmark.el --- News articles: reading, and the newsmark server  -*- lexical-binding: t -*-

;; Version: 0.1.0
;; Package-Requires: ((emacs "28.1"))
;; Keywords: languages, wp

;;; Commentary:

;; A major mode for .news files.  It colours an article without any server, and tells both Eglot and lsp-mode how to
;; start `newsmark serve'.  M-n and M-p move between quotations, C-c M-n and C-c M-p between those of one speaker.

;;; Code:

(require 'imenu)

(declare-function eglot-current-server "eglot")
(declare-function eglot--TextDocumentPositionParams "eglot")
(declare-function eglot--lsp-position-to-point "eglot")
(declare-function jsonrpc-request "jsonrpc")
(declare-function lsp-request "lsp-mode")
(declare-function lsp-stdio-connection "lsp-mode")
(declare-function lsp-register-client "lsp-mode")
(declare-function make-lsp-client "lsp-mode")
(declare-function lsp--text-document-position-params "lsp-mode")
(declare-function lsp--position-to-point "lsp-mode")
(declare-function lsp-get "lsp-protocol")
(defvar eglot-server-programs)
(defvar lsp-language-id-configuration)

(defgroup newsmark nil
  "News articles."
  :group 'text)

(defcustom newsmark-program "newsmark"
  "The newsmark program, if it is not on `exec-path' its full name."
  :type 'string)

(defun newsmark--contact (&rest _)
  "How to start the server."
  (list newsmark-program "serve"))

;;; Reading

(defconst newsmark--fields
  '("headline" "dek" "by" "dateline" "section" "slug" "id" "keywords" "lang" "source" "type" "status" "target"
    "rights" "updated" "embargo" "allow" "correction" "note" "rule" "set" "pack" "profile" "show"))

(defconst newsmark--kinds '("person" "org" "place" "event" "term"))

(defconst newsmark--field-line
  (concat "^[ \t\u00a0]*\\(\\(?:" (regexp-opt newsmark--fields) "\\|x-[a-z0-9-]+\\):?\\)[ \t]+\\([^ \t\n].*\\)$"))

(defconst newsmark--kind-line
  (concat "^[ \t\u00a0]*\\(" (regexp-opt newsmark--kinds) ":?\\)[ \t]+\\([^ \t\n,;][^\n,;]*\\)"))

(defconst newsmark--header-line
  (concat "[ \t\u00a0]*\\(?:$\\|//\\(?:[ \t]\\|$\\)\\|\\(?:"
          (regexp-opt (append newsmark--fields newsmark--kinds)) "\\|x-[a-z0-9-]+\\):?[ \t]+[^ \t\n]\\)"))

(defconst newsmark--date-value
  "[0-9]\\{4\\}-[0-9]\\{2\\}\\(?:-[0-9]\\{2\\}\\(?:T[0-9:]+\\(?:Z\\|[+-][0-9:]+\\)?\\)?\\)?")

(defconst newsmark--date-line
  (concat "^[ \t\u00a0]*\\(date:?\\)[ \t]+\\(" newsmark--date-value "\\)\\(?:[ \t]\\|$\\)"))

(defconst newsmark--bare-date
  (concat "[ \t\u00a0]*date:?[ \t]+" newsmark--date-value "[ \t]*$"))

(defconst newsmark--end-mark "^[ \t]*\\(-30-\\|###\\|ENDS\\|-ENDS-\\)[ \t]*$")

(defun newsmark--header-p ()
  "Whether the line at point stands where fields stand.
Above it are only header lines, up to the top or to a bare date."
  (save-excursion
    (beginning-of-line)
    (let ((open t))
      (while (and open (not (bobp)) (zerop (forward-line -1)) (not (looking-at newsmark--bare-date)))
        (setq open (looking-at newsmark--header-line)))
      open)))

(defun newsmark--find (regexp limit allowed)
  "Search for REGEXP up to LIMIT; a match counts where ALLOWED holds."
  (let (found)
    (while (and (not found) (re-search-forward regexp limit t))
      (setq found (save-match-data (save-excursion (goto-char (match-beginning 0)) (funcall allowed)))))
    found))

(defun newsmark--late-p ()
  "Whether the line at point is a declaration or a note by its own shape."
  (let ((case-fold-search nil))
    (looking-at (concat "[ \t]*" (regexp-opt (append newsmark--kinds '("correction" "note" "allow")) t)
                        "\\(?::[ \t]\\|[ \t]+[[:upper:]0-9]\\)"))))

(defun newsmark--declaration-p ()
  "Whether the line at point may be a field or a declaration."
  (or (newsmark--late-p) (newsmark--header-p)))

(defun newsmark--block-start-p ()
  "Whether the line at point stands under a blank line or at the top."
  (or (bobp) (save-excursion (forward-line -1) (looking-at "[ \t]*$"))))

(defun newsmark--match-notes (limit)
  "Match what follows an end mark, until the next date, up to LIMIT."
  (let ((start (if (newsmark--notes-p) (point)
                 (and (re-search-forward newsmark--end-mark limit t) (match-beginning 0)))))
    (when (and start (< start limit))
      (goto-char (if (re-search-forward newsmark--date-line limit t) (match-beginning 0) limit))
      (set-match-data (list start (point)))
      t)))

(defun newsmark--notes-p ()
  "Whether point stands after an end mark with no date since."
  (save-excursion
    (and (re-search-backward (concat newsmark--end-mark "\\|" newsmark--date-line) nil t)
         (looking-at newsmark--end-mark))))

(defvar newsmark-font-lock-keywords
  `(("^[ \t]*//\\(?:[ \t].*\\)?$" 0 font-lock-comment-face t)
    (newsmark--match-notes 0 font-lock-comment-face t)
    (,(lambda (limit) (newsmark--find newsmark--field-line limit #'newsmark--declaration-p))
     (1 font-lock-keyword-face) (2 font-lock-variable-name-face))
    (,(lambda (limit) (newsmark--find newsmark--kind-line limit #'newsmark--declaration-p))
     (1 font-lock-keyword-face) (2 font-lock-type-face)
     (";[ \t]*\\(aka\\|not\\|id\\|note\\|withhold\\)\\>" nil nil (1 font-lock-keyword-face)))
    (,newsmark--date-line (1 font-lock-keyword-face) (2 font-lock-constant-face))
    (,(lambda (limit) (newsmark--find "^[ \t]*#\\{1,3\\}[ \t]+[^ \t\n].*$" limit #'newsmark--block-start-p))
     0 font-lock-function-name-face)
    ("^[ \t]*>" 0 font-lock-builtin-face)
    ("^[ \t]*>?[ \t]*\\(---?\\|—\\|–\\)[ \t]*\\([[:upper:]][^.!?\n]*\\)$"
     (1 font-lock-builtin-face) (2 font-lock-type-face))
    ("^[ \t]*\\\\" 0 font-lock-warning-face)
    ("“[^“”\n]*”\\|„[^„“”\n]*[“”]\\|«[^«»\n]*»\\|\\_<?\"[^\"\n]*\"" 0 font-lock-string-face))
  "How an article is coloured.")

;;; Jumping

(defun newsmark--location (command)
  "Ask the server where COMMAND leads to from point; a Location, or nil."
  (cond
   ((bound-and-true-p eglot--managed-mode)
    (jsonrpc-request (eglot-current-server) :workspace/executeCommand
                     `(:command ,command :arguments [,(eglot--TextDocumentPositionParams)])))
   ((bound-and-true-p lsp-mode)
    (lsp-request "workspace/executeCommand"
                 `(:command ,command :arguments ,(vector (lsp--text-document-position-params)))))
   (t (user-error "Start the server first: M-x eglot or M-x lsp"))))

(defun newsmark--start (location)
  "The place in this buffer where LOCATION starts."
  (if (bound-and-true-p eglot--managed-mode)
      (eglot--lsp-position-to-point (plist-get (plist-get location :range) :start))
    (lsp--position-to-point (lsp-get (lsp-get location :range) :start))))

(defun newsmark--jump (command)
  "Go where COMMAND leads."
  (let ((location (newsmark--location command)))
    (if (null location)
        (message "No further quotation")
      (push-mark nil t)
      (goto-char (newsmark--start location)))))

(defun newsmark-next-quote ()
  "Go to the next quotation."
  (interactive)
  (newsmark--jump "newsmark.nextQuote"))

(defun newsmark-previous-quote ()
  "Go to the previous quotation."
  (interactive)
  (newsmark--jump "newsmark.previousQuote"))

(defun newsmark-next-quote-by-speaker ()
  "Go to the next quotation of the person who speaks here."
  (interactive)
  (newsmark--jump "newsmark.nextQuoteBySpeaker"))

(defun newsmark-previous-quote-by-speaker ()
  "Go to the previous quotation of the person who speaks here."
  (interactive)
  (newsmark--jump "newsmark.previousQuoteBySpeaker"))

;;; The mode

(defvar newsmark-mode-map
  (let ((map (make-sparse-keymap)))
    (define-key map (kbd "M-n") #'newsmark-next-quote)
    (define-key map (kbd "M-p") #'newsmark-previous-quote)
    (define-key map (kbd "C-c M-n") #'newsmark-next-quote-by-speaker)
    (define-key map (kbd "C-c M-p") #'newsmark-previous-quote-by-speaker)
    map))

;;;###autoload
(define-derived-mode newsmark-mode text-mode "Newsmark"
  "Major mode for news articles."
  (setq-local comment-start "// "
              comment-end ""
              comment-start-skip "^[ \t]*//[ \t]*"
              font-lock-defaults '(newsmark-font-lock-keywords t nil nil)
              imenu-generic-expression `(("Headings" "^[ \t]*#\\{1,3\\}[ \t]+\\(.*\\)$" 1)
                                         ("Entries" ,newsmark--date-line 2))
              compile-command (concat newsmark-program " check "
                                      (and buffer-file-name (shell-quote-argument buffer-file-name))))
  (visual-line-mode 1))

;;;###autoload
(add-to-list 'auto-mode-alist '("\\.news\\'" . newsmark-mode))

(with-eval-after-load 'eglot
  (add-to-list 'eglot-server-programs '(newsmark-mode . newsmark--contact)))

(with-eval-after-load 'lsp-mode
  (add-to-list 'lsp-language-id-configuration '(newsmark-mode . "newsmark"))
  (lsp-register-client
   (make-lsp-client :new-connection (lsp-stdio-connection #'newsmark--contact)
                    :major-modes '(newsmark-mode)
                    :server-id 'newsmark)))

(provide 'newsmark)
;;; newsmark.el ends here
