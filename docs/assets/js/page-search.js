// Search: a link that opens a dialog where scripts run; search.js owns the dialog.
{
  const searchLink = document.getElementById("search-open");

  async function openSearch() {
    try {
      const search = await import("./search.js");
      search.openSearch();
    } catch {
      location.href = searchLink.href;
    }
  }

  if (searchLink && location.protocol !== "file:") { // there search-offline.js listens
    searchLink.addEventListener("click", (event) => {
      if (event.metaKey || event.ctrlKey || event.shiftKey || event.button) return;
      event.preventDefault();
      openSearch();
    });
    document.addEventListener("keydown", (event) => {
      const typing = event.target.closest("input, textarea, select, dialog, [contenteditable]");
      if (event.key !== "/" || typing || event.metaKey || event.ctrlKey || event.altKey) return;
      event.preventDefault();
      openSearch();
    });
  }
}
