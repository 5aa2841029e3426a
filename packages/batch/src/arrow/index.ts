/**
 * Apache Arrow in and out: columns of facts are answered by threads with columns of answers. Needs the package
 * `apache-arrow` beside this one.
 */

export type { ColumnOptions, Columns } from './answer-columns.ts';
export { answerColumns } from './answer-columns.ts';
export type { IpcInput, IpcOptions } from './answer-ipc.ts';
export { answerIpc } from './answer-ipc.ts';
export { answerSchema } from './answer-schema.ts';
