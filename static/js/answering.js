/* "Answer" opens its form beneath the reply. Without this script it leads to a page of its own. */

const REFERRING = ["id", "for", "aria-describedby", "aria-labelledby", "href"];
const kept = new Map(); // forms by the address of their page, with what was typed
let current = null;

document.addEventListener("click", (event) => {
  const link = event.target.closest?.(".reply-answer");
  if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  if (current?.link === link) close();
  else open(link);
});

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || event.isComposing || !current?.form.contains(event.target)) return;
  const { link } = current;
  close();
  link.focus();
});

async function open(link) {
  try {
    if (!kept.has(link.href)) kept.set(link.href, await fetched(link.href));
  } catch {
    location.assign(link.href);
    return;
  }
  close();
  current = { link, form: kept.get(link.href) };
  link.setAttribute("aria-expanded", "true");
  link.closest(".reply").append(current.form);
  current.form.querySelector("textarea").focus();
}

function close() {
  current?.form.remove();
  current?.link.setAttribute("aria-expanded", "false");
  current = null;
}

async function fetched(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(response.statusText);
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  const form = document.adoptNode(page.querySelector("form.form"));
  form.querySelector(".remember")?.remove();
  // Every drama's page has such a form already, with the same names for its fields.
  for (const element of form.querySelectorAll("*")) distinguish(element);
  for (const name of ["name", "email", "website"]) {
    form.elements[name].value ||= document.getElementById(`reply-${name}`)?.value ?? "";
  }
  return form;
}

function distinguish(element) {
  for (const name of REFERRING.filter((each) => element.hasAttribute(each))) {
    const value = element.getAttribute(name);
    element.setAttribute(name, value.replace(/(^|[\s#])reply-/g, "$1answer-"));
  }
}
