/* The map below the field of typed coordinates. The server says what the text means in its declared
   system; a click or the arrow keys write a new point as "longitude, latitude" in WGS 84. */

import { addGraticule, addNature, addScaleAndNorth, makeMap } from "../js/basemap.js";

const { L } = window;
const PAUSE = 350; // milliseconds without a key before the server is asked
const NEAR = 11; // zoom at which a point is first shown
const DECIMALS = 5; // of a degree: about a metre
const ARROWS = { ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] };

class CoordinatesController extends window.StimulusModule.Controller {
  static targets = ["frame", "map", "meaning"];
  static values = {
    convert: String, system: String, box: String, language: String, point: String, north: String, unanswered: String,
  };

  connect() {
    this.input = this.element.querySelector("input");
    this.system = this.element.closest("form").elements.namedItem(this.systemValue);
    this.meaningTarget.id = `${this.input.id}-meaning`;
    this.input.setAttribute(
      "aria-describedby",
      [this.input.getAttribute("aria-describedby"), this.meaningTarget.id].filter(Boolean).join(" "),
    );
    this.askSoon = () => {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.ask(), PAUSE);
    };
    this.input.addEventListener("input", this.askSoon);
    this.system?.addEventListener("change", this.askSoon);
    this.drawMap();
    this.ask();
  }

  disconnect() {
    clearTimeout(this.timer);
    this.input.removeEventListener("input", this.askSoon);
    this.system?.removeEventListener("change", this.askSoon);
    this.resizing.disconnect();
    this.map.remove();
  }

  drawMap() {
    const [west, south, east, north] = this.boxValue.split(",").map(Number);
    this.frameTarget.hidden = false;
    this.extent = L.latLngBounds([south + 1, west + 1], [north - 1, east - 1]);
    this.map = makeMap(this.mapTarget, { extent: this.extent, maxZoom: 16 });
    this.map.keyboard.disable(); // the arrow keys move the point, not the map
    addGraticule(this.map);
    addScaleAndNorth(this.map, { north: this.northValue });
    addNature(this.map, { language: this.languageValue });
    const icon = L.divIcon({ className: "coordinates__point", html: "<i></i>", iconSize: null });
    this.marker = L.marker(this.map.getCenter(), { icon, interactive: false, keyboard: false });
    this.map.on("click", ({ latlng }) => this.write(latlng));
    this.mapTarget.addEventListener("keydown", (event) => this.press(event));
    // A collapsed panel has no size until it is opened.
    this.resizing = new ResizeObserver(() => this.fit());
    this.resizing.observe(this.mapTarget);
  }

  fit() {
    this.map.invalidateSize({ animate: false });
    if (this.isFitted || !this.mapTarget.clientWidth) return;
    this.isFitted = true;
    this.centre();
  }

  press(event) {
    const direction = ARROWS[event.key];
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (direction) {
      const far = event.shiftKey ? 10 : 1;
      const from = this.map.latLngToContainerPoint(this.marker.getLatLng());
      this.write(this.map.containerPointToLatLng(from.add(L.point(direction).multiplyBy(far))));
    } else if (event.key === "+" || event.key === "=") this.zoomIn();
    else if (event.key === "-") this.zoomOut();
    else return;
    event.preventDefault();
  }

  write({ lat, lng }) {
    this.input.value = `${lng.toFixed(DECIMALS)}, ${lat.toFixed(DECIMALS)}`;
    if (this.system) this.system.value = "wgs84";
    // Both fields tell Wagtail that there is something to save.
    this.input.dispatchEvent(new Event("change", { bubbles: true }));
    this.system?.dispatchEvent(new Event("change", { bubbles: true }));
    this.place(lat, lng);
    if (!this.map.getBounds().contains([lat, lng])) this.map.panTo([lat, lng], { animate: false });
    this.askSoon();
  }

  place(latitude, longitude) {
    this.marker.setLatLng([latitude, longitude]).addTo(this.map);
  }

  async ask() {
    const asked = (this.asked = Symbol("question"));
    const text = this.input.value.trim();
    if (!text) {
      this.marker.remove();
      this.tell("");
      return;
    }
    const parameters = new URLSearchParams({ text, system: this.system?.value ?? "" });
    const answer = await this.read(`${this.convertValue}?${parameters}`);
    if (asked !== this.asked) return; // a newer question is on its way
    if (answer.error) {
      this.marker.remove();
      this.tell(answer.error, answer.isOurs ? "warning" : "error");
      return;
    }
    const { latitude, longitude, warning } = answer;
    const words = this.pointValue.replace("%(longitude)s", longitude).replace("%(latitude)s", latitude);
    this.tell(warning ? `${words}　${warning}` : words, warning && "warning");
    const isNew = !this.marker._map;
    this.place(latitude, longitude);
    if (isNew || !this.map.getBounds().contains([latitude, longitude])) this.centre();
  }

  async read(address) {
    try {
      const answer = await fetch(address, { headers: { "X-Requested-With": "XMLHttpRequest" } });
      if (answer.ok) return await answer.json();
    } catch {
      // the network is gone: as below
    }
    return { error: this.unansweredValue, isOurs: true };
  }

  tell(words, kind = "") {
    this.meaningTarget.textContent = words;
    this.meaningTarget.className = `coordinates__meaning${kind ? ` coordinates__meaning--${kind}` : ""}`;
  }

  centre() {
    if (this.map.hasLayer(this.marker)) {
      this.map.setView(this.marker.getLatLng(), Math.max(NEAR, this.map.getZoom()), { animate: false });
    } else this.map.fitBounds(this.extent, { animate: false });
  }

  zoomIn() {
    this.map.zoomIn(1, { animate: false });
  }

  zoomOut() {
    this.map.zoomOut(1, { animate: false });
  }
}

window.wagtail.app.register("coordinates", CoordinatesController);
