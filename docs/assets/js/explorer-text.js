// How the explorer reads text: Traditional characters as Simplified, pinyin as characters, 1,000 and 1 000 as 1000.
// The rules and tables of readings are the search's; they come with its list of names.
import "./search-text.js";

const search = globalThis.LedgerSearch;
const LETTERS = /^[a-z]{2,}$/;
const ACCENTED = /[\u00c0-\u024f\u1e00-\u1eff]/u;
const PARTED = /[0-9][ ,][0-9]{3}/;
const HAN = /\p{Script=Han}/u;
let traditional = null; // any character that has a Simplified form; null before the tables are there
let learning = null;

// Resolves when the tables are read, or cannot be: then text is found only as it is written.
export function learnReadings(root, lang) {
  search.addNames = (data) => {
    search.learnReadings(data);
    if (data.script[0]) traditional = new RegExp(`[${data.script[0]}]`, "u");
  };
  learning ??= import(new URL(`assets/search/names.${lang}.js`, root).href).catch(() => { learning = null; });
  return learning;
}

// The text as words are looked for in it. Of a million texts few have anything to change.
export function fold(text) {
  const lower = text.normalize("NFKC").toLowerCase();
  const plain = PARTED.test(lower) ? joinedThousands(lower) : lower;
  return traditional?.test(plain) || ACCENTED.test(plain) ? search.fold(plain) : plain;
}

const joinedThousands = (text) => text
  .replace(/([0-9]),(?=[0-9]{3,4}(?![0-9]))/g, "$1")
  .replace(/(^|[^0-9])([0-9]{1,3}) (?=[0-9]{3}(?![0-9]))/g, "$1$2");

// A test of folded texts: do some of its characters read as the letters of the word?
export function isSpelled(word) {
  if (!LETTERS.test(word)) return () => false;
  return (text) => HAN.test(text) && search.findSpelled([...text], word) !== null;
}
