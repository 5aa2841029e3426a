import type { Constant, Field, LookupValue, Value } from '../../../logic/index.ts';
import { assertNever } from '../../../support/index.ts';
import { calendarConstant } from '../calendars.ts';
import { commented, numberLiteral, termNumber } from '../expressions/constants.ts';
import { durationDoc } from '../expressions/durations.ts';
import { mayBeNoKey } from '../expressions/lookups.ts';
import { runtime } from '../project.ts';
import { suppliedForm } from '../supplied-form.ts';
import { columnOf, tableConstant, tableNamed } from '../tables.ts';
import { useExported, zoneConstant } from '../vocabulary.ts';
import type { Doc } from '../writing/document.ts';
import { callDoc, listDoc, objectDoc, textLiteral } from '../writing/document.ts';
import { defineNode } from './define-nodes.ts';
import type { NodeSite } from './formula-nodes.ts';
import { formulaNode, node, termsOf } from './formula-nodes.ts';

/** A value as data. */
export function valueNode(value: Value, site: NodeSite): Doc {
  const inner = (part: Value): Doc => valueNode(part, site);
  switch (value.kind) {
    case 'constant':
      return constantNode(value.constant, site);
    case 'fact':
    case 'variable':
    case 'parameter':
      return textLiteral(pathOf(value) ?? '');
    case 'field': {
      const path = pathOf(value);
      const key = textLiteral(value.field.key);
      return path === undefined
        ? node('field', [
            ['of', inner(value.of)],
            ['key', key],
          ])
        : textLiteral(path);
    }
    case 'claim':
    case 'now':
      return node(value.kind, []);
    case 'derived':
      return node('derived', [['value', inner(value.value)]]);
    case 'local-date':
    case 'age':
      return node(value.kind, [['of', inner(value.of)]]);
    case 'call-value': {
      const args = listDoc(value.arguments.map(inner));
      return node('call-value', [
        ['define', defineNode(value.define, site)],
        ['args', args],
      ]);
    }
    case 'lookup':
      return lookupNode(value, site);
    default:
      return otherNode(value, site);
  }
}

/** `customer.timeZone`, `$who.timeZone`, `#c1.status`; undefined for what does not start at a name. */
function pathOf(value: Value): string | undefined {
  switch (value.kind) {
    case 'fact':
      return value.field.key;
    case 'variable':
      return `#${value.variable}`;
    case 'parameter':
      return `$${value.name}`;
    case 'field': {
      const of = pathOf(value.of);
      return of === undefined ? undefined : `${of}.${value.field.key}`;
    }
    default:
      return undefined;
  }
}

type OtherValue = Extract<
  Value,
  {
    kind:
      | 'ancestor'
      | 'clock'
      | 'offset'
      | 'edge'
      | 'extreme'
      | 'arithmetic'
      | 'count'
      | 'else'
      | 'condition';
  }
>;

function otherNode(value: OtherValue, site: NodeSite): Doc {
  const inner = (part: Value): Doc => valueNode(part, site);
  switch (value.kind) {
    case 'ancestor':
      return node('ancestor', [
        ['of', inner(value.of)],
        ['terms', termsOf(value.taxonomy, site)],
        ['depth', String(value.depth)],
      ]);
    case 'clock':
    case 'offset':
    case 'edge':
      return timeNode(value, inner);
    case 'extreme':
      return node(value.which, [['operands', listDoc(value.operands.map(inner))]]);
    case 'arithmetic':
      return node(value.operator, [
        ['left', inner(value.left)],
        ['right', inner(value.right)],
      ]);
    case 'condition':
      return node('condition', [['condition', formulaNode(value.condition, site)]]);
    case 'count':
      return node('count', [
        ['name', textLiteral(value.variable)],
        ['list', inner(value.list)],
        ['condition', formulaNode(value.condition, site)],
      ]);
    case 'else':
      return node('else', [
        ['of', inner(value.of)],
        ['fallback', inner(value.fallback)],
        ['standIn', standInDoc(value.fallback.constant)],
      ]);
    default:
      return assertNever(value);
  }
}

function lookupNode({ table: name, column: wanted, keys, on }: LookupValue, site: NodeSite): Doc {
  const { project, module } = site;
  const { index, column } = columnOf(tableNamed(project, name), wanted);
  const open = keys.flatMap((key, position) => (mayBeNoKey(key) ? [String(position)] : []));
  return node('lookup', [
    ['table', useExported(module, tableConstant(project, name))],
    ['column', String(index)],
    ...(column.type.kind === 'term' ? [['isTerm', 'true'] as const] : []),
    ['keys', listDoc(keys.map((key) => valueNode(key, site)))],
    ...(open.length === 0 ? [] : [['mayBeNone', listDoc(open)] as const]),
    ...(on === undefined ? [] : [['on', valueNode(on, site)] as const]),
  ]);
}

function timeNode(
  value: Extract<OtherValue, { kind: 'clock' | 'offset' | 'edge' }>,
  inner: (part: Value) => Doc,
): Doc {
  switch (value.kind) {
    case 'clock':
      return node('clock', [
        ['reading', textLiteral(value.reading)],
        ...(value.zone === undefined ? [] : [['zone', inner(value.zone)] as const]),
      ]);
    case 'offset':
      return node('offset', [
        ['origin', inner(value.origin)],
        ['duration', inner(value.duration)],
        ['direction', textLiteral(value.direction)],
        ['kind', textLiteral(value.type.kind === 'instant' ? 'instant' : 'date')],
        ...(value.calendar === undefined ? [] : [['calendar', inner(value.calendar)] as const]),
      ]);
    case 'edge':
      return node('edge', [
        ['edge', textLiteral(value.edge)],
        ['unit', textLiteral(value.unit)],
        ['of', inner(value.of)],
      ]);
    default:
      return assertNever(value);
  }
}

function constantNode(constant: Constant, site: NodeSite): Doc {
  const { project, module } = site;
  const { program } = project;
  switch (constant.type) {
    case 'text':
      return node('text', [['value', textLiteral(constant.value)]]);
    case 'timezone':
      return node('zone', [['zone', useExported(module, zoneConstant(project, constant.value))]]);
    case 'term':
      return node('term', [['term', numberLiteral(constant, program)]]);
    case 'duration':
      return node('duration', [['duration', durationDoc(constant, project, module)]]);
    case 'calendar': {
      const calendar = useExported(module, calendarConstant(project, constant.value));
      return node('calendar', [['calendar', calendar]]);
    }
    case 'scope': {
      if (constant.value === 'anything') return node('scope', [['scope', runtime(module, 'anything')]]);
      const terms = constant.value.map((term) =>
        commented(termNumber(program, constant.taxonomy, term), term),
      );
      return node('scope', [['scope', callDoc(runtime(module, 'scope'), terms)]]);
    }
    case 'boolean':
      return node('quantity', [['value', runtime(module, constant.value ? 'yes' : 'no')]]);
    default:
      return node('quantity', [['value', numberLiteral(constant, program)]]);
  }
}

/** What stands in for an absent fact, in answers; the key puts stand-ins in order. */
function standInDoc(constant: Constant): Doc {
  const value = suppliedForm(constant);
  return objectDoc([
    ['value', typeof value === 'string' ? textLiteral(value) : String(value)],
    ['key', textLiteral(JSON.stringify(constant))],
  ]);
}

/** How a fact is called in questions. */
export function titleOf({ title, name }: Field): string {
  return title ?? name;
}
