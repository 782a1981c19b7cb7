// The queue with script: htmx fetches the same pages and puts only their queue in place. After an
// act the focus goes to the next row and what happened is said; after a choice it goes to the
// response.
const said = document.querySelector("#said");
const narrow = matchMedia("(max-width: 56rem)");
let acted = false;

document.addEventListener("htmx:beforeRequest", (event) => {
  acted = event.detail.requestConfig.verb === "post";
});

document.addEventListener("htmx:beforeSwap", (event) => {
  if (event.detail.xhr.responseText.includes('id="queue"')) {
    // Also with 404, 409, 422 and 503: the page says what did not work and keeps what was typed.
    event.detail.shouldSwap = true;
    return;
  }
  const form = event.detail.requestConfig.elt.closest("form");
  if (form && event.detail.xhr.getResponseHeader("Part")) {
    // The form comes back as it was filled in, with a token that is good now: nothing was decided.
    event.detail.shouldSwap = true;
    event.detail.isError = false;
    event.detail.target = form;
    event.detail.swapOverride = "outerHTML";
    event.detail.selectOverride = "form";
    return;
  }
  // Another page came instead, such as the one to sign in.
  event.detail.shouldSwap = false;
  location.reload();
});

document.addEventListener("htmx:sendError", () => {
  said.textContent = "Nothing was decided: there is no connection. Try again in a minute.";
});

document.addEventListener("htmx:afterSettle", () => {
  const queue = document.querySelector("#queue");
  const item = document.querySelector("#item");
  const wrong = queue.querySelector("[role=alert]");
  const words = queue.querySelector(".toast p")?.textContent ?? wrong?.textContent;
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
