;;; drive.el --- What the two Emacs clients share  -*- lexical-binding: t -*-

;; The plan says where things stand in the article; what is seen goes into the answer, feature by feature.

(require 'cl-lib)
(require 'json)
(require 'flymake)
(require 'imenu)
(require 'xref)

(setq make-backup-files nil create-lockfiles nil auto-save-default nil)
(fset 'y-or-n-p (lambda (&rest _) t))
(fset 'yes-or-no-p (lambda (&rest _) t))

(defvar desk-plan
  (with-temp-buffer
    (insert-file-contents (getenv "DESK_PLAN"))
    (json-parse-buffer :object-type 'alist)))

(defvar desk-seen nil "What was seen, latest first.")

(defun desk-plan (key) (alist-get key desk-plan))

(defun desk-place (name key) (alist-get key (alist-get name (desk-plan 'places))))

(defun desk-go (name &optional further)
  "Put point at the place NAME, FURTHER characters on."
  (goto-char (point-min))
  (forward-line (desk-place name 'line))
  (forward-char (+ (desk-place name 'column) (or further 0))))

(defun desk-wait (condition &optional seconds)
  "Let the client work until CONDITION gives something, or for SECONDS."
  (let ((end (+ (float-time) (or seconds 8))) value)
    (while (and (not (setq value (funcall condition))) (< (float-time) end))
      (accept-process-output nil 0.05)
      (sit-for 0.01))
    value))

(defun desk-settle (seconds) (desk-wait #'ignore seconds))

(defun desk-text () (buffer-substring-no-properties (point-min) (point-max)))

(defun desk-line () (1- (line-number-at-pos)))

(defun desk-restore (text)
  "Put TEXT back as a person would who undoes."
  (unless (equal text (desk-text))
    (erase-buffer)
    (insert text)))

(defmacro desk-see (feature &rest body)
  "Note what BODY gives as what was seen of FEATURE."
  (declare (indent 1))
  `(condition-case problem
       (push (cons ,feature (progn ,@body)) desk-seen)
     (error (message "%s: %s" ,feature (error-message-string problem)))))

(defun desk-cannot (why &rest features)
  (dolist (feature features) (push (cons feature `((cannot . ,why))) desk-seen)))

(defun desk-findings ()
  "The findings that Flymake shows."
  (vconcat (mapcar (lambda (each) `((line . ,(1- (line-number-at-pos (flymake-diagnostic-beg each))))
                                    (text . ,(flymake-diagnostic-text each))))
                   (flymake-diagnostics))))

(defun desk-names (index)
  "Every name in an imenu INDEX, as the list shows them from top to bottom."
  (cl-loop for (name . rest) in index
           append (cons (substring-no-properties name) (and (consp rest) (listp (cdr rest)) (consp (car rest)) (desk-names rest)))))

(defun desk-lines (xrefs)
  (vconcat (mapcar (lambda (each) (1- (xref-location-line (xref-item-location each)))) xrefs)))

(defun desk-jump ()
  "The lines that the mode's own keys reach from the top: next, next, next, previous."
  (goto-char (point-min))
  `((by . "the keys of newsmark-mode: the server's command, and the place that it returns")
    (reached . ,(vconcat (mapcar (lambda (keys) (call-interactively (key-binding (kbd keys))) (desk-line))
                                 '("M-n" "M-n" "M-n" "M-p"))))))

(defun desk-accept (capf)
  "The labels of a completion table, and the line after the first was taken."
  (pcase-let* ((`(,start ,end ,table . ,more) capf)
               (labels (all-completions "" table)))
    (delete-region start end)
    (goto-char start)
    (insert (car labels))
    (funcall (plist-get more :exit-function) (car labels) 'finished)
    `((labels . ,(vconcat (mapcar #'substring-no-properties labels)))
      (line . ,(buffer-substring-no-properties (line-beginning-position) (line-end-position))))))

(defun desk-end ()
  (with-temp-file (desk-plan 'answer) (insert (json-encode desk-seen)))
  (kill-emacs 0))
