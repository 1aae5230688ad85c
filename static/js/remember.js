/* "Save my name, email, and website in this browser": kept here, sent nowhere. */

const STORE = "dramasite.visitor";
const FIELDS = ["name", "email", "website"];

const box = document.getElementById("reply-remember");
if (box && storageWorks()) {
  offer(box, FIELDS.map((name) => document.getElementById(`reply-${name}`)));
}

function storageWorks() {
  try {
    localStorage.getItem(STORE);
    return true;
  } catch {
    return false;
  }
}

function offer(box, inputs) {
  const kept = read();
  box.checked = kept !== null;
  for (const input of inputs) {
    // What the visitor or the server has put there is newer than what was kept.
    if (kept && !input.value) input.value = kept[input.name] ?? "";
  }
  box.addEventListener("change", () => {
    if (!box.checked) localStorage.removeItem(STORE);
  });
  box.form.addEventListener("submit", () => {
    if (box.checked) keep(inputs);
  });
  box.closest(".remember").hidden = false;
}

function read() {
  try {
    return JSON.parse(localStorage.getItem(STORE));
  } catch {
    return null;
  }
}

function keep(inputs) {
  const values = Object.fromEntries(inputs.map((input) => [input.name, input.value]));
  try {
    localStorage.setItem(STORE, JSON.stringify(values));
  } catch {
    // A full store keeps nothing; the reply is posted all the same.
  }
}
