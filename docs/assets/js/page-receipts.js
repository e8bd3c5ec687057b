// Receipts: mark the figure whose receipt is open; put it beside the figure where CSS cannot.
{
  const anchored = CSS.supports("position-area", "bottom");
  const wide = matchMedia("(min-width: 45em)");
  let asked = null; // the figure last pressed: several figures may share a receipt

  function place(receipt, figure) {
    const near = figure.getBoundingClientRect();
    const box = receipt.getBoundingClientRect();
    const below = near.bottom + 6;
    const top = below + box.height < innerHeight ? below : Math.max(8, near.top - box.height - 6);
    receipt.style.left = `${Math.max(8, Math.min(near.left, innerWidth - box.width - 16))}px`;
    receipt.style.top = `${top}px`;
  }

  document.addEventListener("click", (event) => {
    asked = event.target.closest("[popovertarget]") || asked;
    if (asked && !("popover" in HTMLElement.prototype)) location.hash = asked.getAttribute("popovertarget");
  }, true);

  document.addEventListener("toggle", (event) => {
    const receipt = event.target;
    if (!receipt.matches(".receipt")) return;
    const open = event.newState === "open";
    for (const figure of document.querySelectorAll(".fig.is-open")) figure.classList.remove("is-open");
    if (open && asked?.getAttribute("popovertarget") === receipt.id) asked.classList.add("is-open");
    receipt.classList.toggle("is-placed", open && !anchored && wide.matches && Boolean(asked));
    if (receipt.matches(".is-placed")) place(receipt, asked);
    else receipt.removeAttribute("style");
  }, true);
}
