import type { DataType } from 'apache-arrow';
import {
  Bool,
  DateDay,
  Dictionary,
  Field,
  Int32,
  List,
  Struct,
  Table,
  TimestampMillisecond,
  Utf8,
  vectorFromArray,
} from 'apache-arrow';

/** Facts of contacts as a data warehouse would hold them: codes as dictionaries, dates as days, nulls where unknown. */
export function contactColumns(facts: readonly object[]): Table {
  const columns = Object.entries(types).map(([path, type]) => {
    const values = facts.map((each) => cellOf(path.split('.').reduce(memberOf, each as unknown), type));
    return [path, vectorFromArray(values, type)] as const;
  });
  return new Table(Object.fromEntries(columns));
}

/** Whether all that is known of a contact has a column. */
export function fitsColumns(facts: object): boolean {
  const unfit = Object.entries(types).filter(([path, type]) => {
    const value = path.split('.').reduce(memberOf, facts as unknown);
    return type === empty && Array.isArray(value) && value.length > 0;
  });
  return unfit.length === 0;
}

/** The facts of contacts that have columns, as objects; what is null in `none` is none, everything else unknown. */
export function factsWithColumns(facts: object, none: readonly string[]): object {
  const kept: Record<string, unknown> = {};
  for (const path of Object.keys(types)) {
    // A column cannot tell what is left out from what is null.
    const value = path.split('.').reduce(memberOf, facts as unknown) ?? null;
    if (value === null && !none.includes(path)) continue;
    const [first = '', second] = path.split('.');
    if (second === undefined) kept[first] = value;
    else kept[first] = { ...(kept[first] as object | undefined), [second]: value };
  }
  return kept;
}

const code = (): DataType => new Dictionary(new Utf8(), new Int32());

const instant = new TimestampMillisecond('UTC');

const consent = new Struct([
  new Field('channels', new List(new Field('item', new Utf8()))),
  new Field('purposes', new Utf8()),
  new Field('status', new Utf8()),
  new Field('recordedAt', instant),
  new Field('validThrough', new DateDay(), true),
  new Field('form', new Utf8(), true),
]);

const optOut = new Struct([
  new Field('channels', new Utf8()),
  new Field('purposes', new Utf8()),
  new Field('recordedAt', instant),
]);

/** Lists that have no entries in the facts that are used here. */
const empty = new List(new Field('item', new Utf8()));

const types: Readonly<Record<string, DataType>> = {
  'customer.residence': code(),
  'customer.timeZone': code(),
  'customer.recipientType': code(),
  'customer.isIndividual': new Bool(),
  'customer.consents': new List(new Field('item', consent)),
  'customer.optOuts': new List(new Field('item', optOut)),
  'customer.objections': empty,
  'customer.preferences': empty,
  'customer.registerListings': empty,
  'customer.contactAttempts': empty,
  'customer.relationships': empty,
  'customer.birthDate': new DateDay(),
  'customer.detailsCollectedOn': new DateDay(),
  'customer.lastPurchaseOn': new DateDay(),
  'customer.lastInquiryOn': new DateDay(),
  'customer.detailsObtainedInSale': new Bool(),
  'customer.optOutOfferedAtCollection': new Bool(),
  'customer.acceptsWeekendCalls': new Bool(),
  'customer.isVulnerable': new Bool(),
  'customer.isInDirectory': new Bool(),
  'company.id': code(),
  'company.seat': code(),
  'company.industry': code(),
  'company.mayMarketPensions': new Bool(),
  channel: code(),
  purpose: code(),
  offerTopic: code(),
  offerIsSimilar: new Bool(),
  legalBasis: code(),
  numberType: code(),
  isAutodialled: new Bool(),
  isRequested: new Bool(),
  isAboutContract: new Bool(),
  usesHealthData: new Bool(),
  isPaidFor: new Bool(),
  consentCanBePresumed: new Bool(),
};

function memberOf(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
}

/** A value as a builder of columns takes it. */
function cellOf(value: unknown, type: DataType): unknown {
  if (value === null || value === undefined) return null;
  const isDate = type instanceof DateDay || type instanceof TimestampMillisecond;
  if (isDate) return new Date(String(value));
  if (type instanceof List) {
    const list = Array.isArray(value) ? value : [value];
    return list.map((each: unknown) => cellOf(each, type.valueType));
  }
  if (!(type instanceof Struct)) return value;
  const children: readonly Field[] = type.children;
  return Object.fromEntries(
    children.map((child) => [child.name, cellOf(memberOf(value, child.name), child.type)]),
  );
}
