export type { Diagnostic, Fix, RelatedLabel, Severity, TextEdit } from './diagnostic.ts';
export type { DiagnosticDetails, MessageTemplate, MessageValues } from './message.ts';
export { createDiagnostic } from './message.ts';
export type { MessageCode } from './registry.ts';
export { isMessageCode, messageCodes, messages } from './registry.ts';
