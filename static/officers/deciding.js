/* Who decides on an application: asked of the server again whenever its kind or its component is changed. */

const shown = document.querySelector("[data-deciding-url]");
const fields = ["kind", "component"].map((name) => document.querySelector(`form [name="${name}"]`));

async function ask() {
  const asked = new URLSearchParams(fields.map((field) => [field.name, field.value]));
  const headers = { "X-Requested-With": "XMLHttpRequest" };
  const answer = await fetch(`${shown.dataset.decidingUrl}?${asked}`, { headers });
  const isNewest = fields.every((field) => asked.get(field.name) === field.value);
  if (answer.ok && isNewest) shown.innerHTML = await answer.text();
}

for (const field of fields) field.addEventListener("change", ask);
