// Before the first paint, so that a page chosen dark does not flash light.
(function () {
  try {
    var chosen = localStorage.getItem("theme");
    var dark = chosen === "dark" || (chosen !== "light" && matchMedia("(prefers-color-scheme: dark)").matches);
    document.documentElement.classList.toggle("dark", dark);
  } catch (_) {
    /* without storage the light theme is right */
  }
})();
