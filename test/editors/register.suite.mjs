// The register of the example company in a real browser: search, filters, links, paper, narrow and dark screens.

import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchBrowser } from './support/browser.mjs';
import { runChecks } from './support/checks.mjs';
import { faintTexts } from './support/contrast.mjs';
import { addressOf, exampleProject, serveStrictly, visit, writeRegister } from './support/register-page.mjs';

const folder = mkdtempSync(join(tmpdir(), 'privacy-register-'));
const page = addressOf(writeRegister({ project: exampleProject, out: join(folder, 'acme') }));
const browser = await launchBrowser();

const search = (tab) => tab.getByRole('searchbox', { name: 'Search' });
const filter = (tab, name) => tab.getByRole('button', { name, exact: true });
const status = (tab) => tab.locator('#status');
const shownRules = (tab) => tab.locator('.rule:visible').evaluateAll((rules) => rules.map(({ id }) => id));
const allRules = (tab) => tab.locator('.rule').count();

/** Types, and waits until the page has understood. */
async function look(tab, text) {
  await search(tab).fill(text);
  await tab.waitForFunction(
    (words) => globalThis.location.hash.includes(new URLSearchParams({ q: words }).toString()),
    text,
  );
}

await runChecks([
  {
    promise: 'everything can be read without a script',
    run: () =>
      visit(browser, page, { javaScriptEnabled: false }, async (tab) => {
        assert.equal(await tab.locator('.finder').isVisible(), false);
        assert.equal((await shownRules(tab)).length, await allRules(tab));
        await tab.locator('#indexes summary').first().click();
        assert.ok(await tab.locator('[id="index:Jurisdiction:GB"]').isVisible());
      }),
  },
  {
    promise: 'a search finds words, citations and ids, and says how many rules fit',
    run: () =>
      visit(browser, page, {}, async (tab) => {
        const total = await allRules(tab);
        await look(tab, 'tps calls');
        assert.ok((await shownRules(tab)).includes('uk.pecr.preference-services'));
        await look(tab, 'reg. 22(3)');
        assert.deepEqual(await shownRules(tab), ['uk.pecr.electronic-mail']);
        assert.equal(await status(tab).textContent(), `1 of ${total} rules`);
        await look(tab, 'acme.contact.quiet-hours');
        assert.deepEqual(await shownRules(tab), ['acme.contact.quiet-hours']);
        await look(tab, 'nothing has these words');
        assert.match(await status(tab).textContent(), /^No rule fits/);
        await tab.getByRole('button', { name: 'Show all' }).click();
        assert.equal((await shownRules(tab)).length, total);
      }),
  },
  {
    promise: 'filters go together, and the address keeps them',
    run: () =>
      visit(browser, page, {}, async (tab) => {
        await filter(tab, 'Law').click();
        await filter(tab, 'Commands').click();
        const found = await shownRules(tab);
        assert.ok(found.includes('eu.gdpr.tell-the-person') && !found.includes('acme.contact.quiet-hours'));
        await tab.getByLabel('About').selectOption('contact');
        await look(tab, 'breach');
        const narrowed = await shownRules(tab);
        assert.ok(narrowed.length > 0 && narrowed.length <= found.length);
        await tab.reload();
        assert.deepEqual(await shownRules(tab), narrowed);
        assert.equal(await filter(tab, 'Law').getAttribute('aria-pressed'), 'true');
        assert.equal(await search(tab).inputValue(), 'breach');
      }),
  },
  {
    promise: 'a date leaves the rules that are in force on it',
    run: () =>
      visit(browser, `${page}#?q=uk.pecr`, {}, async (tab) => {
        const on = async (date) => {
          await tab.getByLabel('In force on').fill(date);
          await tab.waitForFunction((day) => globalThis.location.hash.includes(day), date);
          return shownRules(tab);
        };
        assert.ok(!(await on('2003-12-10')).some((id) => id.startsWith('uk.pecr.')));
        assert.ok(!(await on('2018-09-07')).includes('uk.pecr.claims'));
        const later = await on('2018-09-08');
        assert.ok(later.includes('uk.pecr.claims') && !later.includes('uk.pecr.pensions'));
      }),
  },
  {
    promise: 'links lead to what they name, folded away or filtered out',
    run: () =>
      visit(browser, `${page}#?q=fax`, {}, async (tab) => {
        await tab.evaluate(() => globalThis.location.assign('#acme.contact.vulnerable'));
        await tab.locator('[id="acme.contact.vulnerable"]').waitFor({ state: 'visible' });
        assert.equal(await search(tab).inputValue(), '');
        await tab.evaluate(() => globalThis.location.assign('#index:Jurisdiction:GB'));
        await tab.locator('[id="index:Jurisdiction:GB"]').waitFor({ state: 'visible' });
        await tab
          .locator('[id="acme.contact.vulnerable"]')
          .getByRole('link', { name: 'purpose' })
          .first()
          .click();
        assert.ok(await tab.locator('[id="word:fact.contact.purpose"]').isVisible());
      }),
  },
  {
    promise: 'everything works from the keyboard',
    run: () =>
      visit(browser, page, {}, async (tab) => {
        await tab.keyboard.press('Tab');
        assert.equal(
          await tab.evaluate(() => globalThis.document.activeElement?.textContent),
          'To the rules',
        );
        await tab.keyboard.press('/');
        assert.ok(await search(tab).evaluate((input) => input === globalThis.document.activeElement));
        await look(tab, 'fax');
        await tab.keyboard.press('Escape');
        assert.equal(await search(tab).inputValue(), '');
        await filter(tab, 'Sector').focus();
        await tab.keyboard.press('Space');
        assert.equal(await filter(tab, 'Sector').getAttribute('aria-pressed'), 'true');
        assert.ok((await shownRules(tab)).length > 0);
      }),
  },
  ...['light', 'dark'].map((colorScheme) => ({
    promise: `all text stands out enough, ${colorScheme}`,
    run: () =>
      visit(browser, page, { colorScheme }, async (tab) => {
        await tab.evaluate(() => {
          for (const box of globalThis.document.querySelectorAll('details')) box.open = true;
        });
        await filter(tab, 'Law').click();
        await filter(tab, 'Law').click();
        assert.deepEqual(await tab.evaluate(faintTexts), []);
      }),
  })),
  {
    promise: 'nothing is cut off on a narrow screen',
    run: () =>
      visit(browser, page, { viewport: { width: 340, height: 740 }, isMobile: true }, async (tab) => {
        assert.equal(await tab.evaluate(() => globalThis.document.documentElement.scrollWidth), 340);
        await tab.locator('[id="eu.gdpr.child"]').scrollIntoViewIfNeeded();
        assert.ok(await tab.locator('[id="eu.gdpr.child"]').isVisible());
      }),
  },
  {
    promise: 'on paper there is no navigation, and nothing is folded away',
    run: () =>
      visit(browser, page, {}, async (tab) => {
        await tab.emulateMedia({ media: 'print' });
        for (const gone of ['.finder', 'nav', '#status'])
          assert.equal(await tab.locator(gone).isVisible(), false);
        assert.ok(await tab.locator('[id="index:Jurisdiction:GB"]').isVisible());
        const paper = await tab.pdf({ preferCSSPageSize: true });
        assert.match(paper.toString('latin1'), /\/MediaBox \[0 0 59[45][.\d]* 84[12][.\d]*\]/);
      }),
  },
  {
    promise: 'style and script in files of their own work under a strict content security policy',
    run: async () => {
      const out = join(folder, 'separate');
      writeRegister({ project: exampleProject, out, options: ['--separate-files'] });
      const server = await serveStrictly(out);
      try {
        await visit(browser, server.address, {}, async (tab) => {
          await look(tab, 'reg. 22(3)');
          assert.deepEqual(await shownRules(tab), ['uk.pecr.electronic-mail']);
          assert.equal(
            await tab.locator('.finder').evaluate((box) => globalThis.getComputedStyle(box).position),
            'sticky',
          );
        });
      } finally {
        server.close();
      }
    },
  },
  {
    promise: 'no title, reason or address of an author can act',
    run: async () => {
      const hostile = `</style></script><script>alert(1)</script><img src=x onerror=alert(2)>"'`;
      const text = JSON.stringify(hostile);
      const project = mkdtempSync(join(folder, 'hostile-'));
      writeFileSync(
        join(project, 'a.privacy'),
        `use std.crm\n/// ${hostile}\npolicy x.y ${text} {\n  authority company\n  source ${text} <javascript:alert(3)>\n  rule a ${text} { forbid contact when company.id is ${text} because ${text} cite ${text} }\n}\n`,
      );
      const out = join(project, 'out');
      const address = addressOf(writeRegister({ project, out, options: ['--title', hostile] }));
      await visit(browser, address, {}, async (tab) => {
        assert.equal(await tab.locator('h1').textContent(), hostile);
        await look(tab, 'alert(1)');
        assert.deepEqual(await shownRules(tab), ['x.y.a']);
        assert.equal(await tab.locator('a[href^="javascript"]').count(), 0);
      });
    },
  },
]);

await browser.close();
rmSync(folder, { recursive: true, force: true });
