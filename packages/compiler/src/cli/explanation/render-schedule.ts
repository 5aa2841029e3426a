import { visibleText } from '../../diagnostics/render/index.ts';
import type {
  ClaimSchedule,
  Schedule,
  ScheduleChange,
  ScheduledAction,
  ScheduleExplanation,
  ScheduleReason,
} from '../../runtime/index.ts';
import { renderPolicyTrace } from './conditions.ts';
import type { Layout } from './layout.ts';
import { joinParts, layOut, section } from './layout.ts';
import { itemInWords, lastDayInWords, stateMark, stateMeaning, stateStyle } from './schedule-words.ts';
import { renderAssumptions, renderFacts, renderObligation, renderQuestions } from './shared-sections.ts';

export interface ExplainedSchedule {
  /** When it was asked; absent where nothing says so. */
  readonly now?: string | number;
  readonly explanation: ScheduleExplanation;
}

/** The answer alone, for people: what is to be done with the record, why, and what comes next. */
export function renderSchedule(
  { now, schedule }: { readonly now?: string | number; readonly schedule: Schedule },
  layout: Layout,
): string {
  return `${renderOutcome(schedule, now, layout).join('\n')}\n\n`;
}

function renderOutcome(
  schedule: Schedule,
  now: string | number | undefined,
  layout: Layout,
): readonly string[] {
  return [
    ...renderAnswer(schedule, now, layout),
    ...section('Until when', renderDates(schedule, layout), layout),
    ...renderReasons(schedule, layout),
    ...renderTasks(schedule, layout),
  ];
}

/** An explanation for people: what is to be done with the record, then why, what comes next, and how it came about. */
export function renderScheduleExplanation({ now, explanation }: ExplainedSchedule, layout: Layout): string {
  const lines = [...renderOutcome(explanation.schedule, now, layout), ...renderOrigins(explanation, layout)];
  return `${lines.join('\n')}\n\n`;
}

function renderReasons({ reasons }: Schedule, layout: Layout): readonly string[] {
  const [decisive, others] = [true, false].map((isDecisive) =>
    reasons
      .filter((reason) => reason.decisive === isDecisive)
      .flatMap((reason) => renderReason(reason, layout)),
  );
  return [
    ...section('Why', decisive ?? [], layout),
    ...section('What else speaks about it', others ?? [], layout),
  ];
}

function renderTasks(schedule: Schedule, layout: Layout): readonly string[] {
  const actions = schedule.actions.flatMap((action) => renderAction(action, layout));
  const obligations = schedule.obligations.flatMap((owed) => renderObligation(owed, layout, owed.through));
  return [
    ...section('What has to be done', actions, layout),
    ...renderQuestions(schedule.questions, layout),
    ...section('What has to be observed', obligations, layout),
    ...renderAssumptions(schedule.assumed, layout),
  ];
}

function renderOrigins(explanation: ScheduleExplanation, layout: Layout): readonly string[] {
  const { schedule, claims, changes } = explanation;
  const claimLines = schedule.claims.flatMap((claim) => renderClaim(claim, layout));
  const turns = changes.flatMap((change) => renderChange(change, layout));
  const policies = claims.flatMap((claim) => claim.policies);
  return [
    ...section('Who claims the record', claimLines, layout),
    ...section('What would turn the answer', turns, layout),
    ...section('What was considered', renderTraces(explanation, layout), layout),
    ...section('Facts that were read', renderFacts(policies, layout), layout),
  ];
}

function renderAnswer(
  schedule: Schedule,
  now: string | number | undefined,
  layout: Layout,
): readonly string[] {
  const { state, record, validUntil } = schedule;
  const style = stateStyle(state, layout.palette);
  const time = momentInWords(now);
  const until =
    validUntil === null ? 'Time alone does not change this answer.' : `The answer holds until ${validUntil}.`;
  return [
    `${style(`${stateMark(state)} ${state}`)}: ${visibleText(record)}${time}`,
    ...layOut({ indent: 2, text: stateMeaning(state) }, layout),
    ...layOut({ indent: 2, text: until, style: layout.palette.faint }, layout),
  ];
}

/** A day is asked about with `on`, an instant with `at`. */
function momentInWords(now: string | number | undefined): string {
  if (now === undefined) return '';
  const text = typeof now === 'number' ? new Date(now).toISOString() : now;
  return ` ${/^\d{4}-\d{2}-\d{2}$/.test(text) ? 'on' : 'at'} ${visibleText(text)}`;
}

function renderDates(schedule: Schedule, layout: Layout): readonly string[] {
  const { windows, conflict, due } = schedule;
  const dueBy = due === null ? undefined : joinParts([due.state, due.dueBy], ', by ');
  const texts = [
    ...(windows === null
      ? lastDayInWords(schedule)
      : [
          `at most: ${lastDayInWords(windows.longest).join(', ')} (${windows.longest.state})`,
          `at least: ${lastDayInWords(windows.shortest).join(', ')} (${windows.shortest.state})`,
        ]),
    ...(conflict === null
      ? []
      : [`${conflict.keep.join(', ')} and ${conflict.erase.join(', ')} cannot both be met`]),
    ...(dueBy === undefined || due === null ? [] : [`deadline ${dueBy}: ${due.rules.join(', ')}`]),
    ...(schedule.onHold ? ['a hold stands'] : []),
  ];
  return texts.flatMap((text) => layOut({ indent: 2, mark: '•', text }, layout));
}

function renderReason(reason: ScheduleReason, layout: Layout): readonly string[] {
  const { palette } = layout;
  const origin = joinParts([reason.policyTitle, reason.authority], ', ');
  const claims = reason.claims.length === 0 ? undefined : `claimed by ${reason.claims.join(', ')}`;
  const [mark, markStyle] = reason.certain ? (['✓', palette.good] as const) : (['?', palette.open] as const);
  return [
    ...layOut(
      {
        indent: 2,
        mark,
        markStyle,
        text: `${reason.rule} ${itemInWords(reason)}: ${reason.title}`,
        style: palette.strong,
      },
      layout,
    ),
    ...layOut({ indent: 4, text: joinParts([reason.citation, reason.source], '; ') }, layout),
    ...layOut({ indent: 4, text: joinParts([origin, claims], '; '), style: palette.faint }, layout),
  ].filter((line) => line.trim() !== '');
}

function renderAction(
  { action, by, state, leaving, rules }: ScheduledAction,
  layout: Layout,
): readonly string[] {
  const { palette } = layout;
  const style = {
    due: palette.open,
    overdue: palette.bad,
    undetermined: palette.open,
    open: undefined,
    waiting: undefined,
  };
  const markStyle = style[state] ?? palette.faint;
  const text = joinParts(
    [by === null ? action : `${action} by ${by}`, state, leaving === null ? undefined : `leaving ${leaving}`],
    ', ',
  );
  return [
    ...layOut({ indent: 2, mark: '•', markStyle, text }, layout),
    ...layOut({ indent: 4, text: `asked for by ${rules.join(', ')}`, style: palette.faint }, layout),
  ];
}

function renderClaim({ claim, ...own }: ClaimSchedule, layout: Layout): readonly string[] {
  const text = joinParts([`${claim}: ${own.state}`, ...lastDayInWords(own)], ', ');
  const markStyle = stateStyle(own.state, layout.palette);
  return layOut({ indent: 2, mark: stateMark(own.state), markStyle, text }, layout);
}

function renderChange({ fact, value, state, due }: ScheduleChange, layout: Layout): readonly string[] {
  const deadline = due === null ? undefined : `deadline ${due}`;
  const text = `${fact} = ${value === null ? 'none' : value}: ${joinParts([state, deadline], ', ')}`;
  return layOut(
    { indent: 2, mark: stateMark(state), markStyle: stateStyle(state, layout.palette), text },
    layout,
  );
}

/** Policies that may apply first, then those that do not. */
function renderTraces({ claims }: ScheduleExplanation, layout: Layout): readonly string[] {
  return claims.flatMap(({ claim, state, policies }) => {
    const style = stateStyle(state, layout.palette);
    const heading =
      claim === null ? [] : layOut({ indent: 2, text: `claimed by ${claim}: ${state}`, style }, layout);
    const indent = claim === null ? 2 : 4;
    const ordered = (['true', 'unknown', 'false'] as const).flatMap((applies) =>
      policies.filter((policy) => policy.applies.value === applies),
    );
    const traced = ordered.flatMap((policy) =>
      renderPolicyTrace(policy, indent, layout, ({ item }) =>
        item === null ? undefined : itemInWords({ ...item, certain: item.counts === 'true' }),
      ),
    );
    return [...heading, ...traced];
  });
}
