import { printStyle } from './print-style.ts';

const colors = `
:root {
  --paper: #fbfaf7; --card: #ffffff; --ink: #1c1e22; --muted: #585d66; --line: #dcd8cd; --link: #1d4f7c;
  --mark: #ffe9a8; --band: #f2efe7; --focus: #0b62b0;
  --forbid: #98191f; --forbid-soft: #fbeaea; --permit: #17633a; --permit-soft: #e5f3ea;
  --require: #7b4900; --require-soft: #fcf1da; --mandate: #5c2b86; --mandate-soft: #f2eafa;
  --advise: #3c5064; --advise-soft: #e9eff5; --schedule: #0c5b62; --schedule-soft: #e1f2f3;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #15171a; --card: #1d2024; --ink: #e9e6df; --muted: #a9adb4; --line: #34383e; --link: #8fc1ee;
    --mark: #5b4a10; --band: #212429; --focus: #8fc1ee;
    --forbid: #ff9d98; --forbid-soft: #3c1d1f; --permit: #86d6a2; --permit-soft: #16331f;
    --require: #f0c172; --require-soft: #392a10; --mandate: #d3aef5; --mandate-soft: #31203f;
    --advise: #b3c6d9; --advise-soft: #253039; --schedule: #82d3da; --schedule-soft: #10343a;
  }
}
.tone-forbid { --tone: var(--forbid); --soft: var(--forbid-soft); }
.tone-permit { --tone: var(--permit); --soft: var(--permit-soft); }
.tone-require { --tone: var(--require); --soft: var(--require-soft); }
.tone-mandate { --tone: var(--mandate); --soft: var(--mandate-soft); }
.tone-advise { --tone: var(--advise); --soft: var(--advise-soft); }
.tone-schedule { --tone: var(--schedule); --soft: var(--schedule-soft); }
`;

const text = `
* { box-sizing: border-box; }
html { scroll-padding-top: calc(var(--bar, 0px) + 1rem); -webkit-text-size-adjust: 100%; }
body {
  margin: 0; background: var(--paper); color: var(--ink);
  font: 16px/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Liberation Sans", sans-serif;
  overflow-wrap: break-word;
}
h1, h2, h3, h4, h5 {
  margin: 0; line-height: 1.25; font-weight: 600; text-wrap: balance;
  font-family: Charter, "Bitstream Charter", "Iowan Old Style", Palatino, "Liberation Serif", Georgia, serif;
}
h1 { font-size: 2.3rem; letter-spacing: -0.01em; }
h2 { font-size: 1.7rem; margin: 3.5rem 0 1rem; padding-top: .6rem; border-top: 2px solid var(--ink); }
main > section:first-child h2 { margin-top: 0; }
h3 { font-size: 1.3rem; margin: 2.2rem 0 .8rem; }
h3 small { font: .8rem/1 system-ui, sans-serif; color: var(--muted); margin-left: .4rem; }
h4 { font-size: 1.3rem; }
h5 { font-size: 1.08rem; }
p { margin: .5rem 0; }
a { color: var(--link); text-underline-offset: .18em; text-decoration-thickness: 1px; }
a:hover { text-decoration-thickness: 2px; }
:focus-visible { outline: 2px solid var(--focus); outline-offset: 2px; border-radius: 2px; }
.id, .place, code, .arguments {
  font: .82em/1.4 ui-monospace, "SF Mono", Menlo, Consolas, "Liberation Mono", monospace; color: var(--muted);
}
a.id { text-decoration: none; }
a.id:hover { text-decoration: underline; }
ul { margin: .2rem 0; padding-left: 1.2rem; }
ul.plain, ul.mentions, .tests ul { list-style: none; padding: 0; }
dl, dd { margin: 0; }
cite { font-style: normal; }
mark, ::highlight(found) { background-color: var(--mark); color: var(--ink); }
.word { color: inherit; text-decoration: underline dotted var(--muted); }
.word:hover { color: var(--link); }
.quantity, .kind, .path, .count, .as-of, .origin, .lead, .detail, .reached, .more { color: var(--muted); }
.note { color: var(--muted); max-width: 44rem; }
.skip { position: absolute; left: -100vw; background: var(--card); padding: .6rem 1rem; z-index: 3; }
.skip:focus { left: .5rem; top: .5rem; }
[hidden] { display: none !important; }
`;

const layout = `
.masthead, .layout, .foot, .finder > form, .chips { max-width: 76rem; margin: 0 auto; padding-inline: 1.5rem; }
.masthead { padding-block: 2.8rem 1.6rem; }
.masthead p { margin: .4rem 0 0; color: var(--muted); }
.masthead .kicker { margin: 0 0 .3rem; letter-spacing: .08em; text-transform: uppercase; font-size: .78rem; }
.layout { display: grid; grid-template-columns: 15.5rem minmax(0, 1fr); gap: 3rem; padding-block: 2rem 4rem; }
nav { font-size: .9rem; position: sticky; top: calc(var(--bar, 0px) + 1rem); align-self: start; max-height: calc(100vh - var(--bar, 0px) - 2rem); overflow: auto; padding-right: .5rem; }
nav details > summary { display: none; }
nav ul { list-style: none; padding: 0; margin: 0 0 1rem; }
nav li { margin: .18rem 0; line-height: 1.35; }
nav li li { padding-left: .8rem; border-left: 1px solid var(--line); margin: 0; padding-block: .14rem; }
nav a { color: var(--ink); text-decoration: none; }
nav a:hover { text-decoration: underline; }
nav li li a { color: var(--muted); }
nav .count { font-size: .8em; }
.foot { border-top: 1px solid var(--line); color: var(--muted); font-size: .85rem; padding-block: 1.5rem 3rem; }
.numbers { display: flex; flex-wrap: wrap; gap: 1.2rem 2.6rem; margin: 0 0 1rem; }
.numbers div { display: flex; flex-direction: column-reverse; }
.numbers dt { color: var(--muted); font-size: .88rem; }
.numbers dd { font: 600 1.9rem/1.1 Charter, "Iowan Old Style", Palatino, "Liberation Serif", Georgia, serif; }
.numbers .wide dd { font-size: 1.25rem; line-height: 2.1rem; }
.numbers .bad dd { color: var(--forbid); }
.numbers .open dd { color: var(--require); }
.digest code { overflow-wrap: anywhere; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: .92rem; }
th, td { text-align: left; padding: .42rem .8rem .42rem 0; border-bottom: 1px solid var(--line); vertical-align: top; }
thead th { font-weight: 600; color: var(--muted); }
tbody th { font-weight: 400; }
.matrix td, .matrix thead th:not(:first-child) { text-align: right; font-variant-numeric: tabular-nums; }
th:last-child, td:last-child { padding-right: 0; }
.matrix .none { color: var(--muted); }
.matrix .total { font-weight: 600; }
.choices > div { margin: .6rem 0; }
.choices dt { font-weight: 600; }
`;

const rules = `
.policy { margin: 0 0 2.6rem; }
.authority .policy { content-visibility: auto; contain-intrinsic-size: auto 60rem; }
.policy > header { padding-top: 1.1rem; border-top: 1px solid var(--line); }
.about { margin: .8rem 0 1.2rem; font-size: .94rem; }
.row { display: grid; grid-template-columns: 8.2rem minmax(0, 1fr); gap: .1rem 1rem; padding: .16rem 0; }
.row > dt { color: var(--muted); font-size: .88rem; line-height: 1.75; }
.rule {
  background: var(--card); border: 1px solid var(--line); border-left: 4px solid var(--tone); border-radius: 4px;
  padding: .95rem 1.2rem .9rem; margin: .8rem 0;
}
.rule:target, .exception:target { box-shadow: 0 0 0 2px var(--focus); }
.effect { display: flex; flex-wrap: wrap; gap: .1rem .5rem; align-items: baseline; margin: 0 0 .3rem; font-size: .85rem; color: var(--muted); }
.effect .whose { margin-left: auto; }
.tag {
  display: inline-block; background: var(--soft); color: var(--tone); font-weight: 600; padding: .04rem .5rem;
  border-radius: 3px;
}
.says { margin-top: .65rem; }
.says ul { margin: .1rem 0; }
.says .all > li, .says .any > li, .says .none > li { margin: .12rem 0; }
.quantity { font-size: .9em; font-style: italic; }
.exception { border-left: 2px solid var(--line); padding-left: .9rem; margin: .1rem 0 .3rem; }
.exception .title { margin: 0; font-weight: 600; }
.exception .title .id { font-weight: 400; margin-left: .3rem; }
.exception .row { grid-template-columns: 6.4rem minmax(0, 1fr); }
.exception .origin { margin: 0; font-size: .92rem; }
.tests, .untested { margin: .6rem 0 0; font-size: .88rem; }
.tests summary { cursor: pointer; color: var(--permit); width: fit-content; }
.tests.failed summary, .tests .failed .mark { color: var(--forbid); font-weight: 600; }
.tests li { margin: .2rem 0; }
.tests .mark { color: var(--permit); margin-right: .4rem; }
.untested { color: var(--require); }
.index { border-top: 1px solid var(--line); }
.index > summary { display: flex; align-items: baseline; gap: .8rem; cursor: pointer; padding: .7rem 0; list-style: none; }
.index > summary::-webkit-details-marker { display: none; }
.index > summary::before { content: "+"; color: var(--muted); width: .8rem; }
.index[open] > summary::before { content: "–"; }
.index h3 { margin: 0; font-size: 1.12rem; }
.count { font-size: .85rem; }
.entry { padding: .7rem 0 .7rem 1.6rem; border-top: 1px dotted var(--line); }
.entry dt { font-weight: 600; }
.entry .path { font-weight: 400; }
.label, .reached { font-size: .85rem; margin: .35rem 0 0; }
.label { color: var(--muted); }
.mentions { columns: 20rem 2; column-gap: 2rem; font-size: .93rem; }
.mentions li { break-inside: avoid; margin: .12rem 0; }
.mentions .id { display: block; }
.excluded { color: var(--forbid); font-size: .85rem; }
.kind { font-size: .8rem; font-weight: 400; border: 1px solid var(--line); border-radius: 3px; padding: 0 .35rem; margin-left: .3rem; }
.words > div { display: grid; grid-template-columns: 16rem minmax(0, 1fr); gap: 0 2rem; padding: .6rem 0; border-top: 1px dotted var(--line); }
.words dt .name { font-weight: 600; }
.words dt .title { display: block; color: var(--muted); }
.words dd p { margin: 0 0 .2rem; font-size: .93rem; }
.words > div:target { background: var(--band); }
`;

const finder = `
.finder { position: sticky; top: 0; z-index: 2; background: var(--band); border-block: 1px solid var(--line); }
.finder > form { display: flex; flex-wrap: wrap; gap: .5rem 1.2rem; align-items: center; padding-block: .6rem; }
.finder label { font-size: .88rem; color: var(--muted); display: flex; align-items: center; gap: .45rem; }
.finder .search { flex: 1 1 16rem; }
.finder input, .finder select, .finder button, .chips button {
  font: inherit; font-size: .95rem; color: var(--ink); background: var(--card); border: 1px solid var(--muted);
  border-radius: 4px; padding: .32rem .6rem; min-height: 2.2rem;
}
.finder input[type="search"] { width: 100%; }
.finder ::placeholder { color: var(--muted); opacity: 1; }
.finder select { max-width: 14rem; }
.chips { display: flex; flex-wrap: wrap; gap: .35rem; border: 0; padding-block: .8rem 0; min-width: 0; }
.chips .gap { width: 1px; background: var(--line); margin: .2rem .4rem; }
.chips legend { float: left; font-size: .88rem; color: var(--muted); padding: .3rem .4rem 0 0; }
.chips button { border-color: var(--line); border-radius: 999px; font-size: .85rem; padding: .1rem .7rem; min-height: 1.85rem; cursor: pointer; }
.chips button:hover { border-color: var(--muted); }
.chips button[aria-pressed="true"] { background: var(--ink); color: var(--paper); border-color: var(--ink); }
.finder .reset { cursor: pointer; }
.status { color: var(--muted); min-height: 1.5rem; }
.chips + .layout { padding-top: 1.4rem; }
.searching .masthead, .searching #overview, .searching #indexes, .searching #words { display: none; }
`;

const narrow = `
@media (max-width: 60rem) {
  .layout { grid-template-columns: minmax(0, 1fr); gap: 1.2rem; padding-top: 1.2rem; }
  nav details > summary { display: block; cursor: pointer; font-weight: 600; padding: .4rem 0; }
  nav { position: static; max-height: none; }
  .words > div { grid-template-columns: minmax(0, 1fr); }
}
@media (max-width: 40rem) {
  body { font-size: 15px; }
  .chips > * { flex: none; }
  .masthead, .layout, .foot, .finder > form, .chips { padding-inline: 1rem; }
  .masthead { padding-block: 1.6rem 1rem; }
  h1 { font-size: 1.8rem; }
  .row, .exception .row { grid-template-columns: minmax(0, 1fr); }
  .row > dt { line-height: 1.3; margin-top: .3rem; }
  .rule { padding: .8rem .9rem; }
  .finder { position: static; }
  .chips { flex-wrap: nowrap; overflow-x: auto; padding-bottom: .2rem; }
  .chips button { white-space: nowrap; }
  .mentions { columns: 1; }
}
`;

/** How the register looks: on paper, on a wide screen and on a narrow one, light and dark. */
export const registerStyle: string = [colors, text, layout, rules, finder, narrow, printStyle]
  .join('')
  .trim();
