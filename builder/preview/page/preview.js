// The preview's page: asks for news of the builds, shows their sheets, and leads between them and the content file.
"use strict";

const find = (selector, from = document) => from.querySelector(selector);
const columns = { page: find("#pages"), slide: find("#slides") };
let state = { version: -1, pages: [], slides: [], parts: [], lines: [], faults: [] };

async function follow() {
  for (;;) {
    try {
      const answer = await fetch(`state?after=${state.version}`);
      if (answer.status === 200) show(await answer.json());
    } catch {
      document.body.classList.add("stale");
      setStatus("The preview has ended", false);
      await new Promise((done) => setTimeout(done, 1000));
    }
  }
}

function show(next) {
  const first = state.version < 0;
  state = next;
  document.title = `${state.title || state.file} – preview`;
  find("#title").textContent = state.title || state.file;
  document.body.classList.toggle("stale", !state.good);
  showSheets("page", state.pages, first);
  showSheets("slide", state.slides, first);
  showSource();
  showFaults();
  const changed = document.querySelectorAll("figure.new").length;
  find("#changes").hidden = changed === 0;
  find("#changes").textContent = changed === 1 ? "1 change" : `${changed} changes`;
  const kept = state.pages.length ? "; this is the last good build" : "";
  setStatus(state.good ? `Built in ${state.seconds.toFixed(1)} s` : `Not built${kept}`, state.good);
  if (first && location.hash) goToHash();
}

function setStatus(text, good) {
  find("#status").textContent = text;
  find("#status").className = good ? "good" : "bad";
}

// Sheets keep their elements from build to build, so that the position is kept.
function showSheets(kind, sheets, first) {
  const column = columns[kind];
  while (column.children.length > sheets.length) column.lastElementChild.remove();
  sheets.forEach((sheet, index) => {
    const known = column.children[index];
    const figure = known || find("#sheet").content.firstElementChild.cloneNode(true);
    if (!known) column.append(figure);
    showSheet(figure, kind, index + 1, sheet, !first && state.good && (!known || sheet.changed !== null));
  });
}

function showSheet(figure, kind, number, sheet, changed) {
  const name = `${kind === "page" ? "Page" : "Slide"} ${number}`;
  const picture = find(".picture", figure);
  figure.id = `${kind}-${number}`;
  figure.dataset.key = sheet.key;
  picture.style.aspectRatio = sheet.ratio;
  const places = sheet.parts.map((index) => state.parts[index]);
  const beginning = places.find((part) => part[`${kind}s`][0] === number && part.word !== "title") || places[0];
  if (beginning) picture.href = address(beginning);
  const image = find("img", figure);
  image.alt = name;
  draw(image, kind, number, sheet);
  find(".number", figure).textContent = name;
  figure.classList.toggle("new", changed);
  find(".changed", figure).hidden = !changed;
  showMark(find(".mark", figure), changed ? sheet.changed : null);
  find(".parts", figure).replaceChildren(...places.map(partLink));
  find(".notes", figure).textContent = sheet.notes;
  find(".notes", figure).hidden = !sheet.notes || !isPressed("#show-notes");
}

function draw(image, kind, number, sheet) {
  const width = Math.ceil((image.parentElement.clientWidth || 600) * devicePixelRatio / 100) * 100;
  const source = `${kind}/${number}.png?key=${sheet.key}&width=${width}`;
  if (image.dataset.source === source) return;
  image.dataset.source = source;
  sight.unobserve(image);
  sight.observe(image);
}

// Pictures are asked for when they come near the window: a long briefing has hundreds.
const sight = new IntersectionObserver((entries) => {
  for (const { isIntersecting, target } of entries) {
    if (!isIntersecting) continue;
    sight.unobserve(target);
    target.src = target.dataset.source;
  }
}, { rootMargin: "1200px" });

function showMark(mark, area) {
  mark.hidden = !area;
  if (!area) return;
  const [left, top, right, bottom] = area.map((part) => part * 100);
  Object.assign(mark.style, { left: `${left}%`, top: `${top}%`, width: `${right - left}%`, height: `${bottom - top}%` });
}

const address = (part) => (state.editor ? editorAddress(state.file, part.line, 1) : `#${part.line}`);

function partLink(part) {
  const link = document.createElement("a");
  link.href = address(part);
  link.textContent = `${part.word}, line ${part.line}`;
  link.title = state.editor ? "Open in the editor" : "Show in the content file";
  return link;
}

function editorAddress(path, line, column) {
  const whole = encodeURI(`${state.root}/${path}`.replace(/^(?!\/)/, "/"));
  return state.editor.replace("{path}", whole).replace("{line}", line).replace("{column}", column);
}

function showSource() {
  const faulty = new Set(state.faults.filter((fault) => fault.path === state.file).map((fault) => fault.line));
  const list = find("#source ol");
  state.lines.forEach((text, index) => {
    const item = list.children[index] || sourceLine(list, index + 1);
    if (item.lastElementChild.textContent !== text) item.lastElementChild.textContent = text;
    item.classList.toggle("fault", faulty.has(index + 1));
  });
  while (list.children.length > state.lines.length) list.lastElementChild.remove();
}

function sourceLine(list, number) {
  const item = document.createElement("li");
  const link = document.createElement("a");
  link.href = `#${number}`;
  link.textContent = number;
  item.append(link, document.createElement("code"));
  list.append(item);
  return item;
}

function showFaults() {
  const box = find("#faults");
  box.hidden = state.faults.length === 0;
  box.classList.toggle("warned", state.good);
  find("h2", box).textContent = state.faults.length === 1 ? "1 fault" : `${state.faults.length} faults`;
  find("ol", box).replaceChildren(...state.faults.map((fault) => {
    const item = document.createElement("li");
    const text = document.createElement("pre");
    text.textContent = fault.text.trimEnd();
    item.append(text);
    if (fault.path && (state.editor || fault.path === state.file)) {
      const link = document.createElement("a");
      link.href = state.editor ? editorAddress(fault.path, fault.line, fault.column) : `#${fault.line}`;
      link.textContent = `Go to line ${fault.line}`;
      item.append(link);
    } else {
      text.tabIndex = 0; // so that keys can scroll it
    }
    return item;
  }));
}

// A line of the content file is `#57`; the part that begins last before it is what the line belongs to.
function goToHash() {
  const line = Number(location.hash.slice(1));
  if (!Number.isInteger(line) || line < 1) return;
  press("#show-source", true);
  find("#source").hidden = false;
  for (const item of document.querySelectorAll("#source li.here")) item.classList.remove("here");
  const item = find("#source ol").children[line - 1];
  if (!item) return;
  item.classList.add("here");
  item.scrollIntoView({ block: "center" });
  const part = state.parts.filter((candidate) => candidate.line <= line).at(-1);
  if (!part) return;
  if (part.pages.length) goTo(find(`#page-${part.pages[0]}`));
  if (part.slides.length) goTo(find(`#slide-${part.slides[0]}`));
}

function goTo(figure) {
  if (!figure) return;
  figure.scrollIntoView({ block: "start" });
  figure.classList.remove("found");
  void figure.offsetWidth; // begins the animation again
  figure.classList.add("found");
}

function step(kind, by) {
  const column = columns[kind];
  const top = column.getBoundingClientRect().top;
  const figures = [...column.children];
  const here = figures.findIndex((figure) => figure.getBoundingClientRect().bottom > top + 60);
  goTo(figures[Math.min(Math.max(here + by, 0), figures.length - 1)]);
}

let lastChange = -1;
function goToNextChange() {
  const changed = [...document.querySelectorAll("figure.new")];
  if (!changed.length) return;
  lastChange = (lastChange + 1) % changed.length;
  goTo(changed[lastChange]);
}

const isPressed = (button) => find(button).getAttribute("aria-pressed") === "true";
const press = (button, on) => find(button).setAttribute("aria-pressed", on);

find("#changes").addEventListener("click", goToNextChange);
find("#show-source").addEventListener("click", () => {
  press("#show-source", !isPressed("#show-source"));
  find("#source").hidden = !isPressed("#show-source");
});
find("#show-notes").addEventListener("click", () => {
  press("#show-notes", !isPressed("#show-notes"));
  for (const notes of document.querySelectorAll(".notes")) notes.hidden = !notes.textContent || !isPressed("#show-notes");
});
find("#theme").addEventListener("click", () => {
  const dark = getComputedStyle(document.documentElement).colorScheme === "dark" ||
    (!document.documentElement.className && matchMedia("(prefers-color-scheme: dark)").matches);
  document.documentElement.className = dark ? "light" : "dark";
});
find("#show-help").addEventListener("click", () => find("#help").showModal());
find("#fold").addEventListener("click", () => {
  const folded = find("#faults").classList.toggle("folded");
  find("#fold").setAttribute("aria-expanded", !folded);
  find("#fold").textContent = folded ? "Show" : "Hide";
});
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.altKey || event.metaKey || find("#help").open) return;
  if (event.key === "j" || event.key === "k") return step("slide", event.key === "j" ? 1 : -1);
  if (event.key === "J" || event.key === "K") return step("page", event.key === "J" ? 1 : -1);
  const button = find(`button[data-key="${CSS.escape(event.key)}"]`);
  if (button && !button.hidden) button.click();
});
addEventListener("hashchange", goToHash);
addEventListener("resize", () => {
  for (const kind of ["page", "slide"]) {
    state[`${kind}s`].forEach((sheet, index) => draw(find("img", columns[kind].children[index]), kind, index + 1, sheet));
  }
});
follow();
