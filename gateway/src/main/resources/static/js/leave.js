// Leave this page: without script the link in the bar does it. With script the page is also taken
// out of the history entry it stands in, and Shift pressed three times within two seconds leaves too,
// also in the middle of a sentence. What a signed-in person has not sent yet is kept on the server
// first, as long as that takes no longer than nobody notices; a stranger's words are not kept.
const link = document.querySelector(".leave");
const LONGEST = 200;
const KEEPALIVE = 64000; // a browser lets no more than 64 kB outlive a page, all requests together

let leaving = false;

// What came back in an answer, because it could not be sent, is nowhere else although nobody changed it since.
function isWritten(field) {
  return (field.value !== field.defaultValue || "unsent" in field.form.dataset) && field.value.trim() !== "";
}

// A form whose own script knows better, because its words are kept already, cancels the event. One with a password goes
// nowhere.
function holdsWords(form) {
  return (
    form.elements.namedItem("_csrf") &&
    !form.querySelector("[type=password]") &&
    [...form.querySelectorAll("textarea, input:not([type]), input[type=text]")].some(isWritten) &&
    form.dispatchEvent(new CustomEvent("leaving", { bubbles: true, cancelable: true }))
  );
}

// Only what would end a field is written otherwise: percent signs for every letter make Cyrillic three times as long.
const plain = (text) => String(text).replace(/[%&=+\r\n]/g, encodeURIComponent);

function line(form) {
  const fields = [["kept-form", new URL(form.getAttribute("action"), location).pathname], ...new FormData(form)];
  return fields.map(([name, value]) => `${plain(name)}=${plain(value)}`).join("&");
}

// One request for all forms: two would write to one session at once, and one would be lost. Only the longest letters
// have to be packed, which takes time.
async function keep(forms) {
  let body = new TextEncoder().encode(forms.map(line).join("\n"));
  let type = "text/plain;charset=UTF-8";
  if (body.byteLength > KEEPALIVE && "CompressionStream" in window) {
    body = await new Response(new Blob([body]).stream().pipeThrough(new CompressionStream("gzip"))).arrayBuffer();
    type = "application/gzip";
  }
  await fetch("/kept", {
    method: "POST",
    body,
    headers: { "Content-Type": type, "X-CSRF-TOKEN": forms[0].elements.namedItem("_csrf").value },
    keepalive: body.byteLength <= KEEPALIVE,
    redirect: "manual",
  });
}

async function leave() {
  if (leaving) return;
  leaving = true;
  // Nothing of this page stays in sight while the other one loads.
  document.documentElement.hidden = true;
  document.title = "";
  // A new address for this page would call the browser back.
  history.replaceState = () => {};
  const forms = [...document.forms].filter(holdsWords);
  if (forms.length > 0) {
    await Promise.race([keep(forms).catch(() => {}), new Promise((over) => setTimeout(over, LONGEST))]);
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
