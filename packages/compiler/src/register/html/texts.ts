import type { ConditionText, MarkedText, RegisterWord } from '../model.ts';
import { anchorOf, linkTo } from './anchors.ts';
import type { Markup } from './markup.ts';
import { html } from './markup.ts';

/** What the words of texts mean, by id. */
export type WordIndex = ReadonlyMap<string, RegisterWord>;

/** Text whose words lead to what they mean, which is also told on the spot. */
export function renderText(text: MarkedText, words: WordIndex): Markup {
  const pieces = text.map((piece) => {
    const word = piece.word === undefined ? undefined : words.get(piece.word);
    if (word === undefined) return html`${piece.text}`;
    return html`<a class="word" href="${linkTo(anchorOf.word(word.id))}" title="${meaningOf(word)}">${piece.text}</a>`;
  });
  return html`<span class="text">${pieces}</span>`;
}

/** A condition as a list of what has to hold, nested as deep as it goes. */
export function renderCondition(condition: ConditionText, words: WordIndex): Markup {
  if (condition.kind === 'text') return renderText(condition.text, words);
  const items = condition.parts.map((part) => html`<li>${renderCondition(part, words)}</li>`);
  return html`<span class="quantity">${quantities[condition.kind]}</span><ul class="${condition.kind}">${items}</ul>`;
}

const quantities = {
  all: 'all of these hold',
  any: 'any of these holds',
  none: 'none of these holds',
} as const;

/** Documentation as paragraphs: blank lines part them. */
export function renderDocumentation(text: string | undefined): Markup {
  const paragraphs = (text ?? '').split(/\n\s*\n/).filter((paragraph) => paragraph.trim() !== '');
  return html`${paragraphs.map((paragraph) => html`<p class="note">${withCode(paragraph)}</p>`)}`;
}

/** What stands between back-ticks is written as in a policy. */
function withCode(paragraph: string): readonly Markup[] {
  const pieces = paragraph.replace(/\s+/g, ' ').trim().split('`');
  return pieces.map((piece, index) => (index % 2 === 1 ? html`<code>${piece}</code>` : html`${piece}`));
}

function meaningOf({ name, title, documentation, details }: RegisterWord): string {
  const parts = [
    title ?? name,
    ...(documentation === undefined ? details : [documentation.replace(/\s+/g, ' ')]),
  ];
  return parts.join(': ');
}
