import { duration } from './numbers.ts';
import type { Chart } from './results.ts';

const barHeight = 16;
const rowHeight = 20;
const labelWidth = 300;
const width = 960;
const plotWidth = width - labelWidth - 90;
const groupTop = 34;

/** A chart as SVG: one block of bars for each group, one logarithmic scale for all. */
export function drawChart({ title, groups, bars }: Chart): string {
  const values = bars.flatMap((bar) => bar.values.filter(Number.isFinite));
  const lowest = Math.floor(Math.log10(Math.min(...values)));
  const highest = Math.ceil(Math.log10(Math.max(...values)));
  const scale = (value: number): number =>
    ((Math.log10(value) - lowest) / Math.max(1, highest - lowest)) * plotWidth;
  let top = 64;
  const blocks = groups.map((group, index) => {
    const shown = bars
      .map((bar) => ({ ...bar, value: bar.values[index] ?? Number.NaN }))
      .filter(({ value }) => Number.isFinite(value))
      .sort((left, right) => left.value - right.value);
    const lines = shown.map((bar, row) => drawBar(bar, top + groupTop + row * rowHeight, scale(bar.value)));
    const heading = `<text class="group" x="16" y="${top + 20}">${escaped(group)}</text>`;
    top += groupTop + shown.length * rowHeight + 18;
    return [heading, ...lines].join('\n');
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${top}" role="img" aria-label="${escaped(title)}">`,
    style,
    `<rect width="${width}" height="${top}" fill="#ffffff"/>`,
    `<text class="title" x="16" y="30">${escaped(title)}</text>`,
    '<text class="note" x="16" y="50">Logarithmic scale: shorter is faster, and each line is ten times the one before.</text>',
    ...drawGrid(lowest, highest, top),
    ...blocks,
    '</svg>',
    '',
  ].join('\n');
}

const style = `<style>
text { font: 13px system-ui, sans-serif; fill: #24292f; }
.title { font-size: 17px; font-weight: 600; }
.note { fill: #57606a; }
.group { font-size: 14px; font-weight: 600; }
.ours { fill: #1f6feb; }
.other { fill: #b8c0ca; }
.name-ours { font-weight: 600; }
.grid { stroke: #eaeef2; }
</style>`;

function drawBar(bar: { name: string; isOurs: boolean; value: number }, top: number, length: number): string {
  const baseline = top + 12;
  return [
    `<text x="${labelWidth - 8}" y="${baseline}" text-anchor="end"${bar.isOurs ? ' class="name-ours"' : ''}>${escaped(bar.name)}</text>`,
    `<rect class="${bar.isOurs ? 'ours' : 'other'}" x="${labelWidth}" y="${top}" width="${Math.max(2, length).toFixed(1)}" height="${barHeight}" rx="2"/>`,
    `<text x="${(labelWidth + length + 6).toFixed(1)}" y="${baseline}">${duration(bar.value)}</text>`,
  ].join('\n');
}

function drawGrid(lowest: number, highest: number, height: number): string[] {
  return Array.from({ length: highest - lowest + 1 }, (_, step) => {
    const x = (labelWidth + (step / Math.max(1, highest - lowest)) * plotWidth).toFixed(1);
    return `<line class="grid" x1="${x}" y1="62" x2="${x}" y2="${height - 10}"/>`;
  });
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
