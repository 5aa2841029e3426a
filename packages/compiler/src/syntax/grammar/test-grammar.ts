import type { Token } from '../lexing/token-types.ts';
import { T, W } from '../lexing/token-types.ts';
import type { ScenariosDeclaration, TestDeclaration } from '../tree-declarations.ts';
import type { Reference } from '../tree-names.ts';
import type {
  Case,
  Expectation,
  ExpectationCheck,
  GivenClause,
  GivenEntry,
  MomentClause,
  RowsClause,
  RowsFromClause,
  ScenarioClause,
  TestClause,
} from '../tree-tests.ts';
import type { Building, Rule } from './base-grammar.ts';
import { alternatives, nameOf } from './base-grammar.ts';
import { PolicyGrammar } from './policy-grammar.ts';

/** Tests and scenarios. */
export abstract class TestGrammar extends PolicyGrammar {
  readonly testDeclaration: Rule<TestDeclaration> = this.newRule('testDeclaration', () => {
    const start = this.take(1, W.test).startOffset;
    const title = this.textAt(1);
    const under = this.under(1);
    this.take(1, T.openBrace);
    const clauses: TestClause[] = [];
    this.many(2, () => {
      clauses.push(this.subrule(1, this.testClause));
    });
    const { end } = this.take(1, T.closeBrace);
    return { kind: 'test', start, end, title, under, clauses };
  });

  readonly testClause: Rule<TestClause> = this.newRule('testClause', () =>
    this.or(1, {
      DEF: alternatives(
        () => this.subrule(1, this.momentClause),
        () => this.subrule(1, this.expectation),
        () => this.subrule(1, this.case),
      ),
      IGNORE_AMBIGUITIES: true,
      MAX_LOOKAHEAD: 1,
    }),
  );

  readonly momentClause: Rule<MomentClause> = this.newRule('momentClause', () => {
    const word = this.or<Token>(
      1,
      alternatives(
        () => this.take(1, W.now),
        () => this.take(1, W.on),
      ),
    );
    const value = this.subrule(1, this.value);
    const which = word.tokenType === W.on ? 'on' : 'now';
    return { kind: 'moment-clause', start: word.startOffset, end: value.end, which, value };
  });

  readonly case: Rule<Case> = this.newRule('case', () => {
    const subject = this.nameAt(1);
    const facts = this.subrule(1, this.objectValue);
    return { kind: 'case', start: subject.start, end: facts.end, subject, facts };
  });

  readonly expectation: Rule<Expectation> = this.newRule('expectation', () => {
    const start = this.take(1, W.expect).startOffset;
    const outcome = this.nameAt(1);
    const checks: ExpectationCheck[] = [];
    this.many(1, {
      DEF: () => {
        checks.push(this.subrule(1, this.check));
      },
    });
    return { kind: 'expectation', start, end: this.lastEnd(), outcome, checks };
  });

  private readonly checkForms = checkWords.map((word) => ({ ALT: () => this.take(1, W[word]) }));

  private readonly dateForms = dateWords.map((word) => ({ ALT: () => this.take(1, W[word]) }));

  /** `by a, b`, `only by a`, `missing customer.age`, `owing none`, `keep-through 2034-12-31` */
  readonly check: Rule<ExpectationCheck> = this.newRule('check', () => {
    const start = this.nextStart();
    const only = this.option(1, () => this.take(1, W.only)) !== undefined;
    const node: Building<ExpectationCheck> = {
      kind: 'expectation-check',
      start,
      end: start,
      what: { kind: 'name', start, end: start, text: '' },
      only,
      references: [],
    };
    this.or(
      1,
      alternatives(
        () => {
          node.what = nameOf(this.or(2, this.checkForms));
          node.references = this.or(
            3,
            alternatives(
              () => this.referencesAt(1),
              () => this.noReferences(),
            ),
          );
        },
        () => {
          node.what = nameOf(this.or(4, this.dateForms));
          node.value = this.subrule(1, this.value);
        },
      ),
    );
    node.end = this.lastEnd();
    return node;
  });

  readonly scenarios: Rule<ScenariosDeclaration> = this.newRule('scenarios', () => {
    const start = this.take(1, W.scenarios).startOffset;
    const title = this.textAt(1);
    this.take(1, W.for);
    const subject = this.nameAt(1);
    const under = this.under(1);
    this.take(1, T.openBrace);
    const clauses: ScenarioClause[] = [];
    this.many(2, () => {
      clauses.push(this.subrule(1, this.scenarioClause));
    });
    const { end } = this.take(1, T.closeBrace);
    return { kind: 'scenarios', start, end, title, subject, under, clauses };
  });

  readonly scenarioClause: Rule<ScenarioClause> = this.newRule('scenarioClause', () =>
    this.or(
      1,
      alternatives(
        () => this.subrule(1, this.momentClause),
        () => this.subrule(1, this.given),
        () => this.rowsFrom(),
        () => this.rowsHere(),
      ),
    ),
  );

  readonly given: Rule<GivenClause> = this.newRule('given', () => {
    const start = this.take(1, W.given).startOffset;
    const entries = [this.subrule(1, this.givenEntry)];
    this.many(1, () => {
      this.take(1, T.comma);
      entries.push(this.subrule(2, this.givenEntry));
    });
    return { kind: 'given-clause', start, end: this.lastEnd(), entries };
  });

  readonly givenEntry: Rule<GivenEntry> = this.newRule('givenEntry', () => {
    const path = this.subrule(1, this.reference);
    this.take(1, T.colon);
    const value = this.subrule(1, this.condition);
    return { kind: 'given-entry', start: path.start, end: value.end, path, value };
  });

  private under(occurrence: number): Reference[] {
    const references = this.option(occurrence, () => {
      this.take(occurrence, W.under);
      return this.referencesAt(occurrence);
    });
    return references ?? [];
  }

  private noReferences(): Reference[] {
    this.take(1, W.none);
    return [];
  }

  private rowsFrom(): RowsFromClause {
    const start = this.take(1, W['rows from']).startOffset;
    const file = this.textAt(1);
    return { kind: 'rows-from-clause', start, end: file.end, file };
  }

  private rowsHere(): RowsClause {
    const table = this.subrule(1, this.rows);
    return { kind: 'rows-clause', start: table.start, end: table.end, table };
  }
}

const checkWords = ['by', 'missing', 'owing', 'remarks', 'assumed', 'claim', 'state', 'due'] as const;
const dateWords = ['keep-through', 'erase-by', 'due-by', 'may-erase'] as const;
