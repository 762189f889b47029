/**
 * XML as a stream of elements. Nothing is looked up or expanded: a document type is passed over, of entities
 * only the five of XML and numbers are known, and depth and size are limited.
 */
import { SaxesParser } from "saxes";
import { type Outcome, ok, type Problem } from "../../outcome.ts";
import { MOST_XML_DEPTH } from "../source-limits.ts";
import { isBeyondBytes, type SourceText } from "../text/source-text.ts";

/** Names come without their prefix, attributes too; text is told before the element that follows it. */
export interface XmlHandler {
  open(name: string, attributes: Readonly<Record<string, string>>, prefix: string): void;
  text(text: string): void;
  close(name: string): void;
}

/** Signs given to the parser at once; the line of a fault is known to it. */
const PIECE = 1 << 16;

class Stop extends Error {
  constructor(readonly problem: Problem) {
    super(problem.code);
  }
}

/**
 * Reads a document to its end. Refused: `xml.broken` with line and column, `xml.deep`,
 * `format.mixed-letters`. A note when unknown entities were left as they are written.
 */
export function readXml({ text, kind }: SourceText, file: string, handler: XmlHandler): Outcome<void> {
  const parser = new SaxesParser({ position: true, xmlns: false });
  let depth = 0;
  let unknown = 0;
  const take = (part: string) => {
    if (kind === "bytes" && isBeyondBytes(part)) stop("format.mixed-letters");
    handler.text(part);
  };
  const stop = (code: Problem["code"], values?: Problem["values"]): never => {
    throw new Stop(values ? { code, file, values } : { code, file });
  };
  parser.on("error", (error) => {
    // HTML's names of signs in XML are a common slip; they are left as written and told.
    if (error.message.endsWith("undefined entity.")) unknown++;
    else stop("xml.broken", { line: parser.line, column: parser.column });
  });
  parser.on("opentag", (tag) => {
    if (++depth > MOST_XML_DEPTH) stop("xml.deep", { most: MOST_XML_DEPTH });
    const [prefix, name] = split(tag.name);
    handler.open(name, tag.attributes as Record<string, string>, prefix);
  });
  parser.on("text", take);
  parser.on("cdata", take);
  parser.on("closetag", (tag) => {
    depth--;
    handler.close(split(tag.name)[1]);
  });
  try {
    for (let at = 0; at < text.length; at += PIECE) parser.write(text.slice(at, at + PIECE));
    parser.close();
  } catch (error) {
    if (error instanceof Stop) return { ok: false, problem: error.problem };
    throw error;
  }
  if (unknown === 0) return ok(undefined);
  return ok(undefined, [{ code: "xml.entities", file, values: { count: unknown } }]);
}

function split(name: string): readonly [prefix: string, name: string] {
  const colon = name.indexOf(":");
  return colon < 0 ? ["", name] : [name.slice(0, colon), name.slice(colon + 1)];
}
