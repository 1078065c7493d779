/** A text file read from bytes, and how. */
export interface Decoded {
  text: string;
  encoding: 'UTF-8' | 'UTF-16LE' | 'UTF-16BE' | 'GB18030';
}

const starts = (bytes: Uint8Array, ...mark: number[]) => mark.every((byte, at) => bytes[at] === byte);

/** How many code units of a sample look like Chinese text or plain ASCII when read in one byte order. */
function plausible(bytes: Uint8Array, littleEndian: boolean): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 4000) & ~1);
  let hits = 0;
  for (let at = 0; at < view.byteLength; at += 2) {
    const unit = view.getUint16(at, littleEndian);
    if ((unit >= 0x4e00 && unit <= 0x9fff) || (unit >= 0x3000 && unit <= 0x303f) || (unit >= 0xff00 && unit <= 0xff5e) || (unit >= 0x20 && unit < 0x7f) || unit === 0x0a || unit === 0x0d) hits += 1;
  }
  return view.byteLength === 0 ? 0 : (hits * 2) / view.byteLength;
}

/**
 * Reads Chinese text in the encodings that office PCs write: UTF-8 with or without a mark, UTF-16 of both orders, GB18030
 * (which covers GBK and GB2312). A valid UTF-8 file is UTF-8; UTF-16 without a mark is known by its zero bytes or by making
 * sense as Chinese where GB18030 does not.
 */
export function decode(bytes: Uint8Array): Decoded {
  const read = (label: string, from = 0) => new TextDecoder(label, { fatal: false }).decode(bytes.subarray(from));
  if (starts(bytes, 0xef, 0xbb, 0xbf)) return { text: read('utf-8', 3), encoding: 'UTF-8' };
  if (starts(bytes, 0xff, 0xfe)) return { text: read('utf-16le', 2), encoding: 'UTF-16LE' };
  if (starts(bytes, 0xfe, 0xff)) return { text: read('utf-16be', 2), encoding: 'UTF-16BE' };
  const zeros = bytes.subarray(0, 4000).filter((byte) => byte === 0).length;
  if (zeros === 0)
    try {
      return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'UTF-8' };
    } catch {
      // Not UTF-8: one of the others.
    }
  const [little, big] = [plausible(bytes, true), plausible(bytes, false)];
  const isWide = bytes.length % 2 === 0 && (zeros > 0 || Math.max(little, big) > 0.95);
  if (isWide) return little >= big ? { text: read('utf-16le'), encoding: 'UTF-16LE' } : { text: read('utf-16be'), encoding: 'UTF-16BE' };
  return { text: read('gb18030'), encoding: 'GB18030' };
}
