import { projectFileName } from '@privacy-lang/compiler';
import type { Diagnostic } from 'vscode-languageserver';
import type { DiagnosticOptions } from '../features/diagnostics.ts';
import { earlyDiagnostics, fileDiagnostics, projectFileDiagnostics } from '../features/diagnostics.ts';
import type { ProgramFile, ProgramSnapshot } from '../model/snapshot.ts';
import { createPositions } from '../text/positions.ts';
import { joinKey, keyUri } from '../text/uris.ts';
import type { OpenDocument } from '../workspace/documents.ts';
import { isPrivacyDocument } from '../workspace/documents.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { Log } from './guard.ts';

/** A check that takes no longer than this, in milliseconds, is made after every letter. */
const fastCheck = 40;

/** The longest pause between the last letter and the check of the program, in milliseconds. */
const longestIdle = 250;

export interface PublisherOptions {
  readonly workspace: Workspace;
  readonly diagnostics: DiagnosticOptions;
  readonly log: Log;
  readonly send: (uri: string, version: number | undefined, diagnostics: Diagnostic[]) => Promise<void>;
}

interface Published {
  readonly content: string;
  /** The program that the messages come from. */
  readonly program: string | undefined;
}

/**
 * Tells the editor what is wrong. Where checking the program is a matter of milliseconds, everything is told after every
 * letter; where it takes longer, what the syntax shows is told at once, and the rest as soon as the author pauses for
 * about as long as the last check took.
 */
export class Publisher {
  readonly #options: PublisherOptions;
  readonly #published = new Map<string, Published>();
  readonly #shown = new Map<string, ProgramSnapshot>();
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>();
  #idle = 0;

  constructor(options: PublisherOptions) {
    this.#options = options;
  }

  /** A document was opened or changed. */
  async documentChanged(document: OpenDocument): Promise<void> {
    if (isPrivacyDocument(document)) await this.#publishEarly(document);
    this.scheduleAll();
  }

  async #publishEarly(document: OpenDocument): Promise<void> {
    const { workspace, diagnostics } = this.#options;
    const snapshot = await workspace.latestAt(document.uri);
    if (snapshot !== undefined && this.#idle === 0) return;
    const text = await workspace.read(document);
    if (workspace.documentAt(document.uri) !== document) return;
    await this.#send(document, earlyDiagnostics(snapshot, text, diagnostics), snapshot?.id);
  }

  /** A document was closed: what only it was the reason for is taken back. */
  async documentClosed(): Promise<void> {
    const { workspace } = this.#options;
    const open = new Set<string>();
    for (const { uri } of workspace.documents()) {
      const id = (await workspace.latestAt(uri))?.id;
      if (id !== undefined) open.add(id);
    }
    for (const [uri, { program }] of [...this.#published]) {
      if (program !== undefined && open.has(program)) continue;
      await this.#send({ uri, version: undefined }, [], undefined);
      if (program !== undefined) this.#shown.delete(program);
    }
    this.scheduleAll();
  }

  /** Checks the programs of all open documents after a pause. */
  scheduleAll(): void {
    for (const document of this.#options.workspace.documents()) {
      if (isPrivacyDocument(document)) this.#schedule(document.uri);
    }
  }

  dispose(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#timers.clear();
  }

  #schedule(uri: string): void {
    clearTimeout(this.#timers.get(uri));
    const timer = setTimeout(() => {
      this.#timers.delete(uri);
      this.#check(uri).catch((error: unknown) => {
        const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
        this.#options.log.error(`checking ${uri} failed: ${reason}`);
      });
    }, this.#idle);
    this.#timers.set(uri, timer);
  }

  async #check(uri: string): Promise<void> {
    const { workspace } = this.#options;
    const started = workspace.environment.now();
    const snapshot = await workspace.programAt(uri);
    if (snapshot === undefined || this.#shown.get(snapshot.id) === snapshot) return;
    const took = workspace.environment.now() - started;
    this.#idle = took <= fastCheck ? 0 : Math.min(longestIdle, Math.round(took));
    this.#shown.set(snapshot.id, snapshot);
    this.#logFailures(snapshot);
    await this.#publishProgram(snapshot);
    await this.#publishProjectFile(uri, snapshot);
  }

  async #publishProgram(snapshot: ProgramSnapshot): Promise<void> {
    const withMessages = new Set(snapshot.diagnostics.map(({ file }) => file));
    for (const file of snapshot.files) {
      const isShown = this.#published.has(file.uri);
      const isConcerned = isShown || file.version !== undefined || withMessages.has(file.source);
      if (!isConcerned || file.isLibrary || !(await this.#options.workspace.isHome(snapshot, file.key)))
        continue;
      if (this.#shown.get(snapshot.id) !== snapshot) return;
      await this.#send(file, fileDiagnostics(snapshot, file, this.#options.diagnostics), snapshot.id);
    }
    await this.#takeBack(snapshot);
  }

  /** Files that are no longer part of the program keep no messages. */
  async #takeBack(snapshot: ProgramSnapshot): Promise<void> {
    const present = new Set(snapshot.files.map(({ uri }) => uri));
    const projectFile = keyUri(joinKey(snapshot.root, projectFileName));
    for (const [uri, { program }] of [...this.#published]) {
      if (program !== snapshot.id || present.has(uri) || uri === projectFile) continue;
      await this.#send({ uri, version: undefined }, [], undefined);
    }
  }

  async #publishProjectFile(uri: string, snapshot: ProgramSnapshot): Promise<void> {
    const { workspace, diagnostics } = this.#options;
    const project = await workspace.projectAt(uri);
    if (project.kind !== 'declared' || project.root !== snapshot.root) return;
    const text = project.diagnostics[0]?.place.source.text ?? '';
    const positions = createPositions(text, workspace.encoding);
    const found = projectFileDiagnostics(project.diagnostics, { positions }, diagnostics);
    const key = joinKey(project.root, projectFileName);
    const open = workspace.documents().find((document) => document.key === key);
    await this.#send({ uri: open?.uri ?? keyUri(key), version: open?.version }, found, snapshot.id);
  }

  #logFailures({ root, failures }: ProgramSnapshot): void {
    for (const { path, reason } of failures) this.#options.log.warn(`${joinKey(root, path)} ${reason}`);
  }

  async #send(
    { uri, version }: Pick<ProgramFile, 'uri' | 'version'>,
    diagnostics: Diagnostic[],
    program: string | undefined,
  ): Promise<void> {
    const content = JSON.stringify(diagnostics);
    const before = this.#published.get(uri);
    if (diagnostics.length === 0 && version === undefined) this.#published.delete(uri);
    else this.#published.set(uri, { content, program });
    if (
      before?.content === content ||
      (before === undefined && diagnostics.length === 0 && version === undefined)
    )
      return;
    await this.#options.send(uri, version, diagnostics);
  }
}
