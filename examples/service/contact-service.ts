import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { Activity, ContactFacts, policySet as compiledSet, Decision } from '../acme/generated/index.ts';
import { BodyError, readJson } from './read-json.ts';

/** What the service is made of; whoever starts it says which policies count, what time it is and where the log goes. */
export interface ContactServiceOptions {
  readonly contact: Activity<'contact', ContactFacts>;
  readonly policySet: Pick<typeof compiledSet, 'digest'>;
  /** What the dialler and the mailer see to by themselves, such as `offer-opt-out`. */
  readonly fulfils: readonly string[];
  readonly now: () => Date;
  /** Takes one line of JSON for each answer. */
  readonly log: (line: string) => void;
}

/**
 * Answers `POST /may-we-contact` with `{ allowed, … }`. Whatever goes wrong on the way, the answer is never "allowed":
 * facts that do not fit are refused with 400 and what is wrong with them.
 */
export function createContactService(options: ContactServiceOptions): Server {
  return createServer((request, response) => {
    answer(options, request, response).catch((error: unknown) => {
      if (error instanceof BodyError)
        send(response, error.status, { allowed: false, problem: error.message });
      else fail(options, response, error);
    });
  });
}

async function answer(
  options: ContactServiceOptions,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (request.url !== '/may-we-contact') return send(response, 404, { allowed: false, problem: 'Not found' });
  if (request.method !== 'POST') return send(response, 405, { allowed: false, problem: 'Use POST' });
  const facts = options.contact.schema['~standard'].validate(await readJson(request));
  if (facts.issues !== undefined) return send(response, 400, { allowed: false, issues: facts.issues });

  const now = options.now();
  // The common case first: nothing is in the way, and what is owed happens by itself. It makes no reasons, and is fast.
  if (options.contact.trusted.permits(facts.value, { now, fulfils: options.fulfils })) {
    record(options, now, { outcome: 'permitted' });
    return send(response, 200, { allowed: true, owed: [] });
  }
  const decision = options.contact.trusted.decide(facts.value, { now });
  record(options, now, { outcome: decision.outcome, rules: decision.reasons.map(({ rule }) => rule) });
  return send(response, 200, describe(decision, options.fulfils));
}

/** What a caller needs in order to act: to call, to do something first, to ask for a fact, or to leave it. */
type Answer =
  | { readonly allowed: true; readonly owed: readonly object[] }
  | { readonly allowed: false; readonly because: readonly object[]; readonly askAgainAt: string | null }
  | { readonly allowed: false; readonly ask: readonly object[] }
  | { readonly allowed: false; readonly ungoverned: readonly string[] };

function describe(decision: Decision, fulfils: readonly string[]): Answer {
  switch (decision.outcome) {
    case 'permitted': {
      const owed = decision.obligations.filter(({ obligation }) => !fulfils.includes(obligation));
      return {
        allowed: true,
        owed: owed.map(({ obligation, arguments: details }) => ({ obligation, details })),
      };
    }
    case 'forbidden':
      return {
        allowed: false,
        because: decision.reasons.map(({ rule, title, citation, authority }) => ({
          rule,
          title,
          citation,
          authority,
        })),
        askAgainAt: decision.validUntil,
      };
    case 'undetermined':
      return { allowed: false, ask: decision.questions.map(({ fact, title }) => ({ fact, title })) };
    case 'ungoverned': {
      const silent = decision.claims.filter(({ outcome }) => outcome === 'ungoverned');
      return { allowed: false, ungoverned: silent.map(({ claim }) => claim) };
    }
  }
}

/** Answers hold no facts, so that they can be logged as they are; the digest says which rules were asked. */
function record({ policySet, log }: ContactServiceOptions, now: Date, entry: object): void {
  log(JSON.stringify({ at: now.toISOString(), policies: policySet.digest, ...entry }));
}

function fail({ log, now }: ContactServiceOptions, response: ServerResponse, error: unknown): void {
  log(
    JSON.stringify({ at: now().toISOString(), problem: error instanceof Error ? error.message : 'unknown' }),
  );
  send(response, 500, { allowed: false, problem: 'The service failed' });
}

function send(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' });
  response.end(`${JSON.stringify(body)}\n`);
}
