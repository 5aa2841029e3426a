import { describe, expect, it } from 'vitest';
import { formatDeclaration, formatSourceFile } from '../../../packages/compiler/src/formatting/index.ts';
import { parseSourceFile } from '../../../packages/compiler/src/syntax/index.ts';

function format(text: string): string {
  return formatSourceFile(parseSourceFile({ path: 'case.privacy', text }));
}

const long = 'customer.has-told-us-so-in-writing';

describe('lists', () => {
  it('a list that was on one line and fits stays on one line', () => {
    expect(format('record A {a:text,b:text}')).toBe('record A { a: text, b: text }\n');
  });
  it('a list that was on one line and does not fit takes a line for each entry, without commas', () => {
    expect(format(`let a = { first: "${long}", second: "${long}", third: "${long}" }`)).toBe(
      `let a = {\n  first: "${long}"\n  second: "${long}"\n  third: "${long}"\n}\n`,
    );
  });
  it('a list that was across lines stays across lines, although it would fit', () => {
    expect(format('record A { a: text,\nb: text }')).toBe('record A {\n  a: text\n  b: text\n}\n');
  });
  it('words that do not fit fill the lines', () => {
    const words = Array.from({ length: 40 }, (_, index) => `word-${index}`);
    const lines = format(`group g of T { ${words.join(', ')} }`)
      .trimEnd()
      .split('\n');
    expect(lines).toHaveLength(6);
    expect(lines.slice(1, -1).every((line) => line.length <= 100)).toBe(true);
    expect(format(`${lines.join('\n')}\n`)).toBe(`${lines.join('\n')}\n`);
  });
  it('an entry in parentheses keeps the comma in front of it, so that it does not become a call', () => {
    const written = 'let a = [\n  b,\n  (c)\n]\n';
    expect(format(written)).toBe(written);
  });
  it('a term called like a modifier stays a term', () => {
    expect(format('taxonomy T { closed\nopen\nsensitive "S" }')).toBe(
      'taxonomy T {\n  closed\n  open\n  sensitive "S"\n}\n',
    );
  });
});

describe('rules', () => {
  const policy = (body: string): string =>
    format(`policy p {\n${body}\n}`).split('\n').slice(1, -2).join('\n');

  it('a short rule stays on one line, with two spaces between its clauses', () => {
    expect(policy('rule a "A" { permit contact   when b is c cite "1" }')).toBe(
      '  rule a "A" { permit contact when b is c  cite "1" }',
    );
  });
  it('a rule that does not fit takes a line for each clause', () => {
    expect(policy(`rule a "A" { permit contact when ${long} unless ${long} cite "1" }`)).toBe(
      `  rule a "A" {\n    permit contact\n    when ${long}\n    unless ${long}\n    cite "1"\n  }`,
    );
  });
  it('the order of the clauses stays that of the author', () => {
    expect(policy('rule a {\ncite "1"\nwhen b\nforbid contact\n}')).toBe(
      '  rule a {\n    cite "1"\n    when b\n    forbid contact\n  }',
    );
  });
  it('a long condition is broken in front of its words, its operands below one another', () => {
    expect(policy(`rule a {\nforbid contact\nwhen ${long} and ${long} and ${long}\n}`)).toBe(
      `  rule a {\n    forbid contact\n    when ${long} and ${long}\n     and ${long}\n  }`,
    );
  });
  it('an empty line stands between what a policy says of itself and its rules', () => {
    expect(policy('authority law\nrule a { forbid contact }')).toBe(
      '  authority law\n\n  rule a { forbid contact }',
    );
  });
});

describe('declarations', () => {
  it('an empty line stands between two of them, and more become one', () => {
    expect(format('record A {}\nrecord B {}\n\n\n\nrecord C {}')).toBe(
      'record A {}\n\nrecord B {}\n\nrecord C {}\n',
    );
  });
  it('uses and obligations of one line may stand together', () => {
    const written = 'use a\nuse b\n\nobligation c "C"\nobligation d "D"\n';
    expect(format(written)).toBe(written);
  });
  it('names keep their back-ticks, texts their escapes', () => {
    const written = 'let a = [ `in`, b, "\\"quoted\\" \\u{e9}" ]\n';
    expect(format(written)).toBe(written);
  });
  it('one with a syntax error is kept as it was written, and the others are laid out', () => {
    expect(format('record  A  {}\npolicy  p  { when  = }\nrecord  B  {}')).toBe(
      'record A {}\npolicy  p  { when  = }\nrecord B {}\n',
    );
  });
  it('a file without declarations keeps its comments, and an empty one stays empty', () => {
    expect(format('\n\n  // a\n\n\n// b')).toBe('// a\n\n// b\n');
    expect(format('\n \n')).toBe('');
  });
  it('one alone is laid out with the comments around it', () => {
    const { declarations } = parseSourceFile({
      path: 'case.privacy',
      text: 'use a\n\n// b\nuse   b // c\n\nuse c\n',
    });
    expect(declarations.map(({ unit }) => formatDeclaration(unit))).toEqual([
      'use a',
      '// b\nuse b // c',
      'use c',
    ]);
  });
});

describe('tables', () => {
  it('pipes stand below one another, also where characters are two columns wide', () => {
    expect(format('scenarios "s" for a {\n|x|expect|\n|"漢字"|permitted|\n|"é🎌"||\n}')).toBe(
      'scenarios "s" for a {\n  | x      | expect    |\n  | "漢字" | permitted |\n  | "é🎌"  |           |\n}\n',
    );
  });
  it('cells may name several terms, and days from one to another', () => {
    expect(
      format(
        'table t by P,weekday:time or none{\n|p|d|value|in force|\n|A,B|monday  to friday,sunday|08:00|since 2026-01-01|\n||saturday|none||\n}',
      ),
    ).toBe(
      `table t by P, weekday: time or none {
  | p    | d                        | value | in force         |
  | A, B | monday to friday, sunday | 08:00 | since 2026-01-01 |
  |      | saturday                 | none  |                  |
}
`,
    );
  });
});

describe('comments', () => {
  it('those behind neighboring lines start in one column', () => {
    expect(format('record A {\n a: text // one\n bcd: text // two\n\n e: text // three\n}')).toBe(
      'record A {\n  a: text   // one\n  bcd: text // two\n\n  e: text // three\n}\n',
    );
  });
});
