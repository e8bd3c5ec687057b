// Asks the full-text index. In a worker of its own: there Pagefind does not see the page's language and so leaves
// our pairs of characters as they are, and typing never waits for it.
let index = null;

function openIndex(folder) {
  index ??= import(`${folder}pagefind.js`).then(async (pagefind) => {
    await pagefind.options({ noWorker: true, excerptLength: 1, ranking: { pageLength: 0.4 } });
    return pagefind;
  });
  return index;
}

self.addEventListener("message", async ({ data: { id, folder, terms, limit } }) => {
  try {
    const { results } = await (await openIndex(folder)).search(terms.join(" "));
    const shown = await Promise.all(results.slice(0, limit).map((result) => result.data()));
    self.postMessage({ id, total: results.length, results: shown.map(({ raw_url, meta }) => ({ ...meta, url: raw_url })) });
  } catch (error) {
    self.postMessage({ id, error: String(error) });
  }
});
