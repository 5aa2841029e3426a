/** Sources of any size with the mix of a real law policy: a regime with rules, exceptions and citations. */
export function generateSource(
  lines: number,
  options: { readonly firstPolicy: number } = { firstPolicy: 1 },
): string {
  const out = ['use std.crm', ''];
  for (let policy = options.firstPolicy; out.length < lines; policy += 1) out.push(...policyLines(policy));
  return `${out.join('\n')}\n`;
}

const places = ['GB', 'DE', 'FR', 'ES', 'IT', 'NL', 'US', 'CA', 'AU', 'BR'];

function policyLines(number: number): string[] {
  const head = [
    `policy bench.p${number} "Generated policy ${number}" {`,
    '  authority law',
    '  zone "Europe/London"',
    '  in force from 2003-12-11',
    `  applies when jurisdiction is ${places[number % places.length] ?? 'GB'} and purpose is direct-marketing`,
    '',
    '  default permit contact "Allowed unless forbidden" cite "s. 1"',
    '',
  ];
  const rules = Array.from({ length: 10 }, (_, rule) => ruleLines(number, rule)).flat();
  return [...head, ...rules, '}', ''];
}

function ruleLines(policy: number, rule: number): string[] {
  return [
    `  rule r${rule} "Rule ${rule} of policy ${policy}" {`,
    '    forbid contact',
    '    when channel is electronic-mail and customer.is-individual',
    '    unless consented(customer, channel, purpose)',
    `    cite "reg. ${rule}(2)"`,
    '',
    '    except soft "Existing customer, similar goods" {',
    '      when customer.details-obtained-in-sale and offer-is-similar',
    '       and customer.opt-out-offered-at-collection and not opted-out(customer, channel)',
    '      cite "reg. 22(3)"',
    '    }',
    '  }',
    '',
  ];
}

/** TypeScript of about the same number of lines and the same kind of content, for the compilers that read it. */
export function generateTypeScript(lines: number): string {
  const out = [
    'interface Customer { readonly individual: boolean; readonly sale: boolean; readonly optOutOffered: boolean }',
    'interface Facts { readonly customer: Customer; readonly channel: string; readonly place: string; readonly similar: boolean }',
    'declare function consented(customer: Customer, channel: string): boolean;',
    '',
  ];
  for (let policy = 1; out.length < lines; policy += 1) {
    for (let rule = 0; rule < 10; rule += 1) {
      out.push(
        `/** Rule ${rule} of policy ${policy}, reg. ${rule}(2) */`,
        `export function policy${policy}Rule${rule}(facts: Facts): boolean {`,
        `  if (facts.place !== '${places[policy % places.length] ?? 'GB'}') {`,
        '    return false;',
        '  }',
        "  const isMail = facts.channel === 'email' && facts.customer.individual;",
        '  const isExcepted =',
        '    facts.customer.sale &&',
        '    facts.similar &&',
        '    facts.customer.optOutOffered;',
        '  return isMail && !consented(facts.customer, facts.channel) && !isExcepted;',
        '}',
        '',
      );
    }
  }
  return `${out.join('\n')}\n`;
}
