import type { Mention, Register, TermEntry, TermIndex } from '../model.ts';
import { anchorOf, linkTo } from './anchors.ts';
import type { Markup } from './markup.ts';
import { html, joined, nothing } from './markup.ts';
import { counted } from './phrases.ts';

/** Which rules are about which term, one list for each taxonomy. */
export function renderIndexes({ indexes }: Register): Markup {
  return html`<section id="indexes" aria-labelledby="indexes-title">
<h2 id="indexes-title">Find rules by subject</h2>
${indexes.map(renderIndex)}</section>
`;
}

function renderIndex(index: TermIndex): Markup {
  const { taxonomy, title, rules, entries } = index;
  return html`<details class="index" id="${anchorOf.index(taxonomy)}">
<summary><h3>${title}</h3> <span class="count">${counted(entries.length, 'entry')}, ${counted(rules, 'rule')}</span></summary>
<dl>${entries.map((entry) => renderEntry(entry, index))}</dl>
</details>
`;
}

function renderEntry(entry: TermEntry, { taxonomy }: TermIndex): Markup {
  const { kind, name, title, path, policies, rules, reachedBy } = entry;
  const above = path.length === 0 ? nothing : html`<span class="path">${path.join(' › ')} › </span>`;
  const code = title === name ? nothing : html` <span class="id">${name}</span>`;
  const mark = kind === 'group' ? html` <span class="kind">group</span>` : nothing;
  return html`<div class="entry" id="${anchorOf.entry(taxonomy, name)}"><dt>${above}${title}${code}${mark}</dt>
<dd>${renderMentions(policies, 'Policies')}${renderMentions(rules, 'Rules')}${renderReached(reachedBy, taxonomy)}</dd></div>
`;
}

function renderMentions(mentions: readonly Mention[], label: string): Markup {
  if (mentions.length === 0) return nothing;
  const links = mentions.map(
    ({ target, id, title, excluded }) =>
      html`<li><a href="${linkTo(target)}">${title === '' ? id : title}</a>${excluded ? html` <span class="excluded">leaves it out</span>` : nothing} <span class="id">${id}</span></li>`,
  );
  return html`<p class="label">${label}</p><ul class="mentions">${links}</ul>`;
}

function renderReached(names: readonly string[], taxonomy: string): Markup {
  if (names.length === 0) return nothing;
  const links = names.map((name) => html`<a href="${linkTo(anchorOf.entry(taxonomy, name))}">${name}</a>`);
  return html`<p class="reached">See also what is named for ${joined(links, ', ')}</p>`;
}
