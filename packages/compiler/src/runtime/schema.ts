import type { Taxonomy } from './terms.ts';

/** What facts look like from outside, for explanations, questions and messages. */
export interface RecordSchema {
  readonly name: string;
  readonly title: string;
  readonly description?: string;
  readonly fields: readonly FieldSchema[];
}

export interface FieldSchema {
  readonly key: string;
  /** The title or, without one, the name as the author writes it. */
  readonly title: string;
  readonly description?: string;
  readonly type: TypeSchema;
  readonly optional: boolean;
  readonly orNone: boolean;
}

export type TypeSchema =
  | { readonly kind: 'boolean' | 'number' | 'text' | 'date' | 'time' | 'instant' | 'weekday' | 'timezone' }
  | { readonly kind: 'duration'; readonly unit: 'months' | 'days' | 'milliseconds' | 'working-days' | 'any' }
  | { readonly kind: 'term'; readonly terms: Taxonomy; readonly within: boolean }
  | { readonly kind: 'scope'; readonly terms: Taxonomy }
  | { readonly kind: 'scale'; readonly name: string; readonly steps: readonly string[] }
  | { readonly kind: 'record'; readonly schema: () => RecordSchema }
  | {
      readonly kind: 'list';
      readonly element: TypeSchema;
      readonly isPartial: boolean;
      readonly limit: number;
    };

export function fieldOf({ fields }: RecordSchema, key: string): FieldSchema | undefined {
  return fields.find((field) => field.key === key);
}
