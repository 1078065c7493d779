import core from 'qrcode/lib/core/qrcode.js';

/** The path of a QR code's dark squares in a square of `size` + 8 units, a quiet zone of four around it. */
export function qrPath(text: string): { path: string; size: number } {
  const { modules } = core.create(text, { errorCorrectionLevel: text.length > 300 ? 'L' : 'M' });
  let path = '';
  for (let row = 0; row < modules.size; row += 1)
    for (let column = 0; column < modules.size; column += 1) {
      let run = 0;
      while (column + run < modules.size && modules.data[row * modules.size + column + run]) run += 1;
      if (run > 0) path += `M${column + 4} ${row + 4}h${run}v1h-${run}z`;
      column += run;
    }
  return { path, size: modules.size + 8 };
}

/** A QR code as inline SVG. */
export function qrSvg(text: string, label: string): string {
  const { path, size } = qrPath(text);
  return `<svg class="qr" viewBox="0 0 ${size} ${size}" role="img" aria-label="${label}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${size}v${size}H0z"/><path fill="#000" d="${path}"/></svg>`;
}
