// The editor with script: a live preview, and words kept after a pause. Everything goes through the
// plain form; without script its buttons do the same.
//
// Words are kept on the server or in the open page, never in the browser's storage: on a shared
// machine a draft would outlive the session and wait for whoever opens the browser next.
const form = document.querySelector("#letter");
const said = document.querySelector("#said");

const PAUSE = 3000; // with the way to the server and back, words are kept within 5 s of a change
const PREVIEW_PAUSE = 500;
const TRY_AGAIN = 15000;

// As htmx asks: the answer is then a part of a page, and a session that ended is a 401.
const ask = (address, fields) => fetch(address, { method: "POST", body: fields, redirect: "manual", headers: { "HX-Request": "true", "HX-Current-URL": location.href } });
const words = () => new URLSearchParams(new FormData(form));
const written = () => ["addressee", "title", "body", "byline", "disclaimer", "topics"].map((name) => form.elements.namedItem(name).value).join("\n");

/* Keeping words */

let kept = written();
let saving = null;
let timer = 0;
// After a conflict or the end of the session only the writer decides what happens next.
let stopped = document.querySelector("#saved").dataset.outcome === "newer" || "final" in form.dataset;

function place(html) {
  const part = document.createElement("template");
  part.innerHTML = html;
  for (const element of [...part.content.children]) {
    if (element.id) document.getElementById(element.id)?.replaceWith(element);
  }
}

function tell(sentence) {
  const problems = document.querySelector("#problems");
  const note = document.createElement("div");
  note.className = "note bad";
  note.setAttribute("role", "alert");
  const line = document.createElement("p");
  line.textContent = sentence;
  note.append(line);
  problems.querySelector(".from-script")?.remove();
  note.classList.add("from-script");
  problems.prepend(note);
}

function note(state) {
  form.elements.namedItem("version").value = state.version;
  form.elements.namedItem("key").value = state.key;
  if (state.letter && !form.action.endsWith(state.letter)) {
    form.action = `/studio/letters/${state.letter}`;
    history.replaceState(null, "", form.action);
  }
  for (const field of form.querySelectorAll("[aria-invalid]")) field.removeAttribute("aria-invalid");
  for (const wrong of document.querySelectorAll("#problems [data-wrong]")) {
    form.elements.namedItem(wrong.dataset.wrong)?.setAttribute("aria-invalid", "true");
  }
  stopped = state.outcome === "newer";
}

// Somebody who signed in again in another tab has new tokens in all forms but this one.
async function renewToken() {
  const page = new DOMParser().parseFromString(await (await fetch(location.href)).text(), "text/html");
  const token = page.querySelector("input[name=_csrf]");
  if (token) form.elements.namedItem("_csrf").value = token.value;
}

async function send() {
  const fields = words();
  fields.set("part", "true");
  return ask(form.action, fields);
}

// From here the form is on its way: a save that came in between would call the browser back from it, because a new
// address for this page ends a navigation that has begun.
function go() {
  form.dataset.going = "true";
  clearTimeout(timer);
  timer = 0;
}

async function save() {
  clearTimeout(timer);
  timer = 0;
  const sent = written();
  try {
    let answer = await send();
    if (answer.status === 403) {
      await renewToken();
      answer = await send();
    }
    if (answer.type === "opaqueredirect" || answer.status === 401) {
      stopped = true;
      tell("Not saved: you are signed out. Your words are kept on this page. Press “Save draft”: you will be asked to sign in, and your words come along.");
      return false;
    }
    if (!answer.headers.has("Part")) {
      tell("Not saved: something on our side did not work. Your words are kept on this page, and it goes on trying. Do not close it.");
      later(TRY_AGAIN);
      return false;
    }
    place(await answer.text());
    const state = document.querySelector("#saved").dataset;
    note(state);
    if (state.outcome === "saved") {
      kept = sent;
      return true;
    }
    if (answer.status === 429 || answer.status === 503) later(TRY_AGAIN);
    return false;
  } catch {
    tell("Not saved: there is no connection. Your words are kept on this page, and it goes on trying. Do not close it.");
    later(TRY_AGAIN);
    return false;
  }
}

function saveOnce() {
  saving ??= save().finally(() => {
    saving = null;
    if (written() !== kept && !stopped && !form.dataset.going) later(PAUSE);
  });
  return saving;
}

// A pending save is never pushed back, so that somebody who never pauses is saved too.
function later(pause) {
  if (!stopped && !timer) timer = setTimeout(saveOnce, pause);
}

/* Showing words */

let previewTimer = 0;
let previewing = false;
let previewed = kept;

async function preview() {
  if (previewing) return;
  previewing = true;
  const shown = written();
  try {
    const answer = await ask("/studio/letters/preview", words());
    if (answer.ok && answer.headers.has("Part")) {
      document.querySelector("#sheet").innerHTML = await answer.text();
      previewed = shown;
    }
  } catch {
    // The preview stays as it was; keeping the words says what is wrong with the connection.
  } finally {
    previewing = false;
  }
  if (written() !== shown) previewSoon();
}

function previewSoon() {
  clearTimeout(previewTimer);
  previewTimer = setTimeout(preview, PREVIEW_PAUSE);
}

form.addEventListener("input", () => {
  if (written() !== previewed) previewSoon();
  if (written() !== kept && !saving) later(PAUSE);
});

form.addEventListener("submit", async (event) => {
  if (form.dataset.going) return;
  const button = event.submitter;
  const here = button?.value === "save" && !stopped;
  if (!saving && !here) {
    go();
    return;
  }
  event.preventDefault();
  // What is on its way may be the first save, which gives the letter its address.
  if (saving) await saving;
  if (here && !stopped) {
    if (await saveOnce()) said.textContent = "Saved.";
    return;
  }
  go();
  form.requestSubmit(button);
});

addEventListener("beforeunload", (event) => {
  if (written() !== kept && !form.dataset.going) event.preventDefault();
});

addEventListener("pageshow", () => delete form.dataset.going);

// "Saved 12 seconds ago": the first minute is told by the second.
setInterval(() => {
  const time = document.querySelector("#saved time");
  const seconds = time ? Math.round((Date.now() - new Date(time.dateTime)) / 1000) : 60;
  if (seconds > 1 && seconds < 60) time.textContent = `${seconds} seconds ago`;
}, 3000);
