/* Suggestions under the search box, from the server; the box works without them. */

const PAUSE = 120; // milliseconds without a key before the server is asked
const form = document.querySelector("[data-suggestions]");
if (form) suggest(form, form.elements.q);

function suggest(form, input) {
  const list = form.appendChild(document.createElement("ul"));
  let timer, request;
  list.id = "search-suggestions";
  list.className = "suggestions";
  list.hidden = true;
  setAll(list, { role: "listbox", "aria-label": input.labels[0].textContent });
  setAll(input, { role: "combobox", "aria-autocomplete": "list", "aria-controls": list.id,
    "aria-expanded": "false", autocomplete: "off" });

  input.addEventListener("input", () => {
    clearTimeout(timer);
    request?.abort();
    if (!input.value.trim()) return close();
    timer = setTimeout(ask, PAUSE);
  });
  input.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !list.hidden) close();
    else if (event.isComposing || list.hidden) return;
    else if (event.key === "ArrowDown") choose(1);
    else if (event.key === "ArrowUp") choose(-1);
    else if (event.key === "Enter" && chosen()) location.assign(chosen().dataset.address);
    else return;
    event.preventDefault();
  });
  form.addEventListener("focusout", (event) => {
    if (!form.contains(event.relatedTarget)) close();
  });
  // The press, not the click: the box keeps the focus, and the list stays.
  list.addEventListener("mousedown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => {
    const option = event.target.closest("li");
    if (option) location.assign(option.dataset.address);
  });

  async function ask() {
    request = new AbortController();
    try {
      const address = `${form.dataset.suggestions}?${new URLSearchParams({ q: input.value })}`;
      const answer = await fetch(address, { signal: request.signal });
      if (answer.ok && form.contains(document.activeElement)) show(...(await answer.json()));
    } catch {
      close(); // a later key asks again
    }
  }

  function show(_typed, names, notes, addresses) {
    list.replaceChildren(...names.map((name, place) => {
      const option = document.createElement("li");
      const note = document.createElement("span");
      setAll(option, { role: "option", id: `search-suggestion-${place}`, "aria-selected": "false" });
      option.dataset.address = addresses[place];
      note.textContent = notes[place];
      option.append(name, " ", note);
      return option;
    }));
    open(names.length > 0);
  }

  function open(isOpen) {
    list.hidden = !isOpen;
    input.setAttribute("aria-expanded", String(isOpen));
    input.removeAttribute("aria-activedescendant");
  }

  function close() {
    clearTimeout(timer);
    request?.abort();
    open(false);
  }

  function chosen() {
    return list.querySelector("[aria-selected=true]");
  }

  /* One on or back; beyond either end it is the box again. */
  function choose(step) {
    const options = [...list.children];
    const from = options.indexOf(chosen());
    const place = from < 0 && step < 0 ? options.length - 1 : from + step;
    chosen()?.setAttribute("aria-selected", "false");
    options[place]?.setAttribute("aria-selected", "true");
    if (options[place]) input.setAttribute("aria-activedescendant", options[place].id);
    else input.removeAttribute("aria-activedescendant");
  }
}

function setAll(element, attributes) {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
}
