// Suggestions under the search box: a combobox with a list, as the ARIA Authoring Practices describe it.
const WAIT = 80;
const box = document.querySelector("input[data-suggest]");
if (box) begin(box);

function begin(box) {
  const list = Object.assign(document.createElement("ul"), { id: "suggestions", className: "suggestions", hidden: true });
  const said = Object.assign(document.createElement("p"), { className: "unseen" });
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", box.dataset.listName);
  said.setAttribute("role", "status");
  box.parentElement.append(list, said);
  for (const [name, value] of Object.entries({ role: "combobox", "aria-autocomplete": "list", "aria-controls": list.id, "aria-expanded": "false" })) {
    box.setAttribute(name, value);
  }
  let waiting = 0;
  let asking = null;
  let active = -1;

  const options = () => [...list.children];
  const go = (option) => location.assign(option.dataset.address);

  function show(visible) {
    list.hidden = !visible;
    box.setAttribute("aria-expanded", String(visible));
    if (!visible) choose(-1);
  }

  function choose(index) {
    active = index;
    options().forEach((option, at) => option.setAttribute("aria-selected", String(at === index)));
    const option = options()[index];
    if (option) {
      box.setAttribute("aria-activedescendant", option.id);
      option.scrollIntoView({ block: "nearest" });
    } else {
      box.removeAttribute("aria-activedescendant");
    }
  }

  async function ask() {
    asking?.abort();
    asking = new AbortController();
    try {
      const answer = await fetch(`${box.dataset.suggest}?q=${encodeURIComponent(box.value)}`, { signal: asking.signal });
      if (!answer.ok) return show(false);
      const made = document.createElement("template");
      made.innerHTML = await answer.text();
      const found = made.content.querySelector("ul");
      list.replaceChildren(...found.children);
      said.textContent = box.value.trim().length > 1 ? found.dataset.said : "";
      choose(-1);
      show(list.children.length > 0 && document.activeElement === box);
    } catch {
      // Left behind by the next letter, or the network is away: the form still works.
    }
  }

  function move(step) {
    const count = options().length;
    if (!count) return;
    if (list.hidden) show(true);
    choose(active < 0 && step < 0 ? count - 1 : (active + step + count) % count);
  }

  box.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(ask, WAIT);
  });
  box.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      move(event.key === "ArrowDown" ? 1 : -1);
    } else if (event.key === "Enter" && !list.hidden && active >= 0) {
      event.preventDefault();
      go(options()[active]);
    } else if (event.key === "Escape" && !list.hidden) {
      event.preventDefault();
      show(false);
    }
  });
  box.addEventListener("blur", () => show(false));
  list.addEventListener("pointerdown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => {
    const option = event.target.closest("[role=option]");
    if (option) go(option);
  });
}
