import type { Register } from '../model.ts';
import type { Markup } from './markup.ts';
import { html } from './markup.ts';
import { allRules } from './overview.ts';
import { capitalized, effectOrder, effectPhrases } from './phrases.ts';

/** The search; it shows once the script runs, because it does nothing without. */
export function renderFinder(register: Register): Markup {
  const subjects = register.subjects.map(
    ({ name, title }) => html`<option value="${name}">${title}</option>`,
  );
  return html`<search class="finder" hidden>
<form id="find">
<label class="search"><span>Search</span> <input type="search" name="q" placeholder="words, a citation or an id" autocomplete="off" spellcheck="false"></label>
<label><span>About</span> <select name="about"><option value="">anything</option>${subjects}</select></label>
<label><span>In force on</span> <input type="date" name="on"></label>
<button type="button" class="reset" hidden>Show all</button>
</form>
</search>
<fieldset class="chips" form="find" hidden><legend>Only</legend>${renderChips(register)}</fieldset>
`;
}

/** Only what occurs can be filtered by. */
function renderChips(register: Register): readonly Markup[] {
  const effects = new Set(allRules(register).map(({ effect }) => effect));
  const ordered = effectOrder.filter((effect) => effects.has(effect));
  return [
    ...register.authorities.map(({ name }) => chip('authority', name, capitalized(name))),
    html`<span class="gap"></span>`,
    ...ordered.map((effect) => chip('effect', effect, effectPhrases[effect])),
  ];
}

function chip(group: 'authority' | 'effect', value: string, label: string): Markup {
  return html`<button type="button" aria-pressed="false" data-group="${group}" value="${value}">${label}</button>`;
}
