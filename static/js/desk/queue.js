// The queue by keys. Each key presses a button that is there anyway; they are listened to only
// while the focus is in the queue, and never while something is typed.

const queue = document.querySelector("[data-queue]");
const cards = [...queue.querySelectorAll("[data-card]")];
const keys = queue.querySelector(".queue-keys");

const current = () => document.activeElement?.closest("[data-card]") ?? cards[0];
const checked = () => queue.querySelectorAll("[name=reply]:checked").length > 0;

function show(card) {
  card?.focus({ preventScroll: true });
  card?.scrollIntoView({ block: "nearest" });
}

function move(step) {
  const here = document.activeElement?.closest("[data-card]");
  show(here ? cards[cards.indexOf(here) + step] : cards[0]);
}

function press(key) {
  const act = { a: "approve", s: "spam", r: "remove", h: "hold" }[key];
  const many = queue.querySelector(`button[name=${act}][value=checked]`);
  (checked() && many ? many : current()?.querySelector(`[data-key=${key}]`))?.click();
}

function answer() {
  const details = current()?.querySelector(".queue-answer");
  if (!details) return;
  details.open = true;
  details.querySelector("textarea").focus();
}

const acts = {
  j: () => move(1),
  k: () => move(-1),
  a: () => press("a"),
  s: () => press("s"),
  r: () => press("r"),
  h: () => press("h"),
  e: answer,
  u: () => queue.querySelector("[name=undo]")?.click(),
  x: () => current()?.querySelector("[name=reply]")?.click(),
  "?": () => keys && (keys.open = !keys.open),
};

function typed(event) {
  if (event.key === "Escape") show(current());
  if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
  event.preventDefault();
  event.target.parentElement.querySelector("[name=answer]").click();
}

queue.addEventListener("keydown", (event) => {
  if (event.target.matches("textarea")) return typed(event);
  if (event.ctrlKey || event.metaKey || event.altKey || !acts[event.key]) return;
  event.preventDefault();
  acts[event.key]();
});

// Half an answer is not lost by a decision on another reply.
queue.addEventListener("submit", (event) => {
  const own = event.submitter?.parentElement;
  const others = [...queue.querySelectorAll("textarea")].filter((t) => t.parentElement !== own);
  const forgotten = others.find((textarea) => textarea.value.trim());
  if (!forgotten) return;
  event.preventDefault();
  forgotten.focus();
});

show(document.getElementById(location.hash.slice(1)) ?? cards[0]);
