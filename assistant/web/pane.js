// The source beside the chat: opened by a marker, closed by button or Escape; and quotes told on hovering.
(() => {
  const NARROW = matchMedia("(max-width: 1000px)"); // as in ask.css: there the pane lies over the page
  const MARKERS = 'a[href^="#source/"]';

  let cameFrom = null; // the link that opened what is being read
  let before = null;   // what was there when it was asked for
  let reading = false; // whether the pane was asked for and has not got the focus yet

  const visible = (element) => element && element.offsetParent !== null && element;
  const pane = () => {
    const found = document.getElementById("pane");
    return found && found.getClientRects().length ? found : null;
  };
  const article = () => document.querySelector("#pane-reader .ours:last-child");

  const open = (link, href) => {
    if (link) cameFrom = link;
    before = article();
    reading = true;
    window.sendToChat("to-read", href);
  };

  document.addEventListener("click", (event) => {
    const link = event.target.closest && event.target.closest(MARKERS);
    if (link && !window.inNewTab(event)) {
      event.preventDefault();
      hide();
      open(link, link.getAttribute("href").slice(1));
    }
  });

  // Another version, asked for in the pane, opens in the pane.
  document.addEventListener("click", (event) => {
    const link = event.target.closest && event.target.closest("#pane a.act:not(.elsewhere)");
    if (!link || window.inNewTab(event)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    const [, id, version, start, end] = link.getAttribute("href").slice(1).split("/");
    open(null, ["source", id, version || 0, start || 0, end || 0].join("/"));
  }, true);

  const close = () => document.getElementById("close-pane")?.click();
  document.addEventListener("click", (event) => {
    if (!event.target.closest || !event.target.closest("#close-pane")) return;
    reading = false;
    const back = cameFrom && (cameFrom.isConnected ? cameFrom : document.querySelector(window.leadingTo("a", cameFrom.getAttribute("href"))));
    // Once the pane is gone, the page beside it is no longer inert.
    const focus = () => (pane() ? requestAnimationFrame(focus) : (settle(), visible(back) && back.focus()));
    requestAnimationFrame(focus);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || event.defaultPrevented) return;
    if (tip) hide();
    else if (pane() && !document.querySelector("#rail.open, #rail details[open]") && !inList(event.target)) close();
  });
  const inList = (element) => element.matches && element.matches("[role=listbox], [aria-expanded=true]");

  const settle = () => {
    const shown = pane();
    if (shown && !shown.hasAttribute("role")) {
      shown.setAttribute("role", "complementary");
      shown.setAttribute("aria-label", "Source");
      shown.setAttribute("tabindex", "0"); // it scrolls, so the keyboard must reach it
    }
    const over = Boolean(shown) && NARROW.matches;
    const listed = document.querySelector("#rail.open") && matchMedia("(max-width: 1100px)").matches;
    for (const element of document.querySelectorAll("#head, #tabs > .tab-wrapper, #rail, #chat-column")) {
      const aside = over || (listed && element.id !== "rail");
      if (element.inert !== aside) element.inert = aside;
    }
    const now = article();
    if (!reading || !shown || !now || now === before) return;
    const target = shown.querySelector("#pane-quoted") || shown.querySelector("#pane-briefing-title");
    if (!target) return;
    reading = false;
    shown.scrollTop = 0;
    target.focus({ preventScroll: true });
    target.scrollIntoView({ block: target.matches("mark") ? "center" : "nearest" });
  };
  NARROW.addEventListener("change", () => settle());

  // A marker tells its quote: until Escape, or until pointer and focus have left marker and quote.
  let tip = null;
  let told = null;
  let leaving = 0;

  const hide = () => {
    clearTimeout(leaving);
    tip?.remove();
    told?.removeAttribute("aria-describedby");
    tip = told = null;
  };
  const tell = (marker) => {
    clearTimeout(leaving);
    if (marker === told) return;
    hide();
    const from = document.getElementById(marker.getAttribute("href").split("/").pop());
    if (!from) return;
    tip = document.createElement("div");
    tip.id = "quote-tip";
    tip.setAttribute("role", "tooltip");
    tip.append(...[...from.childNodes].map((node) => node.cloneNode(true)));
    document.querySelector("#chat-column").append(tip);
    told = marker;
    marker.setAttribute("aria-describedby", "quote-tip");
    place(marker);
  };
  const place = (marker) => {
    const at = marker.getBoundingClientRect();
    const size = tip.getBoundingClientRect();
    const left = Math.max(8, Math.min(at.left, innerWidth - size.width - 8));
    const below = at.bottom + size.height + 8 < innerHeight;
    tip.style.left = `${left}px`;
    tip.style.top = `${below ? at.bottom + 4 : Math.max(8, at.top - size.height - 4)}px`;
  };
  const leave = () => {
    clearTimeout(leaving);
    leaving = setTimeout(() => { if (told !== document.activeElement) hide(); }, 200);
  };

  const marker = (event) => event.target.closest && event.target.closest(`a.marker${MARKERS.slice(1)}`);
  document.addEventListener("mouseover", (event) => {
    const over = marker(event);
    if (over) tell(over);
    else if (tip && tip.contains(event.target)) clearTimeout(leaving);
    else if (tip) leave();
  });
  document.addEventListener("focusin", (event) => {
    const on = marker(event);
    if (on && on.matches(":focus-visible")) tell(on);
    else if (tip) hide();
  });
  document.addEventListener("focusout", (event) => { if (marker(event)) leave(); });
  addEventListener("scroll", () => { if (tip && told) place(told); }, { passive: true });

  new MutationObserver(settle).observe(document.documentElement, { childList: true, subtree: true, attributes: true, attributeFilter: ["style", "class"] });
})();
