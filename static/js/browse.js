/* Browsing in place: a choice changes the list without a new page, and the history keeps it. */

const browse = document.getElementById("browse");
const status = document.getElementById("browse-status");
let asked = new AbortController();

if (browse) {
  browse.classList.add("is-live");
  browse.addEventListener("change", choose);
  browse.addEventListener("submit", choose);
  browse.addEventListener("click", follow);
  addEventListener("popstate", () => show(location.href, false));
}

function choose(event) {
  event.preventDefault();
  const form = event.target.form ?? event.target;
  // Who types a year means it, whatever decade was chosen before.
  if (["from", "to"].includes(event.target.name)) form.querySelector("#years-span").checked = true;
  if (!form.reportValidity()) return;
  show(`${form.action}?${new URLSearchParams(new FormData(form))}`, true);
}

function follow(event) {
  const link = event.target.closest("a[data-in-place]");
  const elsewhere = event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
  if (!link || elsewhere || event.button) return;
  event.preventDefault();
  show(link.href, true);
}

async function show(address, isNew) {
  asked.abort();
  asked = new AbortController();
  browse.setAttribute("aria-busy", "true");
  try {
    const response = await fetch(address, { signal: asked.signal });
    if (!response.ok) throw new Error(response.status);
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    if (isNew) history.pushState(null, "", response.url);
    replace(page);
    browse.removeAttribute("aria-busy");
  } catch (error) {
    if (error.name !== "AbortError") location.assign(address);
  }
}

function replace(page) {
  const focused = document.activeElement?.id;
  const open = new Map([...browse.querySelectorAll("details")].map((each) => [each.id, each.open]));
  browse.replaceChildren(...page.getElementById("browse").childNodes);
  for (const each of browse.querySelectorAll("details")) each.open = open.get(each.id) ?? each.open;
  document.title = page.title;
  status.textContent = browse.querySelector("h1").textContent;
  const again = document.getElementById(focused);
  if (again) again.focus({ preventScroll: true });
  else if (document.activeElement === document.body) browse.querySelector("h1").focus();
}
