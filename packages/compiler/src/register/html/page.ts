import type { Register } from '../model.ts';
import { contentPolicy } from './content-policy.ts';
import { renderContents } from './contents.ts';
import { renderFinder } from './finder.ts';
import { renderIndexes } from './indexes.ts';
import type { Markup } from './markup.ts';
import { html, trusted } from './markup.ts';
import { allRules, renderOverview } from './overview.ts';
import { counted } from './phrases.ts';
import { renderPolicies } from './policies.ts';
import { registerScript } from './script.ts';
import { registerStyle } from './style.ts';
import { renderWords } from './words.ts';

/** A file of a rendered register; the path is relative to its folder. */
export interface RegisterFile {
  readonly path: string;
  readonly text: string;
}

export interface RenderOptions {
  /** Style and script in files of their own, for servers whose content security policy allows none in the page. */
  readonly separateFiles: boolean;
}

/** What is found in files that were rendered here, and in no others. */
export const registerMark = 'privacy docs';

/** All files that a register may have. */
export const registerFileNames: readonly string[] = ['index.html', 'register.css', 'register.js'];

/** The register as a page that needs no network and no script to be read. */
export function renderRegister(
  register: Register,
  { separateFiles }: RenderOptions,
): readonly RegisterFile[] {
  const style = `/* ${registerMark} */\n${registerStyle}\n`;
  const script = `/* ${registerMark} */\n${registerScript}\n`;
  if (!separateFiles) {
    const head = html`<meta http-equiv="Content-Security-Policy" content="${contentPolicy(style, script)}">
<style>${trusted(style)}</style>`;
    return [{ path: 'index.html', text: page(register, head, html`<script>${trusted(script)}</script>`) }];
  }
  const head = html`<link rel="stylesheet" href="register.css">`;
  return [
    { path: 'index.html', text: page(register, head, html`<script src="register.js"></script>`) },
    { path: 'register.css', text: style },
    { path: 'register.js', text: script },
  ];
}

function page(register: Register, head: Markup, end: Markup): string {
  const words = new Map(register.words.map((word) => [word.id, word]));
  const { title, authorities } = register;
  const policies = authorities.flatMap((authority) => authority.policies).length;
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="${registerMark}">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
${head}
<title>${title}</title>
</head>
<body>
<a class="skip" href="#rules">To the rules</a>
<header class="masthead">
<p class="kicker">Register of rules</p>
<h1>${title}</h1>
<p>${counted(allRules(register).length, 'rule')} in ${counted(policies, 'policy')}, each with what it says, where it comes from, and the tests that cover it.</p>
</header>
${renderFinder(register)}<div class="layout">
${renderContents(register)}<main>
${renderOverview(register)}${renderPolicies(register, words)}${renderIndexes(register)}${renderWords(register)}</main>
</div>
<footer class="foot"><p>Made from the policies themselves. Not legal advice.</p></footer>
${end}
</body>
</html>
`.markup;
}
