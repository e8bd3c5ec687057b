// Copying: each text to cite gets a button.
{
  for (const block of document.querySelectorAll(".cite")) {
    const button = document.createElement("button");
    const text = block.textContent.trim();
    button.type = "button";
    button.className = "copy";
    button.textContent = document.body.dataset.copy;
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(text);
      button.textContent = document.body.dataset.copied;
    });
    block.append(" ", button);
  }
}
