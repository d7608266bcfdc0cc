// Links that ask the page to do something, and where the keyboard is afterwards.
(() => {
  const PATIENCE = 8000; // ms after which the keyboard stays where it is

  let asked = 0;       // makes every request another text, so that the same one twice is heard twice
  let waiting = null;  // what will get the focus once it is to be seen
  let cameBy = null;   // the link that opened what is being read

  const visible = (element) => element && element.offsetParent !== null;
  // An address may hold quotes and backslashes, as of a source. For chat.js and pane.js, too.
  const leadingTo = (links, href) => `${links}[href="${CSS.escape(href)}"]`;
  window.leadingTo = leadingTo;

  const ask = (where, what) => {
    const field = document.querySelector("#asked-for textarea, #asked-for input");
    if (!field) return;
    asked += 1;
    field.value = `${where} ${what} ${asked}`;
    field.dispatchEvent(new Event("input", { bubbles: true }));
  };
  window.askPage = ask; // for places.js
  const placeOf = (link) => (link.closest("#reading") ? "reading" : link.closest("[role=tabpanel]")?.id || "");

  document.addEventListener("click", (event) => {
    const link = event.target.closest && event.target.closest("a.act");
    if (!link) return;
    const href = link.getAttribute("href");
    if (href.startsWith("#open/") && window.inNewTab(event)) return;
    event.preventDefault();
    if (href.startsWith("#ask/")) {
      toAsk(...href.slice(1).split("/").slice(1).map(decodeURIComponent));
      return;
    }
    if (href.startsWith("#question/")) {
      waiting = { find: unfolded, block: "center" };
    } else if (href.startsWith("#date/")) {
      waiting = { find: shownAs("#correct-day input, #correct-day textarea"), block: "center" };
      cameBy = href;
    } else if (href.startsWith("#open/")) {
      readNext();
      if (!link.closest("#reading")) cameBy = href;
    } else {
      const table = document.querySelector("#table table");
      const same = likeIt(link);
      waiting = { find: () => redrawn(table, same) };
    }
    ask(placeOf(link), href.slice(1));
  });
  window.inNewTab = (event) => event.ctrlKey || event.metaKey || event.shiftKey; // for pane.js: places.js opens it there

  const readNext = () => {
    const shown = document.querySelector("#reader article");
    waiting = { find: () => opened(shown), block: "center" };
  };
  // What an address names, or the list where it names none; the way back stays what it was. For places.js.
  window.openBriefing = (place) => {
    if (place) readNext();
    ask("reading", place ? `open/${place}` : "list");
  };

  // A question of a set goes into the field of the Ask tab, and waits there for Enter; one that was asked
  // after others, or narrowed, opens a conversation that holds those.
  const toAsk = (day, question, before, narrowed) => {
    const behind = [day, before, narrowed].map(encodeURIComponent).join("/");
    if (before || narrowed) window.sendToChat("to-show", `begin/${behind}`);
    for (const [place, value] of [["#as-of", day], ["#question", question]]) {
      const field = document.querySelector(`${place} textarea, ${place} input`);
      if (!field) continue;
      field.value = value;
      field.dispatchEvent(new Event("input", { bubbles: true }));
    }
    const tab = [...document.querySelectorAll("#tabs > .tab-wrapper [role=tab]")].find((one) => one.textContent.trim() === "Ask");
    if (tab) tab.click();
    waiting = { find: () => { const box = document.querySelector("#question textarea"); return visible(box) ? box : null; } };
    settle();
  };

  // After a button took itself or its part away: what is pressed next.
  const shownAs = (selector) => () => { const found = document.querySelector(selector); return visible(found) ? found : null; };
  const hidden = (selector) => !visible(document.querySelector(selector));
  let openedBy = "#new-question"; // what opened the form of a question
  const NEXT = {
    "#remove": shownAs("#undo"),
    "#undo": () => hidden("#undo") && shownAs("#search :is(input, textarea)")(),
    "#remove-set": shownAs("#undo-set"),
    "#undo-set": () => hidden("#undo-set") && shownAs("#run-set")(), // a field of choices would fall open
    "#run-set": () => shownAs("#stop-set")() || (document.activeElement === document.body && shownAs("#run-set")()),
    "#stop-set": shownAs("#run-set"),
    "#new-question": () => unfolded(),
    "#cancel-question": () => hidden("#question-form") && shownAs(openedBy)(),
    "#save-question, #delete-question": () => hidden("#question-form") && shownAs("#undo-set")(),
  };
  document.addEventListener("click", (event) => {
    if (!event.target.closest) return;
    const change = event.target.closest('a.act[href^="#question/"]');
    if (change) openedBy = leadingTo("a.act", change.getAttribute("href"));
    if (event.target.closest("#new-question")) openedBy = "#new-question";
    for (const [pressed, find] of Object.entries(NEXT)) {
      if (event.target.closest(pressed)) waiting = { find };
    }
  });

  // A run that ends takes its Stop away: the keyboard goes on at Run.
  let onStop = false;
  document.addEventListener("focusin", (event) => { onStop = Boolean(event.target.closest("#stop-set")); });
  const backToRun = () => {
    const run = document.querySelector("#run-set");
    if (!onStop || document.activeElement !== document.body || !visible(run)) return;
    onStop = false;
    run.focus({ preventScroll: true });
  };

  // The form of a question is there, after the one that was.
  const unfolded = () => {
    const box = document.querySelector("#set-question textarea");
    return visible(box) ? box : null;
  };

  // Another briefing is there: its marked words, else its title.
  const opened = (before) => {
    const article = document.querySelector("#reader article");
    if (!visible(article) || article === before) return null;
    return article.querySelector("#quoted") || article.querySelector("#briefing-title");
  };

  // The table was drawn anew: the same link again, or, on the last page, the way back.
  const redrawn = (before, same) => {
    const table = document.querySelector("#table table");
    if (!visible(table) || table === before) return null;
    return document.querySelector(`#table ${same}`) || document.querySelector("#table .turning a");
  };

  const likeIt = (link) =>
    link.matches('[href="#newly"]') ? 'a.act[href="#sort/taken"]' : link.matches(".next") ? "a.next" : link.matches(".previous") ? "a.previous" : leadingTo("a.act", link.getAttribute("href"));

  // It was drawn anew once more, by something asked for before, under the link that has the focus.
  let held = null;
  document.addEventListener("focusin", (event) => { held = event.target.closest("#table a.act"); });
  const hold = () => {
    if (!held || held.isConnected || document.activeElement !== document.body) return;
    const again = document.querySelector(`#table ${likeIt(held)}`);
    if (visible(again)) again.focus({ preventScroll: true });
  };

  document.addEventListener("click", (event) => {
    if (!event.target.closest || !event.target.closest("#back")) return;
    const link = () => [...document.querySelectorAll(leadingTo("a.act", cameBy))].find(visible);
    waiting = { find: link, block: "center" };
  });

  // Plots and lists of one place lead to each other; following the link itself would reload the page.
  document.addEventListener("click", (event) => {
    const jump = event.target.closest && event.target.closest("a.jump");
    if (!jump) return;
    event.preventDefault();
    const target = document.getElementById(jump.getAttribute("href").slice(1));
    if (!target) return;
    target.focus({ preventScroll: true });
    target.scrollIntoView({ block: "center" });
  });

  // A copy button takes the text that stands hidden behind it.
  document.addEventListener("click", async (event) => {
    const button = event.target.closest && event.target.closest("button.copy");
    if (!button) return;
    const label = button.textContent;
    try {
      await navigator.clipboard.writeText(button.nextElementSibling.textContent);
      button.textContent = "Copied";
    } catch {
      button.textContent = "The browser does not allow copying";
    }
    setTimeout(() => { button.textContent = label; }, 2000);
  });

  const settle = () => {
    if (!waiting) return;
    const target = waiting.find();
    if (!target) {
      waiting.until ||= performance.now() + PATIENCE;
      if (performance.now() > waiting.until) waiting = null;
      return;
    }
    const { block } = waiting;
    waiting = null;
    target.focus({ preventScroll: true });
    target.scrollIntoView({ block: block || "nearest" });
  };

  // What is said after an action is read out; of what is long, the line that is marked for it.
  let aloud = null;
  let last = ""; // what was said: a page that is drawn anew does not say it again
  const announce = () => {
    if (!aloud && document.body) {
      aloud = document.createElement("div");
      aloud.id = "said-aloud";
      aloud.className = "spoken";
      aloud.setAttribute("role", "status");
      document.body.append(aloud);
    }
    for (const line of document.querySelectorAll(".aloud")) {
      const said = line.textContent + (line.dataset.made || "");
      if (said === last || !visible(line)) continue;
      last = said;
      aloud.textContent = line.textContent;
    }
    for (const id of ["list-message", "reading-message", "intake-outcome", "set-message", "question-message"]) {
      const place = document.getElementById(id);
      if (place && !place.hasAttribute("role")) place.setAttribute("role", "status");
    }
  };

  new MutationObserver(() => {
    announce();
    settle();
    hold();
    backToRun();
  }).observe(document.documentElement, { childList: true, subtree: true, attributes: true, attributeFilter: ["style", "class"] });
})();
