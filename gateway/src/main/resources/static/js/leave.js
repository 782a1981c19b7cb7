// Leave this page: without script the link in the bar does it. With script the page is also taken
// out of the history entry it stands in, and Shift pressed three times within two seconds leaves too,
// also in the middle of a sentence. What a signed-in person has not sent yet is kept on the server
// first, as long as that takes no longer than nobody notices; a stranger's words are not kept.
const link = document.querySelector(".leave");
const LONGEST = 200;
const KEEPALIVE = 60000; // a browser lets no more than 64 kB outlive a page

let leaving = false;

function isWritten(field) {
  return field.value !== field.defaultValue && field.value.trim() !== "";
}

// A form whose own script knows better, because its words are kept already, cancels the event.
function holdsWords(form) {
  return (
    form.elements.namedItem("_csrf") &&
    [...form.querySelectorAll("textarea, input:not([type]), input[type=text]")].some(isWritten) &&
    form.dispatchEvent(new CustomEvent("leaving", { bubbles: true, cancelable: true }))
  );
}

function keep(form) {
  const fields = new URLSearchParams(new FormData(form));
  fields.set("kept-form", new URL(form.getAttribute("action"), location).pathname);
  const keepalive = fields.toString().length < KEEPALIVE;
  return fetch("/kept", { method: "POST", body: fields, keepalive, redirect: "manual" });
}

async function leave() {
  if (leaving) return;
  leaving = true;
  // Nothing of this page stays in sight while the other one loads.
  document.documentElement.hidden = true;
  document.title = "";
  // A new address for this page would call the browser back.
  history.replaceState = () => {};
  const kept = [...document.forms].filter(holdsWords).map(keep);
  if (kept.length > 0) {
    await Promise.race([Promise.allSettled(kept), new Promise((over) => setTimeout(over, LONGEST))]);
  }
  location.replace(link.href);
}

// Nobody is asked whether she means it.
addEventListener(
  "beforeunload",
  (event) => {
    if (leaving) event.stopImmediatePropagation();
  },
  { capture: true },
);

// Whoever comes back finds the page again.
addEventListener("pageshow", () => {
  leaving = false;
  document.documentElement.hidden = false;
});

link?.addEventListener("click", (event) => {
  if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
  event.preventDefault();
  leave();
});

let presses = [];
addEventListener(
  "keydown",
  (event) => {
    if (event.key !== "Shift") {
      presses = [];
      return;
    }
    if (event.repeat) return;
    presses = [...presses.filter((at) => event.timeStamp - at < 2000), event.timeStamp];
    if (link && presses.length === 3 && document.body.dataset.leaveKey !== "off") leave();
  },
  { capture: true },
);
