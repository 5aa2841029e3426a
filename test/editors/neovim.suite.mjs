// The language server in Neovim, with the settings that the documentation gives, on a copy of the example company.

import assert from 'node:assert/strict';
import { runChecks } from './support/checks.mjs';
import { documentedBlock, eventually, installProject } from './support/installed-project.mjs';
import { startNeovim } from './support/neovim.mjs';

const installed = installProject('neovim');
const settings = documentedBlock({
  page: 'docs/editors.md',
  heading: 'Neovim 0.7 and later',
  language: 'lua',
});
const charter = 'policies/company/acme.privacy';
const vocabulary = 'policies/vocabulary.privacy';
const neovim = await startNeovim({ folder: installed.folder, project: installed.project, settings });
const { lua } = neovim;

const text = (value) => `[==[${value}]==]`;
const open = (file) => lua(`vim.cmd('edit! ' .. vim.fn.fnameescape(${text(installed.pathOf(file))}))`);
const shownFile = () => lua('return vim.api.nvim_buf_get_name(0)');
const shownText = () =>
  lua("return table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, true), '\\n') .. '\\n'");
/** Puts the cursor on the first place of some words, some letters in. */
const go = (words, letters = 0) =>
  lua(`assert(vim.fn.search('\\\\V' .. ${text(words)}, 'wc') > 0, 'not found')
    vim.fn.cursor(vim.fn.line('.'), vim.fn.col('.') + ${letters})`);
const replace = (words, others) =>
  lua(`local line = vim.fn.search('\\\\V' .. ${text(words)}, 'wc')
    assert(line > 0, 'not found')
    local before = vim.fn.getline(line)
    local from, to = before:find(${text(words)}, 1, true)
    vim.fn.setline(line, before:sub(1, from - 1) .. ${text(others)} .. before:sub(to + 1))`);
/** The errors in the file that is shown, as code and line. */
const errors = () =>
  lua(`return vim.tbl_map(
      function(each) return (each.code or each.user_data.lsp.code) .. ' ' .. vim.fn.getline(each.lnum + 1) end,
      vim.diagnostic.get(0, { severity = vim.diagnostic.severity.ERROR }))`);
const errorsAre = (what, condition) =>
  eventually(what, () => {
    const found = errors();
    return condition(found) ? found : undefined;
  });
const noErrors = () => errorsAre('no errors', (found) => found.length === 0);
const hoverText = () => {
  lua('vim.lsp.buf.hover()');
  return eventually('a hover', () => {
    const shown = lua(`for _, window in ipairs(vim.api.nvim_list_wins()) do
        if vim.api.nvim_win_get_config(window).relative ~= '' then
          local lines = vim.api.nvim_buf_get_lines(vim.api.nvim_win_get_buf(window), 0, -1, true)
          vim.api.nvim_win_close(window, true)
          return table.concat(lines, '\\n')
        end
      end
      return ''`);
    return shown === '' ? undefined : shown;
  });
};
/** What is offered at the end of some words that are typed on a new line. */
async function offered(words) {
  lua(`vim.api.nvim_input('o' .. ${text(words)} .. '<C-x><C-o>')`);
  const found = await eventually('completion', () => {
    const items = lua(
      "return vim.tbl_map(function(item) return item.word end, vim.fn.complete_info({ 'items' }).items)",
    );
    return items.length > 0 ? items : undefined;
  });
  lua("vim.api.nvim_input('<C-e><Esc>')");
  await eventually('the end of typing', () => lua("return vim.fn.mode() == 'n'"));
  return found;
}
/** Applies the first action at the cursor whose title fits. */
const act = (title) =>
  lua(`vim.ui.select = function(items, _, choose)
      for _, item in ipairs(items) do
        if item[2].title:find(${text(title)}, 1, true) then return choose(item) end
      end
      error('no such action')
    end
    vim.lsp.buf.code_action()`);

await runChecks([
  {
    promise: 'the documented settings attach one server, rooted where privacy.json is',
    run: async () => {
      open(charter);
      const roots = await eventually('a server', () => {
        const clients = lua(`return vim.tbl_map(
            function(client) return { client.name, client.config.root_dir, client.initialized or false } end,
            vim.lsp.buf_get_clients(0))`);
        return Array.isArray(clients) && clients[0]?.[2] ? clients : undefined;
      });
      assert.deepEqual(roots, [['privacy', installed.project, true]]);
      open(vocabulary);
      assert.equal(lua('return #vim.lsp.get_active_clients()'), 1);
      open(charter);
      assert.equal(lua('return vim.bo.filetype'), 'privacy');
    },
  },
  {
    promise: 'mistakes show while one types, and go when they are mended',
    run: async () => {
      await noErrors();
      replace('channel is automated-call', 'channel is automated-cal');
      const found = await errorsAre('an error', (all) => all.length > 0);
      assert.equal(found.length, 1);
      assert.match(found[0], /^name\/unknown-term .*automated-cal$/);
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
      go('channel is automated-call');
      const words = await offered('and channel is ');
      assert.ok(words.includes('email') && words.includes('automated-call'), words.join(' '));
      assert.ok(!words.includes('marketing') && !words.includes('saturday'));
      lua("vim.cmd('edit!')");
    },
  },
  {
    promise: 'hover says what a word means',
    run: async () => {
      await noErrors();
      go('marketing-in-30-days', 3);
      assert.match(await hoverText(), /marketing-in-30-days/);
      go('no-robots', 2);
      assert.match(await hoverText(), /Charter 3\.4/);
    },
  },
  {
    promise: 'definition goes to another file, and into the standard library',
    run: async () => {
      go('outside-eight-to-eight(', 3);
      lua('vim.lsp.buf.definition()');
      await eventually('the vocabulary', () => shownFile().endsWith(vocabulary));
      assert.match(lua("return vim.fn.getline('.')"), /^define outside-eight-to-eight/);
      open(charter);
      go('channel is automated-call', 12);
      lua('vim.lsp.buf.definition()');
      await eventually('the library', () => shownFile().endsWith('library/std/channels.privacy'));
      assert.match(lua("return vim.fn.getline('.')"), /automated-call/);
      open(charter);
    },
  },
  {
    promise: 'rename changes every file, and leaves no error',
    run: async () => {
      go('outside-eight-to-eight(', 3);
      lua("vim.lsp.buf.rename('at-night')");
      await eventually('the new name', () => /text-message\) and at-night\(customer\)/.test(shownText()));
      lua("vim.cmd('wall')");
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
      lua('vim.lsp.buf.formatting_sync(nil, 10000)');
      assert.equal(shownText(), before);
    },
  },
  {
    promise: 'a file with a syntax error and a broken import is still understood elsewhere',
    run: async () => {
      replace('use acme.vocabulary', 'use acme.vocabulary use not.there');
      replace(
        '  rule no-robots "We let no recordings speak for us" {',
        '  rule no-robots "We let no recordings speak for us {{',
      );
      const found = await errorsAre('errors', (all) => all.length >= 2);
      assert.ok(
        found.some((each) => each.includes('not.there')),
        found.join('\n'),
      );
      go('europeans-in-europe', 2);
      assert.match(await hoverText(), /Residency policy 2\.1/);
      go('encryption is less', 2);
      lua('vim.lsp.buf.definition()');
      await eventually('the definition', () => !shownFile().endsWith(charter));
      open(charter);
      lua("vim.cmd('edit!')");
      await noErrors();
    },
  },
]);

await neovim.stop();
installed.remove();
