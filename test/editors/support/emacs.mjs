// Emacs without a screen, with settings as a user has them in init.el.

import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { eventually } from './installed-project.mjs';

/**
 * Starts it; `lisp` evaluates forms in the window that is shown and gives the value of the last.
 * @param {{ readonly folder: string; readonly project: string; readonly settings: string }} options
 */
export async function startEmacs({ folder, project, settings }) {
  const home = join(folder, 'home');
  mkdirSync(join(home, '.emacs.d'), { recursive: true });
  writeFileSync(join(home, '.emacs.d/init.el'), settings);
  const env = { ...process.env, HOME: home, LC_ALL: 'C.UTF-8', XDG_RUNTIME_DIR: folder };
  const socket = join(folder, 'emacs.socket');
  const editor = spawn('emacs', [`--fg-daemon=${socket}`], {
    cwd: project,
    env,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let complaints = '';
  editor.stderr.on('data', (chunk) => {
    complaints += chunk;
  });
  await eventually('Emacs starts', () => complaints.includes('Starting Emacs daemon'));
  const script = join(folder, 'question.el');
  const answered = join(folder, 'answer.json');
  const lisp = (forms) => {
    writeFileSync(script, questionOf(forms, answered));
    const words = ['--socket-name', socket, '--eval', `(progn (load "${script}" nil t t) t)`];
    execFileSync('emacsclient', words, { env, stdio: ['ignore', 'ignore', 'pipe'], timeout: 60_000 });
    const { problem, answer } = JSON.parse(readFileSync(answered, 'utf8'));
    assert.equal(problem, null, `${problem}\n${complaints}`);
    return answer;
  };
  return { lisp, stop: () => stop(editor) };
}

/** Between two questions the editor does what it does after each command. */
function questionOf(forms, file) {
  return `;;; -*- lexical-binding: t -*-
(require 'json)
(let (answer problem)
  (condition-case failure
      (with-current-buffer (window-buffer (selected-window))
        (run-hooks 'post-command-hook)
        (setq answer (progn ${forms})))
    (error (setq problem (error-message-string failure))))
  (let ((coding-system-for-write 'utf-8))
    (with-temp-file "${file}"
      (insert (json-encode (list (cons 'problem problem) (cons 'answer answer)))))))
`;
}

/** @param {import('node:child_process').ChildProcess} editor */
function stop(editor) {
  const gone = new Promise((resolve) => editor.once('exit', resolve));
  editor.kill();
  return gone;
}
