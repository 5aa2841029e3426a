/**
 * One contact policy set: fifteen countries with a regime and four rules each, and six house rules; 66 rules. The
 * rivals below it answer the same questions and are checked to give identical answers before anything is timed.
 */
export interface Request {
  readonly customer: {
    readonly place: string;
    readonly age: number;
    readonly isCustomer: boolean;
    readonly hasObjected: boolean;
  };
  readonly channel: string;
  readonly purpose: string;
  readonly hasConsented: boolean;
  readonly isOnRegister: boolean;
  readonly localHour: number;
  readonly isBusiness: boolean;
  readonly attempts: number;
}

export interface Country {
  readonly code: string;
  readonly firstHour: number;
  readonly lastHour: number;
  readonly age: number;
}

const codes = ['AT', 'BE', 'CH', 'DE', 'DK', 'ES', 'FI', 'FR', 'GB', 'IE', 'IT', 'NL', 'PL', 'SE', 'US'];

export const countries: readonly Country[] = codes.map((code, index) => ({
  code,
  firstHour: 8 + (index % 3),
  lastHour: 19 + (index % 3),
  age: 13 + (index % 4),
}));

export const channels = ['live-call', 'automated-call', 'email', 'sms', 'post'] as const;
export const purposes = ['marketing', 'service', 'survey'] as const;

export function policySource(): string {
  return `${vocabulary()}\n${countries.map(regime).join('\n')}\n${houseRules()}`;
}

function vocabulary(): string {
  return `authorities law binding > provider > company tenant
taxonomy Place complete { ${codes.join(', ')} }
taxonomy Channel complete { voice complete { live-call, automated-call }, electronic-mail complete { email, sms }, post }
taxonomy Purpose complete { ${purposes.join(', ')} }
record Customer { place: Place, age: number, is-customer: boolean, has-objected: boolean }
activity contact "Contact a customer" {
  customer: Customer
  channel: Channel
  purpose: Purpose
  has-consented: boolean
  is-on-register: boolean
  local-hour: number
  is-business: boolean
  attempts: number
  place: each of (customer.place)
}
`;
}

function regime({ code, firstHour, lastHour, age }: Country): string {
  const id = `law.${code.toLowerCase()}`;
  return `policy ${id} "Marketing in ${code}" {
  authority law
  applies when place is ${code}
  default permit contact "Allowed unless forbidden" cite "s. 1"
  rule electronic-mail "Electronic mail needs consent" {
    forbid contact
    when channel is electronic-mail and purpose is marketing
    unless has-consented
    cite "s. 2"
    except existing "Existing customers" {
      when customer.is-customer and not customer.has-objected
      cite "s. 2(2)"
    }
  }
  rule register "Numbers on the register" {
    forbid contact when channel is voice and is-on-register and purpose is not service
    unless has-consented
    cite "s. 3"
  }
  rule hours "Calling hours" {
    forbid contact when channel is voice and local-hour is not between ${firstHour} and ${lastHour}
    cite "s. 4"
  }
  rule minors "Children" { forbid contact when purpose is marketing and customer.age is less than ${age} cite "s. 5" }
}
`;
}

function houseRules(): string {
  return `policy house.rules "House rules" {
  authority provider
  rule attempts "Not too often" { forbid contact when attempts is more than 4 }
  rule objection "Objections count everywhere" { forbid contact when purpose is marketing and customer.has-objected }
  rule machines "No machines for businesses" { forbid contact when channel is automated-call and is-business }
  rule surveys "No surveys by post" { forbid contact when channel is post and purpose is survey }
  rule strangers "No calls to strangers at lunch" {
    forbid contact when channel is live-call and local-hour is 12 and not customer.is-customer and purpose is marketing
  }
  rule old-age "Care with the very old" { forbid contact when customer.age is more than 95 and purpose is not service }
}
`;
}

/** Distinct requests in a fixed order. */
export function requests(count: number): Request[] {
  let state = 12_345;
  const next = (limit: number): number => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return Math.floor((state / 0x80000000) * limit);
  };
  return Array.from({ length: count }, () => ({
    customer: {
      place: codes[next(15)] ?? 'GB',
      age: next(100),
      isCustomer: next(2) === 0,
      hasObjected: next(6) === 0,
    },
    channel: channels[next(5)] ?? 'email',
    purpose: purposes[next(3)] ?? 'service',
    hasConsented: next(3) === 0,
    isOnRegister: next(4) === 0,
    localHour: next(24),
    isBusiness: next(3) === 0,
    attempts: next(7),
  }));
}
