// Pages offered under a search field while one types; without this, the form is still a form.
for (const form of document.querySelectorAll("[data-suggestions]")) {
  const input = form.elements.q;
  const list = document.createElement("ul");
  const status = document.createElement("p");
  let request, timer, asked;
  list.className = "fi-suggestions";
  list.id = `${input.id}-liste`;
  list.hidden = true;
  status.className = "fr-sr-only";
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", form.dataset.label);
  status.setAttribute("role", "status");
  form.append(list, status);
  input.autocomplete = "off";
  const attributes = { role: "combobox", "aria-autocomplete": "list", "aria-controls": list.id };
  for (const name in attributes) input.setAttribute(name, attributes[name]);

  const choose = (option) => {
    for (const other of list.children) other.setAttribute("aria-selected", other === option);
    input.setAttribute("aria-activedescendant", option ? option.id : "");
    option?.scrollIntoView({ block: "nearest" });
  };
  const show = (found) => {
    list.replaceChildren(...found.map(({ title, kind, url }, number) => {
      const option = document.createElement("li");
      const detail = document.createElement("span");
      option.id = `${list.id}-${number}`;
      option.setAttribute("role", "option");
      option.dataset.url = url;
      detail.textContent = kind;
      option.append(title, " ", detail);
      return option;
    }));
    list.hidden = !found.length;
    input.setAttribute("aria-expanded", !list.hidden);
    status.textContent = list.hidden ? "" : `${form.dataset.label} : ${found.length}`;
    choose(null);
  };
  const ask = async () => {
    request?.abort();
    asked = input.value.trim();
    if (asked.length < 2) return show([]);
    request = new AbortController();
    try {
      const url = `${form.dataset.suggestions}?${new URLSearchParams({ q: asked })}`;
      const answer = await fetch(url, { signal: request.signal });
      show(answer.ok ? (await answer.json()).suggestions : []);
    } catch { /* Another request has taken its place, or the network is away. */ }
  };

  show([]);
  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(ask, 150);
  });
  input.addEventListener("blur", () => show([]));
  input.addEventListener("keydown", (event) => {
    const options = [...list.children];
    const at = options.findIndex((option) => option.getAttribute("aria-selected") === "true");
    const steps = { ArrowDown: 1, ArrowUp: -1 };
    if (event.key === "Escape" && !list.hidden) show([]);
    else if (event.key === "Enter" && at >= 0) location.assign(options[at].dataset.url);
    else if (event.key in steps && options.length) {
      // One place more than there are options: the field itself.
      const places = options.length + 1;
      choose(options[(at + 1 + steps[event.key] + places) % places - 1] ?? null);
    } else return;
    event.preventDefault();
  });
  // The field keeps the focus while an option is pressed; what acts is the release, on it.
  list.addEventListener("mousedown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => {
    const option = event.target.closest("[role=option]");
    if (option) location.assign(option.dataset.url);
  });
}
