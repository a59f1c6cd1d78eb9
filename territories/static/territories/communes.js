// The field of a town (territories/models/seat.py): communes are offered as one types; choosing one
// fills in its name, its code and its position.
(() => {
  const known = new Map();
  let last = "";

  const field = (input, name) => input.form.querySelector(`[name="${name}"]`);

  const fill = (input, { name, code, latitude, longitude }) => {
    const values = { seat: name, seat_code: code, latitude, longitude };
    for (const [key, value] of Object.entries(values)) {
      const target = key === "seat" ? input : field(input, key);
      if (!target) continue;
      target.value = value;
      target.dispatchEvent(new Event("change", { bubbles: true }));
    }
  };

  const offer = async (input) => {
    const typed = input.value.trim();
    if (typed.length < 2 || typed === last) return;
    last = typed;
    const answer = await fetch(`${input.dataset.communes}?${new URLSearchParams({ q: typed })}`);
    if (!answer.ok || input.value.trim() !== typed) return;
    const { communes } = await answer.json();
    const list = document.getElementById(`${input.id}-communes`);
    input.setAttribute("list", list.id);
    list.replaceChildren(
      ...communes.map((commune) => {
        known.set(commune.label, commune);
        return Object.assign(document.createElement("option"), { value: commune.label });
      }),
    );
  };

  document.addEventListener("input", (event) => {
    const input = event.target.closest?.("[data-communes]");
    if (!input) return;
    const chosen = known.get(input.value);
    if (chosen) fill(input, chosen);
    else offer(input);
  });
})();
