// What links of the chat ask for, and where the keyboard is afterwards.
(() => {
  const FIELDS = {
    again: "to-ask", follow: "to-ask",
    chat: "to-show", new: "to-show", earlier: "to-show",
    rename: "to-list", remove: "to-list",
    edit: "to-do", up: "to-do", down: "to-do", drop: "to-do",
  };
  const PATIENCE = 8000; // ms after which the keyboard stays where it is

  let sent = 0;       // makes every request another text, so that the same one twice is heard twice
  let waiting = null; // finds what gets the focus once it is to be seen
  let until = 0;

  const visible = (element) => element && element.offsetParent !== null && element;
  const box = () => visible(document.querySelector("#question textarea"));
  const link = (href) => visible(document.querySelector(window.leadingTo("a.do", href)));

  const send = (field, what) => {
    const input = document.querySelector(`#${field} textarea, #${field} input`);
    if (!input) return;
    sent += 1;
    if (field === "to-show") window.chatGoes(sent);
    input.value = `${what} ${sent}`;
    input.dispatchEvent(new Event("input", { bubbles: true }));
  };
  window.sendToChat = send; // for pane.js and places.js

  document.addEventListener("click", (event) => {
    if (event.target.closest && event.target.closest("#start-over")) send("to-show", "new");
  });

  const focusLater = (find) => {
    waiting = find;
    until = performance.now() + PATIENCE;
  };

  // What has the focus after each verb; of a thumb pressed by key the comment to be given, else the thumb.
  const AFTER = {
    rename: () => visible(document.querySelector("#new-title input, #new-title textarea")),
    remove: () => visible(document.querySelector("#undo-delete")),
    earlier: () => visible(document.querySelector("#conversation .tools a")),
  };

  let thumb = null;  // the one pressed last
  let placed = null; // the one that the form for a comment stands at
  let typing = false; // whether a question is, which closes the form
  const judged = () => !visible(document.querySelector("#comment")) && link(thumb);
  // The form for its comment stands under it, or over it where there is no room below.
  const under = () => {
    const form = visible(document.querySelector("#judging"));
    const pressed = form && thumb && link(thumb);
    if (!pressed) {
      placed = null;
      return;
    }
    const [hand, column] = [pressed, form.offsetParent].map((element) => element.getBoundingClientRect());
    const below = hand.bottom - column.top + 4;
    const room = column.height - 4 - document.querySelector("#composer").offsetHeight - form.offsetHeight;
    const top = `${Math.round(below <= room ? below : hand.top - column.top - form.offsetHeight - 4)}px`;
    if (form.style.top !== top) form.style.top = top;
    if (placed === thumb) return; // who scrolls on is left alone
    placed = thumb;
    grown.disconnect();
    grown.observe(form); // its parts are drawn one by one
    setTimeout(() => {
      under();
      form.style.scrollMarginBottom = `${document.querySelector("#composer").offsetHeight + 8}px`; // which lies over the page
      form.scrollIntoView({ block: "nearest" });
    }, 100);
  };
  const grown = new ResizeObserver(() => under());
  addEventListener("resize", () => under());

  document.addEventListener("click", (event) => {
    const asked = event.target.closest && event.target.closest("a.do");
    if (!asked) return;
    event.preventDefault();
    const href = asked.getAttribute("href");
    const what = href.slice("#do/".length);
    const verb = what.split("/")[0];
    if (asked.classList.contains("thumb")) {
      const back = asked.classList.contains("on");
      thumb = href;
      const byKey = event.detail === 0; // a pointer that judges leaves the keyboard where it is
      focusLater(() => {
        if (!back && byKey) return visible(document.querySelector("#comment textarea, #comment input"));
        const now = link(href);
        return now && now.classList.contains("on") !== back ? now : null;
      });
    } else {
      focusLater(AFTER[verb] || box);
    }
    if (verb === "chat") document.getElementById("rail")?.classList.remove("open");
    send(FIELDS[verb], what);
  });

  document.addEventListener("click", (event) => {
    if (!event.target.closest) return;
    if (event.target.closest("#save-comment, #skip-comment")) {
      if (event.isTrusted || !typing) focusLater(judged);
    } else if (event.target.closest("#save-title, #cancel-title, #undo-delete")) {
      focusLater(() => visible(document.querySelector("#search-chats input, #search-chats textarea")));
    } else if (event.target.closest("#undo-edit, #leave-edit")) {
      focusLater(box);
    }
  });

  document.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && event.target.closest && event.target.closest("#comment")) focusLater(judged);
  });

  // Who types the next question leaves no comment: its form makes room.
  document.addEventListener("input", (event) => {
    if (!event.target.closest?.("#question")) return;
    const comment = visible(document.querySelector("#comment textarea, #comment input"));
    if (!comment || comment.value.trim()) return;
    typing = true;
    document.querySelector("#skip-comment")?.click();
    typing = false;
  });

  // A link that acts is a button: it says so, and the space bar presses it.
  document.addEventListener("keydown", (event) => {
    if (event.key !== " " || !event.target.matches || !event.target.matches("a.do")) return;
    event.preventDefault();
    event.target.click();
  });
  const dress = () => {
    for (const button of document.querySelectorAll("a.do:not([role])")) {
      button.setAttribute("role", "button");
      if (button.classList.contains("thumb")) {
        button.setAttribute("aria-pressed", String(button.classList.contains("on")));
      }
    }
    for (const [id, role] of [["rail-message", "status"], ["chips", "group"], ["rail", "navigation"], ["judging", "dialog"]]) {
      const place = document.getElementById(id);
      if (place && !place.hasAttribute("role")) place.setAttribute("role", role);
    }
    document.getElementById("chips")?.setAttribute("aria-label", "Narrowed by");
    document.getElementById("judging")?.setAttribute("aria-label", "Comment on an answer");
    document.getElementById("rail")?.setAttribute("aria-label", "Conversations");
  };

  // One menu of the list is open at a time, and none once something else is pressed.
  document.addEventListener("click", (event) => {
    for (const menu of document.querySelectorAll("#rail details.more[open]")) {
      if (!event.target.closest || event.target.closest("details.more") !== menu || event.target.closest("li li")) {
        menu.open = false;
      }
    }
  });

  // The list lies over the page where that is narrow.
  document.addEventListener("click", (event) => {
    if (!event.target.closest) return;
    const rail = document.getElementById("rail");
    if (event.target.closest("#show-rail")) {
      rail.classList.add("open");
      rail.querySelector("input, textarea")?.focus();
    } else if (event.target.closest("#close-rail")) {
      rail.classList.remove("open");
      setTimeout(() => document.getElementById("show-rail")?.focus()); // until then the page is inert
    }
  });

  // A link that gave conversations to this browser works once: it is no address to come back to.
  const used = () => {
    const url = new URL(location.href);
    if (!url.searchParams.has("adopt") || !document.querySelector("#moved [data-testid=markdown]")?.textContent.trim()) return;
    url.searchParams.delete("adopt");
    history.replaceState(history.state, "", url);
  };

  // What had the focus in the chat was drawn anew under it: the same link again has it.
  let held = null;
  document.addEventListener("focusin", (event) => {
    held = event.target.closest("#conversation") && event.target.closest("a[href]");
  });
  const hold = () => {
    if (!held || held.isConnected || document.activeElement !== document.body) return;
    const again = visible(document.querySelector(window.leadingTo("#conversation a", held.getAttribute("href"))));
    if (!again) return;
    held = again;
    again.focus({ preventScroll: true });
  };

  const settle = () => {
    if (!waiting) return;
    const target = waiting();
    if (!target && performance.now() < until) return;
    waiting = null;
    if (!target) return;
    target.focus({ preventScroll: true });
    if (target.matches("textarea")) target.setSelectionRange(target.value.length, target.value.length);
    target.scrollIntoView({ block: "nearest" });
  };

  new MutationObserver(() => {
    dress();
    used();
    hold();
    under();
    settle();
  }).observe(document.documentElement, { childList: true, subtree: true, attributes: true, characterData: true, attributeFilter: ["style", "class"] });
})();
