/** Placemarks of a KML document as records, while its elements come by. */
import type { Json } from "../../model/household.ts";
import type { Problem } from "../../outcome.ts";
import { oneGeometry, type Part, type Xy } from "../collect-shapes.ts";
import { RecordList } from "../record-list.ts";
import { kmlPositions } from "./kml-coordinates.ts";
import { descriptionTable } from "./kml-description.ts";
import type { XmlHandler } from "./xml.ts";

/** What can be on a map in KML and is no place of a record: told by its name, with how many there were. */
const LEFT_OUT = new Set([
  "Track",
  "MultiTrack",
  "Model",
  "GroundOverlay",
  "PhotoOverlay",
  "ScreenOverlay",
  "NetworkLink",
  "Tour",
]);
/** Elements whose text is a column of its own name, by the element they stand in. */
const PLAIN: Readonly<Record<string, readonly string[]>> = {
  Placemark: ["address", "phoneNumber"],
  TimeStamp: ["when"],
  TimeSpan: ["begin", "end"],
};
const FOLDER = " / ";

/** One placemark that is being read. */
interface Placemark {
  readonly values: (readonly [name: string, value: Json])[];
  readonly parts: Part[];
  description: string | null;
  /** Rings of the polygon being read: the outer one first. */
  rings: Xy[][] | null;
  outer: Xy[] | null;
  /** Name of the Data or SimpleData being read. */
  field: string | null;
  wrong: string | null;
}

/** Collects `list` and `rejected`; `leftOut` counts what was passed over. */
export class KmlPlacemarks implements XmlHandler {
  readonly list = new RecordList();
  readonly rejected: Problem[] = [];
  readonly leftOut = new Map<string, number>();
  /** Descriptions that were tables and became columns. */
  tables = 0;
  /** The root element was one that KML begins with. */
  isKml = false;

  private readonly path: string[] = [];
  private readonly folders: (string | null)[] = [];
  private placemark: Placemark | null = null;
  private signs = "";
  private row = 0;

  constructor(private readonly file: string) {
    // They stand first whatever the first placemark says.
    for (const name of ["name", "Folder"]) this.list.column(name);
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (this.path.length === 0) this.isKml = name === "kml" || name === "Document" || name === "Folder";
    this.path.push(name);
    this.signs = "";
    if (LEFT_OUT.has(name)) this.leftOut.set(name, (this.leftOut.get(name) ?? 0) + 1);
    if (name === "Folder") this.folders.push(null);
    else if (name === "Placemark") {
      if (this.placemark) this.finish();
      this.placemark = {
        values: [],
        parts: [],
        description: null,
        rings: null,
        outer: null,
        field: null,
        wrong: null,
      };
    } else if (this.placemark) {
      if (name === "Polygon") this.placemark.rings = [];
      else if (name === "Data" || name === "SimpleData") this.placemark.field = attributes.name ?? "";
    }
  }

  text(part: string): void {
    this.signs += part;
  }

  close(name: string): void {
    this.path.pop();
    const parent = this.path.at(-1);
    const text = this.signs;
    this.signs = "";
    if (name === "Folder") this.folders.pop();
    else if (name === "name" && parent === "Folder") this.folders[this.folders.length - 1] = text.trim();
    else if (name === "Placemark") {
      // One inside another was ended when the inner one began.
      if (this.placemark) this.finish();
    } else if (this.placemark) this.closeInside(this.placemark, name, parent, text);
  }

  private closeInside(placemark: Placemark, name: string, parent: string | undefined, text: string): void {
    if (parent === "Placemark" && name === "name") placemark.values.unshift(["name", text]);
    else if (parent === "Placemark" && name === "description") placemark.description = text;
    else if (name === "SimpleData" || (name === "value" && parent === "Data")) {
      if (placemark.field !== null) placemark.values.push([placemark.field, text === "" ? null : text]);
      placemark.field = null;
    } else if (parent !== undefined && Object.hasOwn(PLAIN, parent) && PLAIN[parent]!.includes(name)) {
      if (text.trim() !== "") placemark.values.push([name, text.trim()]);
    } else if (name === "coordinates") this.coordinates(placemark, parent, text);
    else if (name === "Polygon") {
      const { outer, rings } = placemark;
      if (outer) placemark.parts.push({ type: "Polygon", coordinates: [outer, ...(rings ?? [])] });
      placemark.outer = null;
      placemark.rings = null;
    }
  }

  private coordinates(placemark: Placemark, parent: string | undefined, text: string): void {
    const found = kmlPositions(text);
    if (typeof found === "string") {
      placemark.wrong ??= found;
      return;
    }
    if (found.length === 0) return;
    if (parent === "Point") placemark.parts.push({ type: "Point", coordinates: found[0]! });
    else if (placemark.rings && parent === "LinearRing") {
      if (this.path.at(-2) === "outerBoundaryIs") placemark.outer = [...found];
      else placemark.rings.push([...found]);
    } else if (parent === "LineString" || parent === "LinearRing") {
      placemark.parts.push({ type: "LineString", coordinates: found });
    }
  }

  private finish(): void {
    const placemark = this.placemark!;
    this.placemark = null;
    this.row++;
    if (placemark.wrong !== null) {
      const values = { given: placemark.wrong };
      this.rejected.push({
        code: "kml.coordinates",
        file: this.file,
        row: this.row,
        rowIs: "feature",
        values,
      });
      return;
    }
    const folder = this.folders.filter((name) => name).join(FOLDER);
    if (folder !== "") placemark.values.push(["Folder", folder]);
    const { description } = placemark;
    if (description !== null && description.trim() !== "") {
      const table = descriptionTable(description);
      if (table) {
        this.tables++;
        placemark.values.push(...table);
      } else placemark.values.push(["description", description]);
    }
    this.list.add(this.row, placemark.values, oneGeometry(placemark.parts));
  }
}
