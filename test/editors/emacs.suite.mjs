// The language server in Emacs, with the settings that the documentation gives, on a copy of the example company.

import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { runChecks } from './support/checks.mjs';
import { startEmacs } from './support/emacs.mjs';
import { documentedBlock, eventually, installProject } from './support/installed-project.mjs';

const installed = installProject('emacs');
// What project.el takes for the root of a repository without asking git.
mkdirSync(installed.pathOf('.git'));
const settings = documentedBlock({ page: 'docs/editors.md', heading: 'Emacs', language: 'elisp' });
const charter = 'policies/company/acme.privacy';
const vocabulary = 'policies/vocabulary.privacy';
const emacs = await startEmacs({ folder: installed.folder, project: installed.project, settings });
const { lisp } = emacs;

const text = (value) => JSON.stringify(value);
const open = (file) => lisp(`(switch-to-buffer (find-file-noselect ${text(installed.pathOf(file))})) nil`);
const shownFile = () => lisp('(or (buffer-file-name) "")');
const shownLine = () =>
  lisp('(buffer-substring-no-properties (line-beginning-position) (line-end-position))');
const shownText = () => lisp('(buffer-substring-no-properties (point-min) (point-max))');
/** Puts the cursor on the first place of some words, some letters in. */
const go = (words, letters = 0) =>
  lisp(`(goto-char (point-min)) (search-forward ${text(words)})
    (goto-char (+ (match-beginning 0) ${letters})) nil`);
const replace = (words, others) =>
  lisp(`(goto-char (point-min)) (search-forward ${text(words)}) (replace-match ${text(others)} t t) nil`);
const revert = () => lisp('(revert-buffer t t t) nil');
/** The errors in the file that is shown, with their lines. */
const errors = () =>
  lisp(`(vconcat (mapcar
    (lambda (each)
      (save-excursion
        (goto-char (flymake-diagnostic-beg each))
        (concat (flymake-diagnostic-text each) " | "
                (buffer-substring-no-properties (line-beginning-position) (line-end-position)))))
    (seq-filter (lambda (each) (eq (flymake-diagnostic-type each) 'eglot-error)) (flymake-diagnostics))))`);
const errorsAre = (what, condition) =>
  eventually(what, () => {
    const found = errors();
    return condition(found) ? found : undefined;
  });
const noErrors = () => errorsAre('no errors', (found) => found.length === 0);
/** What is shown about the word at the cursor, once it has some words in it. To ask again would drop the first answer. */
const hoverHas = (words) => {
  lisp('(eldoc-print-current-symbol-info t) nil');
  return eventually(`a hover with ${words}`, () => {
    const shown = lisp(`(if (buffer-live-p eldoc--doc-buffer)
      (with-current-buffer eldoc--doc-buffer (buffer-string)) "")`);
    return words.test(shown);
  });
};
const goToDefinition = () => lisp("(call-interactively 'xref-find-definitions) nil");
/** What is offered at the cursor. */
const offered = () =>
  lisp(`(let ((found (run-hook-with-args-until-success 'completion-at-point-functions)))
    (vconcat (mapcar #'substring-no-properties
      (all-completions (buffer-substring-no-properties (nth 0 found) (nth 1 found)) (nth 2 found)))))`);
/** Applies the first action at the cursor whose title fits. */
const act = (title) =>
  lisp(`(require 'cl-lib)
    (cl-letf (((symbol-function 'completing-read)
               (lambda (_ choices &rest _)
                 (or (seq-find (lambda (each) (string-match-p (regexp-quote ${text(title)}) each))
                               (mapcar (lambda (each) (if (consp each) (car each) each)) choices))
                     (error "No such action")))))
      (call-interactively 'eglot-code-actions)) nil`);

await runChecks([
  {
    promise: 'the documented settings start one server for the repository',
    run: async () => {
      open(charter);
      await eventually('a server', () => lisp('(and (eglot-current-server) eglot--managed-mode t)'));
      open(vocabulary);
      await eventually('the same server', () => lisp('(and (eglot-current-server) eglot--managed-mode t)'));
      assert.equal(lisp("(apply #'+ (mapcar #'length (hash-table-values eglot--servers-by-project)))"), 1);
      open(charter);
      assert.equal(lisp('(symbol-name major-mode)'), 'privacy-mode');
    },
  },
  {
    promise: 'mistakes show while one types, and go when they are mended',
    run: async () => {
      await noErrors();
      replace('channel is automated-call', 'channel is automated-cal');
      const found = await errorsAre('an error', (all) => all.length > 0);
      assert.equal(found.length, 1);
      assert.match(found[0], /automated-cal.* \| .*channel is automated-cal$/s);
    },
  },
  {
    promise: 'a code action mends a misspelt word',
    run: async () => {
      go('automated-cal', 3);
      act('automated-call');
      await noErrors();
      assert.equal(shownText(), installed.read(charter));
    },
  },
  {
    promise: 'completion offers channels, and only those, after "channel is"',
    run: async () => {
      go('\n    cite "Charter 3.4"');
      lisp('(insert " and channel is ") nil');
      const words = offered();
      assert.ok(words.includes('email') && words.includes('automated-call'), words.join(' '));
      assert.ok(!words.includes('marketing') && !words.includes('saturday'));
      revert();
    },
  },
  {
    promise: 'hover says what a word means',
    run: async () => {
      await noErrors();
      go('marketing-in-30-days', 3);
      await hoverHas(/marketing-in-30-days/);
      go('no-robots', 2);
      await hoverHas(/Charter 3\.4/);
    },
  },
  {
    promise: 'definition goes to another file, and into the standard library',
    run: async () => {
      go('outside-eight-to-eight(', 3);
      goToDefinition();
      await eventually('the vocabulary', () => shownFile().endsWith(vocabulary));
      assert.match(shownLine(), /^define outside-eight-to-eight/);
      open(charter);
      go('channel is automated-call', 12);
      goToDefinition();
      await eventually('the library', () => shownFile().endsWith('library/std/channels.privacy'));
      assert.match(shownLine(), /automated-call/);
      open(charter);
    },
  },
  {
    promise: 'rename changes every file, and leaves no error',
    run: async () => {
      go('outside-eight-to-eight(', 3);
      // Emacs asks whether files that are not open may be changed.
      lisp(`(require 'cl-lib)
        (cl-letf (((symbol-function 'y-or-n-p) (lambda (&rest _) t))) (eglot-rename "at-night")) nil`);
      await eventually('the new name', () => /text-message\) and at-night\(customer\)/.test(shownText()));
      lisp('(save-some-buffers t) nil');
      assert.match(installed.read(vocabulary), /^define at-night\(/m);
      assert.doesNotMatch(installed.read(vocabulary), /outside-eight-to-eight/);
      await noErrors();
    },
  },
  {
    promise: 'formatting mends the layout and nothing else',
    run: async () => {
      const before = shownText();
      replace('    forbid contact', '         forbid     contact');
      assert.notEqual(shownText(), before);
      lisp('(eglot-format-buffer) nil');
      assert.equal(shownText(), before);
    },
  },
  {
    promise: 'a file with a syntax error and a broken import is still understood elsewhere',
    run: async () => {
      replace('use acme.vocabulary', 'use acme.vocabulary use not.there');
      replace(
        '  rule no-robots "We let no recordings speak for us" {',
        '  rule no-robots "We let no recordings {{',
      );
      const found = await errorsAre('errors', (all) => all.length >= 2);
      assert.ok(
        found.some((each) => each.includes('not.there')),
        found.join('\n'),
      );
      go('europeans-in-europe', 2);
      await hoverHas(/Residency policy 2\.1/);
      go('encryption is less', 2);
      goToDefinition();
      await eventually('the definition', () => !shownFile().endsWith(charter));
      open(charter);
      revert();
      await noErrors();
    },
  },
]);

await emacs.stop();
installed.remove();
