import { describe, expect, it } from 'vitest';
import { smallProgram } from './fixture.ts';
import { hoverText } from './helpers.ts';

const condition = (text: string): string => `use small
policy acme "Acme" {
  authority company
  rule r "R" { forbid contact when ${text} }
}
${smallProgram}`;

describe('hover', () => {
  it('shows where a term stands, its other names, and since when it is in which group', async () => {
    const text = await hoverText(condition('jurisdiction is GB-E|NG'));
    expect(text).toContain('England');
    expect(text).toContain('Place › GB › GB\\\\-ENG (subdivision)');
    expect(text).toContain('in **EU** through GB since 1973-01-01 until 2020-02-01 (that day excluded)');
    expect(text).toContain('in **EEA** through EU, GB');
    expect(await hoverText(condition('jurisdiction is G|B'))).toContain('Also \\"UK\\"');
  });

  it('shows the type and documentation of a fact', async () => {
    const text = await hoverText(condition('customer.resi|dence is GB'));
    expect(text).toContain('residence: within Place');
    expect(text).toContain('Where the customer lives.');
  });

  it('shows the parameters and documentation of a definition', async () => {
    const text = await hoverText(condition('orde|red(customer, channel)'));
    expect(text).toContain('define ordered(who: Customer, by: Channel)');
    expect(text).toContain('Whether the customer ever ordered this way.');
  });

  it('shows the title, citation, authority and source of a rule', async () => {
    const text = await hoverText(`use small
policy eu.law "The law" {
  authority law
  source "OJ L 1" <https://example.org/law> as of 2026-01-01
  in force from 2018-05-25
  rule fax "No fax" { forbid contact when channel is email cite "art. 13" }
}
policy own "Own" {
  authority law
  lift eu.law.f|ax mine "Mine" { when channel is email cite "x" }
}
${smallProgram}`);
    for (const part of [
      'No fax',
      'Cites art. 13',
      'Authority law',
      'OJ L 1',
      'https://example.org/law',
      'except own.mine',
    ]) {
      expect(text?.replaceAll('\\\\', '')).toContain(part);
    }
  });

  it('shows the order of authorities', async () => {
    expect(await hoverText(`use small\npolicy a "A" { authority l|aw }\n${smallProgram}`)).toContain(
      '**law** › company',
    );
  });

  it('shows nothing where there is nothing to say', async () => {
    expect(await hoverText(`use small\n// a |comment\n${smallProgram}`)).toBeUndefined();
  });
});
