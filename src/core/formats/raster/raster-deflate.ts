/** Deflate for GeoTIFF that stops at the size of a block: a few bytes of a hostile file can stand for gigabytes. */
import { unzlibSync } from "fflate";
import type { BaseDecoder, addDecoder as RegisterDecoder } from "geotiff";

/** Numbers of the two ways TIFF says deflate. */
const DEFLATE = [8, 32946];
let registered = false;

/** Puts ours in the place of the library's, once. Given the library, for it is loaded when first needed. */
export function boundDeflate(library: {
  readonly BaseDecoder: typeof BaseDecoder;
  readonly addDecoder: typeof RegisterDecoder;
}): void {
  if (registered) return;
  registered = true;
  class Bounded extends library.BaseDecoder {
    override decodeBlock(buffer: ArrayBuffer): ArrayBuffer {
      const { tileWidth, tileHeight, bitsPerSample, planarConfiguration, samplesPerPixel } = this.parameters;
      const bits = typeof bitsPerSample === "number" ? [bitsPerSample] : Array.from(bitsPerSample, Number);
      const samples = planarConfiguration === 1 ? Math.max(samplesPerPixel ?? 1, bits.length) : 1;
      const size = tileHeight * Math.ceil((tileWidth * samples * Math.max(...bits)) / 8);
      // What is longer is cut off at the block; what is shorter is given as it is, and found to be too short.
      const block = unzlibSync(new Uint8Array(buffer), { out: new Uint8Array(size) });
      return block.slice().buffer as ArrayBuffer;
    }
  }
  library.addDecoder(DEFLATE, async () => Bounded as typeof BaseDecoder);
}
