/* The map below the field of typed coordinates: a click or the arrow keys write a new point as "longitude,
   latitude" in WGS 84. */

import { MapFieldController } from "./map_field.js";

const { L } = window;
const NEAR = 11; // zoom at which a point is first shown
const DECIMALS = 5; // of a degree: about a metre

class CoordinatesController extends MapFieldController {
  static values = { point: String };

  drawMap() {
    super.drawMap();
    const icon = L.divIcon({ className: "coordinates__point", html: "<i></i>", iconSize: null });
    this.marker = L.marker(this.map.getCenter(), { icon, interactive: false, keyboard: false });
    this.map.on("click", ({ latlng }) => this.write(latlng));
  }

  /** Move the point by so many pixels. */
  go(step) {
    const from = this.map.latLngToContainerPoint(this.marker.getLatLng());
    this.write(this.map.containerPointToLatLng(from.add(step)));
  }

  write({ lat, lng }) {
    this.place(lat, lng);
    if (!this.map.getBounds().contains([lat, lng])) this.map.panTo([lat, lng], { animate: false });
    this.fill(`${lng.toFixed(DECIMALS)}, ${lat.toFixed(DECIMALS)}`);
  }

  place(latitude, longitude) {
    this.marker.setLatLng([latitude, longitude]).addTo(this.map);
    this.dispatch("placed", { detail: { latitude, longitude } });
  }

  question() {
    const headers = { "X-Requested-With": "XMLHttpRequest" };
    return fetch(`${this.convertValue}?${this.parameters}`, { headers });
  }

  forget() {
    this.marker.remove();
  }

  show({ latitude, longitude }) {
    const isNew = !this.marker._map;
    this.place(latitude, longitude);
    if (isNew || !this.map.getBounds().contains([latitude, longitude])) this.centre();
    return this.pointValue.replace("%(longitude)s", longitude).replace("%(latitude)s", latitude);
  }

  centre() {
    if (this.map.hasLayer(this.marker)) {
      this.map.setView(this.marker.getLatLng(), Math.max(NEAR, this.map.getZoom()), { animate: false });
    } else this.map.fitBounds(this.extent, { animate: false });
  }
}

window.wagtail.app.register("coordinates", CoordinatesController);
