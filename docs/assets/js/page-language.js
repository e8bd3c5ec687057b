// The other language opens at the same place of the page, with the same filters.
{
  for (const link of document.querySelectorAll("a[data-language]")) {
    link.addEventListener("click", () => {
      link.search = location.search;
      link.hash = location.hash;
    });
  }
}
