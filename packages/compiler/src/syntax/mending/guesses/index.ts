import { misspeltClause } from '../misspelt-clause.ts';
import { misspeltWord } from '../near-words.ts';
import { ageOfWhat } from './age.ts';
import { colonBehindWord, effectWord, ifThen, scheduleWord, scopeWord } from './clause-words.ts';
import { comparisonSign, logicSign } from './comparison-signs.ts';
import { comparisonWord, inWithoutIs, leftSideMissing } from './comparison-words.ts';
import type { Guess } from './guess.ts';
import { inList, listWithoutParentheses, whereWithoutParentheses } from './lists.ts';
import { periodWords } from './period-words.ts';
import { reservedName } from './reserved-name.ts';
import { behindDeclaration, extendWithoutCondition, fullStop, quantifierWord, strayMark } from './stray.ts';
import { exceptWithoutName, titleWithoutName, unquotedText, wordsApart } from './unquoted.ts';
import { dateForm, durationForm, numeral, timeForm } from './value-forms.ts';

/** What authors write who know other languages, or none: the most telling mistakes first. */
export const guesses: readonly Guess[] = [
  dateForm,
  timeForm,
  durationForm,
  numeral,
  ageOfWhat,
  comparisonSign,
  logicSign,
  comparisonWord,
  inWithoutIs,
  leftSideMissing,
  exceptWithoutName,
  titleWithoutName,
  reservedName,
  listWithoutParentheses,
  inList,
  whereWithoutParentheses,
  effectWord,
  ifThen,
  scopeWord,
  colonBehindWord,
  misspeltWord,
  misspeltClause,
  scheduleWord,
  periodWords,
  quantifierWord,
  extendWithoutCondition,
  fullStop,
  unquotedText,
  wordsApart,
  strayMark,
  behindDeclaration,
];
