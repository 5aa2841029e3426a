import { comparesWholeLevels } from '../../../analysis/index.ts';
import type {
  SameTermFormula,
  ScopeTestFormula,
  Taxonomy,
  TermOption,
  TermTestFormula,
  Value,
} from '../../../logic/index.ts';
import { heldTerms } from '../../../logic/index.ts';
import { invariant } from '../../../support/index.ts';
import { groupConstant, groupTest, taxonomyConstant, termTest, useExported } from '../vocabulary.ts';
import { callDoc, listDoc } from '../writing/document.ts';
import type { Code } from './code.ts';
import { anyOf, primary } from './code.ts';
import { commented, taxonomyNamed, termNumber } from './constants.ts';
import type { ReadingChoice, Site } from './site.ts';
import { helper, inputOf, readingCode } from './site.ts';
import { valueCode } from './values.ts';

/** `isVoice(facts.channel) || isEEA(jurisdiction, now)` */
export function termTestCode(formula: TermTestFormula, site: Site, reading: ReadingChoice): Code {
  const taxonomy = taxonomyNamed(site.project.program, formula.taxonomy);
  const subject = valueCode(formula.value, site);
  if (coversTogether(formula, taxonomy, site)) return togetherCode(formula, subject, site, reading);
  const terms = formula.options.flatMap((option) => (option.kind === 'term' ? [option.term] : []));
  const tests = heldTerms(taxonomy, terms).map((term) =>
    testCall(
      useExported(site.module, termTest(site.project, formula.taxonomy, term.name)),
      [subject],
      site,
      reading,
    ),
  );
  const groups = formula.options.flatMap((option) => (option.kind === 'group' ? [option] : []));
  return anyOf([...tests, ...groups.map((option) => groupCode(option, subject, site, reading))]);
}

/** Whether options may hold all that is below a term together although none of them does by itself. */
function coversTogether({ options, value }: TermTestFormula, taxonomy: Taxonomy, site: Site): boolean {
  const hasGroups = options.some(({ kind }) => kind === 'group');
  if (!hasGroups || options.length < 2 || !site.project.openness.value(value, site.parameters)) return false;
  return taxonomy.terms.some(({ complete, final }) => complete && !final);
}

/** `isInAny(place, facts.seat, [3], [[eea, today]], now, reading)` */
function togetherCode(
  { options, taxonomy }: TermTestFormula,
  subject: Code,
  site: Site,
  reading: ReadingChoice,
): Code {
  const { project, module } = site;
  const terms = options.flatMap((option) =>
    option.kind === 'term'
      ? [commented(termNumber(project.program, taxonomy, option.term), option.term)]
      : [],
  );
  const groups = options.flatMap((option) => {
    if (option.kind === 'term') return [];
    const constant = useExported(module, groupConstant(project, option.group));
    return [listDoc(option.on === undefined ? [constant] : [constant, valueCode(option.on, site).doc])];
  });
  const all = useExported(module, taxonomyConstant(project, taxonomy));
  const parts = [all, subject.doc, listDoc(terms), listDoc(groups), inputOf(site, 'now')];
  return primary(callDoc(helper(site, 'isInAny'), [...parts, readingCode(site, reading).doc]));
}

function groupCode(
  { group, on }: Extract<TermOption, { kind: 'group' }>,
  subject: Code,
  site: Site,
  reading: ReadingChoice,
): Code {
  if (on === undefined) {
    const test = useExported(site.module, groupTest(site.project, group));
    return testCall(test, [subject, primary(inputOf(site, 'now'))], site, reading);
  }
  const constant = primary(useExported(site.module, groupConstant(site.project, group)));
  const args = [constant, subject, valueCode(on, site), readingCode(site, reading)];
  return primary(
    callDoc(
      helper(site, 'isMemberOn'),
      args.map(({ doc }) => doc),
    ),
  );
}

function testCall(name: string, args: readonly Code[], site: Site, reading: ReadingChoice): Code {
  const all = reading === undefined ? args : [...args, readingCode(site, reading)];
  return primary(
    callDoc(
      name,
      all.map(({ doc }) => doc),
    ),
  );
}

export function sameTermCode(formula: SameTermFormula, site: Site, reading: ReadingChoice): Code {
  const { left, right } = formula;
  const constant = useExported(site.module, taxonomyConstant(site.project, taxonomyOf(left)));
  const sides = [valueCode(left, site), valueCode(right, site), readingCode(site, reading)];
  const name = comparesWholeLevels(formula) ? 'isSameOnLevel' : 'isSameTerm';
  return primary(callDoc(helper(site, name), [constant, ...sides.map(({ doc }) => doc)]));
}

export function scopeTestCode({ value, scope }: ScopeTestFormula, site: Site, reading: ReadingChoice): Code {
  const constant = useExported(site.module, taxonomyConstant(site.project, taxonomyOf(value)));
  const sides = [valueCode(value, site), valueCode(scope, site), readingCode(site, reading)];
  return primary(callDoc(helper(site, 'isInScope'), [constant, ...sides.map(({ doc }) => doc)]));
}

function taxonomyOf({ type }: Value): string {
  invariant(type.kind === 'term', 'a term is tested');
  return type.taxonomy;
}
