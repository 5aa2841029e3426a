import type { FactsObject } from '@privacy-lang/compiler';
import type { Range } from 'vscode-languageserver';
import { ErrorCodes, ResponseError } from 'vscode-languageserver';

/** What requests of this server's own can be sent; each reads what concerns it. */
export interface CustomParams {
  readonly uri?: string;
  readonly ids?: readonly string[];
  readonly about?: string;
  readonly activity?: string;
  readonly policy?: string;
  readonly facts?: FactsObject;
  readonly now?: string;
  readonly under?: readonly string[];
  readonly changes?: boolean;
  readonly range?: Range;
}

/** Parameters from outside; those of other types are refused by name. */
export function readCustomParams(value: unknown): CustomParams {
  if (value === undefined || value === null) return {};
  if (typeof value !== 'object') throw wrong('the parameters are not an object');
  const checks: Readonly<Record<keyof CustomParams, (part: unknown) => boolean>> = {
    uri: isText,
    ids: isTexts,
    about: isText,
    activity: isText,
    policy: isText,
    facts: isObject,
    now: isText,
    under: isTexts,
    changes: (part) => typeof part === 'boolean',
    range: isRange,
  };
  const read: Record<string, unknown> = {};
  for (const [name, isRight] of Object.entries(checks)) {
    const part: unknown = Object.hasOwn(value, name) ? Reflect.get(value, name) : undefined;
    if (part === undefined || part === null) continue;
    if (!isRight(part)) throw wrong(`"${name}" is not of its type`);
    read[name] = part;
  }
  // Every part was checked right above; what facts hold is checked when they are read.
  return read as CustomParams;
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isTexts(value: unknown): boolean {
  return Array.isArray(value) && value.every(isText);
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isRange(value: unknown): boolean {
  return (
    isObject(value) &&
    isPosition(Reflect.get(Object(value), 'start')) &&
    isPosition(Reflect.get(Object(value), 'end'))
  );
}

function isPosition(value: unknown): boolean {
  const { line, character }: { line?: unknown; character?: unknown } = Object(value);
  return typeof line === 'number' && typeof character === 'number';
}

function wrong(message: string): ResponseError {
  return new ResponseError(ErrorCodes.InvalidParams, message);
}
