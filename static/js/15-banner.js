// A banner that was closed stays closed in this window; one whose time is over goes, even from an
// old copy of the page. Where nothing may be stored, it is back on the next page.
for (const banner of document.querySelectorAll("[data-banner]")) {
  const key = `banner-${banner.dataset.banner}`;
  const rest = new Date(banner.dataset.until) - Date.now();
  let isClosed = rest <= 0;
  try {
    isClosed ||= sessionStorage.getItem(key) !== null;
  } catch { /* The browser keeps nothing. */ }
  if (isClosed) {
    banner.remove();
    continue;
  }
  // Longer waits overflow: the page will not stay open as long.
  if (rest < 2 ** 31) setTimeout(() => banner.remove(), rest);
  banner.querySelector("button").addEventListener("click", () => {
    try {
      sessionStorage.setItem(key, "");
    } catch { /* As above. */ }
    banner.remove();
    document.getElementById("contenu").focus({ preventScroll: true });
  });
}
