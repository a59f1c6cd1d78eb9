// Marks, in the page an editor looks at, what Wagtail's checker has no rule of its own to find:
// links that say nothing of where they lead, and sentences too long to follow. The rules that
// report the marks are in site_cms/admin/writing.py; the length is that of site_cms/words/writing.py.
(() => {
  const LONG = 40;
  const VAGUE = new Set([
    "ici", "là", "cliquez", "cliquer ici", "cliquez ici", "en savoir plus", "savoir plus",
    "plus d'infos", "plus d'informations", "lire", "lire la suite", "lire plus", "suite", "voir",
    "voir plus", "ce lien", "lien", "détail", "détails", "télécharger", "page", "cette page",
    "here", "click here", "read more", "more", "learn more", "this page", "link",
  ]);
  const plain = (text) =>
    text.toLowerCase().replaceAll("’", "'").replace(/[\s\u00a0\u202f-]+/g, " ").replace(/[.…>»!:]+$/, "").trim();
  const words = (text) => (text.match(/[\p{L}\p{N}][\p{L}\p{N}’'-]*/gu) ?? []).length;
  const sentences = (text) => text.split(/(?<=[.!?…])\s+(?=[«“"(\p{Lu}\p{N}])/u);

  for (const link of document.querySelectorAll("main a[href]")) {
    const name = link.getAttribute("aria-label") ?? link.textContent;
    if (VAGUE.has(plain(name))) link.dataset.writing = "vague-link";
  }
  for (const text of document.querySelectorAll("main p, main li:not(:has(p, ul, ol))")) {
    if (sentences(text.textContent).some((sentence) => words(sentence) > LONG)) {
      text.dataset.writing = "long-sentence";
    }
  }
})();
