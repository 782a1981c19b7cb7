// Says that a file is too large before it is sent; the server decides.
const file = document.querySelector("#file");

file.addEventListener("change", () => {
  const tooLarge = file.files[0]?.size > Number(file.dataset.largest);
  file.setCustomValidity(tooLarge ? file.dataset.tooLarge : "");
  if (tooLarge) file.reportValidity();
});
