import type { Exception, Formula, Location, Program } from '../../logic/index.ts';
import { createLocator } from '../../logic/index.ts';
import { compareText } from '../../support/index.ts';
import type { Demand } from '../searching/index.ts';
import type { AnyProvision, ConditionSite, ConditionSites } from '../sites/index.ts';
import { provisionSites } from '../sites/index.ts';
import type { ChangeSetting } from './condition-changes.ts';
import { conditionChanges } from './condition-changes.ts';
import type { ConditionChange, Mutant } from './mutant.ts';
import { periodChanges } from './period-changes.ts';
import type { Rewriter } from './rewrite.ts';
import { createRewriter } from './rewrite.ts';

export interface MutantOptions {
  readonly program: Program;
  readonly sites: ConditionSites;
  /** Whether what a file states is changed. */
  readonly isCounted: (path: string) => boolean;
}

/** Every change to the files that count, in the order of the files and of what stands in them. */
export function createMutants({ program, sites, isCounted }: MutantOptions): readonly Mutant[] {
  const locate = createLocator(program);
  const setting: Setting = {
    program,
    rewriter: createRewriter(program),
    textOf: (place) => locate(place).text,
  };
  const mutants = [
    ...distinctProvisions(program).flatMap((provision) => provisionMutants(provision, setting)),
    ...sites.all.flatMap((site) => conditionMutants(site, setting)),
  ];
  return mutants
    .map((mutant) => ({ mutant, at: locate(mutant.place) }))
    .filter(({ at }) => isCounted(at.file))
    .sort((left, right) => comparePlaces(left.at, right.at))
    .map(({ mutant }) => mutant);
}

interface Setting extends ChangeSetting {
  readonly rewriter: Rewriter;
}

function comparePlaces(left: Location, right: Location): number {
  return compareText(left.file, right.file) || left.line - right.line || left.column - right.column;
}

/** A rule about every record stands once for each type of record, and is changed in all of them at once. */
function distinctProvisions(program: Program): readonly AnyProvision[] {
  return [...new Map(provisionSites(program).map(({ provision }) => [provision.id, provision])).values()];
}

function provisionMutants(provision: AnyProvision, setting: Setting): readonly Mutant[] {
  const { rewriter } = setting;
  const { place } = provision;
  const target = { kind: 'provision', provision } as const;
  const stands: readonly Demand[] = [{ formula: provision.condition, wanted: 'true' }];
  const obligations = provision.obligations.map((use, index): Mutant => {
    const isKept = (_: unknown, other: number): boolean => other !== index;
    const build = (): Program =>
      rewriter.withProvision(provision, (each) => ({
        ...each,
        obligations: each.obligations.filter(isKept),
      }));
    const change = `without the obligation ${use.obligation}`;
    return { place: use.place, kind: 'obligation', change, target, demands: stands, terms: [], build };
  });
  if (provision.kind === 'default') {
    const effect = provision.effect === 'permit' ? 'forbid' : 'permit';
    const build = (): Program =>
      rewriter.withProvision(provision, (each) => (each.kind === 'default' ? { ...each, effect } : each));
    const change = `with "default ${effect}" instead of "default ${provision.effect}"`;
    return [{ place, kind: 'default', change, target, demands: stands, terms: [], build }, ...obligations];
  }
  const build = (): Program => rewriter.withProvision(provision, () => undefined);
  const kind = provision.kind === 'rule' || provision.kind === 'schedule' ? 'rule' : 'exception';
  const change = `without ${words[provision.kind]}`;
  const parts = { target, demands: stands, terms: [] };
  return [
    { ...parts, place, kind, change, build },
    ...obligations,
    ...periodChanges(provision, setting).map(({ place: at, kind: of, change, apply }): Mutant => {
      return { ...parts, place: at, kind: of, change, build: () => rewriter.withProvision(provision, apply) };
    }),
  ];
}

const words: Readonly<Record<'rule' | 'schedule' | Exception['kind'], string>> = {
  rule: 'this rule',
  schedule: 'this rule',
  exception: 'this exception',
  unless: 'this exception',
  lift: 'this lift',
};

function conditionMutants(site: ConditionSite, setting: Setting): readonly Mutant[] {
  const [first] = site.readings;
  if (first === undefined) return [];
  return conditionChanges(first, site, setting).map(({ kind, change, apply, demands = [], terms = [] }) => ({
    place: site.place,
    kind,
    change,
    target: { kind: 'condition', site, change: apply },
    demands,
    terms,
    build: () => setting.rewriter.withConditions(replacementsFor(site, apply)),
  }));
}

function replacementsFor(
  { readings }: ConditionSite,
  apply: ConditionChange['apply'],
): ReadonlyMap<Formula, Formula> {
  return new Map(
    readings.flatMap((reading) => {
      const changed = apply(reading);
      return changed === undefined ? [] : [[reading, changed] as const];
    }),
  );
}
