import { T, W } from '../lexing/token-types.ts';
import type {
  ChooseDeclaration,
  Declaration,
  LetDeclaration,
  ModuleDeclaration,
  UseDeclaration,
} from '../tree-declarations.ts';
import type { Building, Rule } from './base-grammar.ts';
import { alternatives } from './base-grammar.ts';
import { TestGrammar } from './test-grammar.ts';

/** The whole grammar; `declaration` is where it starts. */
export class Grammar extends TestGrammar {
  readonly module: Rule<ModuleDeclaration> = this.newRule('module', () => {
    const start = this.take(1, W.module).startOffset;
    const name = this.subrule(1, this.dottedName);
    return { kind: 'module', start, end: name.end, name };
  });

  readonly use: Rule<UseDeclaration> = this.newRule('use', () => {
    const start = this.take(1, W.use).startOffset;
    const module = this.subrule(1, this.dottedName);
    return { kind: 'use', start, end: module.end, module };
  });

  /** `choose us.tcpa.texts-are-calls no because "…"` */
  readonly choose: Rule<ChooseDeclaration> = this.newRule('choose', () => {
    const start = this.take(1, W.choose).startOffset;
    const option = this.subrule(1, this.dottedName);
    const value = this.subrule(1, this.value);
    const because = this.option(1, () => {
      this.take(1, W.because);
      return this.textAt(1);
    });
    const node: Building<ChooseDeclaration> = { kind: 'choose', start, end: this.lastEnd(), option, value };
    if (because !== undefined) node.because = because;
    return node;
  });

  readonly let: Rule<LetDeclaration> = this.newRule('let', () => {
    const start = this.take(1, W.let).startOffset;
    const name = this.nameAt(1);
    this.take(1, T.equals);
    const value = this.subrule(1, this.condition);
    return { kind: 'let', start, end: value.end, name, value };
  });

  readonly extension: Rule<Declaration> = this.newRule('extension', () => {
    const start = this.take(1, W.extend).startOffset;
    const declaration = this.or<Building<ExtendableDeclaration>>(
      1,
      alternatives(
        () => this.subrule(1, this.taxonomy),
        () => this.subrule(1, this.group),
        () => this.subrule(1, this.record),
        () => this.subrule(1, this.activity),
      ),
    );
    return { ...declaration, start, extends: true };
  });

  private readonly declarationForms = alternatives(
    () => this.subrule(1, this.policy),
    () => this.subrule(1, this.testDeclaration),
    () => this.subrule(1, this.scenarios),
    () => this.subrule(1, this.module),
    () => this.subrule(1, this.use),
    () => this.subrule(1, this.authorities),
    () => this.subrule(1, this.taxonomy),
    () => this.subrule(1, this.scale),
    () => this.subrule(1, this.group),
    () => this.subrule(1, this.table),
    () => this.subrule(1, this.calendar),
    () => this.subrule(1, this.record),
    () => this.subrule(1, this.activity),
    () => this.subrule(1, this.obligation),
    () => this.subrule(1, this.define),
    () => this.subrule(1, this.choose),
    () => this.subrule(1, this.let),
    () => this.subrule(1, this.extension),
  );

  readonly declaration: Rule<Declaration> = this.newRule('declaration', () => {
    const documentation = this.documentation();
    const declaration = this.or<Declaration>(1, this.declarationForms);
    return documentation === undefined ? declaration : { ...declaration, documentation };
  });

  constructor(options: { readonly validate: boolean } = { validate: false }) {
    super(options);
    this.performSelfAnalysis();
  }
}

type ExtendableDeclaration = Extract<Declaration, { readonly extends: boolean }>;
