// Runs before the first paint: takes the reader's choice of colours, if there is one. A classic script, since modules wait.
try {
  const chosen = localStorage.getItem("theme");
  if (chosen === "light" || chosen === "dark") document.documentElement.dataset.theme = chosen;
} catch {
  // Storage may be closed (private windows, file://): the system's colours are used.
}

// A page opened from a folder loads no modules: it reads as without scripts, but for the search, which comes as plain ones.
if (location.protocol !== "file:") document.documentElement.classList.add("js");
else {
  const search = document.createElement("script");
  search.src = new URL("search-offline.js", document.currentScript.src).href;
  document.head.append(search);
}
