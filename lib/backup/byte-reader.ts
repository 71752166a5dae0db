/** Reads bytes that come in pieces of any size in pieces of the reader's choice. */
export class ByteReader {
  readonly #source: AsyncIterator<Uint8Array>;
  #held: Buffer[] = [];
  #size = 0;

  constructor(source: AsyncIterable<Uint8Array>) {
    this.#source = source[Symbol.asyncIterator]();
  }

  /** The next `count` bytes; fewer only at the end. */
  async read(count: number): Promise<Buffer> {
    while (this.#size < count) {
      const { done, value } = await this.#source.next();
      if (done) break;
      this.#held.push(Buffer.from(value.buffer, value.byteOffset, value.byteLength));
      this.#size += value.byteLength;
    }
    return this.#take(Math.min(count, this.#size));
  }

  /** The bytes up to the next line end, without it, if it is among the next `max`; else null. */
  async readLine(max: number): Promise<Buffer | null> {
    const start = await this.read(max);
    const end = start.indexOf("\n");
    const rest = end < 0 ? start : start.subarray(end + 1);
    this.#held.unshift(rest);
    this.#size += rest.length;
    return end < 0 ? null : start.subarray(0, end);
  }

  #take(count: number): Buffer {
    const taken: Buffer[] = [];
    this.#size -= count;
    for (let missing = count; missing > 0; ) {
      const [piece = Buffer.alloc(0)] = this.#held;
      if (piece.length <= missing) this.#held.shift();
      else this.#held[0] = piece.subarray(missing);
      taken.push(piece.subarray(0, missing));
      missing -= Math.min(piece.length, missing);
    }
    return taken.length === 1 && taken[0] ? taken[0] : Buffer.concat(taken);
  }
}
