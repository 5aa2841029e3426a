import type { RecordBatchWriter } from 'apache-arrow';
import {
  AsyncByteQueue,
  RecordBatchFileWriter,
  RecordBatchReader,
  RecordBatchStreamWriter,
} from 'apache-arrow';
import { BatchError } from '../batch-error.ts';
import type { ColumnOptions } from './answer-columns.ts';
import { answerColumns } from './answer-columns.ts';
import { answerSchema } from './answer-schema.ts';

/** The bytes of an Arrow stream or file: all at once, or as they arrive. */
export type IpcInput = Uint8Array | Iterable<Uint8Array> | AsyncIterable<Uint8Array>;

export type IpcOptions = ColumnOptions & {
  /** What is written; default: `stream`. What is read is recognized. */
  readonly format?: 'stream' | 'file';
};

/** Answers an Arrow stream or file with one, as it arrives; nothing but the batches in flight is kept. */
export async function* answerIpc(
  input: IpcInput,
  options: IpcOptions,
): AsyncGenerator<Uint8Array, void, undefined> {
  const written: Uint8Array[] = [];
  const writer = openWriter(options.format ?? 'stream');
  writer.reset(new Collector(written), answerSchema(options.entry));
  for await (const batch of answerColumns(batchesIn(input), options)) {
    writer.write(batch);
    yield* written.splice(0);
  }
  writer.finish();
  yield* written.splice(0);
}

function openWriter(format: 'stream' | 'file'): RecordBatchWriter {
  return format === 'file' ? new RecordBatchFileWriter() : new RecordBatchStreamWriter();
}

async function* batchesIn(input: IpcInput) {
  const reader = await openReader(input);
  try {
    yield* reader;
  } catch (cause) {
    throw notArrow(cause);
  }
}

async function openReader(input: IpcInput) {
  try {
    const source = input instanceof Uint8Array ? [input] : input;
    return await (await RecordBatchReader.from(inTurn(source))).open();
  } catch (cause) {
    throw notArrow(cause);
  }
}

async function* inTurn(chunks: Iterable<Uint8Array> | AsyncIterable<Uint8Array>) {
  for await (const chunk of chunks) yield chunk;
}

function notArrow(cause: unknown): unknown {
  if (cause instanceof BatchError) return cause;
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new BatchError('bad-columns', `The input is no Arrow stream or file: ${reason}`, { cause });
}

/** Takes what a writer writes at once, so that it can be handed on before more is written. */
class Collector extends AsyncByteQueue {
  readonly #written: Uint8Array[];
  constructor(written: Uint8Array[]) {
    super();
    this.#written = written;
  }
  override write(chunk: Uint8Array): void {
    if (chunk.byteLength > 0) this.#written.push(chunk.slice());
  }
}
