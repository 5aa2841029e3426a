import type { RecordType, ScheduleExpectation } from '../../logic/index.ts';
import type { DueState, ScheduleState } from '../../runtime/index.ts';
import { parseInstant } from '../../runtime/index.ts';
import { nearestNames } from '../../support/index.ts';
import type { Expectation, ExpectationCheck, Expression, Name } from '../../syntax/index.ts';
import type { Scope } from '../expressions/scope.ts';
import { complain, fewWordsOf, placeOf } from '../expressions/scope.ts';
import { replacements, suggestion } from '../resolve.ts';
import { namesOf, reportOtherCheck } from './expectations.ts';
import { claimName, factPath, obligationName, provisionId } from './references.ts';

const states: readonly ScheduleState[] = [
  'on-hold',
  'must-keep',
  'keep-restricted',
  'may-erase',
  'must-erase',
  'overdue',
  'conflict',
  'ungoverned',
  'undetermined',
];
const dueStates: readonly DueState[] = ['open', 'overdue', 'done', 'undetermined'];

/** What authors also write for a state. */
const otherWords: Readonly<Record<string, ScheduleState | DueState>> = {
  keep: 'must-keep',
  kept: 'must-keep',
  retain: 'must-keep',
  hold: 'on-hold',
  held: 'on-hold',
  frozen: 'on-hold',
  restricted: 'keep-restricted',
  erase: 'must-erase',
  delete: 'must-erase',
  expired: 'overdue',
  late: 'overdue',
  erasable: 'may-erase',
  permitted: 'may-erase',
  forbidden: 'must-keep',
  due: 'open',
  pending: 'open',
  answered: 'done',
  closed: 'done',
  unknown: 'undetermined',
  undecided: 'undetermined',
};

type Checked = Omit<ScheduleExpectation, 'place'>;

/** Reads an `expect` about a record. */
export function scheduleExpectationOf(
  scope: Scope,
  record: RecordType,
  node: Expectation,
): ScheduleExpectation {
  let checked: Checked = node.outcome.text === '' ? {} : stateOf(scope, record, node.outcome);
  for (const check of node.checks) checked = { ...checked, ...checkedBy(scope, record, check) };
  return { place: placeOf(scope, node), ...checked };
}

/**
 * A state: of keeping and erasing, or, for a kind of record about which there are only deadlines, of what is due.
 * `open` and `done` can only be said of what is due.
 */
function stateOf(scope: Scope, record: RecordType, name: Name): Checked {
  const actions = scope.context.queries.get('record-actions', record.name);
  const isRetained = actions.some((action) => retaining.has(action));
  const state = states.find((candidate) => candidate === name.text);
  const due = dueStates.find((candidate) => candidate === name.text);
  if (state !== undefined && (isRetained || due === undefined)) return { state };
  if (due !== undefined) return { due };
  reportUnknownState(scope, name, [...new Set([...states, ...dueStates])]);
  return {};
}

const retaining: ReadonlySet<string> = new Set(['keep', 'erase', 'anonymise', 'hold']);

function dueOf(scope: Scope, name: Name): Checked {
  const due = dueStates.find((candidate) => candidate === name.text);
  if (due !== undefined) return { due };
  reportUnknownState(scope, name, dueStates);
  return {};
}

function reportUnknownState(scope: Scope, name: Name, known: readonly string[]): void {
  const { text } = name;
  const meant = Object.hasOwn(otherWords, text) ? otherWords[text] : undefined;
  const near = meant !== undefined && known.includes(meant) ? [meant] : nearestNames(text, known);
  const help = suggestion(near).help ?? `A state is ${known.join(', ')}.`;
  complain(
    scope,
    'name/unknown',
    name,
    { what: 'state', name: text },
    { help, fixes: replacements(name, near) },
  );
}

function checkedBy(scope: Scope, record: RecordType, check: ExpectationCheck): Checked {
  switch (check.what.text) {
    case 'state':
      return statesIn(check).reduce<Checked>((_, name) => stateOf(scope, record, name), {});
    case 'due':
      return statesIn(check).reduce<Checked>((_, name) => dueOf(scope, name), {});
    case 'keep-through':
    case 'erase-by':
    case 'due-by':
    case 'may-erase':
      return check.value === undefined ? {} : valueCheck(scope, check.what.text, check.value);
    case 'by':
      return { by: namesOf(check, (reference) => provisionId(scope, reference)) };
    case 'missing':
      return { missing: namesOf(check, (reference) => factPath(scope, record, reference)) };
    case 'assumed':
      return { assumed: namesOf(check, (reference) => factPath(scope, record, reference)) };
    case 'owing':
      return { owing: namesOf(check, (reference) => obligationName(scope, reference)) };
    case 'claim':
      return { claim: namesOf(check, (reference) => claimName(scope, record, reference)) };
    default:
      reportOtherCheck(scope, check.what, 'record', record.name);
      return {};
  }
}

function statesIn({ references }: ExpectationCheck): readonly Name[] {
  return references.map(({ start, end, text }) => ({ kind: 'name', start, end, text }));
}

type ValueCheck = 'keep-through' | 'erase-by' | 'due-by' | 'may-erase';

/** What a check of a day takes, in words. */
const expectedValues: Readonly<Record<ValueCheck, string>> = {
  'keep-through': 'a date, "forever" or "none"',
  'erase-by': 'a date or "none"',
  'due-by': 'a date, an instant or "none"',
  'may-erase': '"yes" or "no"',
};

function valueCheck(scope: Scope, what: ValueCheck, expression: Expression): Checked {
  const checked = readCheck(what, expression);
  if (checked !== undefined || expression.kind === 'missing-expression') return checked ?? {};
  const values = { what, text: fewWordsOf(scope, expression), expected: expectedValues[what] };
  complain(scope, 'test/check-value', expression, values);
  return {};
}

function readCheck(what: ValueCheck, expression: Expression): Checked | undefined {
  const value = expression.kind === 'literal' ? expression.value : undefined;
  if (what === 'may-erase') return value?.type === 'boolean' ? { mayErase: value.value } : undefined;
  const day = value?.type === 'date' ? value.value : value?.type === 'none' ? null : undefined;
  if (what === 'erase-by') return day === undefined ? undefined : { eraseBy: day };
  if (what === 'keep-through') {
    const isForever = expression.kind === 'path' && expression.segments[0]?.text === 'forever';
    const through = isForever ? 'forever' : day;
    return through === undefined ? undefined : { keepThrough: through };
  }
  const by = value?.type === 'instant' ? parseInstant(value.value) : day;
  return by === undefined ? undefined : { dueBy: by };
}
