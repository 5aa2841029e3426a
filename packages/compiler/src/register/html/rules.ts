import type {
  RegisterException,
  RegisterObligation,
  RegisterProvision,
  RegisterRule,
  RegisterTest,
} from '../model.ts';
import { anchorOf, linkTo } from './anchors.ts';
import type { Markup } from './markup.ts';
import { html, joined, nothing } from './markup.ts';
import { counted, effectPhrase, effectTones, periodPhrase } from './phrases.ts';
import type { WordIndex } from './texts.ts';
import { renderCondition, renderDocumentation, renderText } from './texts.ts';

/** What a rule is about, as it is called and as it is titled. */
export interface RuleSubject {
  readonly name: string;
  readonly title: string;
}

/** One rule as a card; its attributes are what the page filters by. */
export function renderRule(rule: RegisterRule, subject: RuleSubject, words: WordIndex): Markup {
  const { anchor, id, title, effect, authority, counts } = rule;
  return html`<article class="rule tone-${effectTones[effect]}" id="${anchor}" data-authority="${authority}" data-effect="${effect}" data-subject="${subject.name}" data-from="${counts.from}" data-until="${counts.until}">
<header>
<p class="effect"><span class="tag">${effectPhrase(rule)}</span> <span class="subject">${subject.title}</span> <span class="whose">${authority}</span></p>
<h5>${title === '' ? id : title}</h5>
<a class="id" href="${linkTo(anchor)}">${id}</a>
</header>
${renderDocumentation(rule.documentation)}
<dl class="says">${renderSayings(rule, words)}${renderFacts(rule)}</dl>
${renderTests(rule.tests)}
</article>
`;
}

/** What it says: statements, conditions, exceptions, duties. */
function renderSayings(provision: RegisterProvision, words: WordIndex): Markup {
  const { statements, condition, exceptions, obligations } = provision;
  return html`${statements.map((text) => row('Says', renderText(text, words)))}${
    condition === undefined ? nothing : row('When', renderCondition(condition, words))
  }${exceptions.map((exception) => renderException(exception, words))}${
    obligations.length === 0 ? nothing : row('Owed', renderObligations(obligations))
  }`;
}

function renderObligations(obligations: readonly RegisterObligation[]): Markup {
  const items = obligations.map(({ title, word, arguments: values }) => {
    const details =
      values.length === 0 ? nothing : html` <span class="arguments">(${values.join(', ')})</span>`;
    return html`<li><a class="word" href="${linkTo(anchorOf.word(word))}">${title}</a>${details}</li>`;
  });
  return html`<ul class="plain">${items}</ul>`;
}

function renderException(exception: RegisterException, words: WordIndex): Markup {
  const { kind, anchor, id, title, by, condition } = exception;
  if (kind === 'unless') {
    return row('Unless', condition === undefined ? html`always` : renderCondition(condition, words));
  }
  const origin =
    by === undefined
      ? nothing
      : html`<p class="origin">by <a href="${linkTo(anchorOf.policy(by.policy))}">${by.title}</a> (${by.authority})</p>`;
  const nested = html`<div class="exception" id="${anchor}">
<p class="title">${title === '' ? id : title} <a class="id" href="${linkTo(anchor)}">${id}</a></p>
${origin}${renderDocumentation(exception.documentation)}
<dl class="says">${renderSayings(exception, words)}${renderFacts(exception)}</dl>
</div>`;
  return row(kind === 'lift' ? 'Lifted' : 'Except', nested);
}

/** Where it comes from and when it counts. */
function renderFacts(provision: RegisterProvision & Pick<Partial<RegisterRule>, 'overridableBy'>): Markup {
  const { cites, because, inForce, overridableBy } = provision;
  const citations = cites.map((cite) => html`<cite>${cite}</cite>`);
  return html`${citations.length === 0 ? nothing : row('Citation', joined(citations, '; '))}${
    because === undefined ? nothing : row('Because', html`${because}`)
  }${inForce === undefined ? nothing : row('In force', html`${periodPhrase(inForce)}`)}${
    overridableBy === undefined ? nothing : row('Overridable', html`by ${overridableBy}`)
  }`;
}

function row(term: string, description: Markup): Markup {
  return html`<div class="row ${term.toLowerCase().replace(/\s/g, '-')}"><dt>${term}</dt><dd>${description}</dd></div>
`;
}

function renderTests(tests: readonly RegisterTest[]): Markup {
  if (tests.length === 0) return html`<p class="untested">No test covers this rule.</p>`;
  const failed = tests.filter(({ passed }) => !passed).length;
  const summary =
    failed === 0
      ? `${counted(tests.length, 'test')}, passed`
      : `${counted(tests.length, 'test')}, ${failed} failed`;
  const items = tests
    .slice(0, mostTests)
    .map(
      ({ title, passed, place }) =>
        html`<li class="${passed ? 'passed' : 'failed'}"><span class="mark">${passed ? 'passed' : 'failed'}</span> ${title} <span class="place">${place.file}:${place.line}</span></li>`,
    );
  const more =
    tests.length > mostTests ? html`<li class="more">and ${tests.length - mostTests} more</li>` : nothing;
  return html`<details class="tests ${failed === 0 ? 'passed' : 'failed'}"><summary>${summary}</summary><ul>${items}${more}</ul></details>`;
}

const mostTests = 20;
