import type { IProduction } from 'chevrotain';
import {
  Alternation,
  Alternative,
  NonTerminal,
  Option,
  Repetition,
  RepetitionMandatory,
  Terminal,
} from 'chevrotain';
import { grammar } from './grammar/shared-grammar.ts';
import { T } from './lexing/token-types.ts';
import { reservedWords } from './lexing/words.ts';

/**
 * The grammar in EBNF: `[ x ]` is left out or written once, `{ x }` any number of times. It is made from the
 * productions that the parser itself works with, so that the two cannot differ.
 */
export function grammarAsEbnf(): string {
  const rules = Object.entries(grammar().getGAstProductions());
  const written = rules.map(([name, rule]) => `${ruleName(name)} =\n${layOut(rule.definition)} ;`);
  return `${[...ordered(written), ...words].join('\n\n')}\n`;
}

/** The rule that everything starts from stands first. */
function ordered(written: readonly string[]): string[] {
  const isStart = (rule: string): boolean => rule.startsWith('declaration =');
  return [...written.filter(isStart), ...written.filter((rule) => !isStart(rule))];
}

const words: readonly string[] = [
  'name =\n  ( letter { letter | digit | "-" | "_" } - reserved-word ) | "`" { character - "`" } "`" ;',
  'term-name =\n  name | digit { letter | digit | "-" | "_" } ;',
  `reserved-word =\n  ${reservedWords.map((word) => `"${word}"`).join(' | ')} ;`,
  'text =\n  \'"\' { character - \'"\' | \'\\"\' | "\\\\" | "\\n" | "\\u{" hex-digit { hex-digit } "}" } \'"\' ;',
  'number =\n  [ "-" ] digit { digit } [ "." digit { digit } ] ;',
  'unit =\n  "millisecond" | "second" | "minute" | "hour" | "day" | "week" | "month" | "year" ; (* or the plural *)',
  'date =\n  digit digit digit digit "-" digit digit "-" digit digit ;',
  'time =\n  digit digit ":" digit digit [ ":" digit digit ] ;',
  'moment =\n  date "T" time [ "." digit { digit } ] ( "Z" | ( "+" | "-" ) digit digit ":" digit digit ) ;',
  'address =\n  "<" scheme ":" { character - ">" } ">" ;',
  'position =\n  "[" digit { digit } "]" ;',
  'row-end =\n  "|" ; (* the last one of its line *)',
];

function layOut(parts: readonly IProduction[]): string {
  const [only] = parts;
  if (parts.length === 1 && only instanceof Alternation) {
    return branchesOf(only)
      .map((branch, index) => `  ${index === 0 ? ' ' : '|'} ${branch}`)
      .join('\n');
  }
  return `  ${sequence(parts)}`;
}

function sequence(parts: readonly IProduction[]): string {
  return parts.map(write).join(' ');
}

function write(part: IProduction): string {
  if (part instanceof Terminal) return terminal(part);
  if (part instanceof NonTerminal) return ruleName(part.nonTerminalName);
  if (part instanceof Option) return `[ ${inner(part.definition)} ]`;
  if (part instanceof Repetition) return `{ ${inner(part.definition)} }`;
  if (part instanceof RepetitionMandatory) return `${group(part.definition)} { ${inner(part.definition)} }`;
  if (part instanceof Alternative) return sequence(part.definition);
  if (part instanceof Alternation) return `( ${branchesOf(part).join(' | ')} )`;
  return '';
}

/** What stands in brackets needs no parentheses of its own. */
function inner(parts: readonly IProduction[]): string {
  const [only] = parts;
  return parts.length === 1 && only instanceof Alternation ? branchesOf(only).join(' | ') : sequence(parts);
}

function group(parts: readonly IProduction[]): string {
  return parts.length === 1 ? sequence(parts) : `( ${sequence(parts)} )`;
}

/** The alternatives, without the one that only stands for values that were left out. */
function branchesOf(alternation: Alternation): string[] {
  return alternation.definition.map(write).filter((branch) => branch !== missing);
}

const missing = '(* missing *)';

function terminal({ terminalType: type }: Terminal): string {
  if (type === T.missingValue) return missing;
  const category = categories.get(type.name);
  return category ?? `"${type.LABEL}"`;
}

const categories: ReadonlyMap<string, string> = new Map([
  [T.name.name, 'name'],
  [T.termName.name, 'term-name'],
  [T.text.name, 'text'],
  [T.number.name, 'number'],
  [T.unit.name, 'unit'],
  [T.date.name, 'date'],
  [T.clockTime.name, 'time'],
  [T.instant.name, 'moment'],
  [T.url.name, 'address'],
  [T.position.name, 'position'],
  [T.rowEnd.name, 'row-end'],
  [T.workingDays.name, '"working days"'],
  [T.calendarEdge.name, '( "start of" | "end of" ) ( "week" | "month" | "quarter" | "year" ) "of"'],
]);

/** `ruleBody` as `rule-body`. */
function ruleName(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
