/* A field whose text means a place, with the map below it on which the place can be set instead. The server
   says what the text means in its declared system; what is set on the map is written in WGS 84. */

import { addGraticule, addNature, addScaleAndNorth, makeMap } from "../js/basemap.js";

const { L } = window;
const PAUSE = 350; // milliseconds without a key before the server is asked
const ARROWS = { ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] };

export class MapFieldController extends window.StimulusModule.Controller {
  static targets = ["frame", "map", "meaning"];
  static values = {
    convert: String, system: String, division: String, box: String, language: String, north: String,
    unanswered: String,
  };

  connect() {
    this.input = this.element.querySelector("input, textarea");
    const { elements } = this.element.closest("form");
    this.system = elements.namedItem(this.systemValue);
    this.division = elements.namedItem(this.divisionValue);
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
    for (const choice of this.choices) choice.addEventListener("change", this.askSoon);
    this.drawMap();
    this.ask();
  }

  disconnect() {
    clearTimeout(this.timer);
    this.input.removeEventListener("input", this.askSoon);
    for (const choice of this.choices) choice.removeEventListener("change", this.askSoon);
    this.resizing.disconnect();
    this.map.remove();
  }

  /** What is chosen beside the text and changes what it means. */
  get choices() {
    return [this.system, this.division].filter(Boolean);
  }

  get parameters() {
    const division = this.division?.value ?? "";
    return new URLSearchParams({ text: this.input.value.trim(), system: this.system?.value ?? "", division });
  }

  drawMap() {
    const [west, south, east, north] = this.boxValue.split(",").map(Number);
    this.frameTarget.hidden = false;
    this.extent = L.latLngBounds([south + 1, west + 1], [north - 1, east - 1]);
    this.map = makeMap(this.mapTarget, { extent: this.extent, maxZoom: 16 });
    this.map.keyboard.disable(); // the keys are the field's own
    this.mapTarget.addEventListener("keydown", (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (this.press(event)) event.preventDefault();
    });
    addGraticule(this.map);
    addScaleAndNorth(this.map, { north: this.northValue });
    addNature(this.map, { language: this.languageValue });
    // A collapsed panel has no size until it is opened.
    this.resizing = new ResizeObserver(() => this.fit());
    this.resizing.observe(this.mapTarget);
  }

  /** Act on a key and say whether it meant anything: arrows, with Shift ten times as far, plus and minus. */
  press({ key, shiftKey }) {
    if (key === "+" || key === "=") this.zoomIn();
    else if (key === "-") this.zoomOut();
    else if (key in ARROWS) this.go(L.point(ARROWS[key]).multiplyBy(shiftKey ? 10 : 1));
    else return false;
    return true;
  }

  fit() {
    this.map.invalidateSize({ animate: false });
    if (this.isFitted || !this.mapTarget.clientWidth) return;
    this.isFitted = true;
    this.centre();
  }

  /** Put what was set on the map into the field, and tell Wagtail that there is something to save. */
  fill(text) {
    this.input.value = text;
    if (this.system && text) this.system.value = "wgs84";
    this.input.dispatchEvent(new Event("change", { bubbles: true }));
    this.system?.dispatchEvent(new Event("change", { bubbles: true }));
    this.askSoon();
  }

  async ask() {
    const asked = (this.asked = Symbol("question"));
    if (!this.input.value.trim()) {
      this.tell("");
      this.forget();
      return;
    }
    const answer = await this.read();
    if (asked !== this.asked) return; // a newer question is on its way
    if (answer.error) {
      this.forget();
      this.tell(answer.error, answer.isOurs ? "warning" : "error");
      return;
    }
    const words = this.show(answer);
    this.tell(answer.warning ? `${words}　${answer.warning}` : words, answer.warning && "warning");
  }

  async read() {
    try {
      const answer = await this.question();
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

  zoomIn() {
    this.map.zoomIn(1, { animate: false });
  }

  zoomOut() {
    this.map.zoomOut(1, { animate: false });
  }
}
