// The county finder: a field that is answered from data/counties.json, in which a county is one string (see
// exports/formats/counties.py). Without scripts the form leads to the list of provinces.
{
  const MOST = 8;
  const lang = document.documentElement.lang.startsWith("zh") ? 0 : 1;
  const glue = lang ? "; " : "、"; // English names may hold commas

  const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name] ?? "");
  const around = (text) => (lang ? ` (${text})` : `（${text}）`);

  // Helpers in the language of the page, each with its year where years differ, and whether the pair is inferred.
  function inLanguage(helpers, words) {
    const one = ([zh, en, more = ""]) => {
      const year = more.replace("?", "");
      const said = [year && year + (lang ? "" : " 年"), more.endsWith("?") && words.judged].filter(Boolean);
      return (lang ? en : zh) + (said.length ? around(said.join(lang ? ", " : "，")) : "");
    };
    return helpers.split(";").map((helper) => one(helper.split("/"))).join(glue);
  }

  const haveYears = (helpers) => helpers.split(";").some((helper) => /\d/.test(helper.split("/")[2]));

  // One form of what is typed and of what is looked for: Simplified, lower case, no accents, spaces or apostrophes.
  function folder([traditional, simplified]) {
    const plain = new Map([...traditional].map((character, i) => [character, [...simplified][i]]));
    return (text) => [...text.normalize("NFKC").toLowerCase().normalize("NFD").replace(/[\u0300-\u036f'’ \s]/g, "")]
      .map((character) => plain.get(character) ?? character).join("");
  }

  // A province or prefecture as {names, id, helpers}.
  function area(line) {
    const [name, english, id = "", helpers = ""] = line.split("|");
    return { names: [name, english], id, helpers };
  }

  // Every county as {name, english, id, helpers, seen, before, other, isOutside, keys, prefecture, province}.
  function counties({ provinces }, fold) {
    return provinces.flatMap((each) => each.prefectures.flatMap(([first, ...lines]) => {
      const [province, prefecture] = [{ ...area(each.area), inScope: each.inScope }, area(first)];
      return lines.map((line) => {
        const isOutside = line.startsWith("~");
        const cells = line.slice(isOutside ? 1 : 0).split("|");
        const [name, english, id = "", helpers = "", seen = "", aliases = "", before = "", other = ""] = cells;
        const keys = [name, english, ...aliases.split(";")].filter(Boolean).map(fold);
        return { name, english, id, helpers, seen, before, other, isOutside, keys, prefecture, province };
      });
    }));
  }

  // Those whose name begins with what is typed come first, then those that hold it.
  function found(all, typed) {
    const ranked = all.map((each) => [Math.min(...each.keys.map((key) => rank(key, typed))), each]);
    return ranked.filter(([place]) => place < 3).sort((a, b) => a[0] - b[0]).slice(0, MOST).map(([, each]) => each);
  }

  function rank(key, typed) {
    if (key === typed) return 0;
    if (key.startsWith(typed)) return 1;
    return key.includes(typed) ? 2 : 3;
  }

  const named = (names) => names[lang];
  const title = (county) => (lang ? county.english : county.name);

  // What is known: the county's own helpers, else those before, and those of its prefecture, else of its province.
  function answer(county, words) {
    if (county.helpers) {
      const said = haveYears(county.helpers) ? words.each : county.seen ? words.now : words.undated;
      return fill(said, { helpers: inLanguage(county.helpers, words), seen: county.seen });
    }
    if (county.isOutside) {
      return [words.notRead, words.never].map((text) => fill(text, { place: title(county) })).join(lang ? " " : "");
    }
    const lines = [];
    if (county.before) lines.push(fill(words.before, { helpers: inLanguage(county.before, words) }));
    if (county.other) lines.push(fill(words.other, { helpers: inLanguage(county.other, words) }));
    if (!lines.length) lines.push(fill(words.notRead, { place: title(county) }));
    if (!county.province.inScope) lines.push(fill(words.out, { place: named(county.province.names) }));
    const above = [county.prefecture, county.province].find((area) => area.helpers);
    if (above) lines.push(fill(words.above, { place: named(above.names), helpers: inLanguage(above.helpers, words) }));
    return lines.join(lang ? " " : "");
  }

  // The page that says more: the county's own, else that of the nearest area above it.
  function address(county, tree) {
    const id = county.id || county.prefecture.id || county.province.id;
    return `${tree}places/${id}.html`;
  }

  function show(output, matches, typed, tree) {
    const list = document.createElement("ul");
    for (const county of matches) {
      const item = document.createElement("li");
      const link = document.createElement("a");
      link.href = address(county, tree);
      link.textContent = `${title(county)}${lang ? ", " : " · "}${named(county.prefecture.names)}`;
      item.append(link, document.createElement("br"), answer(county, output.dataset));
      list.append(item);
    }
    if (!matches.length) {
      const item = document.createElement("li");
      const link = document.createElement("a");
      link.href = `${tree}search.html?q=${encodeURIComponent(typed)}`;
      link.textContent = output.dataset.search;
      item.append(fill(output.dataset.none, { typed }), " ", link);
      list.append(item);
    }
    output.replaceChildren(list);
  }

  for (const form of document.querySelectorAll("form.finder")) {
    const [field, output] = [form.querySelector("input"), form.querySelector(".finder__answers")];
    const tree = form.dataset.tree;
    let ready;
    const load = () => (ready ??= fetch(form.dataset.counties).then((answered) => answered.json()).then((data) => {
      const fold = folder(data.script);
      return { fold, all: counties(data, fold) };
    }));
    const update = async () => {
      const typed = field.value.trim();
      if (!typed) return output.replaceChildren();
      const { fold, all } = await load();
      if (field.value.trim() === typed) show(output, found(all, fold(typed)), typed, tree);
    };
    field.addEventListener("focus", load, { once: true });
    field.addEventListener("input", update);
    form.addEventListener("submit", (event) => {
      const first = output.querySelector("a");
      if (!first) return;
      event.preventDefault();
      location.href = first.href;
    });
    if (field.value) update();
  }
}
