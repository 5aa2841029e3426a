import { checkedProgram, emitFolder } from './compiled.ts';
import type { Size } from './model.ts';
import { createModel } from './model.ts';
import { policySources } from './privacy-source.ts';

/** Policies of one size, compiled; `remove` takes away what was written. */
export interface Prepared {
  readonly size: Size;
  readonly folder: string;
  readonly bundle: string;
  readonly bytesPerRule: number;
  readonly checkMilliseconds: number;
  readonly emitMilliseconds: number;
  remove(): void;
}

export async function prepare(size: Size): Promise<Prepared> {
  const sources = policySources(createModel(size));
  const start = performance.now();
  const program = checkedProgram(sources);
  const checked = performance.now();
  const emitted = await emitFolder(program);
  return {
    size,
    ...emitted,
    bytesPerRule: emitted.bytes / size,
    checkMilliseconds: checked - start,
    emitMilliseconds: performance.now() - checked,
  };
}
