import type { Chart } from '../report/results.ts';
import { byHand } from './by-hand.ts';
import { compiled } from './compiled-contestants.ts';
import type { Measured } from './measured.ts';
import { nanosecondsOf } from './measured.ts';

const ours: readonly string[] = [
  compiled.permits,
  compiled.trustedPermits,
  compiled.decide,
  compiled.trustedDecide,
  compiled.explain,
];

/** One decision at each size: compiled code, code by hand and, where they were measured, other tools. */
export function chartsOf(all: readonly Measured[]): readonly Chart[] {
  const peers = new Set(all.flatMap((measured) => measured.peers?.timings.map(({ name }) => name) ?? []));
  const names = [...ours, ...Object.values(byHand)];
  const others = [...peers].filter((name) => !names.includes(name));
  const peerTime = (measured: Measured, name: string): number =>
    measured.peers?.timings.find((timing) => timing.name === name)?.nanoseconds ?? Number.NaN;
  return [
    {
      file: 'decisions',
      title: 'Time for one decision',
      groups: all.map(({ prepared }) => `${prepared.size.toLocaleString('en-US')} rules`),
      bars: [
        ...names.map((name) => ({
          name,
          isOurs: ours.includes(name),
          values: all.map((measured) => nanosecondsOf(measured, name)),
        })),
        ...others.map((name) => ({
          name,
          isOurs: false,
          values: all.map((measured) => peerTime(measured, name)),
        })),
      ],
    },
  ];
}
