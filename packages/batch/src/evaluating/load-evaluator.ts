import type { Asked } from './asked.ts';

/** What a thread is told once. */
export interface WorkerSetup {
  /** The URL of the compiled policies. */
  readonly module: string;
  readonly asked: Asked;
}

/** What a compiled module exports for an activity or a type of records. */
export interface LoadedEvaluator {
  permits(facts: unknown, options: object): boolean;
  decide(facts: unknown, options: object): unknown;
  schedule(facts: unknown, options: object): unknown;
  readonly schema: { readonly '~standard': { validate(value: unknown): object } };
}

/** Loads what answers, once a thread; text says why it cannot. */
export function loadEvaluator({ module, asked }: WorkerSetup): Promise<LoadedEvaluator | string> {
  const name = asked.entry === 'schedule' ? asked.record : asked.activity;
  const key = JSON.stringify([module, asked.entry, name]);
  const known = loaded.get(key);
  if (known !== undefined) return known;
  const loading = load(module, asked, name);
  loaded.set(key, loading);
  return loading;
}

const loaded = new Map<string, Promise<LoadedEvaluator | string>>();

async function load(module: string, asked: Asked, name: string): Promise<LoadedEvaluator | string> {
  try {
    const exported: unknown = await import(module);
    return find(exported, asked, name) ?? notThere(exported, asked, name);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return `The compiled policies cannot be loaded: ${reason}`;
  }
}

function find(exported: unknown, asked: Asked, name: string): LoadedEvaluator | undefined {
  const member = asked.entry === 'schedule' ? 'schedule' : 'decide';
  const found = [name, codeName(name)].map((each) => ownMember(exported, each));
  // What `privacy build` exports with such a member is an activity or a type of records.
  return found.find((each) => typeof ownMember(each, member) === 'function') as LoadedEvaluator | undefined;
}

function notThere(exported: unknown, asked: Asked, name: string): string {
  const [kind, kinds, member] =
    asked.entry === 'schedule'
      ? ['type of records', 'types', 'schedule']
      : ['activity', 'activities', 'decide'];
  const names = typeof exported === 'object' && exported !== null ? Object.keys(exported) : [];
  const known = names.filter((each) => typeof ownMember(ownMember(exported, each), member) === 'function');
  const list = known.length === 0 ? `it has no ${kinds}` : `it has: ${known.sort().join(', ')}`;
  return `The compiled policies have no ${kind} "${name}"; ${list}`;
}

function ownMember(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null
    ? Object.getOwnPropertyDescriptor(value, key)?.value
    : undefined;
}

/** The name in code: `automated-decision` is `automatedDecision`, and records of `Invoice` are `invoice`. */
function codeName(name: string): string {
  const joined = name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
  return joined.charAt(0).toLowerCase() + joined.slice(1);
}
