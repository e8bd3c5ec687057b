// How text is read by the search. The same rules as build_scripts/search_text.py: a browser test compares the two.
// The search-*.js files hang their functions on one global and export nothing, so that they also run as plain
// scripts: a page opened by file:// may not load modules.
{
  const search = (globalThis.LedgerSearch ??= {});
  const HAN = "\\u3005\\u3007\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff\\u{20000}-\\u{323af}";
  const RUN = new RegExp(`[${HAN}]+|(?:(?![${HAN}_])[\\p{L}\\p{N}])+`, "gu");
  const IS_HAN = new RegExp(`^[${HAN}]`, "u");
  const simplified = new Map(); // Traditional -> Simplified, filled by learnReadings
  const syllables = new Map(); // character -> its readings
  const spellings = new Set();

  // Takes the tables that come with the list of names.
  function learnReadings({ script: [traditional, plain], pinyin }) {
    const targets = [...plain];
    [...traditional].forEach((character, i) => simplified.set(character, targets[i]));
    for (const [syllable, characters] of Object.entries(pinyin)) {
      for (const spelling of [syllable, ...lenient(syllable)]) spellings.add(spelling);
      for (const character of characters) {
        syllables.set(character, [...(syllables.get(character) || []), syllable, ...lenient(syllable)]);
      }
    }
  }

  // lv is also written lu.
  const lenient = (syllable) => (syllable.includes("v") ? [syllable.replace("v", "u")] : []);

  const isHan = (text) => IS_HAN.test(text);

  // The text in one form: Simplified, lower case, without accents.
  function fold(text) {
    const plain = [...text.normalize("NFKC").toLowerCase()].map((c) => simplified.get(c) || c).join("");
    return plain.normalize("NFD").replace(/[\u0300-\u036f]/g, "");
  }

  // The runs of Han characters and the words of a text, folded: 1,710.5 -> 1710d5, Xi'an -> xian.
  function runs(text) {
    const plain = fold(text)
      .replace(/(?<=[0-9]),(?=[0-9]{3}(?![0-9]))/g, "")
      .replace(/(?<=[0-9])\.(?=[0-9])/g, "d")
      .replace(/(?<=[a-z])['’ʼ](?=[a-z])/g, "");
    return plain.match(RUN) || [];
  }

  // What is looked up: neighbours of Han characters, a lone character as it is, words in lower case.
  function queryTerms(text) {
    return runs(text).flatMap((run) => {
      const characters = [...run];
      if (!isHan(run) || characters.length === 1) return [run];
      return characters.slice(1).map((character, i) => characters[i] + character);
    });
  }

  // The query as one word where it is pinyin with spaces: zha shui -> zhashui; otherwise empty.
  function joinedPinyin(text) {
    const words = runs(text);
    return words.length > 1 && words.every((word) => spellings.has(word)) ? words.join("") : "";
  }

  // Where the pinyin of characters[at…] that begins with all the letters ends; -1 where they are read otherwise.
  // The last syllable may be unfinished: ziy finds 紫阳.
  function spelledEnd(characters, at, letters) {
    for (const syllable of syllables.get(characters[at]) || []) {
      if (syllable.startsWith(letters)) return at + 1;
      if (!letters.startsWith(syllable)) continue;
      const end = spelledEnd(characters, at + 1, letters.slice(syllable.length));
      if (end > 0) return end;
    }
    return -1;
  }

  // [start, end] of the first characters whose pinyin begins with the letters; null where there are none.
  function findSpelled(characters, letters) {
    for (let at = 0; at < characters.length; at++) {
      const end = spelledEnd(characters, at, letters);
      if (end > 0) return [at, end];
    }
    return null;
  }

  // True where each letter begins the reading of one character, from the first on: zyx finds 紫阳县.
  function hasInitials(characters, letters) {
    return letters.length <= characters.length && [...letters].every((letter, i) =>
      (syllables.get(characters[i]) || []).some((syllable) => syllable.startsWith(letter)));
  }

  Object.assign(search, { learnReadings, fold, runs, queryTerms, joinedPinyin, isHan, findSpelled, hasInitials });
}
