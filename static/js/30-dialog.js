// The DSFR leaves a dialog open when Escape is pressed on one of its radio buttons.
for (const dialog of document.querySelectorAll("dialog.fr-modal")) {
  dialog.addEventListener("keyup", (event) => {
    if (event.key !== "Escape" || event.target.type !== "radio") return;
    dialog.querySelector(".fr-btn--close").click();
  });
}
