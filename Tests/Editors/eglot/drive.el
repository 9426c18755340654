;;; drive.el --- Eglot opens, questions, repairs and saves an article  -*- lexical-binding: t -*-

(load (getenv "DESK_SHARED"))
(require 'eglot)
(setq eglot-sync-connect t eglot-autoreconnect nil eglot-confirm-server-initiated-edits nil)
;; As if the last event had come from the keyboard: otherwise actions are offered in a window's menu.
(setq last-nonmenu-event t)

(find-file (desk-plan 'file))
(defvar desk-buffer (current-buffer))
(set-window-buffer (selected-window) desk-buffer)

;; Hooks that wait for a person's next key do not run in batch, so what they would do is done here.
(apply #'eglot--connect (eglot--guess-contact))
(desk-wait #'eglot-managed-p 15)
(defun desk-flush () (eglot--signal-textDocument/didChange) (desk-settle 0.3))
(defun desk-identifier () (xref-backend-identifier-at-point 'eglot))

(defvar desk-opened nil)
(desk-see 'opened
  (flymake-start)
  (desk-wait #'flymake-diagnostics)
  (setq desk-opened (desk-findings)))

(desk-see 'hover
  (desk-go 'mention)
  (let (shown)
    (eglot-hover-eldoc-function (lambda (text &rest _) (setq shown text)))
    (substring-no-properties (desk-wait (lambda () shown)))))

(desk-see 'outline (vconcat (desk-names (eglot-imenu))))

(desk-see 'completion
  (let ((before (desk-text)))
    (desk-go 'unfinished)
    (prog1 (desk-accept (eglot-completion-at-point))
      (desk-restore before)
      (desk-flush))))

(desk-see 'definition
  (desk-go 'mention)
  (call-interactively #'xref-find-definitions)
  (prog1 (desk-line) (switch-to-buffer desk-buffer)))

(desk-see 'references
  (desk-go 'mention)
  (desk-lines (xref-backend-references 'eglot (desk-identifier))))

(desk-see 'highlight
  (desk-go 'mention)
  (cl-letf (((symbol-function 'get-buffer-window) (lambda (&rest _) (selected-window))))
    (eglot-hover-eldoc-function #'ignore)
    (desk-wait (lambda () eglot--highlights) 4))
  (length eglot--highlights))

(desk-see 'jump (desk-jump))

(desk-see 'symbols
  (vconcat (mapcar (lambda (each) (substring-no-properties (xref-item-summary each)))
                   (xref-backend-apropos 'eglot (desk-plan 'query)))))

(desk-see 'rename
  (let ((before (desk-text)))
    (desk-go 'mention)
    (eglot-rename (desk-plan 'newName))
    (prog1 (desk-text) (desk-restore before) (desk-flush))))

(desk-see 'actions
  (desk-go 'unclosed 1)
  (let* ((before (desk-text))
         (offered (eglot-code-actions (point) (point)))
         (titles (mapcar (lambda (each) (plist-get each :title)) offered)))
    (cl-letf (((symbol-function 'completing-read) (lambda (_ choices &rest _) (car (ensure-list (car choices))))))
      (eglot-code-actions (point) (point) nil t))
    (prog1 `((titles . ,(vconcat titles)) (changed . ,(if (equal before (desk-text)) :json-false t)))
      (desk-restore before)
      (desk-flush))))

(desk-see 'formatting (let ((before (desk-text))) (eglot-format-buffer) (desk-restore before) (desk-flush) t))

(desk-see 'diagnostics
  (desk-go 'missing)
  (insert (desk-plan 'mark))
  (desk-flush)
  (desk-settle 0.7)
  (flymake-start)
  (desk-settle 0.3)
  `((opened . ,desk-opened) (repaired . ,(desk-findings))))

(desk-see 'save
  (save-buffer)
  (desk-settle 0.5)
  (with-temp-buffer (insert-file-contents (desk-plan 'file)) (desk-text)))

(desk-cannot "Eglot 1.9 does not ask for it" 'colours 'folding 'selection 'hints 'lenses 'links 'calls)
(eglot-shutdown (eglot-current-server))
(desk-end)
