// Material's drawer and its nested lists by keyboard: buttons press their boxes, Esc closes, Tab stays out of what is shut.
{
  const drawer = document.getElementById("__drawer");
  const sidebar = document.querySelector(".md-sidebar--primary");
  const narrow = matchMedia("(max-width: 76.2344em)"); // where Material turns the navigation into a drawer
  let arriving = null; // the list, once it was asked for
  let nested = null; // of each item that holds a list: its box, the list and its buttons; null until the list is there

  // A label, which no key reaches, becomes a button that looks the same and says whether what it opens is open.
  function makeButton(label, press) {
    const button = document.createElement("button");
    for (const { name, value } of label.attributes) if (name !== "tabindex") button.setAttribute(name, value);
    button.type = "button";
    button.append(...label.childNodes);
    button.addEventListener("click", press);
    label.replaceWith(button);
    return button;
  }

  // Of an item that holds a list: its box, the button that opens it, the list, the button above it that closes it.
  function makeNested(box) {
    const item = box.parentElement;
    const label = item.querySelector(`:scope > label[for="${box.id}"]`);
    const list = item.querySelector(":scope > .md-nav");
    if (!label || !list) return [];
    list.ariaExpanded = null; // Material says it of the list, where it may not stand
    const title = list.querySelector(":scope > .md-nav__title");
    const press = () => box.click();
    return [{ box, list, opener: makeButton(label, press), closer: title && makeButton(title, press) }];
  }

  // Of a page in no section the list stands in the page of all sections; its addresses are seen from there.
  async function takeList() {
    const address = new URL(sidebar.dataset.list, location.href);
    const answer = await fetch(address);
    if (!answer.ok) throw new Error(answer.statusText);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const list = page.querySelector(".md-sidebar--primary");
    for (const link of list.querySelectorAll("a")) link.href = new URL(link.getAttribute("href"), address).href;
    sidebar.append(...list.childNodes);
  }

  function drive() {
    const label = document.querySelector(".md-header label[for=__drawer]");
    label.ariaLabel = sidebar.dataset.label ?? sidebar.querySelector(".md-nav").ariaLabel;
    const opener = makeButton(label, toggle);

    function update() {
      sidebar.inert = narrow.matches && !drawer.checked;
      opener.ariaExpanded = String(drawer.checked);
      for (const each of nested ?? []) {
        each.list.inert = narrow.matches && !each.box.checked;
        each.opener.ariaExpanded = String(each.box.checked);
      }
    }

    function driveList() {
      nested = [...sidebar.querySelectorAll(".md-nav__toggle")].flatMap(makeNested);
      for (const { box, opener: open, closer } of nested) {
        box.addEventListener("change", () => {
          update();
          if (narrow.matches) ((box.checked && closer) || open).focus();
        });
      }
      update();
    }

    async function toggle() {
      try {
        if (!nested) await (arriving ??= takeList());
      } catch {
        location.assign(sidebar.dataset.list); // from a folder, or without a network: the page itself
        return;
      }
      if (!nested) driveList();
      drawer.click();
    }

    drawer.addEventListener("change", () => {
      update();
      if (drawer.checked) sidebar.querySelector(".md-nav__list :is(a, button)")?.focus();
    });
    document.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !drawer.checked) return;
      drawer.checked = false;
      update();
      opener.focus();
    });
    narrow.addEventListener("change", update);
    if (sidebar.dataset.list) update();
    else driveList();
  }

  if (drawer && sidebar) drive();
}
