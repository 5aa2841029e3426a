/** All rules of a program for people who never open an editor: everything resolved, sorted, and free of HTML. */
export interface Register {
  readonly title: string;
  /** Of the program that it was made from. */
  readonly digest: string;
  /** From the highest authority to the lowest; those without policies are left out. */
  readonly authorities: readonly RegisterAuthority[];
  /** Packs of law that take part, sorted by name. */
  readonly packs: readonly RegisterPack[];
  /** What was chosen where law is contested, sorted by option. */
  readonly choices: readonly RegisterChoice[];
  /** What rules are about, those with most rules first. */
  readonly subjects: readonly RegisterSubject[];
  /** The taxonomies that rules mention, those that most rules mention first. */
  readonly indexes: readonly TermIndex[];
  /** The words that stand in rules, with what they mean, sorted by name. */
  readonly words: readonly RegisterWord[];
  readonly tests: TestTotals;
  /** The days as of which sources were read, the earliest and the latest; absent where none says so. */
  readonly asOf?: { readonly first: string; readonly last: string };
}

export interface TestTotals {
  readonly passed: number;
  readonly failed: number;
}

export interface RegisterAuthority {
  readonly name: string;
  readonly binding: boolean;
  readonly tenant: boolean;
  /** Sorted by id. */
  readonly policies: readonly RegisterPolicy[];
}

export interface RegisterPack {
  readonly name: string;
  readonly version: string;
  readonly title: string;
  readonly reviewBy?: string;
}

export interface RegisterChoice {
  readonly option: string;
  readonly title: string;
  /** As it is written. */
  readonly value: string;
  /** Else it is the safe value. */
  readonly isChosen: boolean;
  readonly because?: string;
}

export interface RegisterSubject {
  readonly kind: 'activity' | 'record';
  readonly name: string;
  readonly title: string;
  readonly documentation?: string;
  readonly rules: number;
}

export interface RegisterPolicy {
  readonly id: string;
  readonly title: string;
  readonly authority: string;
  readonly documentation?: string;
  readonly sources: readonly RegisterSource[];
  readonly zone: string;
  readonly inForce?: RegisterPeriod;
  readonly reviewBy?: string;
  /** It says that it applies everywhere. */
  readonly everywhere: boolean;
  /** When it applies, once where that is the same for all that it is about. */
  readonly applies: readonly RegisterApplicability[];
  /** In the order of the source: what it is about, and its rules, the default first. */
  readonly parts: readonly RegisterPart[];
  /** Rules of other policies that it lifts, sorted. */
  readonly lifts: readonly LiftReference[];
  readonly place: RegisterPlace;
}

export interface RegisterApplicability {
  /** Titles of what it counts for; empty: for all. */
  readonly subjects: readonly string[];
  readonly condition: ConditionText;
}

export interface RegisterPart {
  readonly subject: Pick<RegisterSubject, 'kind' | 'name' | 'title'>;
  readonly rules: readonly RegisterRule[];
}

export interface LiftReference {
  /** The lift's own id. */
  readonly id: string;
  readonly title: string;
  /** The id of the rule that is lifted. */
  readonly target: string;
}

export interface RegisterSource {
  readonly text: string;
  /** Only addresses of the web. */
  readonly url?: string;
  readonly asOf?: string;
}

/** Dates as `YYYY-MM-DD`; `from` and `through` included, `until` excluded. */
export interface RegisterPeriod {
  readonly from?: string;
  readonly through?: string;
  readonly until?: string;
}

/** Where it stands in the sources. */
export interface RegisterPlace {
  readonly file: string;
  readonly line: number;
}

export type RegisterEffect =
  | 'permit'
  | 'forbid'
  | 'require'
  | 'require-on-refusal'
  | 'mandate'
  | 'advise'
  | 'keep'
  | 'erase'
  | 'anonymise'
  | 'archive'
  | 'review'
  | 'restrict'
  | 'hold'
  | 'due';

/** A rule or a default, with everything that counts for it. */
export interface RegisterRule extends RegisterProvision {
  /** Unique in the register: a rule about several records stands once for each. */
  readonly anchor: string;
  readonly effect: RegisterEffect;
  readonly isDefault: boolean;
  /** An erasure that no hold stops. */
  readonly absolute: boolean;
  readonly authority: string;
  readonly overridableBy?: string;
  /** The days on which both it and its policy are in force; `until` excluded. */
  readonly counts: { readonly from?: string; readonly until?: string };
  /** Tests whose answer it decides, in the order of the program. */
  readonly tests: readonly RegisterTest[];
}

/** What rules and exceptions have in common. */
export interface RegisterProvision {
  readonly id: string;
  readonly title: string;
  readonly documentation?: string;
  /** What it says about time, as it is written: `keep Invoice for at least 10 years counted from issued-on`. */
  readonly statements: readonly MarkedText[];
  /** Absent: always. */
  readonly condition?: ConditionText;
  readonly exceptions: readonly RegisterException[];
  readonly obligations: readonly RegisterObligation[];
  readonly cites: readonly string[];
  readonly because?: string;
  readonly inForce?: RegisterPeriod;
}

export interface RegisterException extends RegisterProvision {
  /** Unique in the register, as that of its rule. */
  readonly anchor: string;
  readonly kind: 'exception' | 'unless' | 'lift';
  /** The policy that lifts. */
  readonly by?: { readonly policy: string; readonly title: string; readonly authority: string };
}

export interface RegisterObligation {
  readonly name: string;
  readonly title: string;
  readonly word: string;
  /** `within: 72 hours` */
  readonly arguments: readonly string[];
}

export interface RegisterTest {
  readonly title: string;
  readonly passed: boolean;
  readonly place: RegisterPlace;
}

/** A condition taken apart as far as its parts stand by themselves. */
export type ConditionText =
  | { readonly kind: 'all' | 'any' | 'none'; readonly parts: readonly ConditionText[] }
  | { readonly kind: 'text'; readonly text: MarkedText };

/** Text as it is written, cut where words stand that the register explains. */
export type MarkedText = readonly TextPiece[];

export interface TextPiece {
  readonly text: string;
  /** The id of a word. */
  readonly word?: string;
}

export interface RegisterWord {
  /** Unique: `fact.Customer.residence`. */
  readonly id: string;
  readonly kind: 'fact' | 'condition' | 'term' | 'group' | 'scale' | 'table' | 'calendar' | 'obligation';
  readonly name: string;
  readonly title?: string;
  readonly documentation?: string;
  /** What else there is to say, such as its type or its members. */
  readonly details: readonly string[];
}

/** Which rules mention the terms of a taxonomy. */
export interface TermIndex {
  readonly taxonomy: string;
  readonly title: string;
  /** How many rules mention any of its terms. */
  readonly rules: number;
  /** Terms in the order of the taxonomy, then groups sorted by name. */
  readonly entries: readonly TermEntry[];
}

export interface TermEntry {
  readonly kind: 'term' | 'group';
  readonly name: string;
  readonly title: string;
  /** From the topmost term down to the one above. */
  readonly path: readonly string[];
  /** Policies whose applicability mentions it, sorted by id. */
  readonly policies: readonly Mention[];
  /** Rules that mention it themselves, in the order of the register. */
  readonly rules: readonly Mention[];
  /** Names of mentioned terms above and of mentioned groups that hold it, which reach it too. */
  readonly reachedBy: readonly string[];
}

export interface Mention {
  /** The id of the policy, or the anchor of the rule. */
  readonly target: string;
  readonly id: string;
  readonly title: string;
  /** It is named only in order to be left out: `is not GB`. */
  readonly excluded: boolean;
}
