import type {
  AncestorValue,
  ClockValue,
  Duration,
  ElseValue,
  Field,
  OffsetValue,
  Value,
} from '../../../logic/index.ts';
import { assertNever, invariant } from '../../../support/index.ts';
import { calendarConstant } from '../calendars.ts';
import { throughRecord } from '../encoded.ts';
import { runtime } from '../project.ts';
import { taxonomyConstant, useExported, zoneConstant } from '../vocabulary.ts';
import { callDoc, textLiteral } from '../writing/document.ts';
import { callCode } from './calls.ts';
import type { Code } from './code.ts';
import { binary, from, levels, primary } from './code.ts';
import { commented, millisecondsLiteral, numberLiteral, termNumber } from './constants.ts';
import { countLoop } from './counts.ts';
import { durationDoc } from './durations.ts';
import { conditionKeyCode, lookupCode } from './lookups.ts';
import { loopCode } from './loops.ts';
import type { ReadingChoice, Site } from './site.ts';
import { helper, inputOf, readingCode, turned } from './site.ts';

/** Derived facts belong to the activity, not to a policy. */
export const derivedZone = 'UTC';

/** A value as it stands in the encoded facts, with its own sign for what is unknown. */
export function valueCode(value: Value, site: Site): Code {
  if (!isBounded(value, site)) return from(value.place, plainValue(value, site));
  const [low, high] = [boundCode(value, site, 'certainly'), boundCode(value, site, 'possibly')];
  return from(value.place, call(site, 'exactly', low, high));
}

/**
 * A number that may be known only within bounds: the lowest that it certainly reaches or the highest that it possibly
 * does. For what is known exactly both are the same.
 */
export function boundCode(value: Value, site: Site, reading: ReadingChoice): Code {
  if (!site.project.openness.value(value, site.parameters)) return valueCode(value, site);
  switch (value.kind) {
    case 'derived':
      return boundCode(value.value, { ...site, zone: derivedZone }, reading);
    case 'arithmetic': {
      const left = boundCode(value.left, site, reading);
      const right = boundCode(value.right, site, value.operator === '+' ? reading : turned(reading));
      return from(value.place, binary(left, value.operator, right, levels.sum));
    }
    case 'count':
      return from(value.place, loopCode(site, countLoop(value), reading));
    case 'call-value':
      return isBounded(value, site)
        ? from(value.place, callCode(value, site, reading))
        : reachCode(value, site, reading);
    default:
      return reachCode(value, site, reading);
  }
}

/** What is known exactly or not at all. */
function reachCode(value: Value, site: Site, reading: ReadingChoice): Code {
  const code = valueCode(value, site);
  return primary(callDoc(helper(site, 'reach'), [code.doc, readingCode(site, reading).doc]));
}

/** Whether a number may be known within bounds only, rather than exactly or not at all. */
export function isBounded(value: Value, site: Site): boolean {
  if (value.type.kind !== 'number' || !site.project.openness.value(value, site.parameters)) return false;
  if (value.kind === 'derived') return isBounded(value.value, site);
  return value.kind === 'count' || value.kind === 'arithmetic' || value.kind === 'call-value';
}

function plainValue(value: Value, site: Site): Code {
  switch (value.kind) {
    case 'constant':
      return constantCode(value, site);
    case 'fact':
      return fieldCode(primary(inputOf(site, 'facts')), value.field, site);
    case 'field':
      return fieldCode(valueCode(value.of, site), value.field, site);
    case 'variable':
      return primary(inputOf(site, value.variable));
    case 'parameter':
      return primary(inputOf(site, `$${value.name}`));
    case 'claim':
      return primary(inputOf(site, 'claim'));
    case 'derived':
      return valueCode(value.value, { ...site, zone: derivedZone });
    case 'now':
      return primary(inputOf(site, 'now'));
    case 'ancestor':
      return ancestorCode(value, site);
    case 'else':
      return elseCode(value, site);
    case 'call-value':
      return callCode(value, site, undefined);
    case 'count':
      return loopCode(site, countLoop(value), undefined);
    case 'offset':
      return offsetCode(value, site);
    case 'condition':
      return conditionKeyCode(value.condition, site);
    case 'lookup':
      return lookupCode(value, site);
    default:
      return computedValue(value, site);
  }
}

/** A record that need not be there is read through, so that its fields are what it is itself. */
function fieldCode(of: Code, { key, type, optional, orNone }: Field, site: Site): Code {
  const code = primary([of.doc, '.', key]);
  if (type.kind !== 'record' || (!optional && !orNone)) return code;
  const through = useExported(site.module, throughRecord(site.project, type.record));
  return primary(callDoc(through, [code.doc]));
}

type ComputedValue = Extract<
  Value,
  { kind: 'clock' | 'local-date' | 'age' | 'edge' | 'extreme' | 'arithmetic' }
>;

function computedValue(value: ComputedValue, site: Site): Code {
  switch (value.kind) {
    case 'clock':
      return clockCode(value, site);
    case 'local-date':
      return call(site, 'dateOf', valueCode(value.of, site), askersZone(site));
    case 'age': {
      const date = call(site, 'today', askersZone(site), primary(inputOf(site, 'now')));
      return call(site, 'yearsBetween', valueCode(value.of, site), date);
    }
    case 'edge': {
      const words = [value.edge, value.unit].map((word) => primary(textLiteral(word)));
      return call(site, 'edge', valueCode(value.of, site), ...words);
    }
    case 'extreme': {
      const operands = value.operands.map((operand) => valueCode(operand, site));
      return operands.reduce((one, other) =>
        call(site, value.which === 'later' ? 'laterOf' : 'earlierOf', one, other),
      );
    }
    case 'arithmetic': {
      const [left, right] = [valueCode(value.left, site), valueCode(value.right, site)];
      return binary(left, value.operator, right, levels.sum);
    }
    default:
      return assertNever(value);
  }
}

function constantCode({ constant }: Extract<Value, { kind: 'constant' }>, site: Site): Code {
  const { program } = site.project;
  switch (constant.type) {
    case 'text':
      return primary(textLiteral(constant.value));
    case 'timezone':
      return primary(useExported(site.module, zoneConstant(site.project, constant.value)));
    case 'duration':
      return primary(durationDoc(constant, site.project, site.module));
    case 'calendar':
      return primary(useExported(site.module, calendarConstant(site.project, constant.value)));
    case 'scope': {
      const terms = constant.value === 'anything' ? undefined : constant.value;
      if (terms === undefined) return primary(helper(site, 'anything'));
      const numbers = terms.map((term) => commented(termNumber(program, constant.taxonomy, term), term));
      return call(site, 'scope', ...numbers.map(primary));
    }
    case 'boolean':
      return primary(helper(site, constant.value ? 'yes' : 'no'));
    default: {
      const literal = numberLiteral(constant, program);
      return { doc: literal, level: literal.startsWith('-') ? levels.unary : levels.primary };
    }
  }
}

/** The zone of the policy that asks. */
export function askersZone(site: Site): Code {
  if (site.zone === undefined) return primary(inputOf(site, 'zone'));
  return primary(useExported(site.module, zoneConstant(site.project, site.zone)));
}

function clockCode({ reading, zone }: ClockValue, site: Site): Code {
  const place = zone === undefined ? askersZone(site) : valueCode(zone, site);
  const functions = { today: 'today', time: 'timeOfDay', weekday: 'weekday' } as const;
  return call(site, functions[reading], place, primary(inputOf(site, 'now')));
}

function ancestorCode({ taxonomy, of, depth }: AncestorValue, site: Site): Code {
  const terms = primary(useExported(site.module, taxonomyConstant(site.project, taxonomy)));
  return call(site, 'ancestorAt', terms, valueCode(of, site), primary(String(depth)));
}

function elseCode({ of, fallback }: ElseValue, site: Site): Code {
  const isObject = ['text', 'timezone', 'duration', 'scope'].includes(of.type.kind);
  const name = isObject ? 'valueOrElse' : of.type.kind === 'term' ? 'termOrElse' : 'orElse';
  return call(site, name, valueCode(of, site), valueCode(fallback, site));
}

/** Known durations are added on the spot; none and unknown survive that. */
function offsetCode(offset: OffsetValue, site: Site): Code {
  const { origin, duration, direction, type } = offset;
  const from = valueCode(origin, site);
  const sign = direction === 'after' ? '+' : '-';
  const constant =
    duration.kind === 'constant' && duration.constant.type === 'duration' ? duration.constant : undefined;
  if (constant?.unit === 'working-days') {
    const amount = primary(`${sign === '-' ? '-' : ''}${constant.amount}`);
    return call(site, 'moveByWorkingDays', workCalendar(offset, constant, site), from, amount);
  }
  const moves = type.kind === 'instant' ? ['milliseconds'] : ['days', 'months'];
  if (constant === undefined || !moves.includes(constant.unit)) {
    const kind = primary(textLiteral(type.kind));
    return call(site, 'offsetBy', from, valueCode(duration, site), primary(textLiteral(direction)), kind);
  }
  if (constant.unit === 'months') {
    return call(site, 'monthsAfter', from, primary(`${sign === '-' ? '-' : ''}${constant.amount}`));
  }
  const amount = constant.unit === 'days' ? String(constant.amount) : millisecondsLiteral(constant.amount);
  return binary(from, sign, primary(amount), levels.sum);
}

/** The calendar of working days: that of the duration, or one that a table gives. */
function workCalendar({ calendar }: OffsetValue, duration: Duration, site: Site): Code {
  if (calendar !== undefined) return valueCode(calendar, site);
  invariant(duration.calendar !== undefined, 'working days are those of a calendar');
  return primary(useExported(site.module, calendarConstant(site.project, duration.calendar)));
}

function call(site: Site, name: string, ...args: readonly Code[]): Code {
  return primary(
    callDoc(
      runtime(site.module, name),
      args.map(({ doc }) => doc),
    ),
  );
}
