import type { Policy, Program, Provision } from '@privacy-lang/compiler';

/** A rule, default, exception or lift, as far as all of them are alike. */
export type AnyProvision = Provision & { readonly kind: string; readonly effect?: string };

export interface FoundProvision {
  readonly policy: Policy;
  readonly activity: string;
  readonly provision: AnyProvision;
}

/** Every rule, default, exception and lift of a program, each where it counts; exceptions follow what they are in. */
export function* allProvisions(program: Program): Generator<FoundProvision> {
  for (const policy of program.policies) {
    for (const part of policy.parts) {
      const outer: AnyProvision[] = [...(part.default === undefined ? [] : [part.default]), ...part.rules];
      for (const provision of outer) {
        for (const each of withExceptions(provision))
          yield { policy, activity: part.activity, provision: each };
      }
    }
  }
}

function* withExceptions(provision: AnyProvision): Generator<AnyProvision> {
  yield provision;
  for (const exception of provision.exceptions) yield* withExceptions(exception);
}
