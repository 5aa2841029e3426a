import type { Program, TestCase } from '../../logic/index.ts';
import type { Recording } from '../coverage/index.ts';
import type { Mutant } from './mutant.ts';

/**
 * The tests that can notice a change, those first that are most likely to: whoever names the rule, then whoever sees
 * it stand. A rule that certainly does not stand, and a condition that is not asked, could be anything.
 */
export function testsThatReach({ target }: Mutant, recording: Recording): readonly TestCase[] {
  const tally =
    target.kind === 'provision'
      ? recording.provisions.get(target.provision.id)
      : recording.conditions.get(target.site.key);
  if (tally === undefined) return [];
  const standing = [...tally.true, ...tally.unknown];
  const numbers = target.kind === 'provision' ? standing : [...standing, ...tally.false];
  const id = target.kind === 'provision' ? target.provision.id : target.site.within;
  const tests = [...new Set(numbers)].flatMap((number) => recording.program.tests[number] ?? []);
  if (id === undefined) return tests;
  const naming = tests.filter((test) => namesRule(test, id));
  return [...naming, ...tests.filter((test) => !naming.includes(test))];
}

function namesRule(test: Program['tests'][number], id: string): boolean {
  return test.expectations.some(({ by }) =>
    by?.names.some((name) => name === id || id.startsWith(`${name}.`)),
  );
}
