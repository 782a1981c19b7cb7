// What is pasted from Word, Google Docs or a page keeps its headings, lists, links, quotations and emphasis, as marks.
const body = document.querySelector("#body");

const LONGEST = 600_000; // characters of a clipboard; a letter has 64 kB, the rest is its dressing
const MOST_NODES = 30_000;
const DEEPEST = 200;

const BLOCKS = new Set("address article aside blockquote body center dd details div dl dt figcaption figure footer form header h1 h2 h3 h4 h5 h6 hr html li main nav ol p pre section table tbody td tfoot th thead tr ul".split(" "));
const IGNORED = new Set("script style head title meta link template noscript iframe object svg math button select textarea input audio video".split(" "));

const style = (element) => (element.getAttribute("data-style") ?? "").toLowerCase();
const name = (node) => (node.nodeType === Node.ELEMENT_NODE ? node.localName : "");

/* Text with marks */

// Until the end marks are characters that no text has, so that runs that follow each other can grow together.
const BOLD = ["\ue000", "\ue001"];
const ITALIC = ["\ue002", "\ue003"];
const BREAK = "\ue004\n";

// What would be read as a mark is not meant as one.
const plain = (text) => text.replace(/[\ue000-\ue004]/g, "").replace(/[\\`*_[\]<]/g, "\\$&");
const atStart = (line) => line.replace(/^(\s*)([#>+-]|\d{1,9}[.)])(?=\s|$)/, (_, space, mark) => space + mark.replace(/.$/, "\\$&")).replace(/^(-{3,}|={3,})$/, "\\$1");
const tidy = (text) => text.replace(/[ \t]*\ue004\n\s*/g, BREAK).replace(/^[\s\ue004]+|[\s\ue004]+$/g, "").split("\n").map(atStart).join("\n");
const oneLine = (text) => text.replaceAll(BREAK, " ");
const marked = (text) => text.replace(/\ue003\ue001\ue000\ue002|\ue001\ue000|\ue003\ue002/g, "").replace(/[\ue000\ue001]/g, "**").replace(/[\ue002\ue003]/g, "*").replace(/\ue004/g, "  ");

// Marks stand close to the words; the space around them goes outside.
function around([open, close], text) {
  const inside = text.trim();
  if (inside.replace(/[\ue000-\ue004\s]/g, "") === "") return text;
  const start = text.indexOf(inside);
  return text.slice(0, start) + open + inside + close + text.slice(start + inside.length);
}

function emphasis(element) {
  const tag = element.localName;
  const said = style(element);
  const weight = said.match(/(?:^|[;\s])font-weight:\s*(\w+)/)?.[1];
  // Google Docs wraps everything in a <b> that is not bold.
  const bold = weight ? weight === "bold" || weight === "bolder" || Number(weight) >= 600 : tag === "b" || tag === "strong";
  const slant = said.match(/(?:^|[;\s])font-style:\s*(\w+)/)?.[1];
  const italic = slant ? slant !== "normal" : ["i", "em", "cite", "dfn", "var"].includes(tag);
  return { bold, italic };
}

/* From a tree to lines */

class Reader {
  nodes = 0;
  lists = []; // of Word, which writes them as paragraphs

  inline(node, state, depth) {
    if (++this.nodes > MOST_NODES || depth > DEEPEST) throw new Error("too much");
    if (node.nodeType === Node.TEXT_NODE) return plain(state.pre ? node.data : node.data.replace(/[\s\u00a0]+/g, " "));
    if (node.nodeType !== Node.ELEMENT_NODE || IGNORED.has(name(node)) || /mso-list:\s*ignore|display:\s*none/.test(style(node))) return "";
    if (name(node) === "br") return BREAK;
    if (name(node) === "img") return plain(node.getAttribute("alt") ?? "");
    const { bold, italic } = emphasis(node);
    const within = { ...state, bold: state.bold || bold, italic: state.italic || italic };
    let text = [...node.childNodes].map((child) => this.inline(child, within, depth + 1)).join("");
    if (italic && !state.italic && !state.heading) text = around(ITALIC, text);
    if (bold && !state.bold && !state.heading) text = around(BOLD, text);
    return name(node) === "a" ? this.link(node, text) : text;
  }

  link(element, text) {
    const address = element.getAttribute("href") ?? "";
    if (!/^(https?:\/\/|mailto:)[^\s<>]{1,2000}$/i.test(address) || text.trim() === "") return text;
    const target = address.replace(/[()\\]/g, (sign) => encodeURIComponent(sign).replace("(", "%28").replace(")", "%29"));
    return around(["[", `](${target})`], oneLine(text));
  }

  // Blocks, each a text of one or more lines; runs of words between them are paragraphs.
  blocks(element, depth = 0) {
    if (depth > DEEPEST) throw new Error("too much");
    const blocks = [];
    let run = "";
    const flush = () => {
      const paragraph = tidy(run);
      if (paragraph) blocks.push(paragraph);
      run = "";
    };
    for (const node of element.childNodes) {
      if (BLOCKS.has(name(node)) || this.holdsBlocks(node)) {
        flush();
        blocks.push(...this.block(node, depth + 1));
      } else run += this.inline(node, {}, depth + 1);
    }
    flush();
    return blocks;
  }

  holdsBlocks(node) {
    return node.nodeType === Node.ELEMENT_NODE && !IGNORED.has(name(node)) && node.querySelector([...BLOCKS].join()) !== null;
  }

  block(element, depth) {
    if (++this.nodes > MOST_NODES) throw new Error("too much");
    if (IGNORED.has(name(element)) || /display:\s*none/.test(style(element))) return [];
    const item = this.ofWord(element);
    if (item) return [item];
    const heading = this.heading(element);
    if (heading) {
      const words = oneLine(tidy(this.inline(element, { heading: true }, depth)));
      return words ? [`${"#".repeat(heading)} ${words.replace(/^\\(?=[#>+-])/, "")}`] : [];
    }
    switch (name(element)) {
      case "hr":
        return ["---"];
      case "ul":
      case "ol":
        return [this.list(element, depth)].filter(Boolean);
      case "blockquote":
        return quoted(this.blocks(element, depth));
      case "pre": {
        const text = element.textContent.replace(/\n+$/, "");
        return text.includes("```") ? [tidy(plain(text))] : [`\`\`\`\n${text}\n\`\`\``];
      }
      case "tr":
        return [[...element.children].map((cell) => oneLine(joined(this.blocks(cell, depth)).replace(/\n+/g, " "))).join(" · ")].filter((row) => row.replace(/[\s·]/g, ""));
      default:
        return /quote/i.test(element.className) && name(element) === "p" ? quoted(this.blocks(element, depth)) : this.blocks(element, depth);
    }
  }

  heading(element) {
    const level = name(element).match(/^h([1-6])$/)?.[1] ?? (/^MsoTitle/.test(element.className) ? "1" : element.getAttribute("role") === "heading" ? (element.getAttribute("aria-level") ?? "2") : "");
    // The title of the letter is the first level; the page knows three below it.
    return level ? Math.min(4, Math.max(2, Number(level))) : 0;
  }

  list(element, depth, first = Number(element.getAttribute("start") ?? 1)) {
    let number = first - 1;
    const lines = [];
    for (const node of element.children) {
      if (["ul", "ol"].includes(name(node))) lines.push(indented(this.list(node, depth + 1), "   "));
      if (name(node) !== "li") continue;
      number++;
      const mark = name(element) === "ol" ? `${number}. ` : "- ";
      const blocks = this.blocks(node, depth + 1);
      // A list in an item follows its words at once; further paragraphs need the empty line.
      const text = blocks.map((block) => block.item ?? block).map((block, at) => (at === 0 ? block : (/^(- |\d+\. )/.test(block) ? "\n" : "\n\n") + block)).join("");
      if (text) lines.push(mark + indented(text, " ".repeat(mark.length)).trimStart());
    }
    return lines.filter(Boolean).join("\n");
  }

  // <p style="mso-list:l0 level2 lfo1">, with its sign in a span that says mso-list:Ignore.
  ofWord(element) {
    const level = style(element).match(/mso-list:\s*l\d+\s+level(\d)/)?.[1];
    if (!level) return "";
    const sign = [...element.querySelectorAll("span")].find((span) => /mso-list:\s*ignore/.test(style(span)))?.textContent.trim() ?? "";
    const words = tidy(this.inline(element, {}, 1));
    const mark = /^\(?[0-9a-z]{1,4}[.)]$/i.test(sign) && !/^o$/.test(sign) ? `${Number.parseInt(sign.replace("(", ""), 10) || 1}. ` : "- ";
    return words ? { item: indented(mark + words.replace(/^\\(?=[#>+-])/, ""), "   ".repeat(Number(level) - 1)) } : "";
  }
}

const indented = (text, space) => text.split("\n").map((line) => (line ? space + line : line)).join("\n");
const quoted = (blocks) => (blocks.length ? [joined(blocks).split("\n").map((line) => (line ? `> ${line}` : ">")).join("\n")] : []);
// The items of Word stand below each other.
const joined = (blocks) => blocks.map((block, at) => (at === 0 ? "" : block.item && blocks[at - 1].item ? "\n" : "\n\n") + (block.item ?? block)).join("");

/* What is on the clipboard */

const WORTH = "h1,h2,h3,h4,h5,h6,ul,ol,a[href],blockquote,b,strong,i,em,hr,[data-style*='mso-list'],[data-style*='font-weight'],[data-style*='font-style'],[class^='MsoTitle'],[class*='Quote']";

export function fromHtml(html) {
  if (html.length > LONGEST) return null;
  // The rules of this site let no page have styles or handlers of its own, not even one that is only read.
  const bare = html.replace(/<(\/?)style\b/gi, "<$1template").replace(/<[a-z][^<>]*>/gi, (tag) => tag.replace(/[\s"'](style|on[a-z]+)\s*=/gi, " data-$1="));
  const page = new DOMParser().parseFromString(bare, "text/html");
  if (!page.body.querySelector(WORTH)) return null;
  try {
    return marked(joined(new Reader().blocks(page.body)));
  } catch {
    return null;
  }
}

// A line end is meant: without a mark two lines of a poem or an address would run together. Lines that begin a list, a
// quotation or the like break by themselves.
export function fromText(text) {
  const lines = text.replace(/\r\n?/g, "\n").split("\n");
  const alone = /^\s*($|[#>|]|[-+*](\s|$)|\d{1,9}[.)]\s|```|-{3,}\s*$|={3,}\s*$)/;
  let code = false;
  return lines
    .map((line, at) => {
      const fence = /^\s*```/.test(line);
      if (fence) code = !code;
      const next = lines[at + 1];
      const ends = code || fence || next === undefined || alone.test(next) || /^\s*(#|$)/.test(line) || /(\\| {2})$/.test(line);
      return ends ? line : `${line.trimEnd()}  `;
    })
    .join("\n");
}

body.addEventListener("paste", (event) => {
  const html = event.clipboardData.getData("text/html");
  const text = event.clipboardData.getData("text/plain");
  const words = (html && fromHtml(html)) || fromText(text);
  if (!words || words === text) return;
  event.preventDefault();
  if (!document.execCommand("insertText", false, words)) body.setRangeText(words, body.selectionStart, body.selectionEnd, "end");
  body.dispatchEvent(new Event("input", { bubbles: true }));
});
