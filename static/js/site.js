/* The page works without this file. It adds: the reader's choice of ground (light or blueprint) and of
   the large-print view, kept in this browser; copying a citation; the key "/" for the search box. */

const root = document.documentElement;
const dark = window.matchMedia("(prefers-color-scheme: dark)");

function remembered(key) {
  try {
    return localStorage.getItem(key);
  } catch {
    return null; // storage refused: the choice lasts as long as the page
  }
}

function remember(key, value) {
  try {
    localStorage.setItem(key, value);
  } catch {
    // as above
  }
}

const isDark = () => (root.dataset.theme ? root.dataset.theme === "dark" : dark.matches);
const isLarge = () => root.dataset.view === "large";

const switches = {
  theme: {
    isOn: isDark,
    set(on) {
      root.dataset.theme = on ? "dark" : "light";
      remember("theme", root.dataset.theme);
    },
  },
  view: {
    isOn: isLarge,
    set(on) {
      if (on) root.dataset.view = "large";
      else delete root.dataset.view;
      remember("view", on ? "large" : "standard");
    },
  },
};

// Runs before the page is drawn (the script element blocks rendering), so nothing flashes.
const theme = remembered("theme");
if (theme === "dark" || theme === "light") root.dataset.theme = theme;
if (remembered("view") === "large" && !root.dataset.view) root.dataset.view = "large";

function showSwitches() {
  for (const button of document.querySelectorAll("[data-switch]")) {
    const { isOn, set } = switches[button.dataset.switch];
    const show = () => button.setAttribute("aria-pressed", String(isOn()));
    button.addEventListener("click", () => {
      set(!isOn());
      show();
    });
    dark.addEventListener("change", show);
    button.hidden = false;
    show();
  }
}

function offerCopying() {
  if (!navigator.clipboard) return; // plain http: the reader selects and copies by hand
  for (const button of document.querySelectorAll("[data-copy]")) {
    const source = document.getElementById(button.dataset.copy);
    const status = button.parentElement.querySelector("[role=status]");
    button.addEventListener("click", async () => {
      try {
        await navigator.clipboard.writeText(source.textContent.trim());
        status.textContent = button.dataset.done;
      } catch {
        status.textContent = button.dataset.failed;
        getSelection().selectAllChildren(source);
      }
    });
    button.hidden = false;
  }
}

function focusSearchOnSlash() {
  const box = document.querySelector("[data-search-box]");
  document.addEventListener("keydown", (event) => {
    const isTyping = event.target.closest("input, textarea, select, [contenteditable]");
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || isTyping || !box) return;
    event.preventDefault();
    box.focus();
    box.select();
  });
}

function start() {
  showSwitches();
  offerCopying();
  focusSearchOnSlash();
}

if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
else start();
