// Runs in the page: texts whose contrast with what is behind them is below what WCAG 2.2 AA asks for.

export function faintTexts() {
  const { document, NodeFilter, getComputedStyle } = globalThis;
  const channels = (color) => (color.match(/[\d.]+/g) ?? ['0', '0', '0', '0']).map(Number);
  const luminance = (color) => {
    const [red, green, blue] = channels(color).map((value) => {
      const share = value / 255;
      return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const background = (element) => {
    for (let box = element; box !== null; box = box.parentElement) {
      const color = getComputedStyle(box).backgroundColor;
      if (channels(color)[3] !== 0) return color;
    }
    return 'rgb(255, 255, 255)';
  };
  const found = new Map();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const element = node.parentElement;
    if (node.data.trim() === '' || !element.checkVisibility()) continue;
    const { color, fontSize, fontWeight } = getComputedStyle(element);
    const [light, dark] = [luminance(color), luminance(background(element))].sort((one, two) => two - one);
    const ratio = (light + 0.05) / (dark + 0.05);
    const size = Number.parseFloat(fontSize);
    const wanted = size >= 24 || (size >= 18.66 && Number(fontWeight) >= 700) ? 3 : 4.5;
    if (ratio < wanted)
      found.set(
        element.className || element.tagName,
        `${ratio.toFixed(2)}: ${node.data.trim().slice(0, 40)}`,
      );
  }
  return [...found].map(([name, text]) => `${name} ${text}`);
}
