// What is typed while a question is on its way stays: the box is emptied of that question alone.
(() => {
  let sent = null; // the question on its way
  let typed = "";  // what the person last had in the box

  const box = () => document.querySelector("#question textarea");
  const sending = () => {
    typed = box()?.value || "";
    sent = typed.trim() ? typed : null;
  };
  document.addEventListener("input", (event) => {
    if (event.target.closest && event.target.closest("#question")) typed = event.target.value;
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && !event.shiftKey && event.target.closest?.("#question, #as-of")) sending();
  });
  document.addEventListener("click", (event) => {
    if (event.target.closest && event.target.closest("#ask")) sending();
  });

  new MutationObserver(() => {
    const place = box();
    if (!place || place.value || !typed) return; // emptied, and not by the person
    const rest = sent !== null && typed.startsWith(sent) ? typed.slice(sent.length) : "";
    sent = null;
    typed = "";
    if (!rest.trim()) return;
    place.value = rest;
    place.dispatchEvent(new Event("input", { bubbles: true }));
    place.setSelectionRange(rest.length, rest.length);
  }).observe(document.documentElement, { childList: true, subtree: true, attributes: true, attributeFilter: ["style", "class"] });
})();
