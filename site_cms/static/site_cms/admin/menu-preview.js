// The previews of the menu screen follow the lists of its form: pages chosen, moved, taken out.
{
  const frames = [...document.querySelectorAll("[data-menu-preview]")];
  const form = frames[0].closest("form");
  const lists = { menu: "menu_entries", footer: "footer_entries" };

  const value = (prefix, name) => form.elements[`${prefix}-${name}`]?.value;
  const chosen = (list) => [...form.querySelectorAll(`select[name^="${list}-"][name$="-page"]`)]
    .map((select) => select.name.slice(0, -"-page".length))
    .filter((prefix) => !prefix.includes("__prefix__") && !value(prefix, "DELETE"))
    .sort((one, other) => value(one, "ORDER") - value(other, "ORDER"))
    .map((prefix) => value(prefix, "page"))
    .filter(Boolean);

  let shown;
  const show = () => {
    const query = new URLSearchParams();
    for (const [name, list] of Object.entries(lists)) {
      for (const key of chosen(list)) query.append(name, key);
    }
    if (String(query) === shown) return;
    shown = String(query);
    for (const frame of frames) frame.src = `${frame.dataset.menuPreview}?${shown}`;
  };

  show();
  form.addEventListener("change", show);
  // Moving and taking out write hidden fields, which tell nobody.
  setInterval(show, 500);
}
