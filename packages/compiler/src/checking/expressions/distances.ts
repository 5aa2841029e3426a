import type { Formula, Relation, Value } from '../../logic/index.ts';
import { and, compare, truth } from '../../logic/index.ts';
import type { DistanceTest, Expression } from '../../syntax/index.ts';
import { describeType } from '../vocabulary/types.ts';
import type { Subject } from './comparisons.ts';
import { isErrorValue } from './literals.ts';
import type { Scope } from './scope.ts';
import { complain, placeOf } from './scope.ts';
import {
  durationMeasure,
  fitsMeasure,
  mayReadTime,
  movedTraits,
  movedValue,
  readLength,
  reportMixedTime,
} from './times.ts';

/** How far after an origin; before it, the order turns around. */
const relationsAfter: Readonly<Record<DistanceTest['relation'], Relation>> = {
  'at-least': 'at-least',
  'at-most': 'at-most',
  'less-than': 'less',
  'more-than': 'more',
};

const relationsBefore: Readonly<Record<DistanceTest['relation'], Relation>> = {
  'at-least': 'at-most',
  'at-most': 'at-least',
  'less-than': 'more',
  'more-than': 'less',
};

/** `is at least 28 days after D`: compares with the origin moved by the duration. */
export function distanceFormula({ scope, node, left }: Subject, test: DistanceTest): Formula {
  const place = placeOf(scope, node);
  const bound = movedValue(scope, test, test);
  if (isErrorValue(bound)) return truth(place, false);
  if (bound.type.kind !== left.type.kind) {
    complain(scope, 'type/mismatch', node.left, {
      expected: describeType(bound.type),
      found: describeType(left.type),
    });
    return truth(place, false);
  }
  const relations = test.direction === 'after' ? relationsAfter : relationsBefore;
  return compare(place, relations[test.relation], left, bound);
}

/** `is within the last 24 months`: from that long before today (for instants: now), included, through today (now). */
export function withinLastFormula({ scope, node, left }: Subject, expression: Expression): Formula {
  const place = placeOf(scope, node);
  const { duration, calendar } = readLength(scope, expression);
  if (duration === undefined || !mayReadTime(scope, node)) return truth(place, false);
  if (left.type.kind !== 'date' && left.type.kind !== 'instant') {
    const values = { expected: 'a date', found: describeType(left.type) };
    complain(scope, 'type/mismatch', node.left, values);
    return truth(place, false);
  }
  if (!fitsMeasure(left.type, durationMeasure(duration))) {
    reportMixedTime(scope, node, left, { duration: expression, origin: node.left });
    return truth(place, false);
  }
  const present = presentOf(scope, node, left);
  const given = [present, duration, ...(calendar === undefined ? [] : [calendar])];
  const traits = movedTraits(given, durationMeasure(duration));
  const earliest: Value = {
    kind: 'offset',
    type: present.type,
    place,
    traits,
    origin: present,
    duration,
    direction: 'before',
    ...(calendar === undefined ? {} : { calendar }),
  };
  return and(place, [compare(place, 'at-least', left, earliest), compare(place, 'at-most', left, present)]);
}

/** Today, or now for instants. */
function presentOf(scope: Scope, node: Subject['node'], like: Value): Value {
  const place = placeOf(scope, node);
  const traits = { canBeUnknown: false, canBeNone: false, readsTime: true, facts: [] };
  if (like.type.kind === 'instant') return { kind: 'now', type: like.type, place, traits };
  return { kind: 'clock', type: like.type, place, traits, reading: 'today' };
}
