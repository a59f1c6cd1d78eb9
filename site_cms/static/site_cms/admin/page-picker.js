// The button of a list of chosen pages (site_cms/models/pickers.py) opens Wagtail's chooser; what
// is chosen there joins the list, ticked.
(() => {
  const item = (name, { id, title }) => {
    const box = Object.assign(document.createElement("input"), { type: "checkbox", name, value: id, checked: true });
    const label = document.createElement("label");
    label.append(box, ` ${title}`);
    const line = document.createElement("li");
    line.append(label);
    return line;
  };

  const add = (picker, pages) => {
    const list = picker.querySelector("ul");
    for (const page of pages) {
      const known = list.querySelector(`input[value="${CSS.escape(page.id)}"]`);
      if (known) known.checked = true;
      else list.append(item(picker.dataset.pagePicker, page));
    }
    list.dispatchEvent(new Event("change", { bubbles: true }));
  };

  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-page-picker-open]");
    if (!button) return;
    const picker = button.closest("[data-page-picker]");
    window.ModalWorkflow({
      url: picker.dataset.url,
      onload: window.CHOOSER_MODAL_ONLOAD_HANDLERS,
      responses: { chosen: (pages) => add(picker, pages) },
      triggerElement: button,
    });
  });
})();
