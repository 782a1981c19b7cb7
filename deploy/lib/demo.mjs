// Signs up people, publishes letters and answers them, through the same pages that a browser uses.
// Everything here was written for Openletter; nobody in it exists.
import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { letters, people, password } from "./demo-letters.mjs";

const [port, data] = process.argv.slice(2);
const origin = process.env.OPENLETTER_ORIGIN ?? `http://localhost:${port}`;
const local = `http://127.0.0.1:${port}`;
const done = join(data, "demo-done");

class Visitor {
  cookies = new Map();

  async open(path) {
    return this.#follow("GET", path);
  }

  /** Sends the form of a page whose action contains `part`, with its hidden fields and these. */
  async send(page, part, fields, alsoRefused = false) {
    const form = forms(page.html).find((f) => f.action.includes(part));
    if (!form) {
      throw new Error(`no form to ${part} on ${page.path}: ${words(page.html)}`);
    }
    const action = form.action === "" ? page.path : form.action;
    return this.#follow(form.method, action, new URLSearchParams({ ...form.hidden, ...fields }), page.path, alsoRefused);
  }

  async #follow(method, path, body, referer, alsoRefused = false) {
    for (let hops = 0; hops < 12; hops++) {
      const response = await fetch(local + path, {
        method,
        redirect: "manual",
        body: method === "GET" ? undefined : body,
        headers: {
          cookie: [...this.cookies].map(([k, v]) => `${k}=${v}`).join("; "),
          ...(method === "GET" ? {} : { origin, "sec-fetch-site": "same-origin", referer: origin + (referer ?? "/") }),
        },
      });
      for (const cookie of response.headers.getSetCookie()) {
        const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie);
        if (value === "" || /max-age=0/i.test(cookie)) this.cookies.delete(name);
        else this.cookies.set(name, value);
      }
      const location = response.headers.get("location");
      if (location) {
        const to = new URL(location, origin + path);
        path = to.pathname + to.search;
        method = "GET";
        continue;
      }
      const html = await response.text();
      if (response.status >= 400 && !(alsoRefused && response.status === 422)) {
        throw new Error(`${response.status} at ${path}: ${words(html)}`);
      }
      return { path, html };
    }
    throw new Error(`too many redirects at ${path}`);
  }
}

function forms(html) {
  return [...html.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/gi)].map(([, head, inside]) => ({
    action: unescape(attribute(head, "action") ?? ""),
    method: (attribute(head, "method") ?? "get").toUpperCase(),
    hidden: Object.fromEntries(
      [...inside.matchAll(/<input\b[^>]*type="hidden"[^>]*>/gi)].map(([input]) => [
        unescape(attribute(input, "name") ?? ""),
        unescape(attribute(input, "value") ?? ""),
      ]),
    ),
  }));
}

function attribute(tag, name) {
  return new RegExp(`\\b${name}="([^"]*)"`, "i").exec(tag)?.[1];
}

function unescape(text) {
  return text
    .replaceAll("&amp;", "&")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&#34;", '"')
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'");
}

function escape(text) {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

function words(html) {
  return html.replace(/<[^>]*>/g, " ").replace(/\s+/g, " ").slice(0, 200);
}

/** Signed in as this person, who is made unless she is there: an earlier run may have been ended anywhere. */
async function enter(person) {
  const visitor = new Visitor();
  const signIn = await visitor.open("/sign-in");
  const entered = await visitor.send(signIn, "login", { handle: person.handle, password }, true);
  if (!entered.path.startsWith("/id/login")) return visitor;
  const link = /href="([^"]*sign-up[^"]*)"/.exec(entered.html)?.[1] ?? "/id/sign-up";
  const form = await visitor.open(unescape(link));
  const code = await visitor.send(form, "sign-up", { handle: person.handle, name: person.name, password });
  await visitor.send(code, "", {});
  return visitor;
}

/** The letter with this title among her own: its id, and whether it is a draft still. */
async function find(visitor, letter) {
  const studio = await visitor.open("/studio");
  const title = escape(letter.title);
  for (const [row] of studio.html.matchAll(/<(li|article|tr)\b[\s\S]*?<\/\1>/g)) {
    if (row.includes(title)) {
      return { id: /\/letters\/([0-9a-z]{12})/.exec(row)[1], draft: /\bdraft\b/i.test(row.replace(title, "")) };
    }
  }
  return null;
}

async function publish(visitor, letter) {
  const found = await find(visitor, letter);
  if (found && !found.draft) return found.id;
  let id = found?.id;
  if (!id) {
    const editor = await visitor.open("/studio/letters/new");
    const saved = await visitor.send(editor, "/studio/letters", {
      addressee: letter.addressee,
      title: letter.title,
      body: letter.body,
      byline: letter.byline,
      disclaimer: letter.disclaimer,
      topics: letter.topics,
      act: "preview",
    });
    id = /\/studio\/letters\/([0-9a-z]{12})/.exec(saved.path + saved.html)[1];
  }
  const preview = await visitor.open(`/studio/letters/${id}/preview`);
  await visitor.send(preview, "publication", {});
  return id;
}

async function respond(visitor, id, text) {
  const mine = await visitor.open("/me/comments");
  if (mine.html.includes(escape(text).slice(0, 40))) return;
  const page = await visitor.open(`/letters/${id}`);
  await visitor.send(page, `/letters/${id}/comments`, { text });
}

/** Publishes what waits on somebody's letters, except what looks like junk. */
async function clear(visitor) {
  for (let rounds = 0; rounds < 40; rounds++) {
    const queue = await visitor.open("/studio/queue");
    const waiting = [...queue.html.matchAll(/href="(\/studio\/queue\/[0-9a-z]{12}\/[0-9a-f-]{36})[^"]*"/g)].map((m) => m[1]);
    let acted = false;
    for (const address of new Set(waiting)) {
      const item = await visitor.open(address);
      const why = /Why it waits([\s\S]*?)<\/ul>/.exec(item.html)?.[1] ?? "";
      if (!/advertising|random letters|same text|telephone/i.test(why)) {
        await visitor.send(item, "decision", { act: "publish" });
        acted = true;
        break;
      }
    }
    if (!acted) return;
  }
}

if (existsSync(done)) {
  process.exit(0);
}
console.log("Filling in people and letters written for Openletter ...");
const visitors = {};
for (const person of people) {
  visitors[person.handle] = await enter(person);
}
for (const letter of letters) {
  const id = await publish(visitors[letter.from], letter);
  for (const [number, response] of letter.responses.entries()) {
    if (number === letter.clearedAfter) await clear(visitors[letter.from]);
    await respond(visitors[response.from], id, response.text);
  }
  if (letter.clearedAfter >= letter.responses.length) await clear(visitors[letter.from]);
}
writeFileSync(done, `${new Date().toISOString()}\n`);
console.log(`  people of the demo: ${people.map((p) => p.handle).join(", ")}; password for all: ${password}`);
