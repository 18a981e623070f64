/* The ground of every map, public and in the officers' forms: rivers, lakes and towns of our own files,
   a graticule, a scale bar and a north arrow. No boundary, no tile, nothing from elsewhere.
   Needs Leaflet (window.L), loaded as a script before this module. Looks are in css/map.css. */

const { L } = window;
const FILES = new URL("../basemap/", import.meta.url);
const REGION = L.latLngBounds([40, 121], [47, 132]); // what the files hold
const STEPS = [2, 1, 0.5, 0.2, 0.1, 0.05, 0.02, 0.01, 0.005, 0.002]; // degrees between crosses
const WIDEST = 150; // pixels between crosses
const ABOVE_SCALE = 44; // pixels at the bottom left that are the scale bar's
/* Towns by zoom: the largest from far away, all of them near by. */
const RANK_AT_ZOOM = { 5: 2, 6: 4, 7: 6, 8: 7 };

/** Make a map without animation, in which the wheel scrolls the page until the map has the focus. */
export function makeMap(element, { extent, minZoom = 5, maxZoom = 15 }) {
  const map = L.map(element, {
    attributionControl: false,
    fadeAnimation: false,
    inertia: false,
    markerZoomAnimation: false,
    maxBounds: REGION.pad(0.1),
    maxBoundsViscosity: 1,
    maxZoom,
    minZoom,
    renderer: L.svg({ padding: 0.5 }),
    scrollWheelZoom: false,
    zoomAnimation: false,
    zoomControl: false,
    zoomSnap: 0.1,
  });
  map.on("focus", () => map.scrollWheelZoom.enable());
  map.on("blur", () => map.scrollWheelZoom.disable());
  map.fitBounds(extent, { animate: false });
  map.createPane("towns").style.zIndex = "350";
  L.rectangle(REGION, { className: "map__neatline", fill: false, interactive: false }).addTo(map);
  return map;
}

/** Draw rivers, lakes, sea and towns. A file that does not come leaves the map without it. */
export async function addNature(map, { language }) {
  const nameOf = ({ properties }) => properties[language === "en" ? "name_en" : "name_zh"];
  const [sea, lakes, rivers, places] = await Promise.all(
    ["sea", "lakes", "rivers", "places"].map(readLayer),
  );
  const area = { className: "map__water", interactive: false };
  L.geoJSON(sea, { style: area }).addTo(map);
  L.geoJSON(rivers, {
    style: { className: "map__river", fill: false, interactive: false, smoothFactor: 0.5 },
  }).addTo(map);
  L.geoJSON(lakes, { style: area }).addTo(map);
  const towns = places.features.map((place) => ({ marker: townMarker(place, nameOf(place)), place }));
  const show = () => {
    const rank = RANK_AT_ZOOM[Math.floor(map.getZoom())] ?? 8;
    for (const { marker, place } of towns) {
      if (place.properties.rank <= rank) marker.addTo(map);
      else marker.remove();
    }
  };
  map.on("zoomend", show);
  show();
}

async function readLayer(name) {
  try {
    const answer = await fetch(new URL(`${name}.geojson`, FILES));
    if (answer.ok) return await answer.json();
  } catch {
    // the network is gone: as below
  }
  return { type: "FeatureCollection", features: [] };
}

function townMarker(place, name) {
  const [longitude, latitude] = place.geometry.coordinates;
  const label = document.createElement("span");
  label.textContent = name;
  const size = place.properties.rank <= 4 ? " map__town--city" : "";
  const icon = L.divIcon({ className: `map__town${size}`, html: label, iconSize: null });
  return L.marker([latitude, longitude], { icon, interactive: false, keyboard: false, pane: "towns" });
}

/** Draw crosses at round degrees, with their longitudes above and their latitudes at the left. */
export function addGraticule(map) {
  const svg = draw("svg", { class: "map__graticule", "aria-hidden": "true" });
  map.getContainer().append(svg);
  const redraw = () => {
    const step = STEPS.find((degrees) => width(map, degrees) <= WIDEST) ?? STEPS.at(-1);
    const decimals = Math.max(0, Math.ceil(-Math.log10(step)));
    const bounds = map.getBounds();
    const columns = rounds(bounds.getWest(), bounds.getEast(), step);
    const rows = rounds(bounds.getSouth(), bounds.getNorth(), step);
    const at = (latitude, longitude) => map.latLngToContainerPoint([latitude, longitude]);
    const crosses = rows.flatMap((latitude) => columns.map((longitude) => at(latitude, longitude)));
    const lines = crosses.map(({ x, y }) => `M${x - 5} ${y}h10M${x} ${y - 5}v10`).join("");
    const middle = map.getCenter();
    svg.replaceChildren(
      draw("path", { d: lines }),
      ...columns.map((longitude) =>
        label(`${longitude.toFixed(decimals)}°E`, at(middle.lat, longitude).x + 3, 0, "map__longitude"),
      ),
      ...rows
        .map((latitude) => ({ latitude, y: at(latitude, middle.lng).y - 3 }))
        .filter(({ y }) => y > 30 && y < map.getSize().y - ABOVE_SCALE)
        .map(({ latitude, y }) => label(`${latitude.toFixed(decimals)}°N`, 3, y)),
    );
  };
  map.on("move zoomend resize", redraw);
  redraw();
}

function width(map, degrees) {
  const { lat, lng } = map.getCenter();
  return map.project([lat, lng + degrees]).x - map.project([lat, lng]).x;
}

function rounds(from, to, step) {
  const found = [];
  for (let count = Math.ceil(from / step); count * step <= to; count += 1) found.push(count * step);
  return found;
}

function label(words, x, y, name = "map__latitude") {
  const text = draw("text", { class: name, x, y });
  text.textContent = words;
  return text;
}

function draw(name, attributes) {
  const element = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  return element;
}

/** Add a scale bar in metres and an arrow to the north, which is up in this projection. */
export function addScaleAndNorth(map, { north }) {
  L.control.scale({ imperial: false, maxWidth: 120, position: "bottomleft" }).addTo(map);
  const arrow = L.control({ position: "bottomright" });
  arrow.onAdd = () => {
    const box = L.DomUtil.create("div", "map__north");
    const svg = draw("svg", { viewBox: "0 0 16 34", "aria-hidden": "true" });
    svg.append(
      draw("path", { class: "map__north-dark", d: "M8 0V34L2 32Z" }),
      draw("path", { class: "map__north-light", d: "M8 0V34L14 32Z" }),
    );
    const words = document.createElement("span");
    words.textContent = north;
    box.append(svg, words);
    return box;
  };
  arrow.addTo(map);
}
