// What the page does besides gradio: keep the keyboard where one types, and the question in sight.
(() => {
  const calm = () => matchMedia("(prefers-reduced-motion: reduce)").matches;

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

  // Another question is the last one: by its id, since a long conversation shows only its end.
  let last = null;
  const keepInSight = () => {
    const questions = document.querySelectorAll("#conversation .question");
    const question = questions[questions.length - 1];
    if (!question) {
      last = null;
      return;
    }
    const tools = question.parentElement.querySelector(".tools a");
    const id = tools && tools.getAttribute("href");
    if (!id || id === last) return;
    last = id;
    question.scrollIntoView({ block: "start", behavior: calm() ? "auto" : "smooth" });
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
