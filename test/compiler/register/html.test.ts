import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { escapeText, html } from '../../../packages/compiler/src/register/html/markup.ts';
import { renderRegister } from '../../../packages/compiler/src/register/index.ts';
import { registerOf, samplePolicies } from './sample.ts';

function pageOf(texts: string | readonly string[] = samplePolicies, title?: string): string {
  const [page] = renderRegister(registerOf(texts, title), { separateFiles: false });
  return page?.text ?? '';
}

const hostile = `<script>alert("x")</script><img src=x onerror='alert(1)'>&amp;`;
const quoted = JSON.stringify(hostile);

/** Everything that an author writes. */
const hostilePolicies = `
/// ${hostile}
policy x.y ${quoted} {
  authority company
  source ${quoted} <https://example.org/?a="onmouseover=alert(1)&b='>
  /// ${hostile}
  rule a ${quoted} {
    forbid contact
    when company.id is ${quoted}
    because ${quoted}
    cite ${quoted}
    except b ${quoted} { when is-urgent because ${quoted} cite ${quoted} }
  }
}
test ${quoted} {
  contact {
    customer: { residence: DE, consents: [], tags: [] }
    company: { id: ${quoted}, seat: DE }
    is-urgent: no
  }
  expect forbidden by x.y.a
}`;

/** The tags of a page with their attributes; a text between them holds none. */
function tagsOf(page: string): readonly string[] {
  return page.replace(/<(style|script)>[\s\S]*?<\/\1>/g, '<$1></$1>').match(/<[^>]*>/g) ?? [];
}

describe('the page of a register', () => {
  test('holds everything in one file, and may do only what is named by its hash', () => {
    const page = pageOf();
    const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(page)?.[1] ?? '';
    expect(policy).toMatch(/^default-src &#39;none&#39;; /);
    for (const tag of ['style', 'script']) {
      const text = new RegExp(`<${tag}>([\\s\\S]*?)</${tag}>`).exec(page)?.[1] ?? '';
      expect(text.length).toBeGreaterThan(1000);
      const hash = createHash('sha256').update(text).digest('base64');
      expect(policy).toContain(`${tag}-src &#39;sha256-${hash}&#39;`);
    }
    const addresses = [...page.matchAll(/(?:src|href)="([^"]*)"/g)].map(([, address = '']) => address);
    expect(addresses.filter((address) => !address.startsWith('#'))).toEqual(['https://example.org/act-12']);
  });

  test('has style and script in files of their own where servers want that', () => {
    const files = renderRegister(registerOf(), { separateFiles: true });
    expect(files.map(({ path }) => path)).toEqual(['index.html', 'register.css', 'register.js']);
    const page = files[0]?.text ?? '';
    expect(page).toContain('<link rel="stylesheet" href="register.css">');
    expect(page).toContain('<script src="register.js"></script>');
    expect(page).not.toMatch(/<style|<script>|\sstyle=|\son[a-z]+=/);
  });

  test('is the same for the same policies', () => {
    expect(pageOf()).toBe(pageOf());
    expect(pageOf()).not.toMatch(/\r|[\t ]$/m);
  });

  test('lets no text become markup, wherever it stands', () => {
    const harmless = hostilePolicies.replaceAll(quoted, '"text"').replaceAll(hostile, 'text');
    const names = (page: string) => tagsOf(page).map((tag) => /^<\/?[a-z0-9]*/i.exec(tag)?.[0]);
    const page = pageOf(hostilePolicies, hostile);
    expect(names(page)).toEqual(names(pageOf(harmless, 'text')));
    expect(tagsOf(page).join('\n')).not.toMatch(/<img|\son[a-z]+\s*=\s*["']?alert/);
    expect(page).toContain('&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;');
  });

  test('shows each rule with what it does, where it comes from, and where it stands', () => {
    const page = pageOf();
    expect(page).toContain(
      'id="de.calls.machines" data-authority="law" data-effect="forbid" data-subject="contact"',
    );
    expect(page).toContain('data-from="2021-05-01" data-until="2030-01-01"');
    for (const text of [
      'Forbids',
      'Permits by default',
      's. 3(1)',
      'by company',
      'from 2021-05-01 through 2029-12-31',
    ]) {
      expect(page).toContain(text);
    }
  });

  test('has an id only once, and no link that leads nowhere', () => {
    const page = pageOf();
    const ids = [...page.matchAll(/\sid="([^"]*)"/g)].map(([, id = '']) => id);
    expect(ids).toEqual([...new Set(ids)]);
    const targets = [...page.matchAll(/href="#([^"]*)"/g)].map(([, target = '']) =>
      decodeURIComponent(target),
    );
    expect(targets.filter((target) => !ids.includes(target))).toEqual([]);
  });

  test('has headings that go down step by step', () => {
    const levels = [...pageOf().matchAll(/<h([1-6])/g)].map(([, level]) => Number(level));
    expect(levels[0]).toBe(1);
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    expect(levels.every((level, index) => level - (levels[index - 1] ?? 0) <= 1)).toBe(true);
  });
});

describe('text in HTML', () => {
  test('is escaped unless it is markup already', () => {
    const inner = html`<b>${'<i>'}</b>`;
    expect(html`<p title="${'"'}">${inner}${[inner]}${1}${undefined}</p>`.markup).toBe(
      '<p title="&quot;"><b>&lt;i&gt;</b><b>&lt;i&gt;</b>1</p>',
    );
  });

  test('shows what would reorder or hide it', () => {
    expect(escapeText('a\u202Eb\u0000c\u200B')).toBe('a\\u{202E}b\\u{0}c\\u{200B}');
    expect(escapeText('نمی\u200Cخواهم')).toBe('نمی\u200Cخواهم');
  });
});
