import type { Decision, OwedObligation, Reason } from '../generated/index.ts';
import type { Color } from './table.ts';
import { durationWords, listWords, placeWords, sentence } from './terms.ts';

/** What people look at first: the answer, with a sign that also stands without colour. */
export const answers: Readonly<
  Record<Decision['outcome'], { readonly sign: string; readonly color: Color }>
> = {
  permitted: { sign: '✓', color: 'green' },
  forbidden: { sign: '✗', color: 'red' },
  undetermined: { sign: '?', color: 'yellow' },
  ungoverned: { sign: '–', color: 'blue' },
};

/** Why, in a title; and where that is written. */
export function answerWords(decision: Decision): { readonly reason: string; readonly source: string } {
  switch (decision.outcome) {
    case 'undetermined': {
      const questions = decision.questions.map(({ title }) => title);
      const rules = new Set(decision.questions.flatMap((question) => question.rules)).size;
      return {
        reason: `Ask first: ${listWords(questions)}`,
        source: `${rules} rule${rules === 1 ? '' : 's'} want to know`,
      };
    }
    case 'ungoverned': {
      const silent = decision.claims.filter(({ outcome }) => outcome === 'ungoverned');
      return {
        reason: `No policy speaks for ${listWords(silent.map(({ claim }) => placeWords(claim)))}`,
        source: '',
      };
    }
    default: {
      const [first, ...others] = [...decision.reasons].sort((left, right) => weight(left) - weight(right));
      if (first === undefined) return { reason: '', source: '' };
      const more = others.length === 0 ? '' : ` (and ${others.length} more)`;
      return {
        reason: first.title + more,
        source: `${first.authority}: ${first.citation ?? first.policyTitle}`,
      };
    }
  }
}

/** What goes with the answer: what has to be done, what was assumed, what else is worth knowing. */
export function besideWords(decision: Decision): readonly string[] {
  const owed = decision.outcome === 'permitted' ? decision.obligations.map(obligationWords) : [];
  const assumed = decision.assumed.map(({ fact, value }) => `${fact} is ${value}`);
  return [
    owed.length === 0 ? '' : `Owed: ${owed.join('; ')}`,
    assumed.length === 0 ? '' : `Assumed: ${assumed.join('; ')}`,
    ...decision.remarks.map(({ title }) => `Note: ${title}`),
  ].filter((line) => line !== '');
}

/** "Tell the people concerned (30 days)" */
function obligationWords({ title, arguments: details }: OwedObligation): string {
  const words = Object.values(details).map((value) => durationWords(String(value)).replaceAll('-', ' '));
  return sentence(title) + (words.length === 0 ? '' : ` (${words.join(', ')})`);
}

/** Commands before exceptions, exceptions before rules, rules before defaults; then the higher authority. */
function weight(reason: Reason): number {
  const kinds =
    reason.effect === 'mandate' ? 0 : reason.kind === 'lift' || reason.kind === 'exception' ? 1 : 2;
  return kinds * 100 + (reason.kind === 'default' ? 50 : 0) + authorities.indexOf(reason.authority);
}

const authorities = ['law', 'sector', 'standard', 'provider', 'contract', 'company', 'customer'];
