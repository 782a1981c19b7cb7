// Escape closes the menu of the bar and gives the focus back to what opened it; a press beside it closes it too.
const menu = document.querySelector(".bar .menu");

addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || !menu?.open) return;
  menu.open = false;
  menu.querySelector("summary").focus();
});

addEventListener("click", (event) => {
  if (menu?.open && !menu.contains(event.target)) menu.open = false;
});
