/* When writing begins, the site says when that was, for its checks against spam; and if it asks
   for work, that is done while somebody writes. Without this script nothing is asked or missed. */

const CHUNK = 200; // hashes between two pauses

document.addEventListener("focusin", async ({ target }) => {
  const { form } = target;
  const field = form?.elements.opened;
  if (!field || field.value || field.dataset.asked) return;
  field.dataset.asked = "true";
  // Words that were there before, from an earlier visit, say nothing of how long they took.
  if (form.elements.comment.value) return;
  try {
    const answer = await fetch(field.dataset.address);
    if (!answer.ok) return;
    const { opened, bits } = await answer.json();
    field.value = opened;
    if (bits) await work(form.elements.work, `${opened} ${new URL(form.action).pathname}`, bits);
  } catch {
    // The reply is posted all the same.
  }
});

async function work(field, words, bits) {
  if (!globalThis.crypto?.subtle) return;
  const encoder = new TextEncoder();
  for (let first = 0; field.isConnected || first === 0; first += CHUNK) {
    const numbers = Array.from({ length: CHUNK }, (_, place) => first + place);
    const hashes = await Promise.all(
      numbers.map((number) => crypto.subtle.digest("SHA-256", encoder.encode(`${words} ${number}`))),
    );
    const found = hashes.findIndex((hash) => Math.clz32(new DataView(hash).getUint32(0)) >= bits);
    if (found >= 0) {
      field.value = numbers[found];
      return;
    }
    await new Promise((resume) => setTimeout(resume));
  }
}
