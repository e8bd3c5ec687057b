// Light or dark: automatic, light, dark; theme.js applies the choice before the first paint.
{
  const themes = ["auto", "light", "dark"];
  const themeSwitch = document.getElementById("theme-switch");

  function showTheme(theme) {
    if (theme === "auto") delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = theme;
    themeSwitch.querySelector(".sr").textContent = themeSwitch.dataset[theme];
    themeSwitch.title = themeSwitch.dataset[theme];
  }

  function keepTheme(theme) {
    try {
      localStorage.setItem("theme", theme);
    } catch {
      // Storage is closed: the choice holds for this page only.
    }
  }

  if (themeSwitch) {
    themeSwitch.hidden = false;
    showTheme(document.documentElement.dataset.theme || "auto");
    themeSwitch.addEventListener("click", () => {
      const next = themes[(themes.indexOf(document.documentElement.dataset.theme || "auto") + 1) % themes.length];
      showTheme(next);
      keepTheme(next);
    });
  }
}
