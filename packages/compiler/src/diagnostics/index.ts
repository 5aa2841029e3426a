export type { AppliedFixes, ChosenFix } from './apply-fixes.ts';
export {
  applyAutomaticFixes,
  automaticFixOf,
  fixesThatGoTogether,
  textsAfterFixes,
} from './apply-fixes.ts';
export type { Diagnostic, Fix, RelatedLabel, Severity, TextEdit } from './diagnostic.ts';
export type {
  DiagnosticSource,
  FileDiagnostic,
  LocatedDiagnostic,
  LocatedEdit,
  LocatedFix,
  LocatedLabel,
  LocatedSpan,
} from './locate.ts';
export { createDiagnosticLocator, createDiagnosticSource, locateInSource } from './locate.ts';
export type { DiagnosticDetails, MessageTemplate, MessageValues } from './message.ts';
export { createDiagnostic } from './message.ts';
export type { MessageCode } from './registry.ts';
export { isMessageCode, messageCodes, messages } from './registry.ts';
