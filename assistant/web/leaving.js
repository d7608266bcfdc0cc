// Setting out for another address is not leaving yet. gradio closes its streams at once, takes what breaks off for a
// lost connection, and as soon as it has it again, two seconds later, loads the page that is being left anew: in
// place of the one that was asked for, where a slow server has not sent that yet. So its timers rest meanwhile.
(() => {
  const SETTING_OUT = 30000; // ms after which a page stays: who asked for another gave it up
  let stays = 0;
  addEventListener("beforeunload", () => { stays = Date.now() + SETTING_OUT; });
  const every = window.setInterval;
  window.setInterval = (what, ...more) => every((...given) => { if (Date.now() >= stays) what(...given); }, ...more);
})();
