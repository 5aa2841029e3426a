import type { ProvisionTrace, Truth } from '@privacy-lang/compiler';
import { explain } from '@privacy-lang/compiler';
import { rangeFrom } from '../model/places.ts';
import { allProvisions } from '../model/provisions.ts';
import type { ProgramSnapshot } from '../model/snapshot.ts';
import type { CoverageReport, FileRuleCoverage, RuleCoverage } from '../protocol.ts';
import { protocolVersion } from '../protocol.ts';
import { errorCount } from './decide-case.ts';

/** How often each rule stood, fell or stayed open in the tests of programs, with a pause after each test. */
export async function ruleCoverage(
  programs: readonly ProgramSnapshot[],
  pause: () => Promise<void>,
): Promise<CoverageReport> {
  const files = new Map<string, FileRuleCoverage>();
  let errors = 0;
  for (const snapshot of programs) {
    if (snapshot.checked.hasErrors) {
      errors += errorCount(snapshot);
      continue;
    }
    const counts = await countTests(snapshot, pause);
    for (const file of filesOf(snapshot, counts)) files.set(file.uri, file);
  }
  const sorted = [...files.values()].sort((left, right) => (left.uri < right.uri ? -1 : 1));
  return { version: protocolVersion, files: sorted, ...(errors === 0 ? {} : { notReady: { errors } }) };
}

type Counts = ReadonlyMap<string, Record<Truth, number>>;

async function countTests({ checked }: ProgramSnapshot, pause: () => Promise<void>): Promise<Counts> {
  const counts = new Map<string, Record<Truth, number>>();
  const { program } = checked;
  for (const test of program.tests) {
    if (test.kind !== 'decision') continue;
    const { activity, facts, now = 0 } = test;
    const result = explain({ program, activity, facts, now, requiredFacts: 'unknown', changes: false });
    const policies =
      result.kind === 'explanation' ? result.explanation.claims.flatMap((claim) => claim.policies) : [];
    for (const { rules } of policies) for (const rule of rules) count(counts, rule);
    await pause();
  }
  return counts;
}

function count(counts: Map<string, Record<Truth, number>>, trace: ProvisionTrace): void {
  const own = counts.get(trace.rule) ?? { true: 0, false: 0, unknown: 0 };
  own[trace.stands] += 1;
  counts.set(trace.rule, own);
  for (const exception of trace.exceptions) count(counts, exception);
}

function filesOf(snapshot: ProgramSnapshot, counts: Counts): FileRuleCoverage[] {
  const files = new Map<string, RuleCoverage[]>();
  for (const { provision } of allProvisions(snapshot.checked.program)) {
    const home = provision.kind === 'unless' ? undefined : snapshot.homeOf(provision.place.unit);
    if (home === undefined || home.file.isLibrary) continue;
    const { true: stood = 0, false: fell = 0, unknown: open = 0 } = counts.get(provision.id) ?? {};
    const range = rangeFrom(home.file, home.start, provision.place);
    const rules = files.get(home.file.uri) ?? [];
    rules.push({ rule: provision.id, range, stood, fell, open });
    files.set(home.file.uri, rules);
  }
  return [...files].map(([uri, rules]) => ({ uri, rules }));
}
