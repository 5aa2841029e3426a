import { printTable } from '../measure.ts';
import { readable } from './numbers.ts';
import type { PartResults, Target } from './results.ts';
import { excessOf } from './results.ts';

/** Prints all tables, and which targets are met. */
export function printResults({ sections, targets }: PartResults): void {
  for (const { title, rows } of sections) printTable(title, rows);
  if (targets.length === 0) return;
  printTable(
    'Targets',
    targets.map((target) => ({
      target: target.name,
      measured: `${readable(target.measured)} ${target.unit}`,
      limit: `${readable(target.limit)} ${target.unit}`,
      verdict: verdictOf(target),
    })),
  );
}

/** Whether a target is met, and if not, by how much it is missed. */
export function verdictOf(target: Target): string {
  const excess = excessOf(target);
  if (!Number.isFinite(excess)) return 'not measured';
  return excess <= 1 ? 'met' : `missed ${readable(excess)} times over`;
}
