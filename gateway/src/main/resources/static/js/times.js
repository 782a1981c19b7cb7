// Says instants as people do, in the reader's own time zone, and keeps them true while the page is open.
const day = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long" });
const dayAndYear = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric" });
const clock = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit" });

function said(at, now) {
  const minutes = Math.floor((now - at) / 60000);
  if (minutes < 1) return "just now";
  if (minutes < 60) return minutes === 1 ? "1 minute ago" : `${minutes} minutes ago`;
  if (at.toDateString() === now.toDateString()) return `today, ${clock.format(at)}`;
  const yesterday = new Date(now);
  yesterday.setDate(now.getDate() - 1);
  if (at.toDateString() === yesterday.toDateString()) return `yesterday, ${clock.format(at)}`;
  return (at.getFullYear() === now.getFullYear() ? day : dayAndYear).format(at);
}

function tell(root) {
  const now = new Date();
  for (const time of root.querySelectorAll("time[data-said]")) {
    const at = new Date(time.dateTime);
    const words = said(at, now);
    if (time.textContent !== words) time.textContent = words;
    time.title = `${dayAndYear.format(at)}, ${clock.format(at)}`;
  }
}

tell(document);
document.addEventListener("htmx:load", (event) => tell(event.target));
setInterval(() => tell(document), 60000);
