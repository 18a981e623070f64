/* Suggestions below a search box: an ARIA combobox with a list box. The form works without this file; it asks
   once the writer rests, never while an input method is composing, and drops answers to what was typed before. */

const PAUSE = 150; // milliseconds of rest before a question
const SHORTEST = 1; // signs; one Chinese sign says much

class Suggestions {
  constructor(box) {
    this.box = box;
    this.address = box.dataset.suggest;
    this.list = this.#makeList();
    this.options = [];
    this.chosen = -1;
    this.timer = 0;
    this.question = null; // the request under way, to be dropped by the next
    this.typed = box.value;
    box.setAttribute("role", "combobox");
    box.setAttribute("aria-autocomplete", "list");
    box.setAttribute("aria-controls", this.list.id);
    box.setAttribute("autocomplete", "off");
    this.#show(false);
    box.addEventListener("input", (event) => event.isComposing || this.#askSoon());
    box.addEventListener("compositionend", () => this.#askSoon());
    box.addEventListener("keydown", (event) => this.#onKey(event));
    box.addEventListener("blur", () => this.#close());
    // A press on an option must not take the focus away before it counts.
    this.list.addEventListener("mousedown", (event) => event.preventDefault());
    this.list.addEventListener("click", (event) => {
      const option = event.target.closest("[role=option]");
      if (option) this.#open(this.options[Number(option.dataset.place)]);
    });
  }

  #makeList() {
    const list = document.createElement("ul");
    list.id = `${this.box.id}-suggestions`;
    list.className = "suggestions";
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", this.box.dataset.suggestLabel);
    this.box.parentElement.append(list);
    return list;
  }

  #askSoon() {
    clearTimeout(this.timer);
    this.question?.abort();
    this.typed = this.box.value;
    if (this.typed.trim().length < SHORTEST) this.#close();
    else this.timer = setTimeout(() => this.#ask(), PAUSE);
  }

  async #ask() {
    const question = new AbortController();
    this.question = question;
    try {
      const address = `${this.address}?q=${encodeURIComponent(this.typed.trim())}`;
      const answer = await fetch(address, { signal: question.signal, headers: { Accept: "application/json" } });
      const found = answer.ok ? (await answer.json()).suggestions : [];
      if (!question.signal.aborted && document.activeElement === this.box) this.#fill(found);
    } catch {
      if (!question.signal.aborted) this.#close(); // no network: the form still works
    }
  }

  #fill(found) {
    this.options = found;
    this.list.replaceChildren(...found.map((suggestion, place) => this.#option(suggestion, place)));
    this.#choose(-1);
    this.#show(found.length > 0);
  }

  #option(suggestion, place) {
    const option = document.createElement("li");
    option.id = `${this.list.id}-${place}`;
    option.dataset.place = place;
    option.setAttribute("role", "option");
    const name = document.createElement("b");
    const isEnglish = document.documentElement.lang === "en" && suggestion.name_en;
    name.textContent = isEnglish ? suggestion.name_en : suggestion.name;
    if (!isEnglish) name.lang = "zh-Hans";
    const where = document.createElement("small");
    where.textContent = [suggestion.kind_label, suggestion.place].filter(Boolean).join(" · ");
    option.append(name, where);
    return option;
  }

  #onKey(event) {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const act = {
      ArrowDown: () => this.#move(1),
      ArrowUp: () => this.#move(-1),
      Enter: () => this.chosen >= 0 && this.#open(this.options[this.chosen]),
      Escape: () => this.isOpen && this.#cancel(),
    }[event.key];
    if (act?.()) event.preventDefault();
  }

  /** Go to the next or the last option, by way of what was typed. Answers whether there was one. */
  #move(step) {
    if (!this.isOpen) return false;
    const places = this.options.length + 1; // the box itself is one
    this.#choose(((this.chosen + 1 + step + places) % places) - 1);
    return true;
  }

  #choose(place) {
    this.chosen = place;
    for (const option of this.list.children) {
      option.setAttribute("aria-selected", String(Number(option.dataset.place) === place));
    }
    const option = this.list.children[place];
    if (!option) this.box.removeAttribute("aria-activedescendant");
    else {
      this.box.setAttribute("aria-activedescendant", option.id);
      option.scrollIntoView({ block: "nearest" });
    }
  }

  #open(suggestion) {
    location.assign(suggestion.url);
    return true;
  }

  #cancel() {
    this.#close();
    return true;
  }

  #close() {
    clearTimeout(this.timer);
    this.question?.abort();
    this.#show(false);
    this.#choose(-1);
  }

  #show(isOpen) {
    this.isOpen = isOpen;
    this.list.hidden = !isOpen;
    this.box.setAttribute("aria-expanded", String(isOpen));
  }
}

for (const box of document.querySelectorAll("input[data-suggest]")) new Suggestions(box);
