// The paper says when the page was printed; the page itself is the same for all and cannot.
addEventListener("beforeprint", () => {
  for (const place of document.querySelectorAll("[data-printed]")) {
    place.textContent = place.dataset.printed + new Date().toLocaleDateString("fr-FR");
  }
});
