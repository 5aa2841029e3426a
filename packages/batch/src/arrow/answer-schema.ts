import {
  Bool,
  Dictionary,
  Field,
  Int8,
  List,
  Schema,
  TimestampMillisecond,
  Uint32,
  Utf8,
  vectorFromArray,
} from 'apache-arrow';
import type { Asked } from '../evaluating/index.ts';

/** The columns that answer a question: one row for each row of facts, in the same order. */
export function answerSchema(entry: Asked['entry']): Schema {
  return new Schema([new Field('row', new Uint32(), false), ...fieldsOf(entry), text('error')]);
}

function fieldsOf(entry: Asked['entry']): readonly Field[] {
  switch (entry) {
    case 'permits':
      return [new Field('permitted', new Bool(), false)];
    case 'decide':
      return [
        new Field('outcome', codedTypes.outcome, true),
        texts('reasons'),
        texts('obligations'),
        texts('missing'),
        new Field('validUntil', new TimestampMillisecond('UTC'), true),
      ];
    case 'schedule':
      return [
        new Field('state', codedTypes.state, true),
        new Field('mayErase', new Bool(), false),
        new Field('onHold', new Bool(), true),
        text('keepThrough'),
        text('eraseBy'),
        texts('reasons'),
        texts('missing'),
      ];
  }
}

function text(name: string): Field {
  return new Field(name, new Utf8(), true);
}

function texts(name: string): Field {
  return new Field(name, new List(new Field('item', new Utf8(), false)), false);
}

/** Texts that are written as numbers into a list: the same in every batch, so that a stream holds each list once. */
export const codedTexts = {
  outcome: ['permitted', 'forbidden', 'undetermined', 'ungoverned'],
  state: [
    'on-hold',
    'must-keep',
    'keep-restricted',
    'may-erase',
    'must-erase',
    'overdue',
    'conflict',
    'ungoverned',
    'undetermined',
  ],
} as const;

const codedTypes = {
  outcome: new Dictionary(new Utf8(), new Int8(), 1),
  state: new Dictionary(new Utf8(), new Int8(), 2),
} as const;

/** The list that the numbers of a column point into. */
export const codedLists = {
  outcome: vectorFromArray(codedTexts.outcome, new Utf8()),
  state: vectorFromArray(codedTexts.state, new Utf8()),
} as const;

export type CodedName = keyof typeof codedTexts;

export function isCodedName(name: string): name is CodedName {
  return Object.hasOwn(codedTexts, name);
}
