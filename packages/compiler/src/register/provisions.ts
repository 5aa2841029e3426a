import type {
  Exception,
  Obligation,
  ObligationUse,
  Place,
  Program,
  Provision,
  ScheduleRule,
} from '../logic/index.ts';
import { createLocator } from '../logic/index.ts';
import type { ConditionContext } from './conditions.ts';
import { describeCondition } from './conditions.ts';
import type { SourceNotes } from './documentation.ts';
import { readSourceNotes } from './documentation.ts';
import type { RegisterException, RegisterObligation, RegisterPlace, RegisterProvision } from './model.ts';
import { describePeriod } from './periods.ts';
import { describeStatements } from './statements.ts';
import type { WordScope } from './words.ts';
import { createWords } from './words.ts';

/** What descriptions are made with. */
export interface RegisterContext extends ConditionContext {
  readonly program: Program;
  readonly notes: SourceNotes;
  readonly placeOf: (place: Place) => RegisterPlace;
  readonly nameOfFile: (path: string) => string;
}

export function createRegisterContext(
  program: Program,
  nameOfFile: (path: string) => string = (path) => path,
): RegisterContext {
  const notes = readSourceNotes(program);
  const locate = createLocator(program);
  const placeOf = (place: Place): RegisterPlace => {
    const { file, line } = locate(place);
    return { file: nameOfFile(file), line };
  };
  return { program, notes, words: createWords(program, notes, locate), locate, placeOf, nameOfFile };
}

/** Where a rule stands in the register. */
export interface ProvisionHome {
  readonly scope: WordScope;
  /** What follows the ids of a rule and its exceptions where they stand once more: `:Ticket`. */
  readonly suffix: string;
}

/** What a rule, default or exception says. */
export function describeProvision(
  provision: Provision | ScheduleRule | Exception,
  home: ProvisionHome,
  context: RegisterContext,
): RegisterProvision {
  const { scope } = home;
  const { id, title, cites, because } = provision;
  const documentation = context.notes.node(id)?.documentation?.text;
  const condition = describeCondition(provision.condition, scope, context);
  return {
    id,
    title,
    ...(documentation === undefined ? {} : { documentation }),
    statements: describeStatements(provision, scope, context),
    ...(condition === undefined ? {} : { condition }),
    exceptions: provision.exceptions.map((exception) => describeException(exception, home, context)),
    obligations: provision.obligations.map((use) => describeObligation(use, context)),
    cites,
    ...(because === undefined ? {} : { because }),
    ...describePeriod(provision.inForce),
  };
}

function describeException(
  exception: Exception,
  home: ProvisionHome,
  context: RegisterContext,
): RegisterException {
  const { kind, by } = exception;
  const title = context.program.policies.find(({ id }) => id === by?.policy)?.title ?? '';
  return {
    ...describeProvision(exception, home, context),
    anchor: `${exception.id}${home.suffix}`,
    kind,
    ...(by === undefined ? {} : { by: { policy: by.policy, title, authority: by.authority.name } }),
  };
}

function describeObligation(
  use: ObligationUse,
  { program, words, locate }: RegisterContext,
): RegisterObligation {
  const found: Obligation | undefined = program.obligations.get(use.obligation);
  return {
    name: use.obligation,
    title: found?.title ?? use.obligation,
    word: words.obligation(use.obligation),
    arguments: use.arguments.map(({ name, value }) => `${name}: ${locate(value.place).text}`),
  };
}
