// One who opens the search wants to write, not to close it: the DSFR gives the focus to "Fermer".
document.getElementById("recherche")?.addEventListener("dsfr.disclose", (event) => {
  event.target.querySelector("input")?.focus();
});

// The DSFR leaves a dialog open when Escape is pressed on one of its radio buttons.
for (const dialog of document.querySelectorAll("dialog.fr-modal")) {
  dialog.addEventListener("keyup", (event) => {
    if (event.key !== "Escape" || event.target.type !== "radio") return;
    dialog.querySelector(".fr-btn--close").click();
  });
}
