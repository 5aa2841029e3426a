/** A number as people read it: three digits that count, thousands apart. */
export function readable(value: string | number): string {
  if (typeof value === 'string') return value;
  if (!Number.isFinite(value)) return '–';
  if (Math.abs(value) >= 100) return Math.round(value).toLocaleString('en-US');
  return String(Number(value.toPrecision(3)));
}

/** A time in the unit that fits. */
export function duration(nanoseconds: number): string {
  if (!Number.isFinite(nanoseconds)) return '–';
  if (nanoseconds < 1000) return `${readable(nanoseconds)} ns`;
  if (nanoseconds < 1_000_000) return `${readable(nanoseconds / 1000)} µs`;
  return `${readable(nanoseconds / 1_000_000)} ms`;
}

/** A ratio: `0.85 ×`. */
export function times(ratio: number): string {
  return Number.isFinite(ratio) ? `${readable(ratio)} ×` : '–';
}
