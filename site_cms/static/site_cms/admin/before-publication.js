// What is to be known before publication, asked for each time its panel is opened.
for (const place of document.querySelectorAll("[data-before-publication]")) {
  new IntersectionObserver(async ([entry]) => {
    if (!entry.isIntersecting) return;
    const answer = await fetch(place.dataset.beforePublication);
    if (answer.ok && !answer.redirected) place.innerHTML = await answer.text();
  }).observe(place);
}
