// What a reader sees of the search: results grouped by kind, in the dialog and on the search page.
{
  const search = (globalThis.LedgerSearch ??= {});
  const PAUSE = 150; // milliseconds without a key before the full text is asked
  let worker = null;
  let asked = 0;
  const waiting = new Map(); // id of a question -> what takes its answer

  // An element with attributes and children; children are nodes or text, never HTML.
  function make(tag, attributes = {}, ...children) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) {
      if (value !== null && value !== undefined && value !== false) element.setAttribute(name, value === true ? "" : value);
    }
    element.append(...children.filter(Boolean));
    return element;
  }

  const say = (key, values = {}) => search.words[key].replace(/\{(\w+)\}/g, (_, name) => values[name]);

  // {total, pages, missing} of the full text: places in the list of names, and the words that no page has. Rejects
  // where it cannot be asked, as on file://.
  async function findPlaces(query, limit) {
    if (location.protocol === "file:") throw new Error("no full text on file://");
    return askWorker(query, limit);
  }

  async function findPages(query, limit) {
    const { total, pages } = await findPlaces(query, limit);
    return { total, results: await search.rowsOf(pages) };
  }

  function askWorker(query, limit) {
    worker ??= openWorker();
    asked += 1;
    const message = { id: asked, folders: foldersOf(query), readings: readingsOf(query), limit };
    return new Promise((done, failed) => {
      waiting.set(asked, { done, failed });
      worker.postMessage(message);
    });
  }

  // What is looked up, the likeliest first: pinyin with spaces may also be meant as words of their own.
  function readingsOf(query) {
    const joined = search.joinedPinyin(query);
    return [...(joined ? [[joined]] : []), [...new Set(search.queryTerms(query))]];
  }

  // The indexes to ask, the likeliest first. Both languages have the same pages under the same numbers, so what is
  // typed in the other language is asked of its index.
  function foldersOf(query) {
    const han = search.runs(query).map(search.isHan);
    const others = search.lang === "zh" ? !han.every(Boolean) : han.some(Boolean);
    const other = search.lang === "zh" ? "en" : "zh";
    const languages = [search.lang, ...(others ? [other] : [])];
    if (search.lang === "en" && han.every(Boolean)) languages.reverse();
    return languages.map((lang) => new URL(`${lang === "zh" ? "" : "en/"}pagefind/`, search.siteRoot).href);
  }

  function openWorker() {
    const opened = new Worker(new URL("assets/js/search-worker.js", search.siteRoot), { type: "module" });
    opened.addEventListener("message", ({ data }) => {
      const { done, failed } = waiting.get(data.id);
      waiting.delete(data.id);
      if (data.error) failed(new Error(data.error));
      else done(data);
    });
    opened.addEventListener("error", () => {
      for (const { failed } of waiting.values()) failed(new Error("the search worker did not start"));
      waiting.clear();
      worker = null;
    });
    return opened;
  }

  // ---- one result ----
  function marked(name, query) {
    return search.markName(name, query).map(([text, isMarked]) => (isMarked ? make("mark", {}, text) : text));
  }

  function asResult(record, query, role) {
    const title = marked(record.title, query);
    const other = title.some((piece) => piece instanceof Element) ? chineseName(record, query) : otherName(record, query);
    const facts = [record.place, record.year, record.amount].filter(Boolean);
    return make(
      "a", { class: "result", href: new URL(record.url, search.treeRoot).href, role, tabindex: role && "-1", "data-url": record.url },
      make("span", { class: "result__title", lang: langOf(record.title) }, ...title),
      other && make("span", { class: "result__other", lang: langOf(textOf(other)) }, ...other),
      facts.length ? make("span", { class: "result__facts" }, facts.join(" · ")) : null,
    );
  }

  const textOf = (pieces) => pieces.map((piece) => piece.textContent ?? piece).join("");

  // The language of a name, where it is not the page's.
  function langOf(name) {
    const lang = [...name].some(search.isHan) ? "zh" : "en";
    return lang !== search.lang && { zh: "zh-Hans", en: "en" }[lang];
  }

  // The name that answers where the title does not: in the other language, or an older one.
  function otherName(record, query) {
    const names = [record.other, ...(record.names || "").split("\t")].filter(Boolean);
    return names.map((name) => marked(name, query)).find((pieces) => pieces.some((piece) => piece instanceof Element));
  }

  // On an English page the Chinese name beside the English one, where what was typed is also its pinyin.
  function chineseName(record, query) {
    const pieces = search.lang === "en" && record.other ? marked(record.other, query) : [];
    return pieces.some((piece) => piece instanceof Element && search.isHan(piece.textContent)) ? pieces : null;
  }

  // ---- groups ----
  function groupByKind(records) {
    const groups = new Map();
    for (const record of records) groups.set(record.kind, [...(groups.get(record.kind) || []), record]);
    return groups;
  }

  const kindName = (kind) => search.words.kind[kind] || search.words.kind.other;

  // The groups of one part of the answer: a listbox's groups of options, or a page's headed lists.
  function asGroups(records, query, part, asOptions) {
    return [...groupByKind(records)].map(([kind, members]) => {
      const id = `search-${part}-${kind}`;
      const results = members.map((record) => asResult(record, query, asOptions ? "option" : null));
      if (!asOptions) {
        const list = make("ul", { class: "results" }, ...results.map((result) => make("li", {}, result)));
        const label = [search.words[part], kindName(kind)].filter(Boolean).join(": "); // a kind may stand in both parts
        return make("section", { "aria-label": label }, make("h3", { id, class: "results__kind" }, kindName(kind)), list);
      }
      const head = make("div", { id, class: "results__kind", role: "presentation" }, kindName(kind));
      return make("div", { role: "group", "aria-labelledby": id }, head, ...results);
    });
  }

  // Shows answers to what is typed. `box` takes the groups, `status` is announced; `limits`: {names} of a kind, {pages} in all.
  search.openAnswers = ({ box, status, asOptions, limits, onShown = () => {} }) => {
    let turn = 0;
    let timer = 0;

    const head = (key) => make(asOptions ? "div" : "h2", { class: "results__part", role: asOptions && "presentation" }, say(key));

    function show(query, names, text) {
      const listed = [...groupByKind(names).values()].flatMap((members) => members.slice(0, limits.names));
      const urls = new Set(listed.map((record) => record.url));
      const pages = text ? text.results.filter((record) => !urls.has(record.url)) : [];
      box.replaceChildren(
        ...(listed.length && !asOptions ? [head("names")] : []),
        ...asGroups(listed, query, "names", asOptions),
        ...(pages.length ? [head("text"), ...asGroups(pages, query, "text", asOptions)] : []),
      );
      onShown({ query, more: names.length > listed.length || (text && text.total > text.pages.length) });
    }

    // Where to go on from nothing: the same without the words that no page has, and the lists.
    function showWaysOn(query, missing) {
      const kept = search.runs(query).filter((word) => !search.queryTerms(word).some((term) => missing.includes(term)));
      const again = kept.length ? [{ kind: "again", title: kept.join(" "), url: `search.html?q=${encodeURIComponent(kept.join(" "))}` }] : [];
      const lists = search.findLists().map((record) => ({ ...record, kind: "start" }));
      box.replaceChildren(...asGroups([...again, ...lists], "", "on", asOptions));
      onShown({ query, more: false, isEmpty: true });
    }

    function tell(query, names, text) {
      const counts = [names.length && say("found_names", { n: names.length }), text?.total && say("found_pages", { n: text.total })];
      const found = counts.filter(Boolean).join(say("and"));
      status.textContent = [found || say("nothing", { query }), !text && say("no_text")].filter(Boolean).join(" ");
    }

    async function answerText(query, firstNames, mine) {
      const found = await findPlaces(query, limits.pages).catch(() => null);
      if (mine !== turn) return;
      if (found?.total) show(query, firstNames, { ...found, results: await search.rowsAtHand(found.pages) });
      const names = await search.findMoreNames(query).catch(() => firstNames);
      const text = found && { ...found, results: await search.rowsOf(found.pages) };
      if (mine !== turn) return;
      if (names.length || text?.total) show(query, names, text);
      else showWaysOn(query, found?.missing ?? []);
      tell(query, names, text);
    }

    // Returns once the names are shown; the full text follows by itself.
    return async function answer(typed) {
      const query = typed.trim();
      const mine = (turn += 1);
      clearTimeout(timer);
      if (!search.runs(query).length) {
        box.replaceChildren();
        status.textContent = "";
        onShown({ query: "", more: false });
        return;
      }
      const names = await search.findNames(query);
      if (mine !== turn) return;
      show(query, names, null);
      status.textContent = say("searching");
      timer = setTimeout(() => answerText(query, names, mine), PAUSE);
    };
  };

  Object.assign(search, { make, say, findPages });
}
