// Niceties only: every page reads and every form works without this file.
(() => {
  "use strict";

  // Keeps "3 min ago" true while a page stays open.
  const units = [[86400, "d"], [3600, "h"], [60, "min"]];
  const relative = (then) => {
    const seconds = Math.round((Date.now() - then) / 1000);
    const size = Math.abs(seconds);
    if (size < 10) return "just now";
    const [length, name] = units.find(([length]) => size >= length) || [1, "s"];
    const count = Math.floor(size / length);
    return seconds > 0 ? `${count} ${name} ago` : `in ${count} ${name}`;
  };
  const refresh = () => {
    for (const time of document.querySelectorAll("time[data-live]")) {
      const then = Date.parse(time.dateTime);
      if (!Number.isNaN(then) && Math.abs(Date.now() - then) < 90 * 86400000) time.textContent = relative(then);
    }
  };
  setInterval(refresh, 20000);

  // Filters apply as soon as they are chosen.
  for (const form of document.querySelectorAll("form[data-auto]")) {
    form.addEventListener("change", (event) => {
      if (event.target.matches("select, input[type=checkbox], input[type=date]")) form.requestSubmit();
    });
  }

  // Copy buttons show only where copying works.
  for (const button of document.querySelectorAll("button[data-copy]")) {
    if (!navigator.clipboard) continue;
    button.hidden = false;
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(button.dataset.copy);
      const label = button.textContent;
      button.textContent = "Copied";
      setTimeout(() => { button.textContent = label; }, 1500);
    });
  }

  // One press is enough: a change is not sent twice.
  for (const form of document.querySelectorAll("form[method=post]")) {
    form.addEventListener("submit", () => {
      for (const button of form.querySelectorAll("button[type=submit]")) {
        setTimeout(() => { button.disabled = true; }, 0);
      }
    });
  }

  // "/" goes to the search field, as in most tools of the trade.
  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest("input, textarea, select")) return;
    const search = document.querySelector("input[type=search]");
    if (search) { event.preventDefault(); search.focus(); search.select(); }
  });
})();
