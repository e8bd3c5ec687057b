// The list of names: answers while a reader types, without the full-text index.
{
  const search = (globalThis.LedgerSearch ??= {});
  const LETTERS = /^[a-z]{2,}$/;
  const RANK = { same: 0, begins: 1, holds: 2, spelled: 3, initials: 4 };
  const LEVEL = [0, 1, 1, 2, 2]; // by rank
  const LISTS = ["counties.html", "pairings/index.html", "projects/index.html", "places/index.html", "sources/index.html"];
  const rows = []; // in the order of the list; holes where a part is not loaded
  let starts = [0]; // place of the first row of each part
  const loading = new Map(); // number of a part -> its loading

  // Called by names.<lang>.js: columns of lines become rows.
  search.addNames = (data) => {
    if (data.script) search.learnReadings(data);
    starts = data.starts;
    const columns = ["kind", "url", "title", "other", "names", "place", "year", "amount"];
    const lines = columns.map((column) => data[column].split("\n"));
    lines[1].forEach((url, i) => {
      if (url) rows[data.start + i] = asRow(Object.fromEntries(columns.map((column, c) => [column, lines[c][i]])));
    });
  };

  function asRow(record) {
    const names = [record.title, record.other, ...record.names.split("\t")].filter(Boolean);
    const keys = names.map((name) => ` ${search.runs(name).join(" ")}`);
    const han = names.flatMap(search.runs).filter(search.isHan).map((run) => [...run]);
    return { ...record, keys, han };
  }

  // A script, since a page opened by file:// can run one but cannot fetch.
  search.loadScript = (url) => new Promise((done, failed) => {
    const script = Object.assign(document.createElement("script"), { src: url, onload: done, onerror: failed });
    document.head.append(script);
  });

  function loadPart(number) {
    if (!loading.has(number)) {
      const suffix = number ? `.${number + 1}` : "";
      const part = search.loadScript(new URL(`assets/search/names.${search.lang}${suffix}.js`, search.siteRoot).href);
      part.catch(() => loading.delete(number)); // the next key tries again
      loading.set(number, part);
    }
    return loading.get(number);
  }

  // All records of the list's first part whose names answer the query, the best first.
  search.findNames = async (query) => {
    await loadPart(0);
    return match(query);
  };

  // The same over the whole list.
  search.findMoreNames = async (query) => {
    await loadPart(0);
    await Promise.all(starts.map((_, number) => loadPart(number)));
    return match(query);
  };

  // The records at these places of the list, whose parts are loaded first.
  search.rowsOf = async (places) => {
    await loadPart(0);
    await Promise.all(places.map((place) => loadPart(starts.findLastIndex((start) => start <= place))));
    return places.map((place) => rows[place]);
  };

  // Those that need no further loading; of the first place alone where all do.
  search.rowsAtHand = async (places) => {
    const found = places.filter((place) => rows[place]);
    return search.rowsOf(found.length ? found : places.slice(0, 1));
  };

  // The records of pages from which everything can be reached.
  search.findLists = () => LISTS.map((url) => rows.find((row) => row?.url === url)).filter(Boolean);

  function match(query) {
    const words = search.runs(query);
    if (!words.length) return [];
    const letters = words.join("");
    const asked = { words, whole: ` ${words.join(" ")}`, letters: LETTERS.test(letters) ? letters : "" };
    const ranked = [];
    rows.forEach((row) => {
      const rank = rankOf(row, asked);
      if (rank !== null) ranked.push({ ...row, rank });
    });
    const best = ranked.filter((row) => row.rank < RANK.initials);
    return kindByKind(best.length ? best : ranked);
  }

  // Kinds whose names hold what was typed come before those that only sound like it, otherwise in the list's order.
  function kindByKind(found) {
    const kinds = new Map(); // kind -> how well its best name answers
    for (const { kind, rank } of found) kinds.set(kind, Math.min(LEVEL[rank], kinds.get(kind) ?? LEVEL.length));
    const order = [...kinds.keys()];
    const place = ({ kind }) => kinds.get(kind) * order.length + order.indexOf(kind);
    const behind = ({ rank, url }) => Number(rank > RANK.same && url.startsWith("places/g-")); // a group of places
    return found.sort((a, b) =>
      place(a) - place(b) || behind(a) - behind(b) || a.rank - b.rank || a.title.length - b.title.length);
  }

  function rankOf(row, { words, whole, letters }) {
    if (row.keys.includes(whole)) return RANK.same;
    if (row.keys.some((key) => key.startsWith(whole))) return RANK.begins;
    if (words.every((word) => row.keys.some((key) => holds(key, word)))) return RANK.holds;
    if (!letters) return null;
    if (row.keys.some((key) => key.replaceAll(" ", "").startsWith(letters))) return RANK.spelled;
    if (row.han.some((run) => search.findSpelled(run, letters))) return RANK.spelled;
    return row.han.some((run) => search.hasInitials(run, letters)) ? RANK.initials : null;
  }

  // Han characters may stand anywhere in a name; a word or number begins one of its words.
  const holds = (key, word) => key.includes(search.isHan(word) ? word : ` ${word}`);

  // The name as [text, is it what was looked for] pieces.
  search.markName = (name, query) => {
    const characters = [...name];
    const folded = characters.map((character) => search.fold(character));
    const spans = search.runs(query).map((word) => findFolded(folded, word));
    if (spans.includes(null)) {
      const letters = search.runs(query).join("");
      const spelled = findFolded(folded, letters) || search.findSpelled(folded, letters);
      if (spelled) spans.splice(0, spans.length, spelled);
    }
    const isMarked = characters.map((_, i) => spans.some((span) => span && i >= span[0] && i < span[1]));
    const pieces = [];
    characters.forEach((character, i) => {
      if (i && isMarked[i] === isMarked[i - 1]) pieces.at(-1)[0] += character;
      else pieces.push([character, isMarked[i]]);
    });
    return pieces;
  };

  // [start, end] of the characters that read as the word; null where none do.
  function findFolded(folded, word) {
    for (let start = 0; start < folded.length; start++) {
      if (!search.isHan(word) && start && /[\p{L}\p{N}]/u.test(folded[start - 1]) && !search.isHan(folded[start - 1])) continue;
      let text = "";
      for (let end = start; end < folded.length && text.length < word.length; end++) {
        text += folded[end];
        if (text.startsWith(word) && text.length) return [start, end + 1];
      }
    }
    return null;
  }
}
