/* The map of a search: asks the server for the points of the part in view, near ones joined. A single
   place is a link to its record, several are a button that zooms in. The list below needs none of this. */

import { addGraticule, addNature, addScaleAndNorth, makeMap } from "./basemap.js";

const { L } = window;
const PAUSE = 120; // milliseconds of rest before points are asked for
const CLOSER = 2; // zoom levels that a cluster opens by
const AROUND = 0.003; // degrees about points that no zoom parts: more than a square at the last zoom
const MOST_NAMES = 40; // beside their marks; past this many they show on hover and focus only
const AROUND_MARK = 9; // pixels that a finger may hit and nothing is drawn on
const NARROW = 480; // pixels; as above

function start(container) {
  const settings = JSON.parse(document.getElementById("map-settings").textContent);
  const options = JSON.parse(container.dataset.options); // django-leaflet's, from the setting LEAFLET_CONFIG
  const frame = container.closest("[data-map]");
  frame.hidden = false;
  const extent = settings.box ? boundsOf(settings.box) : options.extent;
  const map = makeMap(container, { extent, minZoom: options.minzoom, maxZoom: options.maxzoom });
  container.setAttribute("role", "application"); // so that arrow keys reach the map
  container.setAttribute("aria-label", settings.words.keys);
  addGraticule(map);
  addScaleAndNorth(map, settings.words);
  addNature(map, settings);
  const places = new Places(map, settings, frame.querySelector("[data-map-status]"));
  const search = frame.querySelector("[data-map-search]");
  const moves = {
    all: () => map.fitBounds(options.extent, { animate: false }),
    in: () => map.zoomIn(1, { animate: false }),
    out: () => map.zoomOut(1, { animate: false }),
  };
  for (const button of frame.querySelectorAll("[data-map-zoom]")) {
    button.addEventListener("click", moves[button.dataset.mapZoom]);
  }
  const arrive = () => {
    search.href = addressOf(settings, boxOf(map.getBounds()));
    places.loadSoon();
  };
  map.on("moveend", arrive);
  arrive();
}

class Places {
  constructor(map, settings, status) {
    this.map = map;
    this.settings = settings;
    this.status = status;
    this.layer = L.layerGroup().addTo(map);
  }

  loadSoon() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.load(), PAUSE);
  }

  async load() {
    this.asking?.abort();
    this.asking = new AbortController();
    const { clusters_url: address, parameters, words } = this.settings;
    const question = new URLSearchParams(parameters);
    question.set("bbox", boxOf(this.map.getBounds()));
    question.set("zoom", Math.ceil(this.map.getZoom()));
    try {
      const answer = await fetch(`${address}?${question}`, { signal: this.asking.signal });
      if (!answer.ok) throw new Error(`The server answered ${answer.status}.`);
      this.show((await answer.json()).clusters);
    } catch (error) {
      if (error.name !== "AbortError") this.status.textContent = words.failed;
    }
  }

  show(clusters) {
    this.layer.clearLayers();
    const named = clusters.filter(({ name }) => name);
    const container = this.map.getContainer();
    container.classList.toggle("map--crowded", named.length > MOST_NAMES || container.clientWidth < NARROW);
    for (const place of named) {
      if (place.uncertainty_m) this.layer.addLayer(circleOf(place));
    }
    // From north to south, so that the Tab key goes the way the eye does.
    for (const place of [...clusters].sort((one, other) => other.lat - one.lat)) {
      this.layer.addLayer(this.mark(place));
    }
    hideNamesThatOverlap(container);
    const count = clusters.reduce((sum, cluster) => sum + cluster.count, 0);
    this.status.textContent = fill(this.settings.words.in_view, { count });
  }

  mark(place) {
    const html = place.name ? this.site(place) : this.cluster(place);
    const icon = L.divIcon({ className: "map__mark", html, iconSize: null });
    // The link or button inside is what takes keys and clicks.
    return L.marker([place.lat, place.lon], { icon, interactive: false, keyboard: false });
  }

  site(place) {
    const link = make("a", `map__site map__site--${place.seal}`, { href: place.url });
    const name = make("span", "");
    name.textContent = place.name;
    link.append(make("i", ""), name);
    link.setAttribute("aria-label", fill(this.settings.words.site, place));
    return link;
  }

  cluster(place) {
    const { words } = this.settings;
    const isNearest = this.map.getZoom() >= this.map.getMaxZoom();
    const mark = isNearest
      ? make("a", "map__cluster", { href: addressOf(this.settings, around(place)) })
      : make("button", "map__cluster", { type: "button" });
    mark.textContent = place.count;
    mark.setAttribute("aria-label", fill(isNearest ? words.cluster_near : words.cluster, place));
    if (!isNearest) mark.addEventListener("click", () => this.open(place));
    return mark;
  }

  open({ lat, lon }) {
    // The button is about to go; the focus stays on the map.
    this.map.getContainer().focus({ preventScroll: true });
    const zoom = Math.min(this.map.getMaxZoom(), this.map.getZoom() + CLOSER);
    this.map.setView([lat, lon], zoom, { animate: false });
  }
}

function circleOf({ lat, lon, uncertainty_m: radius }) {
  return L.circle([lat, lon], { className: "map__precision", interactive: false, radius });
}

/* A name gives way to the marks and to the names before it; it shows again on hover and focus. */
function hideNamesThatOverlap(container) {
  const taken = [
    ...[...container.querySelectorAll(".map__cluster")].map((mark) => frameOf(mark, 0)),
    ...[...container.querySelectorAll(".map__site i")].map((mark) => frameOf(mark, AROUND_MARK)),
  ];
  for (const name of container.querySelectorAll(".map__site span")) {
    const frame = frameOf(name, 1);
    const others = taken.filter((other) => other.owner !== name.parentElement);
    if (others.some((other) => overlap(frame, other))) name.parentElement.classList.add("map__site--quiet");
    else taken.push(frame);
  }
}

function frameOf(element, inset) {
  const { left, top, right, bottom } = element.getBoundingClientRect();
  const owner = element.parentElement;
  return { left: left + inset, top: top + inset, right: right - inset, bottom: bottom - inset, owner };
}

const overlap = (one, other) =>
  one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;

function addressOf({ search_url: address, parameters }, box) {
  const question = new URLSearchParams(parameters);
  question.set("bbox", box);
  return `${address}?${question}`;
}

const boundsOf = ([west, south, east, north]) => [[south, west], [north, east]];
const around = ({ lat, lon }) => [lon - AROUND, lat - AROUND, lon + AROUND, lat + AROUND].map(toText).join();
const toText = (degrees) => degrees.toFixed(5);

function boxOf(bounds) {
  const within = (degrees, limit) => Math.max(-limit, Math.min(limit, degrees));
  return [
    within(bounds.getWest(), 180),
    within(bounds.getSouth(), 90),
    within(bounds.getEast(), 180),
    within(bounds.getNorth(), 90),
  ].map(toText).join();
}

function make(name, className, attributes = {}) {
  const element = document.createElement(name);
  if (className) element.className = className;
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  return element;
}

const fill = (words, values) => words.replace(/%\((\w+)\)s/g, (_, name) => values[name] ?? "");

const element = document.getElementById("map");
if (element) start(element);
