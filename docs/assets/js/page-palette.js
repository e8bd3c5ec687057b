// Light or dark, in Material's palette: as the system, light, dark. theme.js applies the choice before the first paint.
{
  const root = document.documentElement;
  const form = document.querySelector("[data-md-component=palette]");
  const options = [...(form?.querySelectorAll("input") ?? [])]; // in the order of mkdocs.yml
  const themes = ["auto", "light", "dark"];
  const isDark = matchMedia("(prefers-color-scheme: dark)");

  function showTheme(theme) {
    if (theme === "auto") delete root.dataset.theme;
    else root.dataset.theme = theme;
    const dark = theme === "dark" || (theme === "auto" && isDark.matches);
    document.body.dataset.mdColorScheme = dark ? "slate" : "default"; // for what of Material asks for it
    options.forEach((option, i) => {
      option.checked = themes[i] === theme;
      option.nextElementSibling.hidden = !option.checked; // its label leads to the next
    });
  }

  function keepTheme(theme) {
    try {
      localStorage.setItem("theme", theme);
    } catch {
      // Storage is closed: the choice holds for this page only.
    }
  }

  function choose(theme) {
    showTheme(theme);
    keepTheme(theme);
  }

  if (options.length) {
    form.classList.add("is-driven"); // also where a page is opened from a folder
    showTheme(root.dataset.theme ?? "auto");
    isDark.addEventListener("change", () => showTheme(root.dataset.theme ?? "auto"));
    form.addEventListener("change", (event) => choose(themes[options.indexOf(event.target)]));
    form.addEventListener("keydown", (event) => {
      if (event.key !== "Enter") return;
      const next = (options.indexOf(event.target) + 1) % options.length;
      choose(themes[next]);
      options[next].focus();
    });
  }
}
