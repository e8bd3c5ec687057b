// The same search for a page opened from a folder (file://), where browsers load no modules and fetch nothing:
// plain scripts, one after the other. theme.js loads this file there.
{
  const folder = document.currentScript.src.replace(/[^/]*$/, "");
  const files = ["search-text.js", "search-names.js", "search-view.js", "search-dialog.js"];

  const load = (file) => new Promise((done, failed) => {
    document.head.append(Object.assign(document.createElement("script"), { src: folder + file, onload: done, onerror: failed }));
  });

  async function start() {
    for (const file of files) await load(file);
    const link = document.getElementById("search-open");
    const open = (event) => {
      event.preventDefault();
      globalThis.LedgerSearch.openDialog();
    };
    link.addEventListener("click", open);
    document.addEventListener("keydown", (event) => {
      const typing = event.target.closest("input, textarea, select, dialog, [contenteditable]");
      if (event.key === "/" && !typing && !event.metaKey && !event.ctrlKey && !event.altKey) open(event);
    });
    const form = document.querySelector(".page--search form");
    if (form) globalThis.LedgerSearch.openPage(form);
  }

  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
}
