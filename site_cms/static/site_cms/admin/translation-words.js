// The segment editor of wagtail-localize writes two texts in English that no catalogue reaches:
// "Français to Anglais translation" above the segments, and "More actions" for screen readers.
{
  const { heading, more } = document.currentScript.dataset;

  const say = (editor) => {
    for (const element of editor.querySelectorAll("h3, .w-sr-only")) {
      if (/^\S.* to .* translation$/.test(element.textContent)) element.textContent = heading;
      if (element.textContent === "More actions") element.textContent = more;
    }
  };

  document.addEventListener("DOMContentLoaded", () => {
    const editor = document.querySelector(".js-translation-editor");
    new MutationObserver(() => say(editor)).observe(editor, { childList: true, subtree: true });
    say(editor);
  });
}
