import type { Model } from './model.ts';

/** The facts of a request, as a service supplies them. */
export interface Request {
  readonly customer: {
    readonly place: string;
    readonly age: number;
    readonly isCustomer: boolean;
    readonly hasObjected: boolean;
  };
  readonly channel: string;
  readonly purpose: string;
  readonly industry: string;
  readonly hasConsented: boolean;
  readonly isOnRegister: boolean;
  readonly localHour: number;
  readonly isBusiness: boolean;
  readonly attempts: number;
}

export const channels: readonly string[] = ['live-call', 'automated-call', 'email', 'sms', 'post'];
export const purposes: readonly string[] = ['marketing', 'service', 'survey'];

/**
 * Distinct requests in a fixed order. They went through JSON, as what reaches a service did: their texts are not the
 * very objects that the code compares them with.
 */
export function createRequests(model: Model, count: number): readonly Request[] {
  const next = createRandom(12_345);
  const pick = (items: readonly string[]): string => items[next(items.length)] ?? '';
  const requests = Array.from(
    { length: count },
    (): Request => ({
      customer: {
        place: pick(model.places),
        age: next(100),
        isCustomer: next(2) === 0,
        hasObjected: next(6) === 0,
      },
      channel: pick(channels),
      purpose: pick(purposes),
      industry: pick(model.industries),
      hasConsented: next(3) === 0,
      isOnRegister: next(4) === 0,
      localHour: next(24),
      isBusiness: next(3) === 0,
      attempts: next(6),
    }),
  );
  // What was written above comes back in the same form.
  return JSON.parse(JSON.stringify(requests)) as Request[];
}

function createRandom(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return Math.floor((state / 0x80000000) * limit);
  };
}
