// A link of the chat that is drawn anew while the mouse holds it down is pressed all the same: no browser takes
// that for a click on it, and whoever clicks as the last part of an answer comes would click in vain. A tap is meant
// for what is there when the finger leaves, and needs no help.
(() => {
  let held = null;
  const linkAt = (event) => event.target.closest && event.target.closest("#conversation a[href]");

  document.addEventListener("pointerdown", (event) => {
    held = event.pointerType === "mouse" && event.button === 0 ? linkAt(event) : null;
  });
  document.addEventListener("pointerup", (event) => {
    const [pressed, link] = [held, linkAt(event)];
    held = null;
    if (!pressed || pressed.isConnected || !link || link.getAttribute("href") !== pressed.getAttribute("href")) return;
    const { ctrlKey, metaKey, shiftKey } = event;
    link.dispatchEvent(
      new MouseEvent("click", { bubbles: true, cancelable: true, detail: 1, ctrlKey, metaKey, shiftKey, view: window }),
    );
  });
})();
