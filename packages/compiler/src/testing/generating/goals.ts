import type { ObservedQuestion } from '../../interpreting/index.ts';
import { observe } from '../../interpreting/index.ts';
import type { Place } from '../../logic/index.ts';
import { createLocator } from '../../logic/index.ts';
import type { Truth } from '../../runtime/index.ts';
import { compareText } from '../../support/index.ts';
import type { PeriodSide, Recording, Side } from '../coverage/index.ts';
import {
  edgesOf,
  endKey,
  endText,
  periodOf,
  periodSides,
  possibleOutcomes,
  sideText,
  touchedEnd,
  touchedSide,
  touchKey,
} from '../coverage/index.ts';
import type { AnyProvision, ConditionSite, ConditionSites } from '../sites/index.ts';
import { provisionSites } from '../sites/index.ts';

/** Something that no test came across. */
export interface Goal {
  /** The same as the mark that a case leaves which comes across it. */
  readonly mark: string;
  readonly target: GoalTarget;
  readonly place: Place;
  /** What is looked for, as a remark beside the test: `channel is voice: unknown`. */
  readonly words: string;
}

export type GoalTarget =
  | { readonly kind: 'condition'; readonly site: ConditionSite; readonly wanted: Truth }
  | { readonly kind: 'provision'; readonly provision: AnyProvision; readonly wanted: Truth }
  | { readonly kind: 'period'; readonly provision: AnyProvision; readonly side: PeriodSide }
  | { readonly kind: 'boundary'; readonly site: ConditionSite; readonly edge: string; readonly side: Side };

/** All outcomes and boundaries of the files that count and that no test came across, in the order of the sources. */
export function openGoals(recording: Recording, isCounted: (path: string) => boolean): readonly Goal[] {
  const locate = createLocator(recording.program);
  const textOf = (place: Place): string => shortened(locate(place).text);
  return [
    ...provisionGoals(recording, textOf),
    ...periodGoals(recording),
    ...recording.sites.all.flatMap((site) => [
      ...conditionGoals(site, recording, textOf),
      ...boundaryGoals(site, recording, textOf),
    ]),
  ]
    .map((goal) => ({ goal, at: locate(goal.place) }))
    .filter(({ at }) => isCounted(at.file))
    .sort(
      (left, right) =>
        compareText(left.at.file, right.at.file) ||
        left.at.line - right.at.line ||
        left.at.column - right.at.column,
    )
    .map(({ goal }) => goal);
}

const longest = 60;

function shortened(text: string): string {
  return text.length <= longest ? text : `${text.slice(0, longest - 1).trimEnd()}…`;
}

type TextOf = (place: Place) => string;

function provisionGoals(recording: Recording, textOf: TextOf): readonly Goal[] {
  const possible = possibleOutcomes(recording.program);
  const provisions = new Map(
    provisionSites(recording.program).map(({ provision }) => [provision.id, provision]),
  );
  return [...provisions.values()].flatMap((provision) =>
    possible.ofProvision(provision).flatMap((wanted): readonly Goal[] => {
      if ((recording.provisions.get(provision.id)?.[wanted].length ?? 0) > 0) return [];
      const { id, place, kind } = provision;
      const words = `${kind === 'unless' ? textOf(place) : id} ${wanted === 'true' ? 'stands' : 'does not stand'}`;
      const target = { kind: 'provision', provision, wanted } as const;
      return [{ mark: provisionMark(id, wanted), target, place, words }];
    }),
  );
}

/** The last day of each period and the day after it. */
function periodGoals({ program, touched }: Recording): readonly Goal[] {
  const provisions = new Map(provisionSites(program).map(({ provision }) => [provision.id, provision]));
  return [...provisions.values()].flatMap((provision) => {
    const period = periodOf(provision);
    if (period === undefined) return [];
    const { id, place } = provision;
    return periodSides
      .map((side) => ({ side, mark: endKey(id, side) }))
      .filter(({ mark }) => !touched.has(mark))
      .map(({ side, mark }): Goal => {
        const target = { kind: 'period', provision, side } as const;
        return { mark, target, place, words: `${id}: on ${endText(period, side)}` };
      });
  });
}

function conditionGoals(site: ConditionSite, recording: Recording, textOf: TextOf): readonly Goal[] {
  if (site.isPart || site.isWhole) return [];
  const tally = recording.conditions.get(site.key);
  return possibleOutcomes(recording.program)
    .ofCondition(site)
    .filter((wanted) => (tally?.[wanted].length ?? 0) === 0)
    .map((wanted) => ({
      mark: conditionMark(site.key, wanted),
      target: { kind: 'condition', site, wanted },
      place: site.place,
      words: `${textOf(site.place)}: ${wanted}`,
    }));
}

function boundaryGoals(site: ConditionSite, recording: Recording, textOf: TextOf): readonly Goal[] {
  const [reading] = site.readings;
  if (reading === undefined) return [];
  return edgesOf(reading).flatMap((edge) =>
    edge.sides.flatMap((side): readonly Goal[] => {
      const mark = touchKey(site.key, edge.name, side);
      const text = sideText(edge, side, recording.program);
      if (text === undefined || recording.touched.has(mark)) return [];
      const target = { kind: 'boundary', site, edge: edge.name, side } as const;
      return [{ mark, target, place: site.place, words: `${textOf(site.place)}: at ${text}` }];
    }),
  );
}

function conditionMark(key: string, truth: Truth): string {
  return `condition ${key} ${truth}`;
}

function provisionMark(id: string, truth: Truth): string {
  return `provision ${id} ${truth}`;
}

/** What a case comes across; undefined where its facts are not what the activity takes. */
export function marksOf(question: ObservedQuestion, sites: ConditionSites): ReadonlySet<string> | undefined {
  const marks = new Set<string>();
  const { kind } = observe(question, {
    condition(formula, truth, { read }) {
      const key = sites.siteOf.get(formula)?.key;
      if (key === undefined) return;
      marks.add(conditionMark(key, truth));
      for (const edge of edgesOf(formula)) {
        const side = touchedSide(edge, read);
        if (side !== undefined) marks.add(touchKey(key, edge.name, side));
      }
    },
    provision: ({ id }, truth) => marks.add(provisionMark(id, truth)),
    period({ id }, end) {
      const side = touchedEnd(end);
      if (side !== undefined) marks.add(endKey(id, side));
    },
  });
  return kind === 'invalid' ? undefined : marks;
}
