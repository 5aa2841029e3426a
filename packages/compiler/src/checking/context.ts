import type { Declared, FileScope, NamespaceKind, ProgramIndex } from '../binding/index.ts';
import type { DiagnosticDetails, MessageCode, MessageValues } from '../diagnostics/index.ts';
import { createDiagnostic } from '../diagnostics/index.ts';
import type {
  Activity,
  Authority,
  Calendar,
  Define,
  Group,
  Obligation,
  Pack,
  RecordType,
  Scale,
  ScheduleAction,
  Table,
  Taxonomy,
  TestCase,
} from '../logic/index.ts';
import type { DeclarationUnit } from '../syntax/index.ts';
import type { Span } from '../text/index.ts';
import type { PolicyOption } from './policies/options.ts';
import type { LiftResult, PolicyOutline, PolicyResult } from './policies/outline.ts';
import type { Queries } from './queries.ts';
import type { RowFile, RowText } from './tests/csv/row-file.ts';
import type { RecordMembers } from './vocabulary/records.ts';

/** The authorities by name and in order. */
export interface AuthorityTable {
  readonly ordered: readonly Authority[];
  readonly byName: ReadonlyMap<string, Authority>;
}

/** Everything that can be asked about a program while it is checked; see `definitions.ts` for the answers. */
export interface QueryResults {
  /** `kind:name`: the declarations of that name. */
  declared: readonly Declared[];
  extensions: readonly Declared[];
  /** The declared names of a kind, sorted. */
  names: readonly string[];
  /** The modules that exist, each with those that using it brings in. */
  modules: ProgramIndex['modules'];
  /** The declarations of authorities. */
  'authority-lists': readonly Declared[];
  /** A declaration by the key of its unit. */
  unit: Declared | undefined;
  authorities: AuthorityTable;
  taxonomy: Taxonomy | undefined;
  scale: Scale | undefined;
  group: Group | undefined;
  table: Table | undefined;
  calendar: Calendar | undefined;
  record: RecordType | undefined;
  /** The fields of a record type, without what is derived from them. */
  'record-members': RecordMembers | undefined;
  activity: Activity | undefined;
  obligation: Obligation | undefined;
  define: Define | undefined;
  'policy-outline': PolicyOutline | undefined;
  policy: PolicyResult | undefined;
  /** `POLICY.OPTION`: what an option is worth in this program. */
  option: PolicyOption | undefined;
  /** `POLICY#N`: the Nth lift of a policy. */
  lift: LiftResult | undefined;
  /** What the rules of the program do with the records of a type, by its name: sorted, each once. */
  'record-actions': readonly ScheduleAction[];
  /** By the key of the unit. */
  test: TestCase | undefined;
  /** By the key of the unit: one case for each row. */
  scenarios: readonly TestCase[];
  /** By path: a file with rows, as it was loaded; undefined where nobody loaded it. */
  'row-text': RowText | undefined;
  /** By path: the same with its cells. */
  'row-file': RowFile | undefined;
  /** Checks a declaration that nothing else asks for. */
  other: true;
  /** Checks what concerns the whole program. */
  whole: true;
  /** By the name of a pack, or empty for the project and the library: the zone of what states none. */
  zone: string;
  /** The day of the check. */
  today: string | undefined;
}

export interface CheckContext {
  readonly queries: Queries<QueryResults>;
  readonly index: ProgramIndex;
  /** The zone of what the project declares without stating one. */
  readonly defaultZone: string;
  /** Sorted by name. */
  readonly packs: readonly CheckedPack[];
  /** `YYYY-MM-DD`; undefined: nobody asks what is past its day. */
  readonly today: string | undefined;
  /** Files with rows for scenarios, by path; undefined: none was loaded, and nothing is said about any. */
  readonly rowTexts: ReadonlyMap<string, RowText> | undefined;
}

/** A pack whose files take part. */
export interface CheckedPack extends Pack {
  /** The zone of what the pack declares without stating one. */
  readonly zone: string;
}

/** Where names are looked up from and messages go. */
export interface Site {
  readonly unit: DeclarationUnit;
  readonly file: FileScope;
}

export function report<Code extends MessageCode>(
  context: CheckContext,
  unit: DeclarationUnit,
  code: Code,
  span: Span,
  values: MessageValues<Code>,
  details?: DiagnosticDetails,
): void {
  context.queries.report(unit, createDiagnostic(code, span, values, details));
}

const unitKeys = new WeakMap<DeclarationUnit, string>();
let unitCount = 0;

/** A text that stands for a unit for as long as it lives; it never shows in any output. */
export function unitKey(unit: DeclarationUnit): string {
  const known = unitKeys.get(unit);
  if (known !== undefined) return known;
  unitCount += 1;
  const key = `#${unitCount}`;
  unitKeys.set(unit, key);
  return key;
}

/** The text of a span as the author wrote it. */
export function sourceText(unit: DeclarationUnit, span: Span): string {
  return unit.text.slice(span.start, span.end).replace(/\s+/g, ' ').trim();
}

/** The words for a kind of declaration in messages. */
export const kindWords: Readonly<Record<NamespaceKind, string>> = {
  taxonomy: 'taxonomy',
  scale: 'scale',
  group: 'group',
  table: 'table',
  calendar: 'calendar',
  record: 'record',
  activity: 'activity',
  obligation: 'obligation',
  define: 'define',
  let: 'let',
  policy: 'policy',
  choose: 'choice',
};
