// An outside player is framed only once the reader asks for it.
for (const gate of document.querySelectorAll("[data-player]")) {
  const button = gate.querySelector("[data-play]");
  button.hidden = false;
  button.addEventListener("click", () => {
    const frame = document.createElement("iframe");
    frame.src = gate.dataset.player;
    frame.title = gate.dataset.title;
    frame.allow = "autoplay; fullscreen; picture-in-picture";
    frame.referrerPolicy = "strict-origin-when-cross-origin";
    frame.className = "fi-video__player";
    gate.replaceWith(frame);
    frame.focus();
  });
}
