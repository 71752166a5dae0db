import { crc32, deflateSync } from "node:zlib";

/** Cut in the middle. */
export function half(bytes: Uint8Array): Uint8Array {
  return bytes.subarray(0, bytes.length / 2);
}

/** A PNG of one colour with one bit a pixel: kilobytes that want gigabytes. */
export function immensePng(width: number, height: number): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([1, 0, 0, 0, 0], 8);
  const rows = deflateSync(Buffer.alloc((width / 8 + 1) * height), { level: 9 });
  return Buffer.concat([
    Buffer.from("89504e470d0a1a0a", "hex"),
    chunk("IHDR", head),
    chunk("IDAT", rows),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(named), 4);
  return Buffer.concat([frame.subarray(0, 4), named, frame.subarray(4)]);
}

/** A PNG that moves, from the picture of the first to that of the second; both of one size. */
export function movingPng(first: Uint8Array, second: Uint8Array): Buffer {
  const [one, other] = [chunksOf(first), chunksOf(second)];
  const data = (chunks: Chunk[]) =>
    Buffer.concat(chunks.filter(({ type }) => type === "IDAT").map(({ data }) => data));
  const head = one.find(({ type }) => type === "IHDR")?.data ?? Buffer.alloc(13);
  return Buffer.concat([
    Buffer.from("89504e470d0a1a0a", "hex"),
    chunk("IHDR", head),
    chunk("acTL", numbers(2, 0)),
    chunk("fcTL", frame(0, head)),
    chunk("IDAT", data(one)),
    chunk("fcTL", frame(1, head)),
    chunk("fdAT", Buffer.concat([numbers(2), data(other)])),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

type Chunk = { type: string; data: Buffer };

function chunksOf(png: Uint8Array): Chunk[] {
  const bytes = Buffer.from(png);
  const chunks: Chunk[] = [];
  for (let at = 8; at < bytes.length; at += 12 + bytes.readUInt32BE(at)) {
    const length = bytes.readUInt32BE(at);
    chunks.push({
      type: bytes.toString("latin1", at + 4, at + 8),
      data: bytes.subarray(at + 8, at + 8 + length),
    });
  }
  return chunks;
}

function frame(number: number, head: Buffer): Buffer {
  return Buffer.concat([
    numbers(number),
    head.subarray(0, 8),
    numbers(0, 0),
    Buffer.from([0, 1, 0, 1, 0, 0]),
  ]);
}

function numbers(...values: number[]): Buffer {
  return Buffer.concat(
    values.map((value) => {
      const bytes = Buffer.alloc(4);
      bytes.writeUInt32BE(value);
      return bytes;
    }),
  );
}
