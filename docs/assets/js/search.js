// The search as a module: page-search.js loads it when the search is first used, the search page at once.
import "./search-text.js";
import "./search-names.js";
import "./search-view.js";
import "./search-dialog.js";

export const openSearch = () => globalThis.LedgerSearch.openDialog();

const form = document.querySelector(".page--search form");
if (form) globalThis.LedgerSearch.openPage(form);
