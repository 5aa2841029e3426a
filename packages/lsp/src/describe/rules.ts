import type { Exception, InForcePeriod, Policy, Program, Provision } from '@privacy-lang/compiler';
import { bullets, paragraphs, plain } from './markdown.ts';

/** A rule, default, exception or lift: its title, citations, authority, source, and what lifts it. */
export function describeRule(program: Program, id: string): string {
  const found = findProvision(program, id);
  if (found === undefined) return `**${plain(id)}**`;
  const { policy, provision } = found;
  const lifts = provision.exceptions.filter(({ kind }) => kind !== 'unless');
  return paragraphs([
    `**${plain(id)}**${provision.title === '' ? '' : `: ${plain(provision.title)}`}`,
    effectWords(provision),
    meaningOf(provision),
    provision.cites.length === 0 ? undefined : `Cites ${provision.cites.map(plain).join('; ')}`,
    provision.because === undefined ? undefined : `Because: ${plain(provision.because)}`,
    inForceWords(provision.inForce),
    policyWords(policy),
    bullets(lifts.map((exception) => `except ${plain(exception.id)}${titleWords(exception)}`)),
  ]);
}

/** A policy: its title, authority, sources, zone and period. */
export function describePolicy(program: Program, id: string): string {
  const policy = program.policies.find((candidate) => candidate.id === id);
  if (policy === undefined) return `**${plain(id)}**`;
  const provisions = policy.parts.flatMap(({ rules }) => rules);
  return paragraphs([
    `**${plain(id)}**: ${plain(policy.title)}`,
    policyFacts(policy),
    inForceWords(policy.inForce),
    `Zone ${plain(policy.zone)}, ${provisions.length} rules${policy.everywhere ? ', applies everywhere' : ''}`,
  ]);
}

/** An authority: what its place in the order means. */
export function describeAuthority(program: Program, name: string): string {
  const authority = program.authorities.find((candidate) => candidate.name === name);
  if (authority === undefined) return `**${plain(name)}**`;
  const marks = [
    authority.binding ? 'binding: may lift rules of lower authorities' : undefined,
    authority.tenant ? 'tenant: speaks for one company' : undefined,
  ];
  const order = program.authorities.map((each) =>
    each === authority ? `**${plain(each.name)}**` : plain(each.name),
  );
  return paragraphs([
    `Authority **${plain(name)}**`,
    order.join(' › '),
    bullets(marks.filter((mark) => mark !== undefined)),
  ]);
}

type AnyProvision = Provision & { readonly kind: string; readonly effect?: string };

interface Found {
  readonly policy: Policy;
  readonly provision: AnyProvision;
}

function findProvision(program: Program, id: string): Found | undefined {
  for (const policy of program.policies) {
    for (const part of policy.parts) {
      const outer: AnyProvision[] = [...(part.default === undefined ? [] : [part.default]), ...part.rules];
      const provision = outer.map((each) => findInside(each, id)).find((each) => each !== undefined);
      if (provision !== undefined) return { policy: liftingPolicy(program, provision) ?? policy, provision };
    }
  }
  return undefined;
}

function findInside(provision: AnyProvision, id: string): AnyProvision | undefined {
  if (provision.id === id) return provision;
  for (const exception of provision.exceptions) {
    const found = findInside(exception, id);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** A lift stands in the rule that it lifts, and speaks with the authority of its own policy. */
function liftingPolicy(program: Program, provision: AnyProvision): Policy | undefined {
  // Only exceptions have `by`; the kind tells that this is one.
  const by = provision.kind === 'lift' ? (provision as Exception).by?.policy : undefined;
  return by === undefined ? undefined : program.policies.find(({ id }) => id === by);
}

function effectWords({ kind, effect }: AnyProvision): string {
  if (effect === undefined) return kind === 'lift' ? 'Lifts a rule of another policy' : 'Exception';
  return kind === 'default' ? `By default: ${effect}` : `Effect: ${effect.replaceAll('-', ' ')}`;
}

/** What a rule means, in one sentence. */
function meaningOf({ effect, kind, exceptions }: AnyProvision): string | undefined {
  const unless =
    exceptions.length === 0
      ? ''
      : exceptions.length === 1
        ? ', unless its exception does'
        : `, unless one of its ${exceptions.length} exceptions does`;
  if (kind === 'default') {
    return effect === 'permit'
      ? `Where the policy applies, everything is permitted that nothing forbids${unless}.`
      : `Where the policy applies, everything is forbidden that nothing permits${unless}.`;
  }
  const sentence = meanings[effect ?? ''];
  if (sentence === undefined)
    return kind === 'rule' ? undefined : 'Where it applies, the rule around it does not count.';
  return `Where it applies${unless}, ${sentence}.`;
}

const meanings: Readonly<Record<string, string>> = {
  forbid: 'the answer is no, whoever else permits it',
  permit: 'its policy allows it, as long as nobody forbids it',
  require: 'doing it brings a duty along',
  'require-on-refusal': 'refusing it brings a duty along',
  mandate: 'it has to be done, and prohibitions of lower authorities do not count',
  advise: 'there is a remark, which changes no answer',
};

function titleWords({ title }: { readonly title: string }): string {
  return title === '' ? '' : ` "${plain(title)}"`;
}

function policyWords(policy: Policy): string {
  return `${plain(policy.title)}. ${policyFacts(policy)}`;
}

function policyFacts({ authority, sources }: Policy): string {
  const links = sources.map(({ text, url, asOf }) => {
    const link = url === undefined ? plain(text) : `[${plain(text)}](<${url}>)`;
    return asOf === undefined ? link : `${link} as of ${asOf}`;
  });
  return [`Authority ${plain(authority.name)}`, ...links].join(', ');
}

function inForceWords(period: InForcePeriod | undefined): string | undefined {
  if (period === undefined) return undefined;
  const { from, through, until } = period;
  const words = [
    from === undefined ? undefined : `from ${from}`,
    through === undefined ? undefined : `through ${through}`,
    until === undefined ? undefined : `until ${until} (that day excluded)`,
  ];
  return `In force ${words.filter((word) => word !== undefined).join(' ')}`;
}
