/** On paper: no navigation, everything unfolded, a rule never torn apart where it fits. */
export const printStyle: string = `
@media print {
  @page {
    size: A4; margin: 20mm 18mm 18mm;
    @top-left { content: "Register of rules"; font: 8.5pt system-ui, sans-serif; color: #555; }
    @bottom-right { content: counter(page) " / " counter(pages); font: 8.5pt system-ui, sans-serif; color: #555; }
  }
  :root {
    --paper: #fff; --card: #fff; --ink: #000; --muted: #444; --line: #bbb; --link: #000; --mark: none; --band: #fff;
    --forbid: #8a1218; --forbid-soft: #fff; --permit: #0f4f2c; --permit-soft: #fff; --require: #6a3f00;
    --require-soft: #fff; --mandate: #4a2170; --mandate-soft: #fff; --advise: #2f4152; --advise-soft: #fff;
    --schedule: #084a50; --schedule-soft: #fff;
  }
  body { font-size: 9pt; line-height: 1.36; }
  .finder, .chips, nav, .skip, .status { display: none !important; }
  .masthead, .layout, .foot { max-width: none; padding-inline: 0; }
  .masthead { padding-block: 0 6mm; }
  .layout { display: block; padding-block: 0; }
  h1 { font-size: 22pt; }
  h2 { font-size: 15pt; margin-top: 9mm; }
  h3, h4, h5 { break-after: avoid; }
  .policy > header, .policy > .about { break-inside: avoid; break-after: avoid; }
  .authority .policy { content-visibility: visible; }
  .rule { border-radius: 0; padding: 2mm 3mm; margin: 2mm 0; box-decoration-break: clone; -webkit-box-decoration-break: clone; }
  .rule > header { break-inside: avoid; break-after: avoid; }
  .row, .note { break-inside: avoid; }
  .row:has(.exception) { break-inside: auto; }
  .exception > .title { break-after: avoid; }
  .tests, .untested { break-before: avoid; margin-top: 1mm; }
  .tests summary { list-style: none; }
  .says { margin-top: 1.2mm; }
  .about { margin: 1.5mm 0 2.5mm; }
  .policy { margin-bottom: 5mm; }
  .tag { padding: 0; border-bottom: 1.5pt solid var(--tone); border-radius: 0; }
  details::details-content { content-visibility: visible !important; display: block; block-size: auto !important; }
  .index > summary::before { content: "" !important; }
  .tests ul { display: none; }
  .row { grid-template-columns: 26mm minmax(0, 1fr); padding: 0; }
  .row > dt { line-height: inherit; font-size: inherit; }
  .about { font-size: inherit; }
  a { text-decoration: none; color: inherit; }
  a.source[href^="http"]::after { content: " <" attr(href) ">"; font-size: .85em; color: var(--muted); overflow-wrap: anywhere; }
  .word { text-decoration: none; }
  .entry, .words > div, tr { break-inside: avoid; }
  .mentions { columns: 2; }
  .words > div { grid-template-columns: 48mm minmax(0, 1fr); gap: 0 4mm; padding: 1mm 0; }
  .entry { padding: 1.5mm 0 1.5mm 4mm; }
  th, td { padding-block: 1mm; }
  .numbers dd { font-size: 15pt; }
}
`;
