import type { Truth } from '../../runtime/index.ts';
import { listed } from '../because.ts';
import type { CoverageItem, SubjectCoverage } from './coverage.ts';

/** Something that no test came across. */
export interface Gap {
  readonly item: CoverageItem;
  /** What it is about: the name of a rule with its citation, or the words of a condition. */
  readonly about: string;
  /** What is missing, as the rest of a sentence. */
  readonly sentence: string;
}

/** What no test came across, in the order of the source, in words for the author; each thing once. */
export function gapsOf(subject: SubjectCoverage): readonly Gap[] {
  const unreached = subject.items.filter(isUnreached);
  return subject.items.flatMap((item) => {
    if (isInUnreached(item, unreached) || isSaidInside(item, subject)) return [];
    const sentence = sentenceAbout(item);
    return sentence === undefined ? [] : [{ item, about: aboutOf(item, subject), sentence }];
  });
}

function isUnreached({ outcomes }: CoverageItem): boolean {
  return outcomes.every(({ tests }) => tests === 0);
}

/** Where a rule is never reached, what stands in it has nothing to add. */
function isInUnreached(item: CoverageItem, unreached: readonly CoverageItem[]): boolean {
  const id = item.provision?.id;
  return unreached.some(({ provision, start, end }) => {
    if (provision === undefined)
      return start <= item.start && item.end <= end && end - start > item.end - item.start;
    return item.within === provision.id || id?.startsWith(`${provision.id}.`) === true;
  });
}

/** Whether everything that is missing of a condition is missing of a part of it, too, where it says more. */
function isSaidInside(item: CoverageItem, { items }: SubjectCoverage): boolean {
  if (item.what !== 'condition') return false;
  const inside = items.filter(
    (other) => other !== item && item.start <= other.start && other.end <= item.end,
  );
  const missing = missingOf(item);
  const said = new Set(inside.flatMap(missingOf));
  return missing.length > 0 && missing.every((truth) => said.has(truth));
}

function missingOf({ outcomes }: CoverageItem): readonly Truth[] {
  return outcomes.filter(({ tests }) => tests === 0).map(({ truth }) => truth);
}

function aboutOf({ provision, text }: CoverageItem, subject: SubjectCoverage): string {
  if (provision === undefined || provision.kind === 'unless') return shortened(text);
  const { id, citation } = provision;
  const name = id.startsWith(`${subject.name}.`) ? id.slice(subject.name.length + 1) : id;
  return citation === undefined ? name : `${name} (${citation})`;
}

const longest = 100;

function shortened(text: string): string {
  return text.length <= longest ? text : `${text.slice(0, longest - 1).trimEnd()}…`;
}

function sentenceAbout(item: CoverageItem): string | undefined {
  const boundaries = isUnreached(item) ? [] : boundariesMissing(item);
  const parts = [...outcomesMissing(item), ...boundaries];
  return parts.length === 0 ? undefined : parts.join('; ');
}

function outcomesMissing(item: CoverageItem): readonly string[] {
  const missing = missingOf(item);
  if (missing.length === 0) return [];
  if (isUnreached(item)) return [item.provision === undefined ? 'was never asked' : 'was never reached'];
  if (item.provision !== undefined) return missing.map((truth) => provisionWords[truth]);
  const words = `was ${listed(missing.map((truth) => `never ${truth}`))}`;
  const isOpen = missing.includes('unknown') && item.facts.length > 0;
  return [isOpen ? `${words}: no test leaves out ${alternatives(item.facts)}` : words];
}

const provisionWords: Readonly<Record<Truth, string>> = {
  true: 'never stood',
  false: 'always stood',
  unknown: 'was never unknown',
};

const mostFacts = 3;

/** `a`, `a or b`, `a, b, c or others`; who leaves out a record leaves out all that is in it. */
function alternatives(facts: readonly string[]): string {
  const outermost = facts.filter((fact) => !facts.some((other) => fact.startsWith(`${other}.`)));
  const shown = outermost.length > mostFacts ? [...outermost.slice(0, mostFacts), 'others'] : outermost;
  return listed(shown).replace(/ and (?=[^,]*$)/, ' or ');
}

function boundariesMissing({ boundaries }: CoverageItem): readonly string[] {
  const missing = boundaries.filter(({ isTested }) => !isTested).map(({ text }) => text);
  return missing.length === 0 ? [] : [`no test at ${missing.join(', ')}`];
}
