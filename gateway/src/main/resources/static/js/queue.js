// The queue with script: htmx fetches the same pages and puts only their queue in place. After an
// act the focus goes to the next row and what happened is said; after a choice it goes to the
// response.
const said = document.querySelector("#said");
const narrow = matchMedia("(max-width: 56rem)");
let acted = false;

document.addEventListener("htmx:beforeRequest", (event) => {
  acted = event.detail.requestConfig.verb === "post";
});

// Says in place what did not work: seen above the list, and said aloud. The list and what was typed stay as they are.
function tell(...lines) {
  const place = document.querySelector("#queue .said");
  const note = document.createElement("div");
  note.className = "note bad from-script";
  for (const line of lines) note.appendChild(document.createElement("p")).textContent = line;
  place.querySelector(".from-script")?.remove();
  place.prepend(note);
  note.scrollIntoView({ block: "nearest" });
  said.textContent = lines.join(" ");
}

// The sentences of a page that came instead of what was asked for.
function sentences(page) {
  const told = page.querySelector("#queue .said .note.bad") ?? page.querySelector("#main header") ?? page.querySelector("#main, .note.bad");
  return [...(told?.querySelectorAll("h1, p") ?? [])].map((line) => line.textContent.trim()).filter((line) => line !== "");
}

document.addEventListener("htmx:beforeSwap", (event) => {
  const { xhr, requestConfig } = event.detail;
  // What did not work is said in the page; htmx would only write it to the console.
  event.detail.isError = false;
  const page = new DOMParser().parseFromString(xhr.responseText, "text/html");
  const queue = page.querySelector("#queue");
  if (queue && (xhr.status < 500 || queue.dataset.waiting !== undefined)) {
    // Also with 404, 409, 422 and 503: the page says what did not work and keeps what was typed.
    event.detail.shouldSwap = true;
    event.detail.target = document.querySelector("#queue");
    return;
  }
  const form = requestConfig.elt.closest("form");
  if (form && xhr.getResponseHeader("Part")) {
    // The form comes back as it was filled in, with a token that is good now: nothing was decided.
    event.detail.shouldSwap = true;
    event.detail.target = form;
    event.detail.swapOverride = "outerHTML";
    event.detail.selectOverride = "form";
    return;
  }
  event.detail.shouldSwap = false;
  const lines = sentences(page);
  if (xhr.status >= 400 && lines.length > 0) {
    tell(...lines);
    return;
  }
  // Another page came instead, such as the one to sign in.
  location.reload();
});

document.addEventListener("htmx:sendError", () => {
  tell(
    acted
      ? "There is no connection, so nobody knows whether this was done. Try again in a minute: it is never done twice."
      : "There is no connection. Try again in a minute.",
  );
});

document.addEventListener("htmx:afterSettle", () => {
  const queue = document.querySelector("#queue");
  const item = document.querySelector("#item");
  const wrong = queue.querySelector("[role=alert]");
  const words = (wrong ?? queue.querySelector(".toast p"))?.textContent;
  if (words) said.textContent = words.trim();
  const again = queue.querySelector("form.again");
  if (again) {
    again.querySelector("textarea, button").focus();
  } else if (wrong?.id === "reason-error") {
    queue.querySelector("#reason input").focus();
  } else if (acted) {
    const row = queue.querySelector(".rows [aria-current] a") ?? item?.querySelector("h2") ?? document.querySelector("#main");
    row.focus({ preventScroll: narrow.matches });
  } else {
    item?.querySelector("h2").focus({ preventScroll: true });
  }
  if (narrow.matches) item?.scrollIntoView();
  // Without a number nobody could tell how many wait: then what stands there stays.
  const waiting = queue.dataset.waiting;
  for (const link of waiting === undefined ? [] : document.querySelectorAll('.bar a[href="/studio"]')) {
    const count = link.querySelector(".count") ?? link.appendChild(document.createElement("span"));
    count.className = "count";
    count.textContent = Number(waiting) > 99 ? "99+" : waiting;
    count.hidden = waiting === "0";
  }
});
