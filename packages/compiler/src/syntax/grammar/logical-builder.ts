import type { Diagnostic, Fix, TextEdit } from '../../diagnostics/index.ts';
import { createDiagnostic } from '../../diagnostics/index.ts';
import type { Span } from '../../text/index.ts';
import type { Token } from '../lexing/token-types.ts';
import { W } from '../lexing/token-types.ts';
import type { Expression, Latest, Logical, Quantifier } from '../tree-expressions.ts';
import type { Building } from './base-grammar.ts';

type Operator = Logical['operator'];

/** Joins operands between `and` and `or`; where both words occur, the readings are reported and `and` binds tighter. */
export function joinLogical(
  text: string,
  operands: readonly Expression[],
  operators: readonly Token[],
  findings: Diagnostic[],
): Logical {
  const words = operators.map(operatorOf);
  const [first = 'and'] = words;
  if (words.every((word) => word === first)) return logical(first, operands);
  findings.push(mixedDiagnostic(text, operands, words));
  const node: Building<Logical> = logical(
    'or',
    groups(operands, words, 'and').map((group) => grouped('and', group)),
  );
  node.mixed = true;
  return node;
}

/** `some … satisfies a and b`: whether b belongs to the quantifier cannot be seen. */
export function checkQuantifierBodies(
  text: string,
  operands: readonly Expression[],
  operators: readonly Token[],
  findings: Diagnostic[],
): void {
  for (const [index, operator] of operators.entries()) {
    const operand = operands[index];
    const next = operands[index + 1];
    const quantifier = operand === undefined ? undefined : openQuantifier(operand);
    if (operand === undefined || next === undefined || quantifier === undefined) continue;
    const { body } = quantifier;
    findings.push(
      createDiagnostic(
        'syntax/quantifier-body',
        operatorSpan(operator),
        {
          word: operatorOf(operator),
          inner: shorten(text, body),
          next: shorten(text, next, 30),
        },
        {
          related: [{ span: body, text: 'this is what has to hold' }],
          fixes: [
            parenthesize(`Both inside: "(${shorten(text, { start: body.start, end: next.end })})"`, [
              { start: body.start, end: next.end },
            ]),
            parenthesize(`Only "${shorten(text, body)}" inside`, [body]),
          ],
        },
      ),
    );
  }
}

function operatorOf(token: Token): Operator {
  return token.tokenType === W.or ? 'or' : 'and';
}

function operatorSpan(token: Token): Span {
  return { start: token.startOffset, end: token.end };
}

function logical(operator: Operator, operands: readonly Expression[]): Logical {
  return {
    kind: 'logical',
    start: operands[0]?.start ?? 0,
    end: operands.at(-1)?.end ?? 0,
    operator,
    operands,
  };
}

function grouped(operator: Operator, group: readonly Expression[]): Expression {
  const [only] = group;
  return group.length === 1 && only !== undefined ? only : logical(operator, group);
}

/** Runs of operands that the given word joins. */
function groups(
  operands: readonly Expression[],
  words: readonly Operator[],
  joining: Operator,
): Expression[][] {
  const found: Expression[][] = [];
  for (const [index, operand] of operands.entries()) {
    const last = found.at(-1);
    if (last !== undefined && words[index - 1] === joining) last.push(operand);
    else found.push([operand]);
  }
  return found;
}

function mixedDiagnostic(
  text: string,
  operands: readonly Expression[],
  words: readonly Operator[],
): Diagnostic {
  const span = { start: operands[0]?.start ?? 0, end: operands.at(-1)?.end ?? 0 };
  const andFirst = reading(text, operands, words, 'and');
  const orFirst = reading(text, operands, words, 'or');
  return createDiagnostic(
    'syntax/mixed-and-or',
    span,
    { andFirst: andFirst.words, orFirst: orFirst.words },
    {
      fixes: [andFirst.fix, orFirst.fix],
    },
  );
}

function reading(
  text: string,
  operands: readonly Expression[],
  words: readonly Operator[],
  tighter: Operator,
): { words: string; fix: Fix } {
  const outer = tighter === 'and' ? 'or' : 'and';
  const found = groups(operands, words, tighter);
  const spelled = found.map((group) => {
    const inner = group.map((operand) => shorten(text, operand)).join(` ${tighter} `);
    return group.length > 1 ? `(${inner})` : inner;
  });
  const sentence = spelled.join(` ${outer} `);
  const spans = found
    .filter((group) => group.length > 1)
    .map((group) => ({ start: group[0]?.start ?? 0, end: group.at(-1)?.end ?? 0 }));
  return { words: sentence, fix: parenthesize(`Read it as: ${sentence}`, spans) };
}

function parenthesize(title: string, spans: readonly Span[]): Fix {
  const edits: TextEdit[] = spans.flatMap(({ start, end }) => [
    { span: { start, end: start }, newText: '(' },
    { span: { start: end, end }, newText: ')' },
  ]);
  return { title, kind: 'needs-review', edits };
}

/** The quantifier at the end of an operand whose body has no parentheses around it. */
function openQuantifier(operand: Expression): Quantifier | Latest | undefined {
  if (operand.kind === 'not') return openQuantifier(operand.operand);
  if (operand.kind !== 'quantifier' && operand.kind !== 'latest') return undefined;
  if (operand.body.kind === 'parenthesized') return undefined;
  return openQuantifier(operand.body) ?? operand;
}

function shorten(text: string, span: Span, limit = 60): string {
  const written = text.slice(span.start, span.end).replace(/\s+/g, ' ');
  return written.length > limit ? `${written.slice(0, limit - 20)} … ${written.slice(-15)}` : written;
}
