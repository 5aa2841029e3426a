import type { SourceFile } from '@privacy-lang/compiler';
import { projectFileName } from '@privacy-lang/compiler';
import type { TextDocumentContentChangeEvent, TextDocumentItem } from 'vscode-languageserver';
import type { ProgramSnapshot, Target, TextSnapshot } from '../model/snapshot.ts';
import type { PositionEncoding } from '../text/positions.ts';
import { baseName, joinKey, uriKey } from '../text/uris.ts';
import { libraryPathOf } from './addresses.ts';
import { createClock } from './clock.ts';
import type { OpenDocument } from './documents.ts';
import { changeDocument, isPrivacyDocument, openDocument, readDocument } from './documents.ts';
import type { Environment } from './environment.ts';
import { createFileStore } from './file-store.ts';
import type { ProgramState } from './program-state.ts';
import { createProgramState } from './program-state.ts';
import type { ProgramSpec, Project } from './projects.ts';
import { findProject, programSpec, wholeProgram } from './projects.ts';

export interface WorkspaceOptions {
  readonly environment: Environment;
  readonly encoding: PositionEncoding;
  /** The addresses of the folders that are open in the editor. */
  readonly folders: readonly string[];
}

/** The open documents, the files around them, and the programs that they make up. */
export class Workspace {
  readonly environment: Environment;
  readonly encoding: PositionEncoding;
  readonly #store;
  readonly #programs = new Map<string, ProgramState>();
  readonly #specs = new Map<string, Promise<ProgramSpec>>();
  #folders: readonly string[];

  constructor({ environment, encoding, folders }: WorkspaceOptions) {
    this.environment = environment;
    this.encoding = encoding;
    this.#store = createFileStore(environment);
    this.#folders = folders.map(folderKey);
  }

  documents(): readonly OpenDocument[] {
    return this.#store.documents();
  }

  open(item: TextDocumentItem): OpenDocument {
    const document = openDocument(item, this.encoding);
    this.#store.setDocument(document);
    this.#specs.delete(document.key);
    this.#changed(document.key, { isListed: true });
    return document;
  }

  /** Undefined where the document is not open. */
  change(
    uri: string,
    edits: { readonly version: number; readonly changes: readonly TextDocumentContentChangeEvent[] },
  ): OpenDocument | undefined {
    const before = this.#store.document(uriKey(uri));
    if (before === undefined) return undefined;
    const document = changeDocument(before, edits, this.encoding);
    this.#store.setDocument(document);
    this.#changed(document.key, { isListed: false });
    return document;
  }

  close(uri: string): void {
    const key = uriKey(uri);
    this.#store.removeDocument(key);
    this.#programs.delete(key);
    this.#changed(key, { isListed: true });
  }

  /** Files were written, made or removed outside of the editor. */
  filesChanged(changes: readonly { readonly uri: string; readonly isListed: boolean }[]): void {
    for (const { uri, isListed } of changes) {
      const key = uriKey(uri);
      this.#store.forget(key, { isListed });
      this.#changed(key, { isListed });
    }
  }

  changeFolders(change: { readonly added: readonly string[]; readonly removed: readonly string[] }): void {
    const removed = new Set(change.removed.map(folderKey));
    this.#folders = [
      ...this.#folders.filter((folder) => !removed.has(folder)),
      ...change.added.map(folderKey),
    ];
    this.#restructured();
  }

  /** A document as it is open now. */
  documentAt(uri: string): OpenDocument | undefined {
    return this.#store.document(uriKey(uri));
  }

  /** A text for features that read no meaning; undefined where there is no such document. */
  async textAt(uri: string): Promise<TextSnapshot | undefined> {
    const document = this.#store.document(uriKey(uri));
    return document !== undefined && isPrivacyDocument(document) ? this.read(document) : undefined;
  }

  /** A version of a document with its tree. */
  async read(document: OpenDocument): Promise<TextSnapshot> {
    const source = await readDocument(document, createClock(this.environment));
    return { uri: document.uri, source, positions: document.positions };
  }

  /** The program of a file as it is now; undefined for files that belong to none. */
  async programAt(uri: string): Promise<ProgramSnapshot | undefined> {
    const state = await this.#stateAt(uriKey(uri));
    return state?.current();
  }

  /** A place in a program as it is now. */
  async targetAt(uri: string, position: { line: number; character: number }): Promise<Target | undefined> {
    const snapshot = await this.programAt(uri);
    const file = snapshot?.fileAt(uriKey(uri));
    if (snapshot === undefined || file === undefined) return undefined;
    return { snapshot, file, offset: file.positions.toOffset(position) };
  }

  /**
   * A place in a document as it is now, with the program as it was last checked: for answers that must come while
   * the author types and that ask what else is declared.
   */
  async typingTargetAt(
    uri: string,
    position: { line: number; character: number },
  ): Promise<Target | undefined> {
    const key = uriKey(uri);
    const document = this.#store.document(key);
    const state = await this.#stateAt(key);
    const snapshot = state?.latest ?? (await state?.current());
    const known = snapshot?.fileAt(key);
    if (document === undefined || snapshot === undefined || known === undefined) return undefined;
    const { positions, version } = document;
    const source = await readDocument(document, createClock(this.environment));
    const file = { ...known, source: { ...source, path: known.source.path }, positions, version };
    return { snapshot, file, offset: positions.toOffset(position) };
  }

  /** The newest snapshot of a program that was finished, which may be older than the document. */
  async latestAt(uri: string): Promise<ProgramSnapshot | undefined> {
    return (await this.#stateAt(uriKey(uri)))?.latest;
  }

  /** All programs of open documents and of the projects in the open folders. */
  async allPrograms(): Promise<readonly ProgramSnapshot[]> {
    const states = new Set<ProgramState>();
    for (const { key } of this.documents()) {
      const state = await this.#stateAt(key);
      if (state !== undefined) states.add(state);
    }
    for (const folder of this.#folders) {
      const spec = await this.#wholeSpec(folder);
      if (spec !== undefined) states.add(this.#stateOf(spec.id));
    }
    const snapshots = await Promise.all([...states].map((state) => state.current()));
    return snapshots.filter((snapshot) => snapshot !== undefined);
  }

  /** Whether a file belongs to a program more closely than to any other. */
  async isHome(snapshot: ProgramSnapshot, key: string): Promise<boolean> {
    return (await this.#specAt(key)).id === snapshot.id;
  }

  /** The names of all modules that the files of a program can use. */
  async modulesFor(snapshot: ProgramSnapshot): Promise<readonly string[]> {
    const own = snapshot.files.flatMap(({ source }) => moduleName(source) ?? []);
    const library = (await this.environment.library.list())
      .filter((path) => path.endsWith('.privacy'))
      .map((path) => path.slice(0, -'.privacy'.length).replaceAll('/', '.'));
    return [...new Set([...own, ...library])].sort();
  }

  /** The project of a file, whose own file may have mistakes. */
  projectAt(uri: string): Promise<Project> {
    return findProject(this.#store, this.#folders, uriKey(uri));
  }

  async #stateAt(key: string): Promise<ProgramState | undefined> {
    const document = this.#store.document(key);
    const isOurs = document === undefined ? key.endsWith('.privacy') : isPrivacyDocument(document);
    if (!isOurs) return undefined;
    const { id } = await this.#specAt(key);
    return this.#stateOf(id);
  }

  #stateOf(id: string): ProgramState {
    const known = this.#programs.get(id);
    if (known !== undefined) return known;
    const { environment, encoding } = this;
    const findSpec = () => this.#specWithId(id);
    const state = createProgramState({ environment, encoding, store: this.#store, findSpec });
    this.#programs.set(id, state);
    return state;
  }

  /** Undefined where the program is no more: its file belongs to another one, or its project has no files. */
  async #specWithId(id: string): Promise<ProgramSpec | undefined> {
    const spec = id.endsWith('/') ? await this.#wholeSpec(id.slice(0, -1)) : await this.#specAt(id);
    return spec?.id === id ? spec : undefined;
  }

  async #wholeSpec(root: string): Promise<ProgramSpec | undefined> {
    const project = await findProject(this.#store, this.#folders, joinKey(root, projectFileName));
    return wholeProgram(this.#store, project);
  }

  #specAt(key: string): Promise<ProgramSpec> {
    const known = this.#specs.get(key) ?? this.#findSpec(key);
    this.#specs.set(key, known);
    return known;
  }

  async #findSpec(key: string): Promise<ProgramSpec> {
    const library = libraryPathOf(this.environment, key);
    const project = await findProject(this.#store, this.#folders, key);
    if (library === undefined) return programSpec(this.#store, project, key);
    return { id: key, project: { ...project, kind: 'single' }, paths: [library], modulePaths: [] };
  }

  #changed(key: string, { isListed }: { readonly isListed: boolean }): void {
    if (isListed || baseName(key) === projectFileName) this.#restructured();
    const change = this.#store.document(key) === undefined ? 'anything' : 'documents';
    for (const state of this.#programs.values()) {
      if (state.reads(key)) state.invalidate(change);
    }
  }

  /** Which files make up which program is found out anew. */
  #restructured(): void {
    this.#specs.clear();
    for (const state of this.#programs.values()) state.invalidate('anything');
  }
}

function folderKey(uri: string): string {
  return uriKey(uri).replace(/\/+$/, '');
}

function moduleName({ declarations }: SourceFile): string | undefined {
  for (const { unit } of declarations) {
    if (unit.tree.kind === 'module' && unit.tree.name.text !== '') return unit.tree.name.text;
  }
  return undefined;
}
