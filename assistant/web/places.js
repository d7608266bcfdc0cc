// The address of what is shown: a tab, and in it a conversation, a briefing or a timeline. So a reload stays
// there, Back and Forward go between such places, and a link to one can be sent.
(() => {
  const OURS = ["tab", "c", "briefing", "subject", "party", "as_of"]; // of what stands behind the "?"
  const PATIENCE = 8000; // ms after which a place that was asked for is no longer waited for
  const SETTLED = 150;   // ms that another tab stays before it is a place: what is shown in it comes after it

  let at = null;     // the place that the browser's line names, as "tab=timeline&subject=rice"; null until we know
  let wanted = null; // the place that Back, Forward or a link asked for, until it is shown
  let coming = null; // a place that is one once it has stayed
  let drawn = false; // whether what was asked for is drawn anew, and leads to where it is read
  let scrolled = 0;

  const text = (id) => document.querySelector(`#${id} [data-testid=markdown]`)?.textContent.trim() || "";
  const buttonOf = (tab) => document.querySelector(`#tabs > .tab-wrapper [role=tab][data-tab-id="${CSS.escape(tab)}"]`);
  const tabOf = (place) => new URLSearchParams(place).get("tab") || "ask";
  const only = (names, from, place) => {
    for (const name of names) for (const value of from.getAll(name)) if (value) place.append(name, value);
    return place.toString();
  };

  // What of a tab is shown: its place tells that itself, by an address that is not to be seen.
  const within = (tab) => {
    const told = document.querySelector(`#${tab}-tab a.place`);
    return new URLSearchParams(told ? told.getAttribute("href") : "");
  };

  // Where the page is; null where that is not known yet.
  const shown = () => {
    const tab = document.querySelector("#tabs > .tab-wrapper [role=tab][aria-selected=true]")?.dataset.tabId;
    if (!tab || !text("moved") || (tab === "timeline" && document.querySelector("#timeline .working"))) return null;
    if (tab === "ask") return only(["c"], new URLSearchParams({ c: text("current") }), new URLSearchParams());
    return only(OURS.slice(2), within(tab), new URLSearchParams({ tab }));
  };

  // What the browser's line names; also `#open/...` and `#source/...`, as links of the page do in a new tab.
  const named = () => {
    const asked = new URLSearchParams(location.search);
    const quote = /^#(?:open|source)\/([^/]+(?:\/\d+){0,3})/.exec(location.hash);
    if (quote) {
      const briefing = quote[1].replaceAll("/", ".");
      return only(["briefing"], new URLSearchParams({ briefing }), new URLSearchParams({ tab: "briefings" }));
    }
    const told = asked.get("briefing") ? "briefings" : asked.get("subject") || asked.get("party") ? "timeline" : "ask";
    const tab = asked.get("tab") || told;
    if (tab === "ask" || !buttonOf(tab)) return only(["c"], asked, new URLSearchParams());
    const names = { briefings: ["briefing"], timeline: OURS.slice(3) }[tab] || [];
    return only(names, asked, new URLSearchParams({ tab }));
  };

  const write = (how, place) => {
    const url = new URL(location.href);
    for (const name of OURS) url.searchParams.delete(name);
    for (const [name, value] of new URLSearchParams(place)) url.searchParams.append(name, value);
    if (/^#(open|source)\//.test(url.hash)) url.hash = "";
    at = place;
    if (url.href === location.href) return;
    history[how]({ ...(how === "pushState" && { y: scrollY }), c: text("current") }, "", url); // of a conversation the address tells under Ask alone
  };

  const keep = () => {
    const now = shown();
    coming = null;
    if (now === null || now === at || wanted !== null) return;
    write("pushState", now);
    const astray = document.getElementById("astray");
    if (astray) astray.style.display = "none"; // it was about the address before
  };
  const look = () => {
    if (at === null) begin();
    const now = shown();
    if (now === null || at === null) return;
    if (wanted !== null) {
      if (now === wanted) arrive();
      return;
    }
    if (now === at) coming = null;
    else if (tabOf(now) === tabOf(at)) keep();
    else if (coming !== now) {
      coming = now;
      setTimeout(() => { if (coming === now) keep(); }, SETTLED);
    }
  };

  // A place that one comes back to is where it was read. The browser would scroll before it is shown.
  history.scrollRestoration = "manual";
  const arrive = () => {
    wanted = null;
    const y = history.state?.y ?? (drawn ? null : 0);
    if (y !== null) requestAnimationFrame(() => scrollTo(0, y));
  };
  const read = () => {
    if (at === null || wanted !== null || history.state?.y === scrollY || shown() !== at) return;
    history.replaceState({ ...history.state, y: scrollY }, "");
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
  for (const kind of ["pointerdown", "keydown"]) {
    document.addEventListener(kind, (event) => {
      if (!event.isTrusted || event.altKey || event.metaKey) return; // which may be Back
      settle();
      read();
    }, true);
  }

  const go = (place) => {
    coming = null;
    at = wanted = place;
    setTimeout(() => { if (wanted === place) settle(); }, PATIENCE);
    const [asked, tab] = [new URLSearchParams(place), tabOf(place)];
    const button = buttonOf(tab);
    if (button.getAttribute("aria-selected") !== "true") button.click();
    const id = asked.get("c") || "";
    const here = tab === "ask" ? id === text("current") : only(OURS.slice(2), within(tab), new URLSearchParams({ tab })) === place;
    drawn = !here;
    if (here) return;
    if (tab === "ask") window.sendToChat("to-show", id ? `chat/${id}` : "new");
    if (tab === "briefings") window.openBriefing((asked.get("briefing") || "").replaceAll(".", "/"));
    if (tab === "timeline") window.askPage("", `timeline/${only(OURS.slice(3), asked, new URLSearchParams())}`);
  };

  const begin = () => {
    if (!text("moved")) return;
    const place = named();
    const before = history.state?.c; // a reload under another tab
    if (tabOf(place) === "ask") {
      at = shown();
      return;
    }
    if (before && before !== text("current")) window.sendToChat("to-show", `chat/${before}`);
    if (location.hash) write("replaceState", place);
    go(place);
  };
  addEventListener("popstate", () => { if (at !== null) go(named()); });

  new MutationObserver(look).observe(document.documentElement, { childList: true, subtree: true, attributes: true, characterData: true, attributeFilter: ["style", "class", "aria-selected", "href"] });
})();
