// Asks the full-text index. In a worker of its own: there Pagefind does not see the page's language and so leaves
// our pairs of characters as they are, and typing never waits for it.
let index = null;

function openIndex(folder) {
  index ??= import(`${folder}pagefind.js`).then(async (pagefind) => {
    await pagefind.options({ noWorker: true, excerptLength: 1, ranking: { pageLength: 0.4 } });
    return pagefind;
  });
  index.catch(() => { index = null; }); // the next question tries again
  return index;
}

// The results of the first reading that has any.
async function find(index, [reading, ...others]) {
  const { results } = await index.search(reading);
  return results.length || !others.length ? results : find(index, others);
}

self.addEventListener("message", async ({ data: { id, folder, readings, limit } }) => {
  try {
    const results = await find(await openIndex(folder), readings);
    self.postMessage({ id, total: results.length, pages: results.slice(0, limit).map((result) => result.id) });
  } catch (error) {
    self.postMessage({ id, error: String(error) });
  }
});
