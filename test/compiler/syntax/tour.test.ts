import { describe, expect, it } from 'vitest';
import { nestedSpans, tourSources, unitsOf } from './read.ts';

describe.each(tourSources())('the tour of the language: $name', ({ text }) => {
  it('is read without any message', () => {
    expect(unitsOf(text).flatMap(({ diagnostics }) => diagnostics)).toEqual([]);
  });

  it('has no declaration that cannot be read, and leaves no text out', () => {
    expect(
      unitsOf(text).filter(({ tree, skipped }) => tree.kind === 'unreadable' || skipped.length > 0),
    ).toEqual([]);
  });

  it('is covered by its declarations', () => {
    expect(
      unitsOf(text)
        .map((unit) => unit.text)
        .join(''),
    ).toBe(text);
  });

  it('gives every part of the tree a place inside the part around it', () => {
    for (const unit of unitsOf(text)) {
      for (const { inner, outer } of nestedSpans(unit.tree, { start: 0, end: unit.text.length })) {
        expect(inner.start).toBeGreaterThanOrEqual(outer.start);
        expect(inner.end).toBeLessThanOrEqual(outer.end);
        expect(inner.start).toBeLessThanOrEqual(inner.end);
      }
    }
  });
});
