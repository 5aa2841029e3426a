import { visibleText } from '../../diagnostics/render/index.ts';
import type { Change, ClaimOutcome, Decision, Explanation, Reason } from '../../runtime/index.ts';
import { renderClaimTrace } from './conditions.ts';
import type { Layout } from './layout.ts';
import { joinParts, layOut, outcomeMark, outcomeStyle, section } from './layout.ts';
import { renderAssumptions, renderFacts, renderObligation, renderQuestions } from './shared-sections.ts';

export interface ExplainedQuestion {
  /** When the case was decided; absent where nothing says so. */
  readonly now?: string | number;
  readonly explanation: Explanation;
}

/** An explanation for people: the answer first, then why, what to do about it, and how it came about. */
export function renderExplanation({ now, explanation }: ExplainedQuestion, layout: Layout): string {
  const { decision, claims, changes } = explanation;
  const lines = [
    ...renderAnswer(decision, now, layout),
    ...section(
      'Why',
      decision.reasons.flatMap((reason) => renderReason(reason, layout)),
      layout,
    ),
    ...(decision.outcome === 'undetermined' ? renderQuestions(decision.questions, layout) : []),
    ...renderObligations(decision, layout),
    ...renderAssumptions(decision.assumed, layout),
    ...section('Remarks', renderRemarks(decision, layout), layout),
    ...section(
      'Who claims the case',
      decision.claims.flatMap((claim) => renderClaim(claim, layout)),
      layout,
    ),
    ...section('What would turn the answer', renderChanges(changes, layout), layout),
    ...section(
      'What was considered',
      claims.flatMap((trace) => renderClaimTrace(trace, layout)),
      layout,
    ),
    ...section(
      'Facts that were read',
      renderFacts(
        claims.flatMap(({ policies }) => policies),
        layout,
      ),
      layout,
    ),
  ];
  return `${lines.join('\n')}\n\n`;
}

function renderAnswer(
  decision: Decision,
  now: string | number | undefined,
  layout: Layout,
): readonly string[] {
  const { outcome, activity, validUntil } = decision;
  const style = outcomeStyle(outcome, layout.palette);
  const meaning = {
    permitted: 'A regime allows it, and nobody forbids it.',
    forbidden: 'At least one rule forbids it.',
    undetermined: 'It depends on facts that are not known; until then it is not allowed.',
    ungoverned: 'No regime covers it, and silence never permits.',
  }[outcome];
  const time =
    now === undefined
      ? ''
      : ` at ${visibleText(typeof now === 'number' ? new Date(now).toISOString() : now)}`;
  const until =
    validUntil === null ? 'Time alone does not change this answer.' : `The answer holds until ${validUntil}.`;
  return [
    `${style(`${outcomeMark(outcome)} ${outcome}`)}: ${visibleText(activity)}${time}`,
    ...layOut({ indent: 2, text: meaning }, layout),
    ...layOut({ indent: 2, text: until, style: layout.palette.faint }, layout),
  ];
}

function renderReason(reason: Reason, layout: Layout): readonly string[] {
  const { palette } = layout;
  const [mark, markStyle] = {
    forbid: ['✗', palette.bad] as const,
    permit: ['✓', palette.good] as const,
    mandate: ['✓', palette.good] as const,
    except: ['–', palette.good] as const,
  }[reason.effect];
  const effect = {
    forbid: 'forbids',
    permit: 'permits',
    mandate: 'demands it',
    except: 'makes an exception',
  }[reason.effect];
  const origin = joinParts([reason.policyTitle, reason.authority], ', ');
  const claims = reason.claims.length === 0 ? undefined : `claimed by ${reason.claims.join(', ')}`;
  return [
    ...layOut(
      {
        indent: 2,
        mark,
        markStyle,
        text: `${reason.rule} ${effect}: ${reason.title}`,
        style: palette.strong,
      },
      layout,
    ),
    ...layOut({ indent: 4, text: joinParts([reason.citation, reason.source], '; ') }, layout),
    ...layOut({ indent: 4, text: joinParts([origin, claims], '; '), style: palette.faint }, layout),
  ].filter((line) => line.trim() !== '');
}

function renderObligations(decision: Decision, layout: Layout): readonly string[] {
  if (decision.outcome !== 'permitted' && decision.outcome !== 'forbidden') return [];
  const heading =
    decision.outcome === 'permitted' ? 'What has to be done with it' : 'What the refusal asks for';
  return section(
    heading,
    decision.obligations.flatMap((owed) => renderObligation(owed, layout)),
    layout,
  );
}

function renderRemarks({ remarks }: Decision, layout: Layout): readonly string[] {
  return remarks.flatMap(({ rule, title, citation }) =>
    layOut({ indent: 2, mark: '•', text: joinParts([`${rule}: ${title}`, citation], '; ') }, layout),
  );
}

function renderClaim({ claim, outcome }: ClaimOutcome, layout: Layout): readonly string[] {
  const markStyle = outcomeStyle(outcome, layout.palette);
  return layOut({ indent: 2, mark: outcomeMark(outcome), markStyle, text: `${claim}: ${outcome}` }, layout);
}

function renderChanges(changes: readonly Change[], layout: Layout): readonly string[] {
  return changes.flatMap(({ fact, value, outcome }) => {
    const text = `${fact} = ${value === null ? 'none' : value}: ${outcome}`;
    return layOut(
      { indent: 2, mark: outcomeMark(outcome), markStyle: outcomeStyle(outcome, layout.palette), text },
      layout,
    );
  });
}
