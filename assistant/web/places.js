// The address of what is shown: a tab, and in it a conversation with the as-of date, a briefing, the news since a day, a timeline or
// a question set with the run that it is compared with. So a reload stays there, Back and Forward go between such places, and a link to one can be sent.
(() => {
  const ASK = ["c", "as_of"];
  const WITHIN = { briefings: ["briefing"], timeline: ["subject", "party", "as_of"], questions: ["set", "since"], news: ["since", "party", "by"] };
  const OURS = ["tab", "c", "briefing", "subject", "party", "as_of", "set", "since", "by"]; // of what stands behind the "?"
  const PATIENCE = 8000; // ms after which a place that was asked for is no longer waited for
  const OVERTAKEN = 5000; // ms within which what was asked for before may still be shown, after what was asked for last
  const SETTLED = 150;   // ms that another tab stays before it is a place: what is shown in it comes after it

  let at = null;     // the place that the browser's line names, as "tab=timeline&subject=rice"; null until we know
  let wanted = null; // the place that Back, Forward or a link asked for, until it is shown
  let coming = null; // a place that is one once it has stayed
  let typing = null; // where an as-of date is being typed: the place without it, false before it is one; else null
  let drawn = false; // whether what was asked for is drawn anew, and leads to where it is read
  let scrolled = 0;
  let chosen = true;  // whether anything was done in a tab since a place was gone to: a set shown late is not chosen
  let arrived = 0;    // when the place asked for was shown; 0 once anything else is done

  const text = (id) => document.querySelector(`#${id} [data-testid=markdown]`)?.textContent.trim() || "";
  const buttonOf = (tab) => document.querySelector(`#tabs > .tab-wrapper [role=tab][data-tab-id="${CSS.escape(tab)}"]`);
  const tabOf = (place) => new URLSearchParams(place).get("tab") || "ask";
  const only = (names, from, place) => {
    for (const name of names) for (const value of from.getAll(name)) if (value) place.append(name, value);
    return place.toString();
  };

  // What of a tab is shown: it tells its place itself, by an address that is not to be seen.
  const within = (tab) => {
    const told = document.querySelector(`#${tab}-tab a.place`);
    return new URLSearchParams(told ? told.getAttribute("href") : "");
  };
  const placeIn = (tab) => {
    if (tab !== "ask") return only(WITHIN[tab] || [], within(tab), new URLSearchParams({ tab }));
    return only(ASK, new URLSearchParams({ c: text("current"), as_of: within(tab).get("as_of") || "" }), new URLSearchParams());
  };
  // A tab whose place names no set shows one all the same, which completes it.
  const completes = (now, place) => now === place || (place === "tab=questions" && tabOf(now) === "questions");

  const openTab = () => document.querySelector("#tabs > .tab-wrapper [role=tab][aria-selected=true]")?.dataset.tabId;

  // Where the page is; null where that is not known yet.
  const shown = () => {
    const tab = openTab();
    if (!tab || !text("moved") || (WITHIN[tab] && document.querySelector(`#${tab}-tab .working`))) return null;
    return placeIn(tab);
  };

  // What the browser's line names; also `#open/...` and `#source/...`, as links of the page do in a new tab.
  const named = () => {
    const asked = new URLSearchParams(location.search);
    const quote = /^#(?:open|source)\/([^/]+(?:\/\d+){0,3})/.exec(location.hash);
    if (quote) {
      const briefing = quote[1].replaceAll("/", ".");
      return only(["briefing"], new URLSearchParams({ briefing }), new URLSearchParams({ tab: "briefings" }));
    }
    const told = Object.keys(WITHIN).find((one) => WITHIN[one].some((name) => name !== "as_of" && asked.get(name)));
    const tab = asked.get("tab") || told || "ask";
    if (tab === "ask" || !buttonOf(tab)) return only(ASK, asked, new URLSearchParams());
    return only(WITHIN[tab] || [], asked, new URLSearchParams({ tab }));
  };

  const write = (how, place) => {
    const url = new URL(location.href);
    for (const name of OURS) url.searchParams.delete(name);
    for (const [name, value] of new URLSearchParams(place)) url.searchParams.append(name, value);
    if (/^#(open|source)\//.test(url.hash)) url.hash = "";
    at = place;
    if (url.href === location.href) return;
    history[how]({ ...(how === "pushState" && { y: scrollY }), ask: placeIn("ask") }, "", url); // which the address tells under Ask alone
  };

  const keep = () => {
    const now = shown();
    coming = null;
    if (now === null || now === at || wanted !== null) return;
    const beside = only(["c"], new URLSearchParams(now), new URLSearchParams());
    const same = typing === beside || (at === "tab=questions" && completes(now, at));
    if (typing !== null) typing = beside;
    write(same ? "replaceState" : "pushState", now);
    const astray = document.getElementById("astray");
    if (astray) astray.style.display = "none"; // it was about the address before
  };
  const look = () => {
    if (at === null) begin();
    if (again) goOn();
    const now = shown();
    if (now === null || at === null) return;
    if (wanted !== null) {
      if (!completes(now, wanted)) return;
      if (now !== wanted) write("replaceState", now);
      arrive();
      return;
    }
    if (now === at) coming = null;
    // Who goes back or on twice at once may be shown the first place last: what was asked for is asked for again.
    else if (tabOf(now) === tabOf(at)) {
      if (Date.now() - arrived < OVERTAKEN) go(at);
      else if (chosen || tabOf(now) !== "questions" || at === "tab=questions") keep();
    }
    else if (coming !== now) {
      coming = now;
      setTimeout(() => { if (coming === now) keep(); }, SETTLED);
    }
  };

  // A place that one comes back to is where it was read. The browser would scroll before it is shown.
  history.scrollRestoration = "manual";
  const arrive = () => {
    wanted = null;
    arrived = Date.now();
    const y = history.state?.y ?? (drawn ? null : 0);
    if (y !== null) requestAnimationFrame(() => scrollTo(0, y));
  };
  const readAt = new Map(); // of each tab the place that was shown, and where it was read
  const read = () => {
    if (at === null || wanted !== null || shown() !== at) return;
    readAt.set(tabOf(at), [at, scrollY]);
    if (history.state?.y !== scrollY) history.replaceState({ ...history.state, y: scrollY }, "");
  };
  // So is a tab that is opened again by its button, where it shows the same, once it is as long as it was.
  const did = (event) => {
    arrived = 0;
    if (!event.target.closest || !event.target.closest("#tabs > .tab-wrapper")) chosen = true;
  };
  let again = null;
  let left = null; // the tab that was open when something was last pressed
  document.addEventListener("click", (event) => {
    if (event.isTrusted) did(event);
    const button = event.isTrusted && event.target.closest && event.target.closest("#tabs > .tab-wrapper [role=tab]");
    const read = button && readAt.get(button.dataset.tabId);
    if (!read || left === button.dataset.tabId) return;
    again = read;
    requestAnimationFrame(goOn);
  });
  const goOn = () => {
    if (!again || shown() !== again[0] || document.documentElement.scrollHeight - innerHeight < again[1] - 1) return;
    scrollTo(0, again[1]);
    again = null;
  };
  addEventListener("scroll", () => {
    clearTimeout(scrolled);
    scrolled = setTimeout(read, SETTLED);
  }, { passive: true });

  // Who does something else meanwhile waits for nothing: what is shown then is where that begins.
  const settle = () => {
    if (wanted === null) return;
    wanted = null;
    at = shown() ?? at;
  };
  // A day passes through others while it is typed (2025-06-3, 2025-06-30), which are one place.
  const inDay = (event) => event.target.closest && event.target.closest("#as-of");
  document.addEventListener("input", (event) => { if (inDay(event)) typing ??= false; }, true);
  for (const kind of ["pointerdown", "keydown"]) {
    document.addEventListener(kind, (event) => {
      if (!event.isTrusted || event.altKey || event.metaKey) return; // which may be Back
      if (!inDay(event)) typing = null;
      again = null;
      did(event);
      left = openTab();
      settle();
      read();
    }, true);
  }

  const go = (place) => {
    coming = null;
    chosen = false;
    at = wanted = place;
    setTimeout(() => { if (wanted === place) settle(); }, PATIENCE);
    const [asked, tab] = [new URLSearchParams(place), tabOf(place)];
    const button = buttonOf(tab);
    const here = completes(placeIn(tab), place);
    drawn = !here;
    const open = button.getAttribute("aria-selected") === "true";
    const ask = () => window.askPage("", `${tab}/${only(WITHIN[tab], asked, new URLSearchParams())}`);
    // Before the tab is opened: so that it knows which set, or which news, it will show.
    if ((tab === "questions" && !(here && open)) || (tab === "news" && !here)) ask();
    if (!open) button.click();
    if (here) return;
    if (tab === "ask") window.sendToChat("to-show", `place/${place}`);
    if (tab === "briefings") window.openBriefing((asked.get("briefing") || "").replaceAll(".", "/"));
    if (tab === "timeline") ask();
  };

  const begin = () => {
    if (!text("moved")) return;
    const place = named();
    const before = history.state?.ask; // where Ask was before a reload, maybe under another tab
    if (tabOf(place) === "ask") {
      at = shown();
      const [asked, now] = [place, at].map((one) => new URLSearchParams(one));
      const days = [asked, now].map((one) => one.get("as_of"));
      if (asked.get("c") !== now.get("c") || (days[0] && !days[1])) return; // it leads nowhere, which is said
      if (days[1] && !days[0] && before === place) go(place); // the day of the last question had been taken out
      else write("replaceState", at);
      return;
    }
    if (before && before !== placeIn("ask")) window.sendToChat("to-show", `place/${before}`);
    if (location.hash) write("replaceState", place);
    go(place);
  };
  addEventListener("popstate", () => { if (at !== null) go(named()); });

  new MutationObserver(look).observe(document.documentElement, { childList: true, subtree: true, attributes: true, characterData: true, attributeFilter: ["style", "class", "aria-selected", "href"] });
})();
