// Leave this page: without script the link in the bar does it. With script the page is also taken
// out of the history entry it stands in, and Shift pressed three times within two seconds leaves too.
const link = document.querySelector(".leave");

function leave() {
  // Nothing of this page stays in sight while the other one loads.
  document.documentElement.hidden = true;
  document.title = "";
  location.replace(link.href);
}

link?.addEventListener("click", (event) => {
  if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
  event.preventDefault();
  leave();
});

let presses = [];
addEventListener("keydown", (event) => {
  if (event.key !== "Shift") {
    presses = [];
    return;
  }
  if (event.repeat) return;
  presses = [...presses.filter((at) => event.timeStamp - at < 2000), event.timeStamp];
  if (link && presses.length === 3) leave();
});
