// The button that copies the page's address: shown only where the browser can.
for (const button of document.querySelectorAll("[data-copy]")) {
  if (!navigator.clipboard) break;
  button.hidden = false;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(button.dataset.copy);
    const status = button.closest("section").querySelector("[data-copy-status]");
    status.textContent = button.dataset.copied;
  });
}
