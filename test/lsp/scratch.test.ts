import { it } from 'vitest';
import { completion } from '../../packages/lsp/src/features/completion.ts';
import { hover } from '../../packages/lsp/src/features/hover.ts';
import { openFixture, smallProgram } from './fixture.ts';

it('x', async () => {
  for (const body of [
    'forbid contact when channel is |', 'forbid contact when customer.|', 'forbid contact when customer.residence is |','forbid contact when |', 'forbid |', 'forbid contact when ordered(customer, |',
    'forbid contact when channel is one of (email, |) cite "x"',
    'forbid contact when some o in customer.orders satisfies o.|', 'forbid contact when country of customer.residence is |', 'obligation |', 'overridable by |', '|'
  ]) {
    const f = openFixture(`use small\npolicy a "A" { authority law\n applies when jurisdiction is GB\n rule r "R" { ${body} }\n}\n${smallProgram}`);
    const t = await f.workspace.typingTargetAt(f.main.uri, f.position);
    if (!t) { console.log('none', body); continue; }
    console.log(body, completion(t, { modules: ['small'] }).items.map((i) => `${i.label}`).slice(0, 16).join(', '));
  }
  for (const body of ['use sm|','policy a "A" {\n authority |\n}','test "a" { contact { customer: { | } } expect forbidden }','test "a" { contact { customer: { residence: |', 'test "x" { contact {} expect |', 'test "x" under |', 'record X { a: |', 'group X of |', 'group X of Place { |', '', 'policy a "A" { authority law }\n\n|', 'po|', 'policy a.b "A" { authority law rule r "R" { forbid contact } }\npolicy c "C" { authority law lift a.|', 'scenarios "x" for contact { given customer.|', 'define f(c: Customer) as c.|', 'extend record |']) {
    const f = openFixture(`use small\n${body}${body.includes('|')?'':'|'}\n${smallProgram}`);
    const t = await f.workspace.typingTargetAt(f.main.uri, f.position);
    if (!t) { console.log('none', body); continue; }
    console.log(body, '=>', completion(t, { modules: ['small'] }).items.map((i) => `${i.label}`).slice(0, 16).join(', '));
  }
  for (const b of ['jurisdiction is G|B', 'jurisdiction is EE|A','jurisdic|tion is GB and ordered(customer, channel)', 'or|dered(customer, channel)', 'ordered(cust|omer, channel)']) {
    const f = openFixture(`use small\npolicy a "A" { authority law\n rule r "R" { forbid contact when ${b} }\n}\n${smallProgram}`);
    console.log(JSON.stringify(hover(await f.target())));
  }
});
