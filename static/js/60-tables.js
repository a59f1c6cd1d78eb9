// A table is a stop of the keyboard where it scrolls, and only there; without this, everywhere.
for (const content of document.querySelectorAll(".fr-table__content[tabindex]")) {
  const attributes = { tabindex: 0, role: "region", "aria-label": content.ariaLabel };
  new ResizeObserver(() => {
    const scrolls = content.scrollWidth > content.clientWidth;
    for (const name in attributes) {
      if (scrolls) content.setAttribute(name, attributes[name]);
      else content.removeAttribute(name);
    }
  }).observe(content);
}
