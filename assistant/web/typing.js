// What is typed while a question is on its way stays: the box is emptied of that question alone. What was not
// asked yet is there again after a reload, also after one that gradio makes when the server comes back.
(() => {
  const DRAFT = "draft"; // in the storage of this tab

  let sent = null;   // the question on its way
  let typed = "";    // what the person last had in the box
  let filled = null; // the box that what was not asked was put back into

  const box = () => document.querySelector("#question textarea");
  const opened = () => document.querySelector("#moved [data-testid=markdown]")?.textContent.trim();
  const have = (words) => {
    typed = words;
    try {
      if (words) sessionStorage.setItem(DRAFT, words);
      else sessionStorage.removeItem(DRAFT);
    } catch { /* the browser keeps nothing: a reload loses the draft */ }
  };
  const draft = () => {
    try {
      return sessionStorage.getItem(DRAFT) || "";
    } catch {
      return "";
    }
  };
  const put = (place, words) => {
    place.value = words;
    place.dispatchEvent(new Event("input", { bubbles: true }));
    place.setSelectionRange(words.length, words.length);
  };
  const sending = () => {
    have(box()?.value || "");
    sent = typed.trim() ? typed : null;
  };
  document.addEventListener("input", (event) => {
    if (event.target.closest && event.target.closest("#question")) have(event.target.value);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && !event.shiftKey && event.target.closest?.("#question, #as-of")) sending();
  });
  document.addEventListener("click", (event) => {
    if (event.target.closest && event.target.closest("#ask")) sending();
  });

  new MutationObserver(() => {
    const place = box();
    if (!place) return;
    if (place !== filled && opened()) {
      filled = place;
      if (!place.value && draft()) put(place, draft());
    }
    if (place.value || !typed) return; // emptied, and not by the person
    const rest = sent !== null && typed.startsWith(sent) ? typed.slice(sent.length) : "";
    sent = null;
    have("");
    if (rest.trim()) put(place, rest);
  }).observe(document.documentElement, { childList: true, subtree: true, attributes: true, characterData: true, attributeFilter: ["style", "class"] });
})();
