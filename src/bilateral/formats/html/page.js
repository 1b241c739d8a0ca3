"use strict";
// Shows the filters and applies them. A record stays unless a filter rules it out: what is not known is kept and
// marked, as in the library itself. Without this script the page shows everything.
(() => {
  const form = document.getElementById("_filter");
  if (!form) return;
  const status = document.getElementById("_status");
  const nothing = document.getElementById("_nothing");
  const articles = Array.from(document.getElementsByTagName("article"));
  const groups = Array.from(document.getElementsByClassName("group"));
  const NO = 0, UNKNOWN = 1, YES = 2;
  let texts = null;

  const fold = (text) => text.normalize("NFKD").toLowerCase().normalize("NFKD")
    .replace(/\p{M}/gu, "").replace(/ı/g, "i").replace(/ß/g, "ss");
  const pairs = (text) => text.split(" ").map((pair) => pair.split("-").map(Number));

  function dated(article, first, last) {
    if (article.dataset.d === undefined) return UNKNOWN;
    if (!pairs(article.dataset.d).some(([low, high]) => low <= last && first <= high)) return NO;
    return pairs(article.dataset.c).some(([begun, ended]) => begun <= last && first <= ended) ? YES : UNKNOWN;
  }

  function frames() {
    const found = [];
    const {period, from, to} = form.elements;
    if (period && period.value) found.push(pairs(period.value)[0]);
    const first = from.valueAsNumber, last = to.valueAsNumber;
    if (first || last) found.push([(first || 1) * 10000 + 101, (last || 9999) * 10000 + 1231]);
    return found;
  }

  function apply() {
    const words = fold(form.elements.q.value).split(/\s+/).filter(Boolean);
    if (words.length && !texts) texts = articles.map((article) => fold(`${article.textContent} ${article.id}`));
    const {sphere, party} = form.elements;
    const asked = [["s", sphere], ["p", party]].filter(([, control]) => control && control.value);
    const days = frames();
    let shown = 0, perhaps = 0;
    articles.forEach((article, i) => {
      let truth = YES;
      for (const [name, control] of asked) {
        if (!(article.dataset[name] || "").split(" ").includes(control.value)) truth = NO;
      }
      for (const [first, last] of days) truth = Math.min(truth, truth && dated(article, first, last));
      if (!words.every((word) => texts[i].includes(word))) truth = NO;
      article.hidden = truth === NO;
      article.classList.toggle("perhaps", truth === UNKNOWN);
      const mark = document.getElementById(`_picture-${article.id}`);
      if (mark) mark.classList.toggle("off", truth === NO);
      shown += truth !== NO;
      perhaps += truth === UNKNOWN;
    });
    for (const group of groups) group.hidden = !group.querySelector("article:not([hidden])");
    nothing.hidden = shown > 0;
    const count = status.dataset.shown.replace("#1", shown).replace("#2", articles.length);
    status.textContent = perhaps ? `${count} — ${status.dataset.perhaps.replace("#1", perhaps)}` : count;
  }

  // A link to a record leads there even if a filter has hidden it.
  function reveal() {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (target && target.closest("[hidden]")) {
      form.reset();
      apply();
      target.scrollIntoView();
    }
  }

  let waiting = 0;
  const soon = () => {
    clearTimeout(waiting);
    waiting = setTimeout(apply, 100);
  };
  form.addEventListener("input", soon);
  form.addEventListener("reset", () => setTimeout(apply));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    apply();
  });
  addEventListener("hashchange", reveal);
  addEventListener("beforeprint", () => {
    for (const each of document.getElementsByTagName("details")) each.open = true;
  });
  form.hidden = false;
  apply();
})();
