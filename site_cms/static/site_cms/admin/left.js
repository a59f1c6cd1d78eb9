// How many signs a field still takes, told below it while somebody writes there.
(() => {
  const { left } = document.currentScript.dataset;
  const FIELDS = "input[maxlength]:not([type=hidden]), textarea[maxlength]";

  const tell = (field) => {
    const id = `${field.id}-left`;
    let told = document.getElementById(id);
    if (!told) {
      told = Object.assign(document.createElement("p"), { id, className: "help fi-left" });
      field.after(told);
      field.setAttribute("aria-describedby", `${field.getAttribute("aria-describedby") ?? ""} ${id}`.trim());
    }
    told.textContent = left.replace("%s", field.maxLength - field.value.length);
  };

  for (const name of ["focusin", "input"]) {
    document.addEventListener(name, ({ target }) => target.id && target.matches?.(FIELDS) && tell(target));
  }
})();
