import { spawnSync } from 'node:child_process';

/** The median of the milliseconds that a task takes, over several runs after one that does not count. */
export function medianTime(runs: number, task: () => void): number {
  task();
  const times = Array.from({ length: runs }, () => {
    const start = performance.now();
    task();
    return performance.now() - start;
  });
  return median(times);
}

/** The median wall time of whole processes in milliseconds; the commands take turns, so that noise hits all alike. */
export function medianProcessTimes(runs: number, commands: readonly (readonly string[])[]): number[] {
  const times = commands.map((): number[] => []);
  for (let run = 0; run <= runs; run += 1) {
    for (const [index, [program = '', ...rest]] of commands.entries()) {
      const start = performance.now();
      const { error } = spawnSync(program, rest, { stdio: 'ignore' });
      if (error !== undefined) throw error;
      if (run > 0) times[index]?.push(performance.now() - start);
    }
  }
  return times.map(median);
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((left, right) => left - right);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

/** The value below which a share of all values lies: 0.95 for the 95th percentile. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((left, right) => left - right);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

/** Prints rows as an aligned table. */
export function printTable(title: string, rows: readonly Readonly<Record<string, string | number>>[]): void {
  const columns = Object.keys(rows[0] ?? {});
  const text = (value: string | number | undefined): string =>
    typeof value === 'number' ? (value >= 100 ? value.toFixed(0) : value.toPrecision(3)) : (value ?? '');
  const widths = columns.map((column) =>
    Math.max(column.length, ...rows.map((row) => text(row[column]).length)),
  );
  const line = (cells: readonly string[]): string =>
    cells.map((cell, index) => cell.padEnd(widths[index] ?? 0)).join('  ');
  process.stdout.write(
    `\n${title}\n${line(columns)}\n${widths.map((width) => '-'.repeat(width)).join('  ')}\n`,
  );
  for (const row of rows) process.stdout.write(`${line(columns.map((column) => text(row[column])))}\n`);
}
