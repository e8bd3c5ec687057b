// The search dialog, and the search page, whose query stands in its address.
{
  const search = (globalThis.LedgerSearch ??= {});
  const { make, say } = search;
  const link = document.getElementById("search-open"); // leads to the search page of this language
  search.lang = document.documentElement.lang.startsWith("zh") ? "zh" : "en";
  search.treeRoot = new URL(".", link.href).href;
  search.siteRoot = new URL(search.lang === "zh" ? "." : "..", link.href).href;
  let prepared = null;
  let dialog = null;

  // Words and styles come when the search is first used, not with every page.
  function prepare() {
    prepared ??= Promise.all([
      search.loadScript(new URL(`assets/search/words.${search.lang}.js`, search.siteRoot).href),
      new Promise((done) => {
        const href = new URL("assets/css/search.css", search.siteRoot).href;
        document.head.append(Object.assign(make("link", { rel: "stylesheet", href }), { onload: done, onerror: done }));
      }),
    ]);
    return prepared;
  }

  function addressOf(query) {
    const address = new URL(link.href);
    if (query) address.searchParams.set("q", query);
    return address.href;
  }

  // Calls `answer` for what is typed; not while an input method is still composing characters.
  function listen(input, answer) {
    const ask = () => answer(input.value).catch(() => showFailure());
    input.addEventListener("input", (event) => event.isComposing || ask());
    input.addEventListener("compositionend", ask);
    return ask;
  }

  function showFailure() {
    for (const status of document.querySelectorAll(".search-status")) status.textContent = say("failed");
  }

  // ---- the dialog: a combobox over a listbox (WAI-ARIA Authoring Practices) ----
  function buildDialog() {
    const input = make("input", {
      type: "search", role: "combobox", id: "search-input", "aria-label": say("label"), placeholder: say("placeholder"),
      "aria-expanded": "false", "aria-controls": "search-list", "aria-autocomplete": "list", autocomplete: "off", spellcheck: "false",
    });
    const box = make("div", { id: "search-list", role: "listbox", "aria-label": say("title"), class: "search-list", hidden: true });
    const status = make("p", { role: "status", class: "search-status" });
    const all = make("a", { href: link.href, class: "search-all", hidden: true }, say("all"));
    const close = make("button", { type: "button", class: "search-close" }, say("close"));
    const hint = make("p", { class: "search-hint" }, say("hint"));
    const element = make(
      "dialog", { class: "search-dialog", "aria-label": say("title") },
      make("div", { class: "search-bar" }, input, close), status, box, make("div", { class: "search-foot" }, all, hint),
    );
    let shown = "";
    const answer = search.openAnswers({
      box, status, asOptions: true, limits: { names: 4, pages: 10 },
      onShown: ({ query, isEmpty = false }) => {
        [...box.querySelectorAll("[role=option]")].forEach((option, i) => (option.id = `search-option-${i}`));
        box.hidden = !box.childElementCount;
        input.setAttribute("aria-expanded", String(!box.hidden));
        all.hidden = !query || isEmpty;
        all.href = addressOf(query);
        const same = query === shown ? box.querySelector(`[data-url="${CSS.escape(chosen ?? "")}"]`) : null;
        shown = query;
        choose(input, box, same); // what comes in later leaves the choice as it is
      },
    });
    listen(input, answer);
    element.addEventListener("keydown", (event) => onKey(event, element, input, box));
    element.addEventListener("click", (event) => event.target === element && element.close());
    close.addEventListener("click", () => element.close());
    document.body.append(element);
    return { element, input };
  }

  let chosen = null; // the address of the chosen result

  function choose(input, box, option) {
    chosen = option?.dataset.url ?? null;
    box.querySelector("[aria-selected=true]")?.removeAttribute("aria-selected");
    option?.setAttribute("aria-selected", "true");
    option?.scrollIntoView({ block: "nearest" });
    if (option) input.setAttribute("aria-activedescendant", option.id);
    else input.removeAttribute("aria-activedescendant");
  }

  function onKey(event, element, input, box) {
    if (event.isComposing) return;
    const options = [...box.querySelectorAll("[role=option]")];
    const at = options.findIndex((option) => option.matches("[aria-selected=true]"));
    if (event.key === "Escape") element.close();
    else if (event.key === "ArrowDown" && options.length) choose(input, box, options[(at + 1) % options.length]);
    else if (event.key === "ArrowUp" && options.length) choose(input, box, options.at(at < 0 ? -1 : at - 1));
    else if (event.key === "Enter" && event.target === input) location.href = at >= 0 ? options[at].href : addressOf(input.value.trim());
    else return;
    event.preventDefault();
  }

  search.openDialog = async () => {
    await prepare();
    dialog ??= buildDialog();
    if (!dialog.element.open) dialog.element.showModal();
    dialog.input.focus();
    dialog.input.select();
    search.findNames("").catch(showFailure); // the names come while the reader begins to type
  };

  // ---- the search page ----
  search.openPage = async (form) => {
    await prepare();
    const input = form.elements.q;
    const status = make("p", { class: "search-status" });
    const box = make("div", { class: "search-page" });
    const more = make("button", { type: "button", class: "button", hidden: true }, say("more"));
    const live = document.getElementById("search-results"); // announced when it changes; the results themselves are not
    live.append(status);
    live.after(box, more);
    const examples = document.getElementById("search-examples");
    const limits = { names: 12, pages: 30 };
    const answer = search.openAnswers({
      box, status, asOptions: false, limits,
      onShown: (shown) => {
        more.hidden = !shown.more;
        examples.hidden = Boolean(shown.query);
        history.replaceState(null, "", addressOf(shown.query));
      },
    });
    const ask = listen(input, answer);
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      ask();
    });
    more.addEventListener("click", () => {
      limits.names *= 2;
      limits.pages *= 2;
      ask();
    });
    input.value = new URLSearchParams(location.search).get("q") || input.value;
    if (input.value) await ask();
    else input.focus();
  };
}
