import type { Server } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { activityIn, loadCompiled } from '../support/compiled.ts';
import type { ExampleRequest } from '../support/examples.ts';
import { acmeProgram, acmeRequests, importExample } from '../support/examples.ts';

type CreateContactService = (options: object) => Server;

const requests = acmeRequests();
const log: string[] = [];
let now = '';
let server: Server;
let address = '';
let digest = '';

beforeAll(async () => {
  const compiled = await loadCompiled(acmeProgram().program);
  const module = await importExample('examples/service/contact-service.ts');
  // The example exports it; it is no part of this project.
  const create = module['createContactService'] as CreateContactService;
  digest = compiled.policySet.digest;
  server = create({
    contact: activityIn(compiled, 'contact'),
    policySet: compiled.policySet,
    fulfils: ['tell-right-to-object'],
    now: () => new Date(now),
    log: (line: string) => log.push(line),
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const bound = server.address();
  address = `http://127.0.0.1:${typeof bound === 'object' ? bound?.port : bound}`;
}, 60_000);

afterAll(() => new Promise((resolve) => server.close(resolve)));

beforeEach(() => {
  log.length = 0;
});

/** The request about the customer of that number in the stories. */
function about(customer: string): ExampleRequest {
  const found = requests.find(({ facts }) => JSON.stringify(facts).includes(`"id":"${customer}"`));
  if (found === undefined) throw new Error(`there is no request about ${customer}`);
  return found;
}

interface Answer {
  readonly allowed: boolean;
  readonly owed?: readonly object[];
  readonly because?: readonly object[];
}

async function post(body: string, path = '/may-we-contact', method = 'POST') {
  const response = await fetch(`${address}${path}`, method === 'POST' ? { method, body } : { method });
  // The tests look at what came; a service that answers otherwise fails them.
  return { status: response.status, answer: (await response.json()) as Answer };
}

async function ask(request: ExampleRequest) {
  now = request.now;
  return post(JSON.stringify(request.facts));
}

describe('a service that embeds the compiled policies', () => {
  it('allows at once what is permitted where it sees to what is owed', async () => {
    expect(await ask(about('C-10101'))).toEqual({ status: 200, answer: { allowed: true, owed: [] } });
  });

  it('says what is owed where it does not', async () => {
    const { answer } = await ask(about('C-10103'));
    expect(answer.allowed).toBe(true);
    expect(answer.owed).toContainEqual({ obligation: 'document-consent', details: {} });
    expect(JSON.stringify(answer.owed)).not.toContain('tell-right-to-object');
  });

  it('says why not, with the rule, its citation and whose it is', async () => {
    const { answer } = await ask(about('C-10100'));
    expect(answer.allowed).toBe(false);
    expect(answer.because).toEqual([
      {
        rule: 'eu.gdpr.default.contact',
        title: 'Personal data need a legal basis',
        citation: 'GDPR art. 6(1)',
        authority: 'law',
      },
    ]);
  });

  it('asks for what is missing', async () => {
    const { answer } = await ask(about('C-19001'));
    expect(answer).toEqual({ allowed: false, ask: [{ fact: 'customer.timeZone', title: 'Time zone' }] });
  });

  it('names whose rules are missing', async () => {
    expect((await ask(about('C-19101'))).answer).toEqual({ allowed: false, ungoverned: ['JP'] });
  });

  it('logs the digest of the policies and the rules, and nothing about the customer', async () => {
    await ask(about('C-10100'));
    expect(log.map((line) => JSON.parse(line))).toEqual([
      {
        at: '2026-11-24T16:30:00.000Z',
        policies: digest,
        outcome: 'forbidden',
        rules: ['eu.gdpr.default.contact'],
      },
    ]);
  });

  it('never allows what it cannot read', async () => {
    now = '2026-11-24T16:30:00Z';
    const misspelt = JSON.stringify({ ...about('C-10101').facts, legalBases: 'consent' });
    for (const body of ['', '{', '[]', 'null', '{}', misspelt]) {
      const { status, answer } = await post(body);
      expect(status, body).toBe(400);
      expect(answer.allowed, body).toBe(false);
    }
    expect((await post(`"${'x'.repeat(300_000)}"`)).status).toBe(413);
    expect((await post('{}', '/elsewhere')).status).toBe(404);
    expect((await post('', '/may-we-contact', 'GET')).status).toBe(405);
  });
});
