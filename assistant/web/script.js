// What the page does besides gradio: jump from a marker to its quote, keep the question in sight.
(() => {
  const calm = () => matchMedia("(prefers-reduced-motion: reduce)").matches;
  let cameFrom = null;

  // Following the link itself would reload the page: gradio sets a <base>.
  document.addEventListener("click", (event) => {
    const marker = event.target.closest && event.target.closest("a.marker");
    if (!marker) return;
    event.preventDefault();
    const quote = document.getElementById(marker.hash.slice(1));
    if (!quote) return;
    quote.closest("details").open = true;
    cameFrom = marker;
    quote.focus({ preventScroll: true });
    quote.scrollIntoView({ block: "center", behavior: calm() ? "auto" : "smooth" });
  });

  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !cameFrom || !event.target.closest("mark")) return;
    cameFrom.focus();
  });

  // Asking and stopping take their own button away; typing goes on where it was.
  document.addEventListener("click", (event) => {
    if (!event.target.closest || !event.target.closest("#ask, #stop, #start-over, .example")) return;
    const box = document.querySelector("#question textarea");
    if (box) box.focus({ preventScroll: true });
  });

  // gradio labels each message with its whole HTML, which a screen reader would read out.
  const relabel = () => {
    for (const message of document.querySelectorAll("#conversation [data-testid][aria-label]:not([role=log])")) {
      message.removeAttribute("aria-label");
    }
    const log = document.querySelector("#conversation [role=log]");
    if (log && log.getAttribute("aria-label") !== "Conversation") log.setAttribute("aria-label", "Conversation");
    const note = document.querySelector("#note");
    if (note && !note.hasAttribute("role")) note.setAttribute("role", "alert");
  };

  let asked = 0;
  const keepInSight = () => {
    const questions = document.querySelectorAll("#conversation .question");
    if (questions.length > asked) {
      questions[questions.length - 1].scrollIntoView({ block: "start", behavior: calm() ? "auto" : "smooth" });
    }
    asked = questions.length;
  };

  new MutationObserver(() => {
    relabel();
    keepInSight();
  }).observe(document.documentElement, {
    childList: true,
    subtree: true,
    attributes: true,
    attributeFilter: ["aria-label"],
  });
})();
