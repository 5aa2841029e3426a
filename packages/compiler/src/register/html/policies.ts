import type { Register, RegisterAuthority, RegisterPolicy, RegisterSource } from '../model.ts';
import { anchorOf, linkTo } from './anchors.ts';
import type { Markup } from './markup.ts';
import { html, joined, nothing } from './markup.ts';
import { capitalized, counted, periodPhrase } from './phrases.ts';
import { renderRule } from './rules.ts';
import type { WordIndex } from './texts.ts';
import { renderCondition, renderDocumentation } from './texts.ts';

/** All policies, from the highest authority to the lowest. */
export function renderPolicies({ authorities }: Register, words: WordIndex): Markup {
  return html`<section id="rules" aria-labelledby="rules-title">
<h2 id="rules-title">Rules</h2>
<p class="status" id="status" role="status"></p>
${authorities.map((authority) => renderAuthority(authority, words))}</section>
`;
}

function renderAuthority({ name, binding, tenant, policies }: RegisterAuthority, words: WordIndex): Markup {
  const kind = binding ? 'binding' : tenant ? 'the company’s own' : 'not binding';
  return html`<section class="authority" id="${anchorOf.authority(name)}">
<h3>${capitalized(name)} <small>${kind}</small></h3>
${policies.map((policy) => renderPolicy(policy, words))}</section>
`;
}

function renderPolicy(policy: RegisterPolicy, words: WordIndex): Markup {
  const { id, title, documentation, parts } = policy;
  const anchor = anchorOf.policy(id);
  return html`<section class="policy" id="${anchor}">
<header>
<h4>${title}</h4>
<a class="id" href="${linkTo(anchor)}">${id}</a>
</header>
${renderDocumentation(documentation)}
<dl class="about">${renderSources(policy.sources)}${renderTimes(policy)}${renderApplicability(policy, words)}${renderLifts(policy)}</dl>
${parts.map(({ subject, rules }) => html`${rules.map((rule) => renderRule(rule, subject, words))}`)}</section>
`;
}

function about(term: string, description: Markup): Markup {
  return html`<div class="row"><dt>${term}</dt><dd>${description}</dd></div>
`;
}

function renderSources(sources: readonly RegisterSource[]): Markup {
  if (sources.length === 0) return nothing;
  const items = sources.map(({ text, url, asOf }) => {
    const name =
      url === undefined ? html`${text}` : html`<a class="source" href="${url}" rel="noreferrer">${text}</a>`;
    return html`${name}${asOf === undefined ? nothing : html` <span class="as-of">as of ${asOf}</span>`}`;
  });
  return about(items.length === 1 ? 'Source' : 'Sources', joined(items, '; '));
}

function renderTimes({ inForce, reviewBy, zone, place }: RegisterPolicy): Markup {
  return html`${inForce === undefined ? nothing : about('In force', html`${periodPhrase(inForce)}`)}${
    reviewBy === undefined ? nothing : about('Review by', html`${reviewBy}`)
  }${about('Time zone', html`${zone}`)}${about('File', html`<span class="place">${place.file}:${place.line}</span>`)}`;
}

function renderApplicability({ applies, everywhere }: RegisterPolicy, words: WordIndex): Markup {
  if (applies.length === 0) return about('Applies', html`${everywhere ? 'everywhere' : 'always'}`);
  const lead = everywhere ? html`everywhere, when ` : nothing;
  return html`${applies.map(({ subjects, condition }) =>
    about(
      subjects.length === 0 ? 'Applies when' : `Applies to ${subjects.join(', ')} when`,
      html`${lead}${renderCondition(condition, words)}`,
    ),
  )}`;
}

function renderLifts({ lifts }: RegisterPolicy): Markup {
  if (lifts.length === 0) return nothing;
  const items = lifts.map(
    ({ id, title, target }) =>
      html`<li><a href="${linkTo(id)}">${title}</a> <span class="place">lifts ${target}</span></li>`,
  );
  return about(counted(lifts.length, 'lift'), html`<ul class="plain">${items}</ul>`);
}
