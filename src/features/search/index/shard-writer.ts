import { ByteWriter } from './varint.ts';

/** Writes one index file: pairs in order, each with its places. See readShard. */
export class ShardWriter {
  private readonly bytes = new ByteWriter();
  private first = 0;
  private second = 0;

  get length(): number {
    return this.bytes.length;
  }

  add(pair: string, places: Uint32Array): void {
    const [a, b] = [pair.charCodeAt(0), pair.charCodeAt(1)];
    this.bytes.varint(a - this.first);
    this.bytes.varint(a === this.first ? b - this.second : b);
    this.bytes.varint(places.length);
    let last = 0;
    for (const place of places) {
      this.bytes.varint(place - last);
      last = place;
    }
    [this.first, this.second] = [a, b];
  }

  /** What was written; the writer starts anew. */
  take(): Uint8Array {
    [this.first, this.second] = [0, 0];
    return this.bytes.take();
  }
}
