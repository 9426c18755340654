;;; drive.el --- lsp-mode opens, questions, repairs and saves an article  -*- lexical-binding: t -*-

(load (getenv "DESK_SHARED"))
(require 'lsp-mode)
(require 'lsp-completion)
(require 'lsp-diagnostics)
(require 'lsp-lens)
(require 'lsp-semantic-tokens)
(setq lsp-auto-guess-root t
      lsp-diagnostics-provider :flymake
      lsp-enable-snippet nil
      lsp-semantic-tokens-enable t
      lsp-restart 'ignore
      lsp-idle-delay 0.1
      lsp-symbol-highlighting-skip-current nil
      lsp-headerline-breadcrumb-enable nil
      lsp-modeline-code-actions-enable nil
      lsp-session-file (expand-file-name "session" (desk-plan 'out)))

(find-file (desk-plan 'file))
(defvar desk-buffer (current-buffer))
(set-window-buffer (selected-window) desk-buffer)

(defun desk-ready ()
  (and (lsp-workspaces)
       (cl-every (lambda (each) (eq 'initialized (lsp--workspace-status each))) (lsp-workspaces))))

(unless (lsp-workspaces) (lsp))
(desk-wait #'desk-ready 15)
(setq-local flymake-diagnostic-functions nil)
(flymake-mode -1)
(lsp-diagnostics--flymake-setup)
(defun desk-look () (desk-settle 0.8) (flymake-start) (desk-settle 0.5) (desk-findings))

(defvar desk-opened nil)
(desk-see 'opened (setq desk-opened (desk-look)))

(desk-see 'hover
  (desk-go 'mention)
  (lsp-describe-thing-at-point)
  (prog1 (with-current-buffer "*lsp-help*" (desk-text)) (switch-to-buffer desk-buffer)))

(desk-see 'outline (vconcat (desk-names (lsp--imenu-create-index))))

(desk-see 'completion
  (let ((before (desk-text)))
    (desk-go 'unfinished)
    (prog1 (desk-accept (lsp-completion-at-point)) (desk-restore before))))

(desk-see 'definition
  (desk-go 'mention)
  (lsp-find-definition)
  (prog1 (desk-line) (switch-to-buffer desk-buffer)))

(desk-see 'references
  (desk-go 'mention)
  (desk-lines (xref-backend-references 'xref-lsp (xref-backend-identifier-at-point 'xref-lsp))))

(desk-see 'highlight
  (desk-go 'mention)
  (lsp-request-async "textDocument/documentHighlight" (lsp--text-document-position-params)
                     #'lsp--document-highlight-callback :mode 'tick)
  (desk-settle 1)
  (cl-count-if (lambda (each) (overlay-get each 'lsp-highlight)) (overlays-in (point-min) (point-max))))

(desk-see 'jump (desk-jump))

(desk-see 'symbols
  (vconcat (mapcar (lambda (each) (substring-no-properties (xref-item-summary each)))
                   (xref-backend-apropos 'xref-lsp (desk-plan 'query)))))

(desk-see 'selection
  (desk-go 'mention)
  (transient-mark-mode 1)
  (lsp-extend-selection)
  (prog1 (buffer-substring-no-properties (region-beginning) (region-end)) (deactivate-mark)))

(desk-see 'folding (length (lsp--get-folding-ranges)))

(desk-see 'colours
  (font-lock-mode 1)
  (lsp-semantic-tokens--request-update)
  (desk-wait (lambda () (plist-get lsp--semantic-tokens-cache :response)) 4)
  (length (lsp-get (plist-get lsp--semantic-tokens-cache :response) :data)))

(desk-see 'lenses
  (lsp-lens-mode 1)
  (lsp-lens-show)
  (desk-wait (lambda () lsp-lens--overlays) 4)
  (vconcat (mapcar (lambda (each) (format "%s" (or (overlay-get each 'before-string) (overlay-get each 'after-string))))
                   lsp-lens--overlays)))

(desk-see 'links (length (lsp-request "textDocument/documentLink" (lsp-make-document-link-params :text-document (lsp--text-document-identifier)))))

(desk-see 'rename
  (let ((before (desk-text)))
    (desk-go 'mention)
    (lsp-rename (desk-plan 'newName))
    (prog1 (desk-text) (desk-restore before))))

(desk-see 'actions
  (desk-settle 0.8)
  (desk-go 'unclosed 1)
  (let* ((before (desk-text))
         (offered (append (lsp-code-actions-at-point) nil)))
    (when offered (lsp-execute-code-action (car offered)))
    (prog1 `((titles . ,(vconcat (mapcar (lambda (each) (lsp-get each :title)) offered)))
             (changed . ,(if (equal before (desk-text)) :json-false t)))
      (desk-restore before))))

(desk-see 'formatting (let ((before (desk-text))) (lsp-format-buffer) (desk-restore before) t))

(desk-see 'diagnostics
  (desk-go 'missing)
  (insert (desk-plan 'mark))
  `((opened . ,desk-opened) (repaired . ,(desk-look))))

(desk-see 'save
  (save-buffer)
  (desk-settle 0.5)
  (with-temp-buffer (insert-file-contents (desk-plan 'file)) (desk-text)))

(desk-cannot "lsp-mode 8.0 does not ask for it" 'hints 'calls)
(lsp-lens-mode -1)
(lsp-semantic-tokens-mode -1)
(lsp-workspace-shutdown (car (lsp-workspaces)))
(desk-settle 1)
(desk-end)
