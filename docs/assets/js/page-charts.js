// Charts: a view that answers to the pointer, loaded only when asked for; in an embedded chart also by ?live=1.
{
  async function toggleLive(button, takesFocus) {
    const figure = button.closest(".chart");
    if (button.ariaBusy === "true") return;
    button.ariaBusy = "true";
    figure.querySelector(".chart-failed")?.remove();
    try {
      await (await import("./chart-live.js")).toggle(button, takesFocus);
    } catch {
      const said = document.createElement("p");
      said.className = "chart-note chart-failed";
      said.role = "status";
      said.textContent = button.dataset.failed;
      figure.querySelector(".chart-menu").before(said);
    }
    button.ariaBusy = "false";
  }

  for (const button of document.querySelectorAll(".chart-live")) {
    if (location.protocol === "file:") break; // there browsers load no modules and fetch nothing
    button.parentElement.hidden = false;
    button.addEventListener("click", () => toggleLive(button, true));
    if (button.closest(".page--embed") && new URL(location.href).searchParams.get("live") === "1") toggleLive(button, false);
  }
}
