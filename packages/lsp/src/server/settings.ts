import type { LensSettings } from '../features/code-lenses.ts';
import type { HintSettings } from '../features/inlay-hints.ts';

/** What an author can switch in the editor, in the section `privacy` of its settings. */
export interface EditorSettings {
  readonly inlayHints: HintSettings;
  readonly codeLens: LensSettings;
}

export const defaultEditorSettings: EditorSettings = {
  inlayHints: { derivedFacts: true, effectiveDates: true, scopes: true },
  codeLens: { run: true, ask: true, references: false },
};

/** Settings as an editor sends them; what is missing or not yes or no keeps its default. */
export function readEditorSettings(value: unknown): EditorSettings {
  const { inlayHints, codeLens } = defaultEditorSettings;
  return {
    inlayHints: {
      derivedFacts: flag(value, ['inlayHints', 'derivedFacts'], inlayHints.derivedFacts),
      effectiveDates: flag(value, ['inlayHints', 'effectiveDates'], inlayHints.effectiveDates),
      scopes: flag(value, ['inlayHints', 'scopes'], inlayHints.scopes),
    },
    codeLens: {
      run: flag(value, ['codeLens', 'run'], codeLens.run),
      ask: flag(value, ['codeLens', 'ask'], codeLens.ask),
      references: flag(value, ['codeLens', 'references'], codeLens.references),
    },
  };
}

function flag(value: unknown, path: readonly string[], otherwise: boolean): boolean {
  let inner = value;
  for (const name of path) {
    const isObject = typeof inner === 'object' && inner !== null && Object.hasOwn(inner, name);
    // Checked right before.
    inner = isObject ? (inner as Readonly<Record<string, unknown>>)[name] : undefined;
  }
  return typeof inner === 'boolean' ? inner : otherwise;
}
