// A question waits until the chat is where it was told to go: else it would be asked where the chat was before.
(() => {
  const PATIENCE = 30000; // ms after which it is asked all the same: the server said nothing

  let wanted = 0;   // the wish by which the chat was last told where to go; 0 when the page opens
  let reached = -1; // the one that is done
  let later = null; // the question that waits

  const arrive = (wish) => {
    if (!(wish > reached)) return;
    reached = wish;
    if (reached < wanted || !later) return;
    const ask = later;
    later = null;
    // Once the rest was drawn: what narrows a question comes with the same message.
    requestAnimationFrame(() => setTimeout(ask));
  };
  window.chatGoes = (wish) => { // for chat.js
    wanted = wish;
    setTimeout(() => arrive(wish), PATIENCE);
  };
  window.chatGoes(0);

  const wait = (event, ask) => {
    if (reached >= wanted) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    later = ask;
  };
  document.addEventListener("click", (event) => {
    const button = event.target.closest && event.target.closest("#ask, .example");
    if (button) wait(event, () => button.click());
  }, true);
  document.addEventListener("keydown", (event) => {
    const typed = event.target.closest && event.target.closest("#question, #as-of");
    const asks = event.key === "Enter" && !event.shiftKey && !event.isComposing;
    if (typed && asks) wait(event, () => document.querySelector("#ask")?.click());
  }, true);

  new MutationObserver(() => {
    const told = document.querySelector("#moved [data-testid=markdown]")?.textContent.trim();
    if (told) arrive(Number(told));
  }).observe(document.documentElement, { childList: true, subtree: true, characterData: true });
})();
