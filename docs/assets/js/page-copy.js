// Copying: each text to cite gets a button.
{
  const { copy, copied } = document.querySelector("[data-copy]").dataset;

  for (const block of document.querySelectorAll(".cite")) {
    const button = document.createElement("button");
    const text = block.querySelector("code");
    button.type = "button";
    button.className = "copy";
    button.textContent = copy;
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(text.innerText.trim());
      button.textContent = copied;
    });
    block.append(" ", button);
  }
}
