// Numbers, money and periods as the pages print them: build_scripts/display.py in the browser (a test compares both).

const NBSP = "\u00a0";
const SCALES = { // [power of ten from which the word is used, the word], largest first
  zh: [[12, "万亿元"], [8, "亿元"], [4, "万元"], [0, "元"]],
  en: [[12, "trillion"], [9, "billion"], [6, "million"], [0, ""]],
};
const MONTHS = "January February March April May June July August September October November December".split(" ");

// Returns `format(value, unit, qualifier)` and `period(text)` of a language. `words` hold `not_printed`, the
// qualifiers and the units: code -> word, or {one, other} where one of them has a word of its own.
export function makeFormat(lang, words) {
  const qualified = (text, qualifier) => {
    const word = words.qualifiers[qualifier];
    return word ? word + (lang === "zh" ? NBSP : " ") + text : text;
  };

  function money(amount) {
    const [power, word] = SCALES[lang].find(([p]) => Math.abs(amount) >= 10 ** p || p === 0);
    const parts = [grouped(shifted(amount, power)), word];
    return (lang === "zh" ? parts : ["CNY", ...parts]).filter(Boolean).join(NBSP);
  }

  function format(value, unit, qualifier = "exact") {
    if (value === null || Number.isNaN(value)) return words.not_printed;
    if (unit === "cny") return qualified(money(value), qualifier);
    if (unit === "percent") return qualified(`${grouped(String(value))}%`, qualifier);
    const word = words.units[unit];
    const name = typeof word === "string" ? word : value === 1 ? word.one : word.other;
    return qualified(grouped(shifted(value, 0)) + NBSP + name, qualifier);
  }

  function date(iso, inWords = lang) {
    const numbers = iso.split("-").map(Number);
    if (inWords === "zh") return numbers.map((n, i) => n + NBSP + "年月日"[i]).join(NBSP);
    const [year, month, day] = numbers;
    return [day, MONTHS[month - 1], year].filter(Boolean).join(NBSP);
  }

  function period(text) {
    const [first, last] = text.split("/");
    if (!last || last === first) return date(first);
    const years = first.length === 4 && last.length === 4;
    if (lang === "zh" && years) return `${date(first, "en")}–${date(last)}`;
    return date(first) + (lang === "zh" || years ? "–" : `${NBSP}– `) + date(last);
  }

  return { format, period, number: (value) => grouped(shifted(value, 0)) };
}

// The decimal digits of a number with its point moved `power` places to the left; no rounding, no exponent.
function shifted(value, power) {
  const [mantissa, exponent = "0"] = String(Math.abs(value)).split("e");
  const [whole, fraction = ""] = mantissa.split(".");
  const point = whole.length + Number(exponent) - power; // digits before the point
  const digits = (whole + fraction).padStart(whole.length + fraction.length - Math.min(0, point), "0");
  const at = Math.max(0, point);
  const before = digits.padEnd(at, "0").slice(0, at).replace(/^0+(?=\d)/, "") || "0";
  return `${value < 0 ? "-" : ""}${before}.${digits.slice(at)}`;
}

// Thousands parted by commas; zeros that end a fraction are left out.
function grouped(text) {
  const [whole, fraction = ""] = text.split(".");
  const plain = fraction.replace(/0+$/, "");
  return whole.replace(/\B(?=(\d{3})+$)/g, ",") + (plain ? `.${plain}` : "");
}
