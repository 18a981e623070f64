/* The point of the record on the map of a new zone, so that drawing begins near it. The map listens for the
   same event when a record has a field for its point. */

class ZonePlaceController extends window.StimulusModule.Controller {
  static values = { latitude: Number, longitude: Number };

  connect() {
    const detail = { latitude: this.latitudeValue, longitude: this.longitudeValue };
    this.element.dispatchEvent(new CustomEvent("coordinates:placed", { bubbles: true, detail }));
  }
}

window.wagtail.app.register("zone-place", ZonePlaceController);
