/** Problems of coordinate systems and coordinates. */
import type { problemsPlace as vi } from "../vi/problems-place.ts";

export const problemsPlace: Record<keyof typeof vi, string> = {
  "problem.place.crs-refused":
    "The coordinate system {crs} is deprecated (false easting and northing are swapped) and cannot be used. It was replaced by {instead}.",
  "problem.place.crs-unknown":
    "The coordinate system “{crs}” is not known. Give its EPSG code, for example EPSG:9218 (VN-2000, central meridian 108°30').",
  "problem.place.number": "“{given}” is no coordinate. Correct it or leave it empty.",
  "problem.place.number-letter": "“{given}” has a letter among its digits; is it {proposed}?",
  "problem.place.number-ambiguous":
    "It is not clear whether the sign in “{given}” is a decimal sign or separates thousands.",
  "problem.place.half": "Only one of the two coordinates is given.",
  "problem.place.zero": "The coordinates are 0, 0: taken as not known.",
  "problem.place.swapped": "The coordinates {x}; {y} are swapped compared with the other rows.",
  "problem.place.degrees": "The coordinates {x}; {y} are degrees, while the other rows are in {crs}.",
  "problem.place.metres": "The coordinates {x}; {y} are metres, while the other rows are in degrees.",
  "problem.place.outside": "The coordinates {x}; {y} do not lie in Vietnam under {crs}.",
};
