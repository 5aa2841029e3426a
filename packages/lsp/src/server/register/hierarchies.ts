import type { CallHierarchyItem, TypeHierarchyItem } from 'vscode-languageserver';
import type { HierarchyData } from '../../features/call-hierarchy.ts';
import { incomingCalls, outgoingCalls, prepareCallHierarchy } from '../../features/call-hierarchy.ts';
import { prepareTypeHierarchy, subtypes, supertypes } from '../../features/type-hierarchy.ts';
import type { ProgramSnapshot } from '../../model/snapshot.ts';
import type { FeatureContext } from '../answers.ts';
import { createAnswers } from '../answers.ts';
import { guardRequest } from '../guard.ts';
import { readSymbolData } from '../symbol-data.ts';

/** Who asks whom, and what stands above and below what. */
export function registerHierarchies(context: FeatureContext): void {
  const { connection, log, workspace } = context;
  const { atPlace } = createAnswers(context);
  const ofItem = <Result>(
    name: string,
    feature: (snapshot: ProgramSnapshot, data: HierarchyData) => Result,
  ) =>
    guardRequest(log, name, async ({ item }: { item: CallHierarchyItem | TypeHierarchyItem }) => {
      const data = readSymbolData(item.data);
      const snapshot = data === undefined ? undefined : await workspace.programAt(data.uri);
      return data === undefined || snapshot === undefined ? null : feature(snapshot, data);
    });
  const { callHierarchy, typeHierarchy } = connection.languages;
  callHierarchy.onPrepare(atPlace('call hierarchy', prepareCallHierarchy));
  callHierarchy.onIncomingCalls(ofItem('incoming calls', incomingCalls));
  callHierarchy.onOutgoingCalls(ofItem('outgoing calls', outgoingCalls));
  typeHierarchy.onPrepare(atPlace('type hierarchy', prepareTypeHierarchy));
  typeHierarchy.onSupertypes(ofItem('supertypes', supertypes));
  typeHierarchy.onSubtypes(ofItem('subtypes', subtypes));
}
