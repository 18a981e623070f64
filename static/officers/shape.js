/* The map below the field of a line or an area: draw, move, insert and delete points. It writes GeoJSON in
   WGS 84 into the field; what is typed there in any declared system is drawn as the server reads it. */

import { emptyDrawing, fromGeoJSON, middle, pointsOf, removePoint, toGeoJSON } from "./drawing.js";
import { MapFieldController } from "./map_field.js";

const { L } = window;
const NEAR = 14; // zoom at which drawing begins
const MOST_HANDLES = 300; // points that can be taken hold of at once
const PAN = 10; // pixels that an arrow key moves the map

class ShapeController extends MapFieldController {
  static targets = ["line", "area", "finish", "undo", "remove", "clear"];
  static values = { counted: String, drawing: String, crowded: String };

  drawMap() {
    this.drawing = emptyDrawing();
    this.history = [];
    this.isDrawing = false;
    super.drawMap();
    this.map.doubleClickZoom.disable();
    this.layers = L.layerGroup().addTo(this.map);
    this.rubber = L.polyline([], { className: "shape__rubber", interactive: false }).addTo(this.map);
    this.map.on("click", ({ latlng }) => this.isDrawing && this.add(latlng));
    this.map.on("mousemove", ({ latlng }) => this.stretch(latlng));
    this.map.on("moveend", () => this.draw());
    this.form = this.element.closest("form");
    this.notePoint = ({ detail }) => this.markPoint(detail);
    this.form.addEventListener("coordinates:placed", this.notePoint);
  }

  disconnect() {
    this.form.removeEventListener("coordinates:placed", this.notePoint);
    super.disconnect();
  }

  /** Show the record's own point, near which its shape lies. */
  markPoint({ latitude, longitude }) {
    const icon = L.divIcon({ className: "coordinates__point", html: "<i></i>", iconSize: null });
    this.marker ??= L.marker([latitude, longitude], { icon, interactive: false, keyboard: false }).addTo(this.map);
    this.marker.setLatLng([latitude, longitude]);
    if (!this.drawing.parts.length) this.centre();
  }

  // --- what the buttons and keys do

  drawLine() {
    this.begin("line");
  }

  drawArea() {
    this.begin("area");
  }

  begin(kind) {
    this.remember();
    if (this.drawing.kind !== kind) this.drawing = emptyDrawing(); // lines and areas do not mix; undo brings them back
    this.drawing.kind = kind;
    this.drawing.parts.push([[]]);
    this.isDrawing = true;
    this.selected = null;
    this.mapTarget.focus();
    this.tell(this.drawingValue);
    this.draw();
  }

  finish() {
    this.isDrawing = false;
    this.drawing = this.whole();
    this.draw();
    this.ask();
  }

  undo() {
    const before = this.history.pop();
    if (!before) return;
    ({ drawing: this.drawing, isDrawing: this.isDrawing } = JSON.parse(before));
    this.selected = null;
    this.changed();
  }

  remove() {
    if (!this.selected) return;
    this.remember();
    removePoint(this.drawing, ...this.selected);
    this.selected = null;
    this.changed();
  }

  clear() {
    this.remember();
    this.drawing = emptyDrawing();
    this.isDrawing = false;
    this.selected = null;
    this.changed();
  }

  press(event) {
    const { key } = event;
    if (key === " " && this.isDrawing) this.add(this.map.getCenter());
    else if (key === "Enter" && this.isDrawing) this.finish();
    else if (key === "Delete" && this.selected) this.remove();
    else if (key === "Backspace") this.undo();
    else return super.press(event);
    return true;
  }

  /** Move the map below the cross in its middle. */
  go(step) {
    this.map.panBy(step.multiplyBy(PAN), { animate: false });
  }

  // --- points

  add({ lat, lng }) {
    this.remember();
    this.drawing.parts.at(-1)[0].push([lng, lat]);
    this.changed();
  }

  move({ part, path, index }, { lat, lng }) {
    this.remember();
    const [, , ...height] = this.drawing.parts[part][path][index];
    this.drawing.parts[part][path][index] = [lng, lat, ...height];
    this.changed();
  }

  insert({ part, path, index }, { lat, lng }) {
    this.remember();
    this.drawing.parts[part][path].splice(index + 1, 0, [lng, lat]);
    this.selected = [part, path, index + 1];
    this.changed();
  }

  remember() {
    this.history.push(JSON.stringify({ drawing: this.drawing, isDrawing: this.isDrawing }));
  }

  changed() {
    this.draw();
    const geometry = toGeoJSON(this.drawing);
    this.written = geometry ? JSON.stringify(geometry) : "";
    this.fill(this.written);
  }

  /** The drawing without what was begun and not ended. */
  whole() {
    const geometry = toGeoJSON(this.drawing);
    return geometry ? fromGeoJSON(geometry) : { ...this.drawing, parts: [] };
  }

  // --- what is seen

  draw() {
    this.layers.clearLayers();
    this.rubber.setLatLngs([]);
    const isArea = this.drawing.kind === "area";
    for (const paths of this.drawing.parts) {
      const places = paths.map((path) => path.map(latlng));
      const options = { className: `shape__${this.drawing.kind}`, interactive: false };
      this.layers.addLayer(isArea ? L.polygon(places, options) : L.polyline(places[0], options));
    }
    this.drawHandles();
    this.lineTarget.setAttribute("aria-pressed", this.isDrawing && !isArea);
    this.areaTarget.setAttribute("aria-pressed", this.isDrawing && isArea);
    this.finishTarget.disabled = !this.isDrawing;
    this.undoTarget.disabled = !this.history.length;
    this.removeTarget.disabled = !this.selected;
    this.clearTarget.disabled = !this.drawing.parts.length;
    this.mapTarget.classList.toggle("shape__map--drawing", this.isDrawing);
  }

  drawHandles() {
    const bounds = this.map.getBounds().pad(0.1);
    const near = [...pointsOf(this.drawing)].filter(({ point }) => bounds.contains(latlng(point)));
    if (near.length > MOST_HANDLES) {
      if (!this.isDrawing) this.tell(this.crowdedValue);
      return;
    }
    for (const place of near) {
      this.layers.addLayer(this.handle(place));
      const next = place.points[place.index + 1] ?? (this.drawing.kind === "area" ? place.points[0] : null);
      if (next && !this.isDrawing) this.layers.addLayer(this.middleHandle(place, next));
    }
  }

  handle(place) {
    const { part, path, index } = place;
    const isSelected = this.selected?.join() === [part, path, index].join();
    const name = `shape__vertex${isSelected ? " shape__vertex--selected" : ""}`;
    const icon = L.divIcon({ className: name, html: "<i></i>", iconSize: null });
    const marker = L.marker(latlng(place.point), { draggable: true, icon, keyboard: false });
    marker.on("dragend", () => this.move(place, marker.getLatLng()));
    marker.on("click", () => {
      if (this.isDrawing) this.finish(); // the way every drawing tool ends a line: on one of its points
      else {
        this.selected = [part, path, index];
        this.draw();
      }
    });
    return marker;
  }

  middleHandle(place, next) {
    const icon = L.divIcon({ className: "shape__middle", html: "<i></i>", iconSize: null });
    const options = { draggable: true, icon, keyboard: false };
    const marker = L.marker(latlng(middle(place.point, next)), options);
    marker.on("dragend click", () => this.insert(place, marker.getLatLng()));
    return marker;
  }

  /** Draw the line from the last point to the pointer. */
  stretch(pointer) {
    const last = this.isDrawing && this.drawing.parts.at(-1)[0].at(-1);
    this.rubber.setLatLngs(last ? [latlng(last), pointer] : []);
  }

  // --- what the text means

  question() {
    const token = this.form.elements.namedItem("csrfmiddlewaretoken").value;
    return fetch(this.convertValue, {
      method: "POST", body: this.parameters, headers: { "X-CSRFToken": token },
    });
  }

  /** A text that was not understood leaves no drawing, unless the text is the drawing's own. */
  forget() {
    if (this.input.value === (this.written ?? "")) return;
    this.drawing = emptyDrawing();
    this.isDrawing = false;
    this.draw();
  }

  show({ geometry }) {
    if (this.input.value !== this.written) {
      this.drawing = fromGeoJSON(geometry);
      this.isDrawing = false;
      this.selected = null;
      this.written = this.input.value;
      this.draw();
      this.centre();
    }
    const count = [...pointsOf(this.drawing)].length;
    const kind = this.drawing.kind === "area" ? this.areaTarget : this.lineTarget;
    return this.countedValue.replace("%(kind)s", kind.dataset.kind).replace("%(count)s", count);
  }

  centre() {
    const drawn = L.latLngBounds([...pointsOf(this.drawing)].map(({ point }) => latlng(point)));
    if (drawn.isValid()) this.map.fitBounds(drawn.pad(0.2), { animate: false, maxZoom: NEAR });
    else if (this.marker) this.map.setView(this.marker.getLatLng(), NEAR, { animate: false });
    else this.map.fitBounds(this.extent, { animate: false });
  }
}

function latlng([longitude, latitude]) {
  return [latitude, longitude];
}

window.wagtail.app.register("shape", ShapeController);
