// References: the day of access is the reader's own; without this script it is the day on which the site was built.
{
  const now = new Date();
  const [year, month, day] = [now.getFullYear(), now.getMonth() + 1, now.getDate()];
  const two = (number) => String(number).padStart(2, "0");
  const iso = `${year}-${two(month)}-${two(day)}`;
  const forms = {
    iso,
    slash: iso.replaceAll("-", "/"),
    parts: [year, month, day].join(","),
    long: now.toLocaleDateString("en-US", { year: "numeric", month: "long", day: "numeric" }),
  };

  for (const time of document.querySelectorAll("time.today")) {
    time.textContent = forms[time.dataset.form];
    time.dateTime = iso;
  }
}
