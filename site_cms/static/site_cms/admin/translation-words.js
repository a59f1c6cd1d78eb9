// The segment editor of wagtail-localize writes two texts in English that no catalogue reaches:
// "Français to Anglais translation" above the segments, and "More actions" for screen readers.
{
  const { heading, more } = document.currentScript.dataset;

  // Wagtail opens the side panel that was open last, here over the buttons "Translate".
  try {
    localStorage.removeItem("wagtail:side-panel-open");
  } catch {
    // Kept from storing anything, the browser remembers no panel either.
  }

  // Only what changes is written: to an English reader the words stay as they are, and writing
  // them again would wake the observer without end.
  const write = (element, words) => {
    if (element.textContent !== words) element.textContent = words;
  };

  const say = (editor) => {
    for (const element of editor.querySelectorAll("h3, .w-sr-only")) {
      if (/^\S.* to .* translation$/.test(element.textContent)) write(element, heading);
      if (element.textContent === "More actions") write(element, more);
    }
  };

  document.addEventListener("DOMContentLoaded", () => {
    const editor = document.querySelector(".js-translation-editor");
    new MutationObserver(() => say(editor)).observe(editor, { childList: true, subtree: true });
    say(editor);
  });
}
