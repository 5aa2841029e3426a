/** The looks of the page about coverage: on screens light or dark, and on paper. */
export const coverageStyles = `:root {
  color-scheme: light dark;
  --ink: #1b1b1b; --paper: #ffffff; --faint: #595959; --line: #d0d0d0;
  --some: #8a5a00; --some-back: #fff4d6; --none: #a3001b; --none-back: #ffe6e9; --full: #0b6b2e;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ink: #ececec; --paper: #161616; --faint: #b0b0b0; --line: #444444;
    --some: #f0c060; --some-back: #3a2e10; --none: #ff9aa8; --none-back: #43141b; --full: #7fd79a;
  }
}
body { color: var(--ink); background: var(--paper); font: 1rem/1.5 system-ui, sans-serif; margin: 0 auto; max-width: 80rem; padding: 1rem; }
h1 { font-size: 1.6rem; }
h2 { font-size: 1.2rem; margin-top: 2rem; overflow-wrap: anywhere; }
a { color: inherit; }
a:focus-visible { outline: 3px solid currentColor; outline-offset: 2px; }
table { border-collapse: collapse; }
.summary th, .summary td { border-bottom: 1px solid var(--line); padding: 0.2rem 0.8rem 0.2rem 0; text-align: right; font-variant-numeric: tabular-nums; }
.summary tbody th { font-weight: normal; }
.summary th:first-child { text-align: left; overflow-wrap: anywhere; }
.summary thead th, .summary tfoot th, .summary tfoot td { font-weight: bold; }
.full { color: var(--full); }
.part { color: var(--some); }
.source { width: 100%; font: 0.85rem/1.5 ui-monospace, monospace; }
.source th { color: var(--faint); font-weight: normal; text-align: right; vertical-align: top; padding: 0 1rem 0 0; user-select: none; width: 1%; }
.source td { white-space: pre-wrap; overflow-wrap: anywhere; padding: 0; }
.some { background: var(--some-back); text-decoration: underline dotted var(--some) 2px; text-underline-offset: 3px; }
.none { background: var(--none-back); text-decoration: underline double var(--none); text-underline-offset: 3px; }
.all { background: transparent; text-decoration: none; }
.note td:last-child { color: var(--some); white-space: normal; font-family: system-ui, sans-serif; padding: 0 0 0.2rem 2rem; }
.note td:last-child::before { content: "\\2192\\00a0"; }
:target { scroll-margin-top: 1rem; }
tr:target { outline: 2px solid var(--some); }
@media print {
  :root { --ink: #000000; --paper: #ffffff; --faint: #444444; --some: #5c3c00; --some-back: transparent; --none: #700012; --none-back: transparent; }
  body { max-width: none; font-size: 10pt; }
  .source { font-size: 8pt; }
  tr { break-inside: avoid; }
  h2 { break-after: avoid; }
}
`;
