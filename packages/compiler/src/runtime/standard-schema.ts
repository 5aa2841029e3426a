/** Standard Schema, version 1 (https://standardschema.dev): how libraries of all kinds validate what comes in. */
export interface StandardSchema<Input, Output> {
  readonly '~standard': {
    readonly version: 1;
    readonly vendor: string;
    readonly validate: (value: unknown) => SchemaResult<Output>;
    readonly types?: { readonly input: Input; readonly output: Output } | undefined;
  };
}

export type SchemaResult<Output> =
  | { readonly value: Output; readonly issues?: undefined }
  | { readonly issues: readonly SchemaIssue[] };

export interface SchemaIssue {
  readonly message: string;
  readonly path?: readonly PropertyKey[] | undefined;
}

/** `customer.consents[2].recordedAt` as keys and positions. */
export function pathSegments(path: string): readonly PropertyKey[] {
  const segments = path.match(/[^.[\]]+|\[\d+\]/g) ?? [];
  return segments.map((segment) => (segment.startsWith('[') ? Number(segment.slice(1, -1)) : segment));
}
