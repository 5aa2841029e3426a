import type { TokenType } from 'chevrotain';
import { T } from '../lexing/token-types.ts';
import { countSteps } from '../work-counter.ts';
import type { RuleAutomaton, State } from './automaton.ts';
import { isRule } from './automaton.ts';

/**
 * A place in the grammar together with all that is open around it: `parent` is where the grammar goes on when the
 * rule of this place ends. Equal places are the same object, so that what was found out about one is kept.
 */
export interface Place {
  readonly state: State;
  readonly parent: Place | undefined;
  readonly below: Map<number, Place>;
  moves: Moves | undefined;
}

/** Where every type of piece leads, and whether the text may end here. */
export interface Moves {
  readonly over: ReadonlyMap<number, readonly Place[]>;
  readonly types: ReadonlyMap<number, TokenType>;
  readonly mayEnd: boolean;
}

/** All places at which the grammar may be after what was read so far. */
export type Places = readonly Place[];

/** Starts a walk at the beginning of a rule. */
export function startOf(rule: RuleAutomaton): Place {
  return { state: rule.start, parent: undefined, below: new Map(), moves: undefined };
}

/** Where a piece leads from a set of places: empty where it cannot stand there. */
export function advance(places: Places, type: TokenType): Places {
  const [only] = places;
  if (only === undefined) return places;
  if (places.length === 1) return advanceOne(only, type);
  const found = new Set<Place>();
  for (const place of places) for (const next of advanceOne(place, type)) found.add(next);
  return [...found];
}

/** Whether a piece is taken for the word that it is, and not for a name. */
export function isTakenAsWord(places: Places, type: TokenType): boolean {
  return places.some((place) => movesOf(place).over.has(type.tokenTypeIdx ?? -1));
}

/** Whether the text may end at one of the places. */
export function mayEnd(places: Places): boolean {
  return places.some((place) => movesOf(place).mayEnd);
}

/** Every type of piece that may stand next. */
export function expectedTypes(places: Places): Map<number, TokenType> {
  const found = new Map<number, TokenType>();
  for (const place of places) for (const [index, type] of movesOf(place).types) found.set(index, type);
  return found;
}

/** The moves of one place, found once. */
export function movesOf(place: Place): Moves {
  place.moves ??= findMoves(place);
  return place.moves;
}

/** The place with the same surroundings in another state of the same rule. */
export function sibling(place: Place, state: State): Place {
  return placeIn(place.parent, place, state);
}

/** The place at the start of a rule that is entered on the way to `back`. */
export function inside(back: Place, rule: RuleAutomaton): Place {
  return placeIn(back, back, rule.start);
}

/** A word with a meaning of its own is taken for that before it is taken for a name. */
function advanceOne(place: Place, type: TokenType): readonly Place[] {
  const { over } = movesOf(place);
  const index = type.tokenTypeIdx ?? -1;
  const own = over.get(index);
  if (own !== undefined) return own;
  const asName = matches(T.name, index) ? over.get(T.name.tokenTypeIdx ?? -1) : undefined;
  const asTerm = matches(T.termName, index) ? over.get(T.termName.tokenTypeIdx ?? -1) : undefined;
  if (asName === undefined) return asTerm ?? [];
  return asTerm === undefined ? asName : [...asName, ...asTerm];
}

function matches(category: TokenType, index: number): boolean {
  return category.tokenTypeIdx === index || category.categoryMatchesMap?.[index] === true;
}

let made = 0;

/** How many places all walks made so far. */
export function placesMade(): number {
  return made;
}

const roots = new WeakMap<Place, Map<number, Place>>();

function placeIn(parent: Place | undefined, from: Place, state: State): Place {
  const known = parent === undefined ? rootSiblings(from) : parent.below;
  let place = known.get(state.id);
  if (place === undefined) {
    place = { state, parent, below: new Map(), moves: undefined };
    made += 1;
    if (parent === undefined) roots.set(place, known);
    known.set(state.id, place);
  }
  return place;
}

/** Places without surroundings are kept with the place that the walk started at. */
function rootSiblings(from: Place): Map<number, Place> {
  let known = roots.get(from);
  if (known === undefined) {
    known = new Map([[from.state.id, from]]);
    roots.set(from, known);
  }
  return known;
}

function findMoves(place: Place): Moves {
  const over = new Map<number, Place[]>();
  const types = new Map<number, TokenType>();
  let end = false;
  const seen = new Set<Place>();
  const waiting = [place];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    countSteps(1);
    if (next.state.isEnd) {
      if (next.parent === undefined) end = true;
      else waiting.push(next.parent);
    }
    for (const step of next.state.steps) {
      const after = sibling(next, step.to);
      if (step.over === undefined) waiting.push(after);
      else if (isRule(step.over)) waiting.push(inside(after, step.over));
      else {
        const index = step.over.tokenTypeIdx ?? -1;
        types.set(index, step.over);
        const leads = over.get(index);
        if (leads === undefined) over.set(index, [after]);
        else if (!leads.includes(after)) leads.push(after);
      }
    }
  }
  return { over, types, mayEnd: end };
}
