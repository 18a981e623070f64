/* A drawing: lines or areas as lists of points, without a map. A part is a path, of an area followed by the
   paths of its holes; a path is a list of [longitude, latitude]; of an area the end is not repeated. */

const DECIMALS = 6; // of a degree: 0.1 m
const FEWEST = { line: 2, area: 3 }; // points of a path
const SINGLE = { line: "LineString", area: "Polygon" };

export function emptyDrawing() {
  return { kind: "line", parts: [] };
}

export function fromGeoJSON({ type, coordinates }) {
  const single = type.replace("Multi", "");
  const parts = type === single ? [coordinates] : coordinates;
  if (single === "LineString") return { kind: "line", parts: parts.map((path) => [path]) };
  return { kind: "area", parts: parts.map((rings) => rings.map((ring) => ring.slice(0, -1))) };
}

/** Return the drawing as GeoJSON, without the paths that have too few points yet; null if none is left. */
export function toGeoJSON({ kind, parts }) {
  const whole = parts.map((paths) => paths.filter((path) => path.length >= FEWEST[kind]).map(rounded));
  const found = whole.filter((paths) => paths.length);
  if (!found.length) return null;
  const coordinates = found.map((paths) =>
    kind === "line" ? paths[0] : paths.map((path) => [...path, path[0]]),
  );
  const [only] = coordinates;
  if (coordinates.length === 1) return { type: SINGLE[kind], coordinates: only };
  return { type: `Multi${SINGLE[kind]}`, coordinates };
}

function rounded(path) {
  return path.map(([longitude, latitude, ...height]) => [
    Number(longitude.toFixed(DECIMALS)), Number(latitude.toFixed(DECIMALS)), ...height,
  ]);
}

/** Take a point out; what has too few points left goes too, an outer border with its holes. */
export function removePoint(drawing, part, path, index) {
  const paths = drawing.parts[part];
  paths[path].splice(index, 1);
  if (paths[path].length >= FEWEST[drawing.kind]) return;
  if (path === 0) drawing.parts.splice(part, 1);
  else paths.splice(path, 1);
}

/** Every point with its place in the drawing. */
export function* pointsOf({ parts }) {
  for (const [part, paths] of parts.entries()) {
    for (const [path, points] of paths.entries()) {
      for (const [index, point] of points.entries()) yield { part, path, index, point, points };
    }
  }
}

export function middle([longitude, latitude], [otherLongitude, otherLatitude]) {
  return [(longitude + otherLongitude) / 2, (latitude + otherLatitude) / 2];
}
