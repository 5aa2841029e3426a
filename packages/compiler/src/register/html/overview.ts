import type { Register, RegisterAuthority, RegisterChoice, RegisterPack, RegisterRule } from '../model.ts';
import { anchorOf, linkTo } from './anchors.ts';
import type { Markup } from './markup.ts';
import { html, nothing } from './markup.ts';
import { capitalized, counted } from './phrases.ts';

/** What there is, in numbers and at a glance. */
export function renderOverview(register: Register): Markup {
  const { choices, packs, digest } = register;
  return html`<section id="overview" aria-labelledby="overview-title">
<h2 id="overview-title">Overview</h2>
${renderNumbers(register)}
<h3>What the rules are about</h3>
${renderMatrix(register)}
${packs.length === 0 ? nothing : renderPacks(packs)}
${choices.length === 0 ? nothing : renderChoices(choices)}
<p class="digest">These rules, to the letter: <code>${digest}</code></p>
</section>
`;
}

export function allRules({ authorities }: Register): readonly RegisterRule[] {
  return authorities.flatMap(rulesOf);
}

function rulesOf({ policies }: RegisterAuthority): readonly RegisterRule[] {
  return policies.flatMap(({ parts }) => parts.flatMap(({ rules }) => rules));
}

function renderNumbers(register: Register): Markup {
  const rules = allRules(register);
  const policies = register.authorities.flatMap((authority) => authority.policies).length;
  const { passed, failed } = register.tests;
  const untested = rules.filter(({ tests }) => tests.length === 0).length;
  const { asOf } = register;
  const dates =
    asOf === undefined ? undefined : asOf.first === asOf.last ? asOf.first : `${asOf.first} to ${asOf.last}`;
  return html`<dl class="numbers">
${number(rules.length, rules.length === 1 ? 'rule' : 'rules')}${number(policies, policies === 1 ? 'policy' : 'policies')}${number(passed, passed === 1 ? 'test passed' : 'tests passed')}${
  failed === 0 ? nothing : number(failed, failed === 1 ? 'test failed' : 'tests failed', 'bad')
}${untested === 0 ? nothing : number(untested, untested === 1 ? 'rule without a test' : 'rules without a test', 'open')}${
  dates === undefined ? nothing : html`<div class="wide"><dt>sources as of</dt><dd>${dates}</dd></div>`
}</dl>`;
}

function number(value: number, label: string, tone = 'plain'): Markup {
  return html`<div class="${tone}"><dt>${label}</dt><dd>${value}</dd></div>
`;
}

/** Rules by what they are about and whose they are. */
function renderMatrix({ subjects, authorities }: Register): Markup {
  const heads = authorities.map(
    ({ name }) =>
      html`<th scope="col"><a href="${linkTo(anchorOf.authority(name))}">${capitalized(name)}</a></th>`,
  );
  const rows = subjects.map(({ kind, name, title, rules }) => {
    const cells = authorities.map((authority) => {
      const parts = authority.policies.flatMap((policy) => policy.parts);
      const count = parts
        .filter(({ subject }) => subject.kind === kind && subject.name === name)
        .reduce((sum, part) => sum + part.rules.length, 0);
      return html`<td class="${count === 0 ? 'none' : 'some'}">${count === 0 ? '–' : count}</td>`;
    });
    return html`<tr><th scope="row">${title}</th>${cells}<td class="total">${rules}</td></tr>
`;
  });
  return html`<div class="scroll" tabindex="0" role="region" aria-label="Numbers of rules"><table class="matrix">
<thead><tr><th scope="col">About</th>${heads}<th scope="col" class="total">All</th></tr></thead>
<tbody>${rows}</tbody>
</table></div>`;
}

function renderPacks(packs: readonly RegisterPack[]): Markup {
  const rows = packs.map(
    ({ name, version, title, reviewBy }) =>
      html`<tr><th scope="row">${title}</th><td><code>${name}</code></td><td>${version}</td><td>${reviewBy ?? '–'}</td></tr>`,
  );
  return html`<h3>Packs</h3>
<div class="scroll" tabindex="0" role="region" aria-label="Packs"><table>
<thead><tr><th scope="col">Pack</th><th scope="col">Package</th><th scope="col">Version</th><th scope="col">Review by</th></tr></thead>
<tbody>${rows}</tbody>
</table></div>`;
}

function renderChoices(choices: readonly RegisterChoice[]): Markup {
  const items = choices.map(
    ({ option, title, value, isChosen, because }) =>
      html`<div><dt>${title} <span class="id">${option}</span></dt><dd><strong>${value}</strong> ${
        isChosen ? html`chosen` : html`the safe reading; nothing was chosen`
      }${because === undefined ? nothing : html`, because: ${because}`}</dd></div>
`,
  );
  return html`<h3>${counted(choices.length, 'choice')} where law is contested</h3>
<dl class="choices">${items}</dl>`;
}
