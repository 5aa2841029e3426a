import type {
  Activity,
  DecisionStructure,
  Formula,
  PolicyPart,
  Reach,
  SituationFact,
  Value,
} from '../../logic/index.ts';
import { createReach, decisionStructure, valueKey } from '../../logic/index.ts';
import type { CaseSite } from './conditions.ts';
import { conditionSite } from './conditions.ts';
import type { Code } from './expressions/code.ts';
import { binary, levels, primary, returned } from './expressions/code.ts';
import type { Site } from './expressions/site.ts';
import { askedKeys } from './expressions/site.ts';
import { valueCode } from './expressions/values.ts';
import type { Project } from './project.ts';
import { runtime } from './project.ts';
import { taxonomyConstant, useExported } from './vocabulary.ts';
import type { Doc } from './writing/document.ts';
import { callDoc, hard, indented, lines, listDoc, objectDoc } from './writing/document.ts';
import { valueName } from './writing/names.ts';

/** How the rules of an activity are found, while they are being written. */
export interface Dispatching {
  readonly structure: DecisionStructure;
  reachOf(part: PolicyPart): Reach;
  /** The position of a number that rules have limits for; undefined where there are too many. */
  positionOf(value: Value): number | undefined;
  /** The numbers so far. */
  readonly numbers: readonly Value[];
}

const mostNumbers = 8;

export function dispatchingOf(project: Project, activity: Activity): Dispatching {
  return project.once('dispatching', activity.name, () => {
    const { program } = project;
    const structure = decisionStructure(program, activity);
    const isNamed = (formula: Formula): boolean => project.derivedName(formula) !== undefined;
    const reaches = new Map<number, Reach>();
    const numbers: Value[] = [];
    const positions = new Map<string, number>();
    return {
      structure,
      numbers,
      reachOf(part) {
        const selector = structure.selectorOf(part);
        const known =
          reaches.get(selector) ?? createReach({ program, facts: structure.factsOf(part), isNamed });
        reaches.set(selector, known);
        return known;
      },
      positionOf(value) {
        const key = valueKey(value);
        const known = positions.get(key);
        if (known !== undefined || numbers.length >= mostNumbers) return known;
        positions.set(key, numbers.length);
        numbers.push(value);
        return positions.get(key);
      },
    };
  });
}

/** How what can apply is found: the selectors, the situation and the numbers that have limits. */
export function dispatchDoc(site: CaseSite, activity: Activity, factsType: string): Doc {
  const { structure } = dispatchingOf(site.project, activity);
  const selectors = structure.selectors.map(({ taxonomy, value }) =>
    objectDoc([
      ['terms', useExported(site.module, taxonomyConstant(site.project, taxonomy))],
      ['of', readerDoc(site, value)],
    ]),
  );
  const situationOf = writeSituation(site, structure.situationFacts, factsType);
  const isWithin = writeLimits(site, activity, factsType);
  const { numbers } = dispatchingOf(site.project, activity);
  return objectDoc([
    ['selectors', listDoc(selectors)],
    ['situations', String(structure.situations)],
    ['situationOf', situationOf],
    ['numbers', String(numbers.length)],
    ['isWithin', isWithin],
    ['readNumbers', writeNumbers(site, numbers, factsType)],
  ]);
}

/** `({ facts }) => facts.industry` */
function readerDoc(site: CaseSite, value: Value): Doc {
  const { frame, ...inner } = conditionSite(site, 'UTC', 'a selector');
  const code = valueCode(value, { ...inner, frame });
  const parts = askedKeys.filter((key) => frame.used.has(key));
  const pattern = objectDoc(parts.map((key) => [key, frame.inputs.get(key)?.local ?? key] as const));
  return ['(', pattern, ') => ', code.doc];
}

function writeSituation(site: CaseSite, facts: readonly SituationFact[], factsType: string): string {
  const terms: Code[] = [];
  let stride = 1;
  const { code, parameter } = overFacts(site, factsType, (inner) => {
    for (const fact of facts) {
      terms.push(classCode(site, inner, fact, stride));
      stride *= fact.size;
    }
    return terms.reduce<Code | undefined>(
      (sum, term) => (sum === undefined ? term : binary(sum, '+', term, levels.sum)),
      undefined,
    );
  });
  const name = site.module.declare('situationOf');
  site.module.add(
    '/** The number of the situation that facts are in; below zero where there is none. */',
    hard,
    `function ${name}(${parameter}): number {`,
    indented(hard, code === undefined ? 'return 0;' : returned(code)),
    hard,
    '}',
  );
  return name;
}

/** What a fact adds to the number of a situation. */
function classCode(
  site: CaseSite,
  inner: Site,
  { value, size, classes, key }: SituationFact,
  stride: number,
): Code {
  const { module } = site;
  const read = valueCode(value, inner).doc;
  if (classes === undefined) {
    const call = primary(callDoc(runtime(module, size === 2 ? 'classOfKnown' : 'classOfFlag'), [read]));
    return stride === 1 ? call : binary(call, '*', primary(String(stride)), levels.sum);
  }
  const table = module.declare(valueName(`${key.replace(/^.*?\(|[^A-Za-z0-9]+/g, ' ')} classes`));
  const numbers = classes.map((number) =>
    number < 0 ? runtime(module, 'outside') : String(number * stride),
  );
  module.add(
    '/** What rules tell apart: none, not known, and each term in its order. */',
    hard,
    `const ${table} = /* @__PURE__ */ Int32Array.of(`,
    listDocInside(numbers),
    ');',
  );
  return primary(callDoc(runtime(module, 'classOfTerm'), [table, read]));
}

function listDocInside(items: readonly string[]): Doc {
  return items.join(', ');
}

/** Whether the numbers that rules compare with constants lie within limits. */
function writeLimits(site: CaseSite, activity: Activity, factsType: string): string {
  const { numbers } = dispatchingOf(site.project, activity);
  const { module } = site;
  const { code, parameter } = overFacts(site, factsType, (inner) => {
    const tests = numbers.map((value, number) =>
      primary(callDoc(runtime(module, 'isInside'), ['limits', String(number), valueCode(value, inner).doc])),
    );
    return tests.reduce<Code | undefined>(
      (all, test) => (all === undefined ? test : binary(all, '&&', test, levels.and)),
      undefined,
    );
  });
  const name = module.declare('isWithin');
  const limits = code === undefined ? '_limits' : 'limits';
  module.add(
    '/** Whether all numbers that rules compare with a constant lie within limits. */',
    hard,
    `function ${name}(${parameter}, ${limits}: Float64Array): boolean {`,
    indented(hard, code === undefined ? 'return true;' : returned(code)),
    hard,
    '}',
  );
  return name;
}

/** Writes the numbers into a list. */
function writeNumbers(site: CaseSite, numbers: readonly Value[], factsType: string): string {
  const { module } = site;
  const inner = conditionSite(site, 'UTC', 'the numbers');
  const statements = numbers.map(
    (value, number): Doc => [
      `into[at${number === 0 ? '' : ` + ${number}`}] = `,
      valueCode(value, inner).doc,
      ';',
    ],
  );
  const name = module.declare('readNumbers');
  const opening = statements.length === 0 ? '_' : '';
  module.add(
    '/** The numbers that rules compare with a constant, one after the other. */',
    hard,
    `function ${name}(${opening}facts: ${factsType}, ${opening}into: Float64Array, ${opening}at: number): void {`,
    ...(statements.length === 0 ? [] : [indented(hard, lines(statements)), hard]),
    '}',
  );
  return name;
}

/** Code that reads nothing but facts, with the parameter that it reads them from. */
function overFacts(
  site: CaseSite,
  factsType: string,
  write: (inner: Site) => Code | undefined,
): { readonly code: Code | undefined; readonly parameter: string } {
  const inner = conditionSite(site, 'UTC', 'a situation');
  const code = write(inner);
  const isRead = inner.frame.used.has('facts');
  const local = inner.frame.inputs.get('facts')?.local ?? 'facts';
  return { code, parameter: `${isRead ? local : `_${local}`}: ${factsType}` };
}
