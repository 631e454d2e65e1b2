// Looks every second whether a page has news, and shows them; without it the page reloads itself.
const watched = document.getElementById("watched");

async function look() {
  let page;
  try {
    const answer = await fetch(location.href, { headers: { Accept: "text/html" } });
    if (!answer.ok) return;
    page = new DOMParser().parseFromString(await answer.text(), "text/html");
  } catch {
    return setTimeout(look, 5000);
  }
  const now = page.getElementById("watched");
  if (now && now.dataset.busy === "yes") return setTimeout(look, 1000);
  const main = document.getElementById("main");
  main.replaceChildren(...page.getElementById("main").childNodes);
}

if (watched) setTimeout(look, 500);
