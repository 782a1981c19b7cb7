// The composer with script: a countdown of characters, and sending without leaving the page. Whatever
// the answer is not one of our parts (signed out meanwhile, an error page), the form is sent the plain
// way, which knows what to do; its hidden key makes one response of both.
function left(textarea) {
  const words = textarea.form?.querySelector("[data-left]");
  if (!words) return;
  const rest = Number(words.dataset.left) - [...textarea.value].length;
  const number = Math.abs(rest).toLocaleString("en");
  words.textContent = rest < 0 ? `${number} characters too many.` : `${number} characters left.`;
  words.classList.toggle("over", rest < 0);
}

function begin(root) {
  for (const textarea of root.querySelectorAll("[data-composer] textarea")) left(textarea);
}

function say(words) {
  const said = document.getElementById("said");
  if (said) said.textContent = words;
}

document.addEventListener("input", (event) => {
  if (event.target.matches?.("[data-composer] textarea")) left(event.target);
});

// Escape in an empty reply puts the form away again and goes back to the link that opened it.
document.addEventListener("keydown", (event) => {
  const form = event.key === "Escape" && event.target.closest?.(".reply-place [data-composer]");
  if (!form || form.querySelector("textarea").value.trim()) return;
  const opener = form.closest("li").querySelector(".do a");
  form.remove();
  opener?.focus();
});

document.addEventListener("htmx:beforeSwap", (event) => {
  const { xhr, elt } = event.detail;
  if (xhr.getResponseHeader("Part")) {
    event.detail.shouldSwap = true;
    event.detail.isError = false;
    // A textarea that was pulled larger has an inline style, which htmx would copy against the content policy.
    for (const sized of document.querySelectorAll("[data-composer] [style]")) sized.removeAttribute("style");
    return;
  }
  event.detail.shouldSwap = false;
  if (elt instanceof HTMLFormElement) elt.submit();
  else if (elt.href) location.assign(elt.href);
});

document.addEventListener("htmx:sendError", (event) => {
  const form = event.detail.elt.closest?.("[data-composer]");
  if (!form) return;
  const words = "Your response was not sent: there is no connection. Your words are kept here. Try again in a minute.";
  let note = form.querySelector(".note.bad");
  if (!note) {
    note = document.createElement("div");
    note.className = "note bad";
    note.append(document.createElement("p"));
    form.querySelector("textarea").before(note);
  }
  note.querySelector("p").textContent = words;
  say(words);
});

document.addEventListener("htmx:load", (event) => begin(event.detail.elt));
begin(document);
