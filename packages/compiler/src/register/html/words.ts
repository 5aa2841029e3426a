import type { Register, RegisterWord } from '../model.ts';
import { anchorOf } from './anchors.ts';
import type { Markup } from './markup.ts';
import { html, nothing } from './markup.ts';
import { renderDocumentation } from './texts.ts';

/** What the words in rules mean. */
export function renderWords({ words }: Register): Markup {
  return html`<section id="words" aria-labelledby="words-title">
<h2 id="words-title">Words</h2>
<p class="lead">Words with a dotted line in rules lead here.</p>
<dl class="words">${words.map(renderWord)}</dl>
</section>
`;
}

const kinds: Readonly<Record<RegisterWord['kind'], string>> = {
  fact: 'fact',
  condition: 'condition',
  term: 'term',
  group: 'group',
  scale: 'step',
  table: 'table',
  calendar: 'calendar',
  obligation: 'duty',
};

function renderWord({ id, kind, name, title, documentation, details }: RegisterWord): Markup {
  const heading =
    title === undefined || title === name ? nothing : html` <span class="title">${title}</span>`;
  return html`<div id="${anchorOf.word(id)}"><dt><span class="name">${name}</span> <span class="kind">${kinds[kind]}</span>${heading}</dt>
<dd>${renderDocumentation(documentation)}${details.map((detail) => html`<p class="detail">${detail}</p>`)}</dd></div>
`;
}
