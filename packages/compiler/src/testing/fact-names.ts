import type { Field, Program } from '../logic/index.ts';

/**
 * Turns paths in keys, `customer.consents[].recordedAt`, into the author's words: `customer.consents.recorded-at`.
 * Positions stay: `customer.consents[0].recorded-at`.
 */
export function factNames(program: Program): (path: string) => string {
  const names = new Map<string, string>();
  const subjects = [...program.activities.values(), ...program.records.values()];
  for (const { name, key } of subjects.flatMap(({ fields }): readonly Field[] => fields))
    names.set(key, name);
  return (path) =>
    path
      .replace(/^\$/, '')
      .split('.')
      .map((segment) => {
        const [, key = '', position = ''] = /^([^[]*)(.*)$/.exec(segment.replaceAll('[]', '')) ?? [];
        return `${names.get(key) ?? key}${position}`;
      })
      .join('.');
}
