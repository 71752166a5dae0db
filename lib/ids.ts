const randomLength = 10;
// Random bytes are drawn for many ids at once, since drawing them is the slow part.
const chance = new Uint8Array(100 * randomLength);
let drawn = chance.length;
const hexOf = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, "0"));

/** A new UUIDv7 (RFC 9562): ids made later sort later, but for those of the same millisecond. */
export function newId(): string {
  if (drawn === chance.length) {
    crypto.getRandomValues(chance);
    drawn = 0;
  }
  const own = chance.subarray(drawn, drawn + randomLength);
  drawn += randomLength;
  return idAt(Date.now(), own);
}

/** The UUIDv7 of a time, in milliseconds or as a date, and ten bytes of chance. Throws RangeError for fewer bytes. */
export function idAt(time: number | Date, randomBytes: Uint8Array): string {
  if (randomBytes.length < randomLength) throw new RangeError(`An id needs ${randomLength} random bytes.`);
  const bytes = new Uint8Array(16);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(Math.floor(Number(time))) << 16n);
  bytes.set(randomBytes.subarray(0, randomLength), 6);
  const view = new DataView(bytes.buffer);
  view.setUint8(6, (view.getUint8(6) & 0x0f) | 0x70);
  view.setUint8(8, (view.getUint8(8) & 0x3f) | 0x80);
  let hex = "";
  for (const byte of bytes) hex += hexOf[byte];
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}
