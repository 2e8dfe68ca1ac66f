// The first page's island: a file may be dropped anywhere, and Ctrl+Enter sends the text. Without it, the form does both.

const form = document.querySelector<HTMLFormElement>("form#own");
const files = form?.querySelector<HTMLInputElement>("input[type=file]");
const text = form?.querySelector<HTMLTextAreaElement>("textarea");

const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes("Files") === true;

let inside = 0; // elements that the pointer is over, one in the other

document.addEventListener("dragenter", (event) => {
  if (hasFiles(event) && ++inside === 1) document.body.classList.add("dropping");
});
document.addEventListener("dragleave", (event) => {
  if (hasFiles(event) && --inside <= 0) document.body.classList.remove("dropping");
});
document.addEventListener("dragover", (event) => {
  if (hasFiles(event)) event.preventDefault(); // or else the browser opens the file
});
document.addEventListener("drop", (event) => {
  inside = 0;
  document.body.classList.remove("dropping");
  const dropped = event.dataTransfer?.files;
  if (!form || !files || !dropped || dropped.length === 0) return;
  event.preventDefault();
  files.files = dropped;
  form.requestSubmit();
});

text?.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) form?.requestSubmit();
});

form?.addEventListener("submit", () => {
  const button = form.querySelector<HTMLButtonElement>("button.main");
  if (button) button.textContent = "Reading…";
});
addEventListener("pageshow", () => { // back from what was read
  const button = form?.querySelector<HTMLButtonElement>("button.main");
  if (button) button.textContent = "Read it";
});
