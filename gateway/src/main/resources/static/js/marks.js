// Buttons that put marks around words. They stay hidden without script: then marks are typed.
const body = document.querySelector("#body");

function put(text, from, to) {
  body.focus();
  body.setSelectionRange(from, to);
  // The old command, because it alone keeps the browser's own undo whole.
  if (!document.execCommand("insertText", false, text)) body.setRangeText(text, from, to, "end");
  body.dispatchEvent(new Event("input", { bubbles: true }));
}

const marks = {
  around(mark, from, to) {
    const chosen = body.value.slice(from, to);
    const length = mark.length;
    // Pressed a second time it takes the marks away again; one star of two is no mark of its own.
    const outside = (text) => text.replaceAll("**", mark === "**" ? "**" : "") === mark;
    const before = body.value.slice(0, from).match(/\**$/)[0];
    const after = body.value.slice(to).match(/^\**/)[0];
    if (outside(before) && outside(after)) {
      put(chosen, from - length, to + length);
      body.setSelectionRange(from - length, to - length);
      return;
    }
    put(mark + chosen + mark, from, to);
    body.setSelectionRange(from + length, to + length);
  },
  before(mark, from, to) {
    const start = body.value.lastIndexOf("\n", from - 1) + 1;
    const lines = body.value.slice(start, to).split("\n");
    const already = lines.every((line) => line.startsWith(mark));
    put(lines.map((line) => (already ? line.slice(mark.length) : mark + line)).join("\n"), start, to);
  },
  block(mark, from, to) {
    const above = body.value.slice(0, from).replace(/\n*$/, "");
    const gap = above === "" ? "" : "\n\n";
    put(`${gap}${mark}\n\n`, above.length, to);
  },
  link(_, from, to) {
    const chosen = body.value.slice(from, to) || "words";
    put(`[${chosen}](https://)`, from, to);
    const address = from + chosen.length + 3;
    body.setSelectionRange(address, address + "https://".length);
  },
};

const tools = document.querySelector(".tools");
tools.hidden = false;
tools.addEventListener("click", (event) => {
  const button = event.target.closest("button");
  const [[kind, mark]] = button ? Object.entries(button.dataset) : [[]];
  marks[kind]?.(mark, body.selectionStart, body.selectionEnd);
});
body.addEventListener("keydown", (event) => {
  if (!(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey) return;
  const mark = { b: "**", i: "*" }[event.key];
  if (!mark) return;
  event.preventDefault();
  marks.around(mark, body.selectionStart, body.selectionEnd);
});
