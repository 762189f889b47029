/** The layers of the map from the ground up: what is drawn later lies on top. One line per group. */
import type { MapState } from "../map-state.ts";
import { blockedLayers } from "./blocked.ts";
import { chosenLayers } from "./chosen.ts";
import { clusterLayers } from "./clusters.ts";
import { forestEdgeLayers } from "./forest-edge.ts";
import { forestFillLayers } from "./forest-fill.ts";
import { hazardFillLayers } from "./hazard-fill.ts";
import { markLayers, noMarkLayers } from "./household-marks.ts";
import { intakeProofLayers } from "./intake-proof.ts";
import { groundNameLayers, labelLayers } from "./labels.ts";
import { notSurveyedLayers } from "./not-surveyed.ts";
import { paperLayers } from "./paper.ts";
import type { LayerGroup } from "./parts.ts";
import { reliefLayers } from "./relief.ts";
import { roadLayers } from "./roads.ts";
import { selectionLabelLayers, selectionLayers } from "./selection.ts";
import { shareLayers } from "./shares.ts";
import { siteFillLayers, siteLayers } from "./sites.ts";
import { handleLayers, sketchFillLayers, sketchLayers } from "./sketch.ts";
import { unitLineLayers } from "./unit-lines.ts";
import { waterLayers } from "./water.ts";

export const LAYER_GROUPS: readonly {
  readonly name: string;
  readonly layers: (state: MapState) => LayerGroup;
}[] = [
  { name: "paper", layers: paperLayers },
  { name: "not surveyed", layers: notSurveyedLayers },
  { name: "relief", layers: reliefLayers },
  { name: "shares", layers: shareLayers },
  { name: "forest fill", layers: forestFillLayers },
  { name: "hazard fills", layers: hazardFillLayers },
  { name: "water", layers: waterLayers },
  { name: "forest edge", layers: forestEdgeLayers },
  { name: "roads", layers: roadLayers },
  { name: "commune lines", layers: unitLineLayers },
  { name: "names of the ground", layers: groundNameLayers },
  { name: "site grounds", layers: (state) => [...siteFillLayers(state), ...sketchFillLayers()] },
  { name: "no marks", layers: noMarkLayers },
  { name: "clusters", layers: clusterLayers },
  { name: "marks", layers: markLayers },
  { name: "chosen", layers: chosenLayers },
  { name: "sites", layers: siteLayers },
  { name: "sketch", layers: sketchLayers },
  { name: "blocked", layers: blockedLayers },
  { name: "handles", layers: handleLayers },
  { name: "selection", layers: selectionLayers },
  { name: "proof of a file", layers: intakeProofLayers },
  { name: "labels", layers: labelLayers },
  { name: "selection labels", layers: selectionLabelLayers },
];
