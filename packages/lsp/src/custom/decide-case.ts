import { explain } from '@privacy-lang/compiler';
import type { Location } from 'vscode-languageserver';
import { locationOf } from '../model/places.ts';
import type { ProgramSnapshot } from '../model/snapshot.ts';
import type { DecideCaseParams, DecidedCase } from '../protocol.ts';
import { protocolVersion } from '../protocol.ts';

/** Decides a case by the program as it is now, with all that was considered. Facts that are left out are unknown. */
export function decideCase(
  snapshot: ProgramSnapshot,
  params: DecideCaseParams,
  clock: { readonly now: string },
): DecidedCase {
  const { checked } = snapshot;
  const version = protocolVersion;
  if (checked.hasErrors) return { version, notReady: { errors: errorCount(snapshot) } };
  if (!checked.program.activities.has(params.activity)) {
    const message = `There is no activity "${params.activity}".`;
    return { version, issues: [{ path: '', code: 'wrong-type', message }] };
  }
  const { under = [] } = params;
  const result = explain({
    program: checked.program,
    activity: params.activity,
    facts: params.facts,
    now: params.now ?? clock.now,
    requiredFacts: 'unknown',
    changes: params.changes === true,
    ...(under.length === 0 ? {} : { under: (policy: string) => isUnder(under, policy) }),
  });
  if (result.kind === 'invalid') return { version, issues: result.issues };
  const { explanation } = result;
  const rules = explanation.decision.reasons.map(({ rule }) => rule);
  return { version, decision: explanation.decision, explanation, places: placesOf(snapshot, rules) };
}

/** How many mistakes keep a program from answering. */
export function errorCount({ diagnostics }: ProgramSnapshot): number {
  return diagnostics.filter(({ diagnostic }) => diagnostic.severity === 'error').length;
}

function isUnder(patterns: readonly string[], policy: string): boolean {
  return patterns.some((pattern) =>
    pattern.endsWith('.*') ? policy.startsWith(pattern.slice(0, -1)) : pattern === policy,
  );
}

function placesOf(snapshot: ProgramSnapshot, rules: readonly string[]): Record<string, Location> {
  const places: Record<string, Location> = {};
  for (const name of rules) {
    const [site] = snapshot.symbols.declarationsOf({ kind: 'rule', name });
    const place = site && locationOf(snapshot, { unit: site.unit, ...spanOf(site.node) });
    if (place !== undefined) places[name] = place;
  }
  return places;
}

function spanOf({ start, end }: { readonly start: number; readonly end: number }) {
  return { start, end };
}
