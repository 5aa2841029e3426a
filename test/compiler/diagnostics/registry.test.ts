import { describe, expect, it } from 'vitest';
import type { MessageTemplate } from '../../../packages/compiler/src/diagnostics/index.ts';
import { messageCodes, messages } from '../../../packages/compiler/src/diagnostics/index.ts';
import { findJargon } from '../../support/jargon.ts';

const templates: readonly (readonly [string, MessageTemplate])[] = messageCodes.map((code) => [
  code,
  messages[code],
]);

/** All texts of all messages that break a promise, each with its code. */
function offenders(
  breaks: (text: string) => boolean,
  parts: readonly ('headline' | 'because' | 'help' | 'label')[],
): string[] {
  return templates.flatMap(([code, template]) =>
    parts.flatMap((part) => {
      const text = template[part];
      return text !== undefined && breaks(text) ? [`${code}: ${text}`] : [];
    }),
  );
}

const everyPart = ['headline', 'because', 'help', 'label'] as const;
const placeholder = /\{[a-zA-Z]+\}/g;

describe('the registry of messages', () => {
  it('has codes of a phase and a kebab-case name', () => {
    const pattern =
      /^(?:syntax|name|type|policy|table|calendar|schedule|test|lint|project|pack)\/[a-z]+(?:-[a-z]+)*$/;
    expect(messageCodes.filter((code) => !pattern.test(code))).toEqual([]);
  });

  it('has headlines of at most 90 characters, a value counted as 10', () => {
    expect(offenders((text) => text.replace(placeholder, 'x'.repeat(10)).length > 90, ['headline'])).toEqual(
      [],
    );
  });

  it('has headlines of one sentence without a final period', () => {
    expect(offenders((text) => /[.!]$|\. /.test(text) || !/^["A-Z{]/.test(text), ['headline'])).toEqual([]);
  });

  it('has headlines in the present tense', () => {
    const otherTense = /\b(?:will|was|were|had|would|did|has been|have been)\b/;
    expect(offenders((text) => otherTense.test(withoutQuotes(text)), ['headline'])).toEqual([]);
  });

  it('gives reasons and advice in whole sentences', () => {
    const isSentence = (text: string) =>
      /^\{[a-zA-Z]+\}$/.test(text) || /^["A-Z{].*(?:[.?…]|\.")$/s.test(text);
    expect(offenders((text) => !isSentence(text), ['because', 'help'])).toEqual([]);
  });

  it('uses no word of those who build languages', () => {
    expect(offenders((text) => findJargon(text) !== undefined, everyPart)).toEqual([]);
  });

  it('quotes in straight double quotation marks', () => {
    const isOdd = (text: string) => /[“”‘’„«»]/.test(text) || (text.match(/"/g) ?? []).length % 2 === 1;
    expect(offenders(isOdd, everyPart)).toEqual([]);
  });

  it('lets everything be an error but lints and slips of the pen', () => {
    const mild = templates.filter(([, { severity }]) => severity !== 'error').map(([code]) => code);
    expect(mild.filter((code) => !code.startsWith('lint/') && !code.startsWith('syntax/'))).toEqual([]);
  });
});

function withoutQuotes(text: string): string {
  return text.replace(/"[^"]*"/g, '""').replace(placeholder, '');
}
