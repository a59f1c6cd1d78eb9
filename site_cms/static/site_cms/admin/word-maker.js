// The button under a choice of words (WordPanel in site_cms/models/pickers.py) opens Wagtail's
// chooser where a word is made; what is made or chosen there joins the choice.
(() => {
  const choose = (select, { id, string }) => {
    if (![...select.options].some(({ value }) => value === String(id))) select.add(new Option(string, id));
    select.value = id;
    select.dispatchEvent(new Event("change", { bubbles: true }));
  };

  const tick = (boxes, name, { id, string }) => {
    let box = boxes.querySelector(`input[value="${CSS.escape(id)}"]`);
    if (!box) {
      box = Object.assign(document.createElement("input"), { type: "checkbox", name, value: id });
      const line = document.createElement("div");
      const label = document.createElement("label");
      label.append(box, ` ${string}`);
      line.append(label);
      boxes.append(line);
    }
    box.checked = true;
    box.dispatchEvent(new Event("change", { bubbles: true }));
  };

  const handlers = () => {
    const known = window.CHOOSER_MODAL_ONLOAD_HANDLERS;
    return {
      ...known,
      choose: (modal, data) => {
        known.choose(modal, data);
        // Once the tabs have found out that they are there.
        setTimeout(() => modal.body[0].querySelector('[role="tab"][href="#tab-create"]')?.click());
      },
    };
  };

  document.addEventListener("click", ({ target }) => {
    const button = target.closest("[data-word-maker]");
    if (!button) return;
    const { wordMaker: name, url } = button.dataset;
    const field = document.getElementById(`id_${name}`);
    const take = (word) => (field.tagName === "SELECT" ? choose(field, word) : tick(field, name, word));
    window.ModalWorkflow({ url, onload: handlers(), responses: { chosen: take }, triggerElement: button });
  });
})();
