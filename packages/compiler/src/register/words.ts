import type { Location, Place, Program, Term } from '../logic/index.ts';
import { compareText } from '../support/index.ts';
import type { SourceNotes } from './documentation.ts';
import { findFact } from './facts.ts';
import type { MarkedText, RegisterWord, TextPiece } from './model.ts';
import { tableWord } from './table-word.ts';
import {
  calendarWord,
  conditionWord,
  groupWord,
  obligationWord,
  scaleWord,
  termWord,
} from './word-entries.ts';

/** What the names in a text belong to: the activity or record that the rule is about; absent: none. */
export type WordScope = string | undefined;

/** Marks the words in texts that the register explains, and remembers them. */
export interface Words {
  /** `taxonomies`: those whose terms the text may name. */
  readonly mark: (text: string, scope: WordScope, taxonomies: readonly string[]) => MarkedText;
  /** The id of the word for an obligation. */
  readonly obligation: (name: string) => string;
  /** All words that were marked so far, sorted by name. */
  readonly all: () => readonly RegisterWord[];
}

export function createWords(program: Program, notes: SourceNotes, locate: (place: Place) => Location): Words {
  const known = new Map<string, RegisterWord>();
  const remember = (word: RegisterWord): string => {
    known.set(word.id, known.get(word.id) ?? word);
    return word.id;
  };
  const steps = stepsOf(program);
  return {
    mark(text, scope, taxonomies) {
      const find: FindWord = (name, isCalled) => {
        const word =
          findNamed({ program, notes, steps, locate }, name, isCalled) ??
          findTerm(program, name, taxonomies) ??
          (scope === undefined ? undefined : findFact(program, scope, name));
        return word === undefined ? undefined : remember(word);
      };
      return cut(text, find);
    },
    obligation: (name) => {
      const obligation = program.obligations.get(name);
      return obligation === undefined ? '' : remember(obligationWord(obligation));
    },
    all: () =>
      [...known.values()].sort(
        (left, right) =>
          compareText(left.name.toLowerCase(), right.name.toLowerCase()) || compareText(left.id, right.id),
      ),
  };
}

type FindWord = (name: string, isCalled: boolean) => string | undefined;

/** Quoted texts and back-ticks stay whole; names take hyphens and dots along. */
const piecePattern = /"(?:[^"\\]|\\.)*"|[\p{L}_][\p{L}\p{N}_]*(?:[-.][\p{L}\p{N}_]+)*/gu;

function cut(text: string, find: FindWord): MarkedText {
  const pieces: TextPiece[] = [];
  let plain = '';
  let end = 0;
  for (const { 0: match, index } of text.matchAll(piecePattern)) {
    plain += text.slice(end, index);
    end = index + match.length;
    const word = match.startsWith('"') ? undefined : find(match, text[end] === '(');
    if (word === undefined) plain += match;
    else {
      if (plain !== '') pieces.push({ text: plain });
      pieces.push({ text: match, word });
      plain = '';
    }
  }
  plain += text.slice(end);
  return plain === '' ? pieces : [...pieces, { text: plain }];
}

interface Vocabulary {
  readonly program: Program;
  readonly notes: SourceNotes;
  /** The names of scales by their steps. */
  readonly steps: ReadonlyMap<string, string>;
  readonly locate: (place: Place) => Location;
}

/** What is declared for the whole program by this name. */
function findNamed(
  { program, notes, steps, locate }: Vocabulary,
  name: string,
  isCalled: boolean,
): RegisterWord | undefined {
  const define = program.defines.get(name);
  if (define !== undefined && isCalled) return conditionWord(define, notes.define(name));
  const group = program.groups.get(name);
  if (group !== undefined) return groupWord(group, program);
  const table = program.tables.get(name);
  if (table !== undefined) return tableWord(table, program, locate);
  const calendar = program.calendars.get(name);
  if (calendar !== undefined) return calendarWord(calendar);
  const scale = program.scales.get(steps.get(name) ?? '');
  return scale === undefined ? undefined : scaleWord(scale, name);
}

/** A step that two scales share is left unexplained. */
function stepsOf({ scales }: Program): ReadonlyMap<string, string> {
  const all = [...scales.values()].flatMap(({ name, steps }) => steps.map((step) => [step, name] as const));
  return new Map(all.filter(([step]) => all.filter(([other]) => other === step).length === 1));
}

function findTerm(
  { taxonomies }: Program,
  name: string,
  candidates: readonly string[],
): RegisterWord | undefined {
  const found = candidates.flatMap((candidate) => {
    const taxonomy = taxonomies.get(candidate);
    const term: Term | undefined = taxonomy?.termsByName.get(name);
    return taxonomy === undefined || term === undefined ? [] : [termWord(taxonomy, term)];
  });
  return found.length === 1 ? found[0] : undefined;
}
