import type { Formula, Place, Program } from '../../logic/index.ts';
import { createLocator } from '../../logic/index.ts';
import type { Truth } from '../../runtime/index.ts';
import { compareText } from '../../support/index.ts';
import type { DeclarationUnit, SourceFile } from '../../syntax/index.ts';
import { factNames } from '../fact-names.ts';
import type { AnyProvision, ConditionSite } from '../sites/index.ts';
import { provisionSites } from '../sites/index.ts';
import type { Edge } from './boundaries.ts';
import { edgesOf, sideText } from './boundaries.ts';
import type {
  BoundaryCoverage,
  Coverage,
  CoverageItem,
  FileCoverage,
  ProvisionWords,
  SubjectCoverage,
} from './coverage.ts';
import { endKey, endText, periodOf, periodSides } from './period-ends.ts';
import type { PossibleOutcomes } from './possible.ts';
import { possibleOutcomes } from './possible.ts';
import type { Recording, Tally } from './recorder.ts';
import { touchKey } from './recorder.ts';

export interface MeasureOptions {
  readonly recording: Recording;
  /** Whether what a file states counts. */
  readonly isCounted: (path: string) => boolean;
}

/** Sums up what a recording came across of the files that count. */
export function measureCoverage({ recording, isCounted }: MeasureOptions): Coverage {
  const { program } = recording;
  const measure: Measure = {
    recording,
    possible: possibleOutcomes(program),
    locate: createLocator(program),
    names: factNames(program),
    partsOf: groupParts(recording.sites.all),
  };
  const items = itemsByUnit(measure);
  const files = program.files
    .filter(({ path }) => isCounted(path))
    .map((file) => measureFile(file, program, items))
    .filter(({ subjects }) => subjects.length > 0)
    .sort((left, right) => compareText(left.path, right.path));
  return { files, tests: recording.tests };
}

interface Measure {
  readonly recording: Recording;
  readonly possible: PossibleOutcomes;
  readonly locate: ReturnType<typeof createLocator>;
  readonly names: ReturnType<typeof factNames>;
  /** By the key of a condition: itself, and the parts of it that have no words of their own. */
  readonly partsOf: ReadonlyMap<string, readonly ConditionSite[]>;
}

function groupParts(sites: readonly ConditionSite[]): ReadonlyMap<string, readonly ConditionSite[]> {
  const groups = new Map<string, ConditionSite[]>();
  for (const site of sites) {
    const whole = site.isPart ? wholeKey(site.key, groups) : site.key;
    groups.set(whole, [...(groups.get(whole) ?? []), site]);
  }
  return groups;
}

/** The key of the nearest condition above that is there already: conditions come before their parts. */
function wholeKey(key: string, known: ReadonlyMap<string, unknown>): string {
  for (let end = key.lastIndexOf('/'); end > 0; end = key.lastIndexOf('/', end - 1)) {
    if (known.has(key.slice(0, end))) return key.slice(0, end);
  }
  return key;
}

/** An item whose place counts from the start of its declaration. */
type PlacedItem = { readonly unit: DeclarationUnit; readonly item: CoverageItem };

function itemsByUnit(measure: Measure): ReadonlyMap<DeclarationUnit, readonly CoverageItem[]> {
  const { sites, program } = measure.recording;
  const provisions = new Map(provisionSites(program).map(({ provision }) => [provision.id, provision]));
  const placed: readonly PlacedItem[] = [
    ...[...provisions.values()].map((provision) => provisionItem(provision, measure)),
    ...sites.all.flatMap((site) => conditionItem(site, measure) ?? []),
  ];
  const items = new Map<DeclarationUnit, CoverageItem[]>();
  for (const { unit, item } of placed) {
    const known = items.get(unit) ?? [];
    known.push(item);
    items.set(unit, known);
  }
  return items;
}

const never: Tally = { true: [], false: [], unknown: [] };

function provisionItem(provision: AnyProvision, measure: Measure): PlacedItem {
  const tally = measure.recording.provisions.get(provision.id) ?? never;
  const item: CoverageItem = {
    ...placed(provision.place, measure),
    what: isException(provision) ? 'exception' : 'rule',
    provision: wordsOf(provision),
    outcomes: outcomesOf(measure.possible.ofProvision(provision), tally),
    facts: [],
    boundaries: endsOf(provision, measure),
  };
  return { unit: provision.place.unit, item };
}

/** Both sides of the end of its period. */
function endsOf(provision: AnyProvision, { recording }: Measure): readonly BoundaryCoverage[] {
  const period = periodOf(provision);
  if (period === undefined) return [];
  return periodSides.map((side) => ({
    text: endText(period, side),
    isTested: recording.touched.has(endKey(provision.id, side)),
  }));
}

function isException({ kind }: AnyProvision): boolean {
  return kind === 'exception' || kind === 'unless' || kind === 'lift';
}

function wordsOf(provision: AnyProvision): ProvisionWords {
  const { id, title, cites } = provision;
  const kind = provision.kind === 'schedule' ? 'rule' : provision.kind;
  return { kind, id, title, citation: cites.length === 0 ? undefined : cites.join(', ') };
}

function conditionItem(site: ConditionSite, measure: Measure): PlacedItem | undefined {
  const outcomes = measure.possible.ofCondition(site);
  if (site.isPart || site.isWhole || outcomes.length === 0) return undefined;
  const tally = measure.recording.conditions.get(site.key) ?? never;
  const facts = site.readings.flatMap(({ traits }) => traits.facts.map(measure.names));
  const item: CoverageItem = {
    ...placed(site.place, measure),
    what: 'condition',
    ...(site.within === undefined ? {} : { within: site.within }),
    outcomes: outcomesOf(outcomes, tally),
    facts: [...new Set(facts)].sort(compareText),
    boundaries: boundariesOf(site, measure),
  };
  return { unit: site.place.unit, item };
}

function placed(
  place: Place,
  { locate }: Measure,
): Pick<CoverageItem, 'text' | 'start' | 'end' | 'line' | 'column'> {
  const { text, line, column } = locate(place);
  return { text, start: place.start, end: place.end, line, column };
}

function outcomesOf(possible: readonly Truth[], tally: Tally): CoverageItem['outcomes'] {
  return possible.map((truth) => ({ truth, tests: tally[truth].length }));
}

/** Its own, and those of the parts that have no words of their own. */
function boundariesOf({ key }: ConditionSite, measure: Measure): readonly BoundaryCoverage[] {
  const { touched, program } = measure.recording;
  const found = new Map<string, boolean>();
  for (const site of measure.partsOf.get(key) ?? []) {
    for (const edge of edgesIn(site.readings)) {
      for (const side of edge.sides) {
        const text = sideText(edge, side, program);
        if (text === undefined) continue;
        const isTested = touched.has(touchKey(site.key, edge.name, side));
        found.set(text, isTested || found.get(text) === true);
      }
    }
  }
  return [...found].map(([text, isTested]) => ({ text, isTested }));
}

/** Readings of one condition have the same edges. */
function edgesIn(readings: readonly Formula[]): readonly Edge[] {
  const [reading] = readings;
  return reading === undefined ? [] : edgesOf(reading);
}

function measureFile(
  file: SourceFile,
  program: Program,
  items: ReadonlyMap<DeclarationUnit, readonly CoverageItem[]>,
): FileCoverage {
  const subjects = file.declarations.flatMap(({ unit, start }) => {
    const own = items.get(unit);
    const subject = subjectOf(unit, program);
    if (own === undefined || subject === undefined) return [];
    const moved = own.map((item) => ({ ...item, start: item.start + start, end: item.end + start }));
    return [{ ...subject, items: moved.sort(comparePlaces) }];
  });
  return { path: file.path, text: file.text, subjects };
}

/** What contains others comes before them. */
function comparePlaces(left: CoverageItem, right: CoverageItem): number {
  return left.start - right.start || right.end - left.end;
}

function subjectOf({ tree }: DeclarationUnit, program: Program): Omit<SubjectCoverage, 'items'> | undefined {
  switch (tree.kind) {
    case 'policy': {
      const name = tree.name.text;
      return { kind: tree.kind, name, title: program.policies.find(({ id }) => id === name)?.title };
    }
    case 'define':
    case 'activity':
    case 'record':
      return { kind: tree.kind, name: tree.name.text, title: undefined };
    default:
      return undefined;
  }
}
