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
const written = () => ["addressee", "title", "body", "byline", "disclaimer", "topics", "language"].map((name) => form.elements.namedItem(name).value).join("\n");

/* Keeping words */

// Words that came back in an answer, because they could not be saved, are kept nowhere.
let kept = document.querySelector("#saved").dataset.outcome === "saved" ? written() : null;
let saving = null;
let timer = 0;
// After a conflict only the writer decides what happens next.
let stopped = document.querySelector("#saved").dataset.outcome === "newer" || "final" in form.dataset;
let signedOut = false;

function place(html) {
  const part = document.createElement("template");
  part.innerHTML = html;
  for (const element of [...part.content.children]) {
    if (element.id) document.getElementById(element.id)?.replaceWith(element);
  }
}

function tell(...words) {
  const problems = document.querySelector("#problems");
  const note = document.createElement("div");
  note.className = "note bad from-script";
  note.setAttribute("role", "alert");
  const line = document.createElement("p");
  line.append(...words);
  note.append(line);
  // Said once: an announcement that comes again with every try is noise.
  const before = problems.querySelector(".from-script");
  if (before?.textContent === note.textContent) return;
  before?.remove();
  problems.prepend(note);
}

// The words stay where they are; what is needed happens in another tab.
function tellSignedOut() {
  signedOut = true;
  const link = document.createElement("a");
  link.href = "/sign-in?from=/studio/letters/signed-in";
  link.target = "_blank";
  link.textContent = "Sign in in another tab";
  tell("You are signed out. Your words are kept on this page, and are not saved yet. Do not close it. ", link, ", then go on here: it goes on saving by itself.");
}

function note(state) {
  form.elements.namedItem("version").value = state.version;
  form.elements.namedItem("key").value = state.key;
  form.elements.namedItem("was").value = state.was;
  form.elements.namedItem("apart").value = state.apart;
  // What was not touched here is now as the other window left it.
  for (const part of document.querySelectorAll("#problems [data-take]")) form.elements.namedItem(part.dataset.take).value = part.value;
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

// Somebody who signed in again in another tab has new tokens in all forms but this one. Words that one person wrote
// are never sent as another's.
async function renewToken() {
  const answer = await fetch("/studio/letters/new", { redirect: "manual" });
  const fresh = answer.ok ? new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("#letter") : null;
  if (!fresh) {
    tellSignedOut();
    return false;
  }
  const { writer } = fresh.dataset;
  if (writer !== form.dataset.writer) {
    signedOut = true;
    tell(`You are signed in as ${writer} now, and wrote this as ${form.dataset.writer}. Your words are kept on this page and are not saved. Sign in as ${form.dataset.writer} again, or copy them.`);
    return false;
  }
  form.elements.namedItem("_csrf").value = fresh.elements.namedItem("_csrf").value;
  signedOut = false;
  document.querySelector("#problems .from-script")?.remove();
  return true;
}

// Back from the other tab: whether she is signed in there is asked, not guessed.
async function goOn() {
  if (!signedOut || saving || document.hidden) return;
  if (!(await renewToken().catch(() => false))) return;
  said.textContent = "You are signed in again.";
  if (!stopped) await saveOnce();
  previewSoon();
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
      if (!(await renewToken())) return false;
      answer = await send();
    }
    if (answer.type === "opaqueredirect" || answer.status === 401) {
      tellSignedOut();
      return false;
    }
    if (answer.status === 413) {
      tell("Not saved: this is far longer than a letter can be. Your words are kept on this page. Shorten them.");
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
    if (written() !== kept && !stopped && !signedOut && !form.dataset.going) later(PAUSE);
  });
  return saving;
}

// A pending save is never pushed back, so that somebody who never pauses is saved too.
function later(pause) {
  if (!stopped && !signedOut && !timer) timer = setTimeout(saveOnce, pause);
}

/* Showing words */

let previewTimer = 0;
let previewing = false;
let previewed = written();

async function preview() {
  if (previewing || signedOut) return;
  previewing = true;
  const shown = written();
  try {
    const answer = await ask("/studio/letters/preview", words());
    if (answer.type === "opaqueredirect" || answer.status === 401) tellSignedOut();
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

// Every button keeps the words first, from here: an answer that is no success leaves them where they are.
form.addEventListener("submit", async (event) => {
  if (form.dataset.going) return;
  const button = event.submitter;
  if ("final" in form.dataset) {
    go();
    return;
  }
  event.preventDefault();
  // What is on its way may be the first save, which gives the letter its address.
  if (saving) await saving;
  stopped = false;
  if (!(await saveOnce())) {
    document.querySelector("#problems").scrollIntoView({ block: "nearest" });
    return;
  }
  if (button?.value !== "preview") {
    said.textContent = "Saved.";
    return;
  }
  go();
  location.assign(`${form.action}/preview`);
});

// Leaving in a hurry: words that are kept already need no second place.
form.addEventListener("leaving", (event) => {
  if (written() === kept) event.preventDefault();
});

addEventListener("beforeunload", (event) => {
  if (written() !== kept && !form.dataset.going) event.preventDefault();
});

addEventListener("pageshow", () => delete form.dataset.going);
addEventListener("focus", goOn);
document.addEventListener("visibilitychange", goOn);

// "Saved 12 seconds ago": the first minute is told by the second.
setInterval(() => {
  const time = document.querySelector("#saved time");
  const seconds = time ? Math.round((Date.now() - new Date(time.dateTime)) / 1000) : 60;
  if (seconds > 1 && seconds < 60) time.textContent = `${seconds} seconds ago`;
}, 3000);
