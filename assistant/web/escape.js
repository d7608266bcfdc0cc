// Escape leaves what was opened last: a menu, the form of a comment or a title, the list, the editing of a question.
// What was asked for is to be left as soon as its own part of the page is there: gradio draws one part after another,
// and whoever thinks better of it at once sees the text in the box before the button that leaves.
(() => {
  const LEAVES = { edit: "#leave-edit", rename: "#cancel-title", up: "#skip-comment", down: "#skip-comment" };
  const PATIENCE = 8000; // ms after which what was asked for will not come
  const shown = (selector) => {
    const element = selector && document.querySelector(selector);
    return element && element.offsetParent !== null ? element : null;
  };

  let coming = null; // what leaves the form that was asked for and is not drawn yet
  let until = 0;
  let unwanted = false;

  document.addEventListener("click", (event) => {
    const link = event.target.closest && event.target.closest("a.do");
    const verb = link && link.getAttribute("href").slice("#do/".length).split("/")[0];
    if (!LEAVES[verb] || link.classList.contains("on") || shown(LEAVES[verb])) return;
    [coming, until, unwanted] = [LEAVES[verb], performance.now() + PATIENCE, false];
  });

  const composing = (event) => event.target.closest?.("#composer") || !shown("#close-pane");
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || event.target.matches?.("[role=listbox], [aria-expanded=true]")) return;
    const menu = document.querySelector("#rail details.more[open]");
    if (menu) {
      menu.open = false;
      menu.querySelector("summary").focus();
    } else if (coming && performance.now() < until && !shown(coming)) {
      unwanted = true;
    } else {
      const leave =
        shown("#skip-comment") ||
        shown("#cancel-title") ||
        shown("#rail.open #close-rail") ||
        (composing(event) && !document.getElementById("quote-tip") && shown("#leave-edit"));
      if (!leave) return;
      leave.click();
    }
    event.preventDefault(); // the source beside the chat stays open
  });

  new MutationObserver(() => {
    const leave = shown(coming);
    if (!leave) return;
    coming = null;
    if (unwanted && performance.now() < until) leave.click();
  }).observe(document.documentElement, { childList: true, subtree: true, attributes: true, attributeFilter: ["style", "class"] });
})();
