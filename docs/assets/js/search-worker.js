// Asks the full-text index. In a worker of its own: there Pagefind does not see the page's language and so leaves
// our pairs of characters as they are, and typing never waits for it.
const indexes = new Map(); // folder -> Pagefind over the index in it
const HAN = /^\p{Script=Han}+$/u;
const NOWHERE = "zq0"; // ends no word of the index
const ENDINGS = ["s", "e", "n", "on", "ion", "ation", "ing", "ment"]; // of an English word that is still being typed

function openIndex(folder) {
  if (!indexes.has(folder)) {
    const opening = import(`${folder}pagefind.js`).then(async (pagefind) => {
      await pagefind.options({ noWorker: true, excerptLength: 1, ranking: { pageLength: 0.4 } });
      return pagefind;
    });
    opening.catch(() => indexes.delete(folder)); // the next question tries again
    indexes.set(folder, opening);
  }
  return indexes.get(folder);
}

// Pagefind leaves out a word that no page has, or takes a shorter one for it: 飞 for 飞船, as for asdfgh.
async function isThere(index, term) {
  const pagesOf = async (query) => (await index.search(query)).results.map(({ id }) => id).sort();
  if ([...term].length === 1 || (await pagesOf(`"${term}"`)).length) return true;
  if (HAN.test(term)) return false;
  const [found, shorter] = [await pagesOf(term), await pagesOf(term + NOWHERE)];
  if (String(found) !== String(shorter)) return true; // it begins a longer word
  for (const ending of ENDINGS) if ((await pagesOf(`"${term}${ending}"`)).length) return true;
  return false;
}

async function missingIn(index, terms) {
  const there = await Promise.all(terms.map((term) => isThere(index, term)));
  return terms.filter((_, i) => !there[i]);
}

// The results of the first reading and index that have any; otherwise the words that the first one lacks.
async function find(folders, readings) {
  let lacking = null;
  for (const folder of folders) {
    const index = await openIndex(folder);
    for (const terms of readings) {
      const missing = await missingIn(index, terms);
      const results = missing.length ? [] : (await index.search(terms.join(" "))).results;
      if (results.length) return { results, missing };
      lacking = missing;
    }
  }
  return { results: [], missing: lacking };
}

self.addEventListener("message", async ({ data: { id, folders, readings, limit } }) => {
  try {
    const { results, missing } = await find(folders, readings);
    const pages = results.slice(0, limit).map((result) => Number(result.id)); // places in the list of names
    self.postMessage({ id, total: results.length, pages, missing });
  } catch (error) {
    self.postMessage({ id, error: String(error) });
  }
});
