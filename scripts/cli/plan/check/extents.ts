/** The bounds written for each table of shapes hold all of its shapes. */
import { SHAPED_TABLES } from "../../../../src/plan/rows.ts";
import { addShapeFunctions } from "../../../../src/plan/shape-functions.ts";
import { listed, type PlanCheck } from "./finding.ts";

export const extents: PlanCheck = {
  name: "extents",
  look({ db }) {
    addShapeFunctions(db);
    const wrong = SHAPED_TABLES.filter((table) => {
      const bounds = db.selectArray(
        `SELECT min(ST_MinX(geom)), min(ST_MinY(geom)), max(ST_MaxX(geom)), max(ST_MaxY(geom)) FROM "${table}"
         WHERE geom NOT NULL AND NOT ST_IsEmpty(geom)`,
      );
      const written = db.selectArray(
        "SELECT min_x, min_y, max_x, max_y FROM gpkg_contents WHERE table_name = ?",
        [table],
      );
      if (!bounds || bounds[0] === null) return false;
      const [w, s, e, n] = (written ?? []).map((value) => (value === null ? Number.NaN : Number(value)));
      const [minX, minY, maxX, maxY] = bounds.map(Number) as [number, number, number, number];
      return !(w! <= minX && s! <= minY && e! >= maxX && n! >= maxY);
    });
    return wrong.length === 0 ? [] : [{ key: "cli.plan.check.extents.wrong", values: listed(wrong) }];
  },
};
