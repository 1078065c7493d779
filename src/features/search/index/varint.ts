const sumBytes = 4;

/** A number that tells a damaged, cut or foreign file from a whole one. */
function checkSum(bytes: Uint8Array): number {
  let sum = bytes.length;
  for (let at = sumBytes; at < bytes.length; at += 1) sum = (Math.imul(sum, 31) + (bytes[at] || 0)) >>> 0;
  return sum;
}

/** A growing row of bytes that takes whole numbers as base-128 varints, low bits first. */
export class ByteWriter {
  private bytes = new Uint8Array(1024);
  length = 0;

  varint(value: number): void {
    let rest = value;
    if (this.length + 6 > this.bytes.length) {
      const larger = new Uint8Array(this.bytes.length * 2);
      larger.set(this.bytes);
      this.bytes = larger;
    }
    while (rest > 127) {
      this.bytes[this.length] = (rest & 127) | 128;
      this.length += 1;
      rest = Math.floor(rest / 128);
    }
    this.bytes[this.length] = rest;
    this.length += 1;
  }

  /** A copy of what was written behind its check sum; the writer starts anew. */
  take(): Uint8Array {
    const taken = new Uint8Array(this.length + sumBytes);
    taken.set(this.bytes.subarray(0, this.length), sumBytes);
    new DataView(taken.buffer).setUint32(0, checkSum(taken));
    this.length = 0;
    return taken;
  }
}

/** Reads what ByteWriter wrote. Throws at once when the bytes are not that. */
export class ByteReader {
  private readonly bytes: Uint8Array;
  private at = sumBytes;

  constructor(bytes: Uint8Array) {
    if (bytes.length < sumBytes || new DataView(bytes.buffer, bytes.byteOffset).getUint32(0) !== checkSum(bytes)) throw new Error('search: damaged index file');
    this.bytes = bytes;
  }

  get done(): boolean {
    return this.at >= this.bytes.length;
  }

  varint(): number {
    let value = 0;
    let factor = 1;
    for (;;) {
      const byte = this.bytes[this.at] || 0;
      this.at += 1;
      value += (byte & 127) * factor;
      if (byte < 128) return value;
      factor *= 128;
    }
  }
}
