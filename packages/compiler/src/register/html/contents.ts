import type { Register } from '../model.ts';
import { anchorOf, linkTo } from './anchors.ts';
import type { Markup } from './markup.ts';
import { html } from './markup.ts';
import { capitalized } from './phrases.ts';

/** The way through the page. */
export function renderContents({ authorities, indexes }: Register): Markup {
  const policies = authorities.map(({ name, policies: own }) => {
    const items = own.map(
      ({ id, title }) => html`<li><a href="${linkTo(anchorOf.policy(id))}">${title}</a></li>`,
    );
    return html`<li><a href="${linkTo(anchorOf.authority(name))}">${capitalized(name)}</a> <span class="count">${own.length}</span><ul>${items}</ul></li>
`;
  });
  const subjects = indexes.map(
    ({ taxonomy, title }) => html`<li><a href="${linkTo(anchorOf.index(taxonomy))}">${title}</a></li>`,
  );
  return html`<nav aria-label="Contents">
<details open><summary>Contents</summary><div class="inner">
<ul><li><a href="#overview">Overview</a></li></ul>
<ul>${policies}</ul>
<ul><li><a href="#indexes">By subject</a><ul>${subjects}</ul></li></ul>
<ul><li><a href="#words">Words</a></li></ul>
</div></details>
</nav>
`;
}
