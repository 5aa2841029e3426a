import type { Formula, Place, Policy, Program, Provision, Relation, Value } from '../logic/index.ts';
import { isFormula, partsOf } from '../logic/index.ts';
import { localDate } from '../runtime/index.ts';
import type { Dated } from './dated.ts';

/** The days that stand in the conditions of policies, and on which these conditions turn: each once. */
export function datedConditions(program: Program, policies: readonly Policy[]): readonly Dated[] {
  const found = new Map<string, Dated>();
  for (const policy of policies) {
    for (const root of rootsOf(policy)) {
      for (const turn of turnsIn(root.node, policy.zone, program)) {
        const { name, title, subject } = root;
        const key = `${name} ${turn.date} ${turn.place.start}`;
        const subjects = [...new Set([...(found.get(key)?.subjects ?? []), subject])].sort();
        const about = { kind: 'condition', name, title, policy: policy.id, zone: policy.zone } as const;
        const { date, place, countedBy } = turn;
        found.set(key, { ...about, subjects, from: date, place, ...(countedBy && { countedBy }) });
      }
    }
  }
  return [...found.values()];
}

type Node = Formula | Value;

interface Root {
  readonly node: Node;
  readonly name: string;
  readonly title: string;
  readonly subject: string;
}

function rootsOf({ id, title, parts, schedules }: Policy): readonly Root[] {
  return [
    ...parts.flatMap(({ activity, applies, default: byDefault, rules }) => {
      const provisions = byDefault === undefined ? rules : [byDefault, ...rules];
      return [
        { node: applies, name: id, title, subject: activity },
        ...provisions.flatMap((each) => rootsOfProvision(each, activity)),
      ];
    }),
    ...schedules.flatMap(({ record, applies, rules }) => [
      { node: applies, name: id, title, subject: record },
      ...rules.flatMap((each) => rootsOfProvision(each, record)),
    ]),
  ];
}

function rootsOfProvision({ id, title, condition, exceptions }: Provision, subject: string): readonly Root[] {
  return [
    { node: condition, name: id, title, subject },
    ...exceptions.flatMap((exception) => rootsOfProvision(exception, subject)),
  ];
}

/** A day on which a condition turns. */
interface Turn {
  /** The first day on which it is otherwise. */
  readonly date: number;
  readonly place: Place;
  /** Another day than that of the decision is compared. */
  readonly countedBy?: Place;
}

/** Also in the defines that are called. */
function turnsIn(root: Node, zone: string, program: Program): readonly Turn[] {
  const turns: Turn[] = [];
  const seen = new Set<Node>();
  const open: Node[] = [root];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (seen.has(node)) continue;
    seen.add(node);
    if (isFormula(node)) turns.push(...turnsOf(node, zone));
    open.push(...partsOf(node));
    if (node.kind !== 'call' && node.kind !== 'call-value') continue;
    const body = program.defines.get(node.define)?.body;
    if (body !== undefined) open.push(body.kind === 'formula' ? body.formula : body.value);
  }
  return turns;
}

function turnsOf(formula: Formula, zone: string): readonly Turn[] {
  if (formula.kind === 'between') {
    return [
      ...turnAt(formula, formula.value, dayOf(formula.low, zone), 0),
      ...turnAt(formula, formula.value, dayOf(formula.high, zone), 1),
    ];
  }
  if (formula.kind !== 'compare') return [];
  const { relation, left, right } = formula;
  const [bound, moving, words] =
    left.kind === 'constant' ? [left, right, mirrored[relation]] : [right, left, relation];
  const day = dayOf(bound, zone);
  if (words !== 'equal') return turnAt(formula, moving, day, words === 'more' || words === 'at-most' ? 1 : 0);
  return [...turnAt(formula, moving, day, 0), ...turnAt(formula, moving, day, 1)];
}

const mirrored: Readonly<Record<Relation, Relation>> = {
  equal: 'equal',
  less: 'more',
  more: 'less',
  'at-most': 'at-least',
  'at-least': 'at-most',
};

function turnAt({ place }: Formula, moving: Value, day: number | undefined, later: 0 | 1): readonly Turn[] {
  if (day === undefined || moving.kind === 'constant') return [];
  const isNow = moving.kind === 'clock' || moving.kind === 'now';
  return [{ date: day + later, place, ...(isNow ? {} : { countedBy: moving.place }) }];
}

/** The day of a date or a moment that stands there. */
function dayOf(value: Value, zone: string): number | undefined {
  if (value.kind !== 'constant') return undefined;
  const { constant } = value;
  if (constant.type === 'date') return constant.value;
  return constant.type === 'instant' ? localDate(zone, constant.value) : undefined;
}
