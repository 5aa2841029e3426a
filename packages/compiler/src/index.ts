/**
 * The compiler of the privacy language as a library. It is pure: it reads files only through the `Host` that it is
 * given, and runs unchanged in Node.js, in a browser and in a worker.
 *
 * ```ts
 * const loaded = await loadProgram({ host, paths: ['policies/uk.privacy'] });
 * const checked = checkProgram({ files: loaded.files });
 * const answer = interpret({ program: checked.program, activity: 'contact', facts, now, requiredFacts: 'error' });
 * ```
 *
 * The names that this module exports are the package's interface; everything else may change in any version.
 */

// Dated law
export type { TestedSides, TimelineEntry, TimelineOptions } from './analysis/index.ts';
export { timelineOf } from './analysis/index.ts';
// Checking
export type {
  CheckedPack,
  CheckedProgram,
  CheckOptions,
  ProgramSymbol,
  SymbolReference,
} from './checking/index.ts';
export { checkProgram, checkProgramSteps } from './checking/index.ts';
// Messages
export type {
  AppliedFixes,
  Diagnostic,
  DiagnosticSource,
  FileDiagnostic,
  Fix,
  LocatedDiagnostic,
  LocatedEdit,
  LocatedFix,
  LocatedLabel,
  LocatedSpan,
  MessageCode,
  RelatedLabel,
  Severity,
  TextEdit,
} from './diagnostics/index.ts';
export {
  applyAutomaticFixes,
  createDiagnosticLocator,
  isMessageCode,
  messageCodes,
} from './diagnostics/index.ts';
export type { JunitOptions, SarifOptions, TerminalOptions } from './diagnostics/render/index.ts';
export {
  renderGithub,
  renderJson,
  renderJunit,
  renderSarif,
  renderTerminal,
} from './diagnostics/render/index.ts';
// Output
export type { EmitOptions, EmittedFile } from './emitting/index.ts';
export { emitTypeScript, jsonSchemaOfFacts } from './emitting/index.ts';
export { formatDeclaration, formatSourceFile } from './formatting/index.ts';
export type {
  ExplainOptions,
  ExplainScheduleOptions,
  ExplanationResult,
  Interpretation,
  InterpretOptions,
  Invalid,
  ScheduleExplanationResult,
  ScheduleOptions,
  ScheduleResult,
} from './interpreting/index.ts';
export { explain, explainSchedule, interpret, interpretSchedule } from './interpreting/index.ts';
// Meaning: the checked program, and what it answers
export type {
  Activity,
  Authority,
  Default,
  Define,
  Exception,
  FactsObject,
  FactsValue,
  Field,
  Formula,
  Group,
  GroupEntry,
  InForcePeriod,
  Location,
  Obligation,
  Pack,
  Place,
  Policy,
  PolicyPart,
  Program,
  Provision,
  RecordType,
  Rule,
  Scale,
  SchedulePart,
  ScheduleRule,
  SourceReference,
  Taxonomy,
  Term,
  TestCase,
  Type,
  Value,
} from './logic/index.ts';
export { createLocator } from './logic/index.ts';
// Projects: what belongs to a program
export type {
  Host,
  ImportExtension,
  LintLevel,
  LoadedProgram,
  LoadFailure,
  LoadOptions,
  PackageHost,
  PackOptions,
  PackReference,
  PackSettings,
  ProgramDiagnosticsOptions,
  ProjectFileResult,
  ProjectSettings,
  ReadResult,
  ResolvedPack,
  ResolvedPacks,
  ReviewOptions,
} from './program/index.ts';
export {
  createMemoryHost,
  defaultSettings,
  isLibraryPath,
  libraryScheme,
  loadProgram,
  packOfPath,
  pathInPack,
  pathWithinPack,
  placedInProject,
  programDiagnostics,
  projectFileName,
  readProjectFile,
  resolvePacks,
  reviewPacks,
} from './program/index.ts';
// The register of all rules, for people
export type { Register, RegisterFile, RegisterOptions, RenderOptions } from './register/index.ts';
export { buildRegister, renderRegister } from './register/index.ts';
export type {
  AnswerParts,
  Assumption,
  Change,
  ClaimOutcome,
  ClaimTrace,
  ConditionTrace,
  Decision,
  Explanation,
  FactIssue,
  Forbidden,
  Outcome,
  OwedObligation,
  Permitted,
  PolicyTrace,
  ProvisionTrace,
  Question,
  Reason,
  Remark,
  Schedule,
  ScheduleExplanation,
  ScheduleState,
  Truth,
  Undetermined,
  Ungoverned,
} from './runtime/index.ts';
export type * from './syntax/index.ts';
export { expectedAt, parseSourceFile, parseSourceFileSteps, tokenizeUnit } from './syntax/index.ts';
export type { RunTestsOptions, TestFailure, TestResult } from './testing/index.ts';
export { runTests } from './testing/index.ts';
// Text and trees
export type { LineMap, LinePosition, Span } from './text/index.ts';
export { createLineMap, displayWidth } from './text/index.ts';
