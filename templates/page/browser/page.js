// What a script adds to a public page that is whole without one: sharing, saving on the device, printing, offline reading, and the truth within
// half a minute. Served as it stands from /assets; nothing here asks another origin, sets a cookie or counts anyone.
(() => {
  const SAVED = "bacheca.saved";
  const all = (selector) => [...document.querySelectorAll(selector)];
  const status = document.querySelector("[data-status]");
  const say = (text) => {
    if (status !== null) status.textContent = text;
  };

  // Storage may be forbidden or full: then there is simply no saved list.
  function saved() {
    try {
      const list = JSON.parse(localStorage.getItem(SAVED) || "[]");
      return Array.isArray(list) ? list.filter((one) => one && /^[0-9A-Z]{7}$/.test(one.code)) : [];
    } catch {
      return [];
    }
  }
  function keep(list) {
    try {
      localStorage.setItem(SAVED, JSON.stringify(list.slice(0, 200)));
      return true;
    } catch {
      return false;
    }
  }

  function actions() {
    for (const button of all("[data-does]")) {
      const { does, done = "", address = "", title = "" } = button.dataset;
      if (does === "share") {
        if (!navigator.share) continue;
        button.onclick = () => navigator.share({ title, url: address }).catch(() => {});
      } else if (does === "copy") {
        if (!navigator.clipboard) continue;
        button.onclick = () =>
          navigator.clipboard.writeText(address).then(
            () => say(done),
            () => {},
          );
      } else if (does === "print") button.onclick = () => window.print();
      else if (does === "save") saveButton(button);
      button.hidden = false;
      if (button.parentElement) button.parentElement.hidden = false;
    }
  }

  function saveButton(button) {
    const { code, title, save, unsave, done, undone } = button.dataset;
    const isSaved = () => saved().some((one) => one.code === code);
    const show = () => {
      button.textContent = isSaved() ? unsave : save;
      button.setAttribute("aria-pressed", String(isSaved()));
    };
    button.onclick = () => {
      const others = saved().filter((one) => one.code !== code);
      const was = isSaved();
      if (keep(was ? others : [{ code, title }, ...others])) say(was ? undone : done);
      show();
    };
    show();
  }

  function savedList() {
    const list = document.querySelector("[data-saved-list]");
    if (list === null) return;
    const { locale, remove, closed, empty } = list.dataset;
    const none = () => {
      if (saved().length === 0)
        list.replaceChildren(Object.assign(document.createElement("li"), { textContent: empty }));
    };
    list.replaceChildren(
      ...saved().map(({ code, title }) => {
        const item = document.createElement("li");
        const link = Object.assign(document.createElement("a"), {
          href: `/o/${code}/${locale}`,
          textContent: title || code,
          className: "office-link",
        });
        const note = Object.assign(document.createElement("p"), { className: "quiet" });
        const button = Object.assign(document.createElement("button"), {
          type: "button",
          className: "choice",
          textContent: remove,
        });
        button.setAttribute("aria-label", `${remove}: ${title || code}`);
        button.onclick = () => {
          keep(saved().filter((one) => one.code !== code));
          item.remove();
          none();
        };
        item.append(link, note, button);
        fetch(link.href, { method: "HEAD" }).then(
          (answer) => {
            if (answer.status === 410 || answer.status === 404) note.textContent = closed;
          },
          () => {},
        );
        return item;
      }),
    );
    none();
  }

  // Server time, so that a wrong clock opens nothing early.
  let ahead = 0;
  function tick() {
    for (const place of all("[data-opens]")) {
      const left = Math.max(0, Math.ceil((Number(place.dataset.opens) - (Date.now() + ahead)) / 1000));
      const two = (value) => String(value).padStart(2, "0");
      const clock = `${two(Math.floor(left / 3600))}:${two(Math.floor((left % 3600) / 60))}:${two(left % 60)}`;
      const counter = place.querySelector("[data-left]");
      if (counter !== null) counter.textContent = clock;
      // Further away the day says more than any number of hours.
      place.hidden = left > 86_400;
      if (left === 0 && place.dataset.asked === undefined) {
        place.dataset.asked = "1";
        // Everybody waits for the same second: not everybody asks in it.
        setTimeout(look, 300 + Math.random() * 2000);
      }
    }
  }

  let shown = null;
  function look() {
    if (document.querySelector("[data-live]") === null || document.hidden) return;
    fetch(location.href, { cache: "no-cache" }).then(
      (answer) => {
        const said = Date.parse(answer.headers.get("date") || "");
        if (!Number.isNaN(said)) ahead = said - Date.now();
        // Busy is no news; the page that is there stays true as of when it came.
        if (answer.status !== 200 && answer.status !== 410) return;
        const tag = answer.headers.get("etag");
        if (shown === null && answer.status === 200) shown = tag;
        else if (tag !== shown) {
          shown = tag;
          answer.text().then(replace);
        }
      },
      () => {},
    );
  }
  function replace(html) {
    const next = new DOMParser().parseFromString(html, "text/html").querySelector("main");
    const now = document.querySelector("main");
    if (next === null || now === null) return;
    const { changed = "" } = now.querySelector("[data-live]")?.dataset ?? {};
    now.replaceWith(document.importNode(next, true));
    actions();
    tick();
    say(changed);
  }

  function offline() {
    for (const note of all("[data-offline]")) note.hidden = navigator.onLine;
  }

  actions();
  savedList();
  offline();
  addEventListener("online", offline);
  addEventListener("offline", offline);
  document.addEventListener("visibilitychange", look);
  if (document.querySelector("[data-live]") !== null) {
    look();
    setInterval(look, 30_000);
  }
  if (document.querySelector("[data-opens]") !== null) {
    tick();
    setInterval(tick, 1000);
  }
  if ("serviceWorker" in navigator && window.isSecureContext)
    navigator.serviceWorker.register("/worker.js").catch(() => {});
})();
