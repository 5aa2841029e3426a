import { pathToFileURL } from 'node:url';
import type { Request } from './requests.ts';

interface Options {
  readonly now: string;
}

export interface Decided {
  readonly outcome: string;
  readonly reasons: readonly { readonly rule: string }[];
}

interface Questions {
  decide(facts: Request, options: Options): Decided;
  permits(facts: Request, options: Options): boolean;
  readonly decideMany?: (facts: readonly Request[], options: Options) => ArrayLike<Decided>;
  readonly permitsMany?: (facts: readonly Request[], options: Options) => ArrayLike<number>;
}

/** What the compiled activity offers. */
export interface CompiledContact extends Questions {
  explain(facts: Request, options: Options): { readonly decision: Decided };
  readonly schema: {
    readonly '~standard': { validate(facts: unknown): { readonly value?: Request } };
  };
  readonly trusted: Questions;
}

export const options: Options = { now: '2026-03-02T12:00:00Z' };

/** Loads the compiled activity from a bundle. */
export async function loadContact(bundle: string): Promise<CompiledContact> {
  // The shape is that of the emitted program; the answers are compared with the reference before anything is timed.
  const loaded = (await import(pathToFileURL(bundle).href)) as { readonly contact: CompiledContact };
  return loaded.contact;
}

/** The same requests as `schema` hands them out. */
export function acceptAll(contact: CompiledContact, requests: readonly Request[]): readonly Request[] {
  return requests.map((request) => {
    const { value } = contact.schema['~standard'].validate(request);
    if (value === undefined) throw new Error(`The schema refuses ${JSON.stringify(request)}.`);
    return value;
  });
}
