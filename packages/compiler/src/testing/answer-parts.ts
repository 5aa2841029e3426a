import type { Decision, Schedule } from '../runtime/index.ts';
import type { Answer } from './searching/index.ts';

/** A part of an answer that a test can expect something of. */
export interface AnswerPart {
  /** The heading of its column in a table of scenarios. */
  readonly column: string;
  /** As a cell lists them; nothing where there is nothing to expect. */
  readonly values: readonly string[];
}

/** Everything that a test can expect of an answer; what matters most comes first. */
export function answerParts(answer: Answer): readonly AnswerPart[] {
  return answer.kind === 'decision' ? decisionParts(answer.decision) : scheduleParts(answer.schedule);
}

function decisionParts(decision: Decision): readonly AnswerPart[] {
  const { outcome, reasons, remarks, assumed, claims } = decision;
  const obligations = 'obligations' in decision ? decision.obligations : [];
  return [
    part('expect', [outcome]),
    part(
      'by',
      reasons.map(({ rule }) => rule),
    ),
    part('missing', outcome === 'undetermined' ? decision.missing : []),
    part(
      'owing',
      obligations.map(({ obligation }) => obligation),
    ),
    part(
      'remarks',
      remarks.map(({ rule }) => rule),
    ),
    part(
      'assumed',
      assumed.map(({ fact }) => fact),
    ),
    part(
      'claim',
      claims.filter((one) => one.outcome === outcome).map(({ claim }) => claim),
    ),
  ];
}

/** Of a record about which there are only deadlines, nothing is said about keeping and erasing. */
function scheduleParts(schedule: Schedule): readonly AnswerPart[] {
  const { state, due, keepThrough, eraseBy, reasons, missing, obligations, assumed, claims } = schedule;
  const isOnlyDue = due !== null && state === 'ungoverned';
  return [
    part('state', isOnlyDue ? [] : [state]),
    part('due', due === null ? [] : [due.state]),
    part('keep-through', keepThrough === null ? [] : [keepThrough]),
    part('erase-by', eraseBy === null ? [] : [eraseBy]),
    part('due-by', due === null || due.dueBy === null ? [] : [due.dueBy]),
    part(
      'by',
      reasons.filter(({ decisive }) => decisive).map(({ rule }) => rule),
    ),
    part('missing', missing),
    part(
      'owing',
      obligations.map(({ obligation }) => obligation),
    ),
    part(
      'assumed',
      assumed.map(({ fact }) => fact),
    ),
    part(
      'claim',
      claims.filter((one) => one.state === state).map(({ claim }) => claim),
    ),
  ];
}

function part(column: string, values: readonly string[]): AnswerPart {
  return { column, values: [...new Set(values)] };
}
