import type { IndustryTheme } from './industry-themes.ts';
import { themeOf } from './industry-themes.ts';
import { caseTable, givenCompany, givenWillingCustomer, noonIn } from './sample-case.ts';
import type { StartContext } from './start-context.ts';
import { quoted } from './start-context.ts';
import { titleOf } from './vocabulary.ts';

/** What a company asks of itself because of what it does, and what to think about next. */
export function industryPolicy(context: StartContext): string {
  const { company, id, industry, vocabulary } = context;
  const title = titleOf(vocabulary.industries, industry);
  const policy = industryPolicyId(context);
  const theme = themeOf(industry, vocabulary.industries);
  return `// What the company asks of itself because of its industry: a rule of the house, not the law of the industry.

use std.crm

policy ${policy} ${quoted(`${company}: ${title}`)} {
  authority company
  applies when company.id is ${quoted(id)} and industry is ${industry}

  rule ${theme.rule} ${quoted(theme.title)} {
    forbid contact
    ${theme.condition}
    because ${quoted(theme.because)}
  }

  // Next, with somebody who knows the law of this industry:
${theme.next.map((line) => `  // - ${line}\n`).join('')}}

scenarios ${quoted(theme.title)} for contact {
${givenWillingCustomer(context)}${givenCompany(context)}  given channel: ${context.usualChannel}, purpose: direct-marketing, offer-topic: other-goods-or-services, is-requested: no
${industryCases(context, policy, theme)}}
`;
}

/** A channel may be called like the industry. */
export function industryPolicyId({ id, industry, channels }: StartContext): string {
  return `${id}.${channels.includes(industry) ? `${industry}-industry` : industry}`;
}

function industryCases({ seat }: StartContext, policy: string, theme: IndustryTheme): string {
  const facts = Object.keys(theme.forbidden);
  const cells = (given: Readonly<Record<string, string>>) => facts.map((fact) => given[fact] ?? '');
  const now = noonIn(seat);
  return caseTable(
    ['now', ...facts, 'expect', 'by'],
    [
      [now, ...cells({}), 'permitted', ''],
      [now, ...cells(theme.forbidden), 'forbidden', `${policy}.${theme.rule}`],
    ],
  );
}
