import type { DataType, Vector } from 'apache-arrow';
import { Int8, Table, tableToIPC, vectorFromArray } from 'apache-arrow';
import type { Asked, RowAnswer } from '../evaluating/index.ts';
import { answerSchema, codedTexts, isCodedName } from './answer-schema.ts';

/** Answers as columns, in an Arrow stream; coded texts are still the numbers that stand for them. */
export function answersToIpc(entry: Asked['entry'], answers: readonly RowAnswer<unknown>[]): Uint8Array {
  const columns = answerSchema(entry).fields.map(({ name, type }) => {
    const values = answers.map((answer) => cellOf(answer, name));
    return [name, columnOf(values, isCodedName(name) ? new Int8() : type)] as const;
  });
  return tableToIPC(new Table(Object.fromEntries(columns)), 'stream');
}

function columnOf(values: readonly unknown[], type: DataType): Vector {
  return vectorFromArray(values, type);
}

function cellOf(answer: RowAnswer<unknown>, name: string): unknown {
  if (name === 'row') return answer.row;
  if (name === 'error') return answer.kind === 'error' ? answer.message : null;
  if (answer.kind === 'error') return emptyCells.get(name) ?? null;
  if (name === 'permitted') return answer.value === true;
  const value = memberOf(answer.value, name);
  if (isCodedName(name)) return codeOf(name, value);
  if (name === 'validUntil') return typeof value === 'string' ? Date.parse(value) : null;
  const member = listMembers.get(name);
  if (member === undefined) return value ?? null;
  return Array.isArray(value)
    ? value.map((each: unknown) => (member === '' ? each : memberOf(each, member)))
    : [];
}

function codeOf(name: keyof typeof codedTexts, value: unknown): number | null {
  const texts: readonly unknown[] = codedTexts[name];
  const code = texts.indexOf(value);
  return code === -1 ? null : code;
}

/** Where nothing was decided: nothing is permitted. */
const emptyCells: ReadonlyMap<string, unknown> = new Map<string, unknown>([
  ['permitted', false],
  ['mayErase', false],
  ['reasons', []],
  ['obligations', []],
  ['missing', []],
]);

/** What of the entries of a list its column holds. */
const listMembers: ReadonlyMap<string, string> = new Map([
  ['reasons', 'rule'],
  ['obligations', 'obligation'],
  ['missing', ''],
]);

function memberOf(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null
    ? Object.getOwnPropertyDescriptor(value, key)?.value
    : undefined;
}
