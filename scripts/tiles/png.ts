/** Writes PNG (W3C, third edition): 8 bits of red, green and blue. Rows are filtered, which packages for Node leave out. */
import { crc32, deflateSync } from "node:zlib";

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const BYTES = 3;

/** `rgb` has three bytes a pixel, row by row from the top. */
export function writePng(rgb: Uint8Array, width: number, height: number): Buffer {
  if (rgb.length !== width * height * BYTES) {
    throw new RangeError(`${rgb.length} bytes for ${width} × ${height} pixels`);
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, 0], 8); // bits, colours, compression, filtering, no interlace
  const data = deflateSync(filtered(rgb, width, height), { level: 9 });
  return Buffer.concat([
    Buffer.from(SIGNATURE),
    chunk("IHDR", head),
    chunk("IDAT", data),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Uint8Array): Buffer {
  const out = Buffer.alloc(12 + data.length);
  out.writeUInt32BE(data.length, 0);
  out.write(type, 4, "latin1");
  out.set(data, 8);
  out.writeUInt32BE(crc32(out.subarray(4, 8 + data.length)), 8 + data.length);
  return out;
}

/** Each row by the filter that leaves the smallest sum of differences (the standard's own advice). */
function filtered(rgb: Uint8Array, width: number, height: number): Uint8Array {
  const stride = width * BYTES;
  const out = new Uint8Array((stride + 1) * height);
  const tried = new Uint8Array(stride);
  for (let y = 0; y < height; y++) {
    let least = Infinity;
    for (let filter = 0; filter < 5; filter++) {
      let sum = 0;
      for (let i = 0; i < stride; i++) {
        const at = y * stride + i;
        const left = i < BYTES ? 0 : rgb[at - BYTES];
        const up = y === 0 ? 0 : rgb[at - stride];
        const corner = i < BYTES || y === 0 ? 0 : rgb[at - stride - BYTES];
        const value = (rgb[at] - predicted(filter, left, up, corner)) & 255;
        tried[i] = value;
        sum += value < 128 ? value : 256 - value;
      }
      if (sum >= least) continue;
      least = sum;
      out[y * (stride + 1)] = filter;
      out.set(tried, y * (stride + 1) + 1);
    }
  }
  return out;
}

function predicted(filter: number, left: number, up: number, corner: number): number {
  if (filter === 0) return 0;
  if (filter === 1) return left;
  if (filter === 2) return up;
  if (filter === 3) return (left + up) >> 1;
  const guess = left + up - corner;
  const toLeft = Math.abs(guess - left);
  const toUp = Math.abs(guess - up);
  const toCorner = Math.abs(guess - corner);
  if (toLeft <= toUp && toLeft <= toCorner) return left;
  return toUp <= toCorner ? up : corner;
}
