// Neovim without a screen, with settings as a user has them in init.lua.

import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { eventually } from './installed-project.mjs';

/**
 * Starts it; `lua` runs a function body inside and gives what it returns.
 * @param {{ readonly folder: string; readonly project: string; readonly settings: string }} options
 */
export async function startNeovim({ folder, project, settings }) {
  const home = join(folder, 'home');
  mkdirSync(join(home, 'nvim'), { recursive: true });
  writeFileSync(join(home, 'nvim/init.lua'), settings);
  const socket = join(folder, 'nvim.socket');
  const env = {
    ...process.env,
    HOME: home,
    XDG_CONFIG_HOME: home,
    XDG_STATE_HOME: home,
    XDG_DATA_HOME: home,
  };
  const editor = spawn('nvim', ['--headless', '-n', '--listen', socket], {
    cwd: project,
    env,
    stdio: 'ignore',
  });
  await eventually('Neovim starts', () => existsSync(socket));
  const script = join(folder, 'question.lua');
  const answered = join(folder, 'answer.json');
  const lua = (body) => {
    writeFileSync(script, questionOf(body, answered));
    const expression = `luaeval('dofile(_A)', '${script}')`;
    const words = ['--headless', '--server', socket, '--remote-expr', expression];
    execFileSync('nvim', words, { env, stdio: ['ignore', 'ignore', 'pipe'], timeout: 60_000 });
    const { ok, answer } = JSON.parse(readFileSync(answered, 'utf8'));
    assert.ok(ok, String(answer));
    return answer;
  };
  return { lua, stop: () => stop(editor) };
}

/** What a question prints is cut where it is long, so the answer goes into a file. */
function questionOf(body, file) {
  return `local ok, answer = pcall(function()
${body}
end)
vim.fn.writefile({ vim.fn.json_encode({ ok = ok, answer = answer }) }, '${file}')
return ''
`;
}

/** @param {import('node:child_process').ChildProcess} editor */
function stop(editor) {
  const gone = new Promise((resolve) => editor.once('exit', resolve));
  editor.kill();
  return gone;
}
