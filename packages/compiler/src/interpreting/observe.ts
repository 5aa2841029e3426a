import type {
  Exception,
  Formula,
  Policy,
  Provision,
  ScheduleAction,
  ScheduleRule,
  Value,
} from '../logic/index.ts';
import type { Truth } from '../runtime/index.ts';
import { evaluateCases } from './cases.ts';
import { evaluateFormula } from './evaluate-formula.ts';
import { evaluateValue } from './evaluate-value.ts';
import type { InterpretOptions, Invalid } from './interpret.ts';
import { prepare } from './interpret.ts';
import type { Judgment } from './judgment.ts';
import type { Knowledge } from './knowledge.ts';
import type { PeriodEnd } from './observe-periods.ts';
import { askPeriods, periodEnds } from './observe-periods.ts';
import type { ProvisionCase } from './provisions.ts';
import type { Run, Scope } from './run.ts';
import { createScope, inZone } from './run.ts';
import type { ScheduleOptions } from './schedules/index.ts';
import { evaluateScheduleCases, prepareSchedule } from './schedules/index.ts';

/** Whoever wants to know what took part in an answer. */
export interface Observer {
  /** A condition that was asked, and what it is worth there. */
  condition(formula: Formula, truth: Truth, view: View): void;
  /** A rule, default, exception or lift, and whether it stands. */
  provision(provision: Provision, truth: Truth): void;
  /** A period or deadline that counts, or may, and a day (or moment) known to be the last one that it may have. */
  period?(provision: Provision, last: PeriodEnd): void;
}

/** What can be seen from where a condition is asked; what is asked on the way is not told. */
export interface View {
  /** The number, day or moment behind a value, where there is exactly one. */
  read(value: Value): number | undefined;
  /** What another condition is worth there. */
  truthOf(formula: Formula): Truth;
}

/** A decision about an activity, or the schedule of a record. */
export type ObservedQuestion =
  | ({ readonly kind: 'decision' } & InterpretOptions)
  | ({ readonly kind: 'schedule' } & ScheduleOptions);

export type Observation = { readonly kind: 'observed' } | Invalid;

/**
 * Answers a question and tells of everything that could take part in the answer: the conditions of every policy that
 * counts, its rules where it may apply, and of a rule whose condition may hold its exceptions. What a define is made
 * of is told once for each set of arguments.
 */
export function observe(question: ObservedQuestion, observer: Observer): Observation {
  const prepared = prepareQuestion(question);
  if (prepared.kind === 'invalid') return prepared;
  const run = observedRun(prepared.run, observer);
  for (const { policy, knowledge, when, applies, provisions } of policiesIn(question, prepared.run)) {
    const scope = createScope(run, policy.zone, knowledge);
    evaluateFormula(when, scope);
    if (applies.truth === 'false') continue;
    for (const provision of provisions) {
      observeProvision(provision, actionOf(provision.provision), scope, observer);
    }
  }
  return { kind: 'observed' };
}

function actionOf(provision: Provision | ScheduleRule): ScheduleAction | undefined {
  return 'action' in provision ? provision.action : undefined;
}

/** Answers a question and tells of everything, whether it takes part or not: quicker, and enough to search by. */
export function observeAll(question: ObservedQuestion, observer: Observer): Observation {
  const prepared = prepareQuestion(question);
  if (prepared.kind === 'invalid') return prepared;
  const tell = ({ provision, stands, exceptions }: ProvisionCase): void => {
    observer.provision(provision, stands.truth);
    exceptions.forEach(tell);
  };
  const run = observedRun(prepared.run, observer);
  for (const { policy, knowledge, provisions } of policiesIn(question, run)) {
    provisions.forEach(tell);
    if (question.kind === 'decision') continue;
    const scope = createScope(run, policy.zone, knowledge);
    for (const { provision } of provisions) askPeriods(provision, scope);
  }
  return { kind: 'observed' };
}

function prepareQuestion(
  question: ObservedQuestion,
): { readonly kind: 'ready'; readonly run: Run } | Invalid {
  return question.kind === 'decision' ? prepare(question) : prepareSchedule(question);
}

/** What a policy says under one claim, whatever the question is. */
interface ObservedPolicy {
  readonly policy: Policy;
  readonly knowledge: Knowledge | undefined;
  readonly when: Formula;
  readonly applies: Judgment;
  readonly provisions: readonly ProvisionCase[];
}

function policiesIn({ kind }: ObservedQuestion, run: Run): readonly ObservedPolicy[] {
  if (kind === 'schedule') {
    return evaluateScheduleCases(run).flatMap(({ knowledge, policies }) =>
      policies.map(({ policy, part, applies, rules }) => {
        return { policy, knowledge, when: part.applies, applies, provisions: rules };
      }),
    );
  }
  return evaluateCases(run).flatMap(({ knowledge, policies }) =>
    policies.map(({ policy, part, applies, default: byDefault, rules }) => {
      const provisions = byDefault === undefined ? rules : [byDefault, ...rules];
      return { policy, knowledge, when: part.applies, applies, provisions };
    }),
  );
}

/** Works everything out anew, so that nothing is told that nobody asked for. */
function observedRun(run: Run, observer: Observer): Run {
  return {
    ...run,
    calls: new Map(),
    observe: (formula, truth, scope) => observer.condition(formula, truth, viewFrom(scope)),
  };
}

function viewFrom({ run: { observe: _, ...run }, ...scope }: Scope): View {
  return {
    read(value) {
      const knowledge = evaluateValue(value, { ...scope, run, judgments: new Map() });
      if (knowledge.kind !== 'known' || knowledge.content.type !== 'quantity') return undefined;
      const { low, high } = knowledge.content;
      return low === high ? low : undefined;
    },
    truthOf: (formula) => evaluateFormula(formula, { ...scope, run, judgments: new Map() }).truth,
  };
}

function observeProvision(
  { provision, condition, stands, exceptions }: ProvisionCase,
  action: ScheduleAction | undefined,
  scope: Scope,
  observer: Observer,
): void {
  evaluateFormula(provision.condition, scope);
  observer.provision(provision, stands.truth);
  if (condition.truth === 'false') return;
  askPeriods(provision, scope);
  if (action !== undefined && stands.truth !== 'false') {
    for (const end of periodEnds(provision, action, scope)) observer.period?.(provision, end);
  }
  for (const exception of exceptions) {
    observeProvision(exception, action, zoneOf(exception.provision, scope), observer);
  }
}

function zoneOf({ by }: Exception, scope: Scope): Scope {
  return by === undefined ? scope : inZone(scope, by.zone);
}
