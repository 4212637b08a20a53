// The presence wall: people by name from /{tenant}/people, their states from one stream, /{tenant}/events.

import { LABELS, ORDER, reachabilityOf, SYMBOLS, wordsOf } from "./states.js";

const byId = id => document.getElementById(id);
const [wall, connection, filters] = [byId("wall"), byId("connection"), byId("filters")];

// A beat comes every 15 seconds, so a longer silence is a lost connection.
const LONGEST_SILENCE = 40_000;
const RETRY = 2_000;

const collator = new Intl.Collator(undefined, { sensitivity: "base", numeric: true });
const folded = text => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

let tenant;
let people = new Map();
let teams = [];
let source;
let retry;
let peopleRead = 0;
let lastEvent;
let selected = new Set();
let mustRebuild = true;
let isDrawn = true;
let changed = new Set();

// People

async function getJson(path) {
  const answer = await fetch(path, { headers: { Accept: "application/json" } });
  if (!answer.ok) {
    const problem = await answer.json().catch(() => ({}));
    throw new Error(problem.detail ?? `The service answered ${answer.status}.`);
  }

  return answer.json();
}

async function readPeople() {
  peopleRead = Date.now();
  const current = tenant;
  const read = await getJson(`/${encodeURIComponent(current)}/people`);
  if (current !== tenant) {
    return;
  }

  const known = people;
  people = new Map();
  for (const { id, name } of read.people) {
    people.set(id, { ...(known.get(id) ?? newPerson(id)), id, name, key: folded(name), tiles: [] });
  }

  // Comparing names by the rules of a language is slow, so it is done once.
  [...people.values()].sort((one, other) => collator.compare(one.name, other.name))
    .forEach((person, place) => { person.place = place; });
  teams = read.teams.toSorted((one, other) => collator.compare(one.name, other.name));
  mustRebuild = true;
  showCommands();
  draw();
}

function newPerson(id) {
  return { id, name: id, key: id, reachability: "Unknown", words: "Not read yet", since: null, tiles: [] };
}

function update(user) {
  const person = people.get(user.id);
  if (!person) {
    // A person who is new in the directory. The new stream begins with the states of all.
    if (user.kind !== "Unwatched" && Date.now() - peopleRead > 10_000) {
      start();
    }

    return;
  }

  const isKnown = user.kind !== "Missing" && user.kind !== "Unwatched";
  person.reachability = isKnown ? reachabilityOf(user.availability, user.activity) : "Unknown";
  person.words = isKnown ? wordsOf(user.availability, user.activity) : "Not found";
  person.since = user.since;
  person.isFresh = user.kind === "Changed";
  changed.add(person);
}

// The stream

function connect() {
  clearTimeout(retry);
  source?.close();
  const own = new EventSource(`/${encodeURIComponent(tenant)}/events`);
  source = own;
  const on = (name, take) => own.addEventListener(name, event => {
    if (own === source) {
      lastEvent = new Date();
      take(JSON.parse(event.data));
      draw();
    }
  });
  const onUsers = ({ reset, users }) => {
    if (reset) {
      for (const person of people.values()) {
        Object.assign(person, { reachability: "Unknown", words: "Not read yet", since: null, isFresh: false });
        changed.add(person);
      }
    }

    users.forEach(update);
  };
  on("initial", onUsers);
  on("change", onUsers);
  on("status", showStatus);
  on("beat", () => {});
  own.addEventListener("error", () => {
    if (own !== source) {
      return;
    }

    showLost();
    if (own.readyState === EventSource.CLOSED) {
      // The browser retries only broken connections, not answers that are errors.
      retry = setTimeout(start, RETRY);
    }
  });
}

function showConnection(state, text) {
  document.body.classList.toggle("stale", state !== "live");
  connection.dataset.state = state;
  if (connection.textContent !== text) {
    connection.textContent = text;
  }
}

function showStatus(status) {
  if (status.troubleSince) {
    const reasons = {
      Throttled: "the service throttles",
      AccessDenied: "access is denied",
      SignInFailed: "the service cannot sign in",
      Timeout: "the service does not answer in time",
    };
    const reason = reasons[status.trouble] ?? "the service is unavailable";
    showConnection("stale", `Stale since ${clock(status.troubleSince)}: ${reason}`);
  } else if (status.staleUsers > 0) {
    showConnection("stale", `Stale: ${status.staleUsers} people have not been read for a while`);
  } else if (status.notReadUsers > 0) {
    showConnection("loading", `Reading ${status.notReadUsers} of ${status.users} people …`);
  } else {
    showConnection("live", "Live");
  }
}

function showLost() {
  const since = lastEvent ? ` Stale since ${clock(lastEvent)}.` : "";
  showConnection("reconnecting", `Reconnecting …${since}`);
}

async function start() {
  clearTimeout(retry);
  try {
    await readPeople();
    connect();
  } catch (error) {
    showConnection("reconnecting", `${error.message} Trying again …`);
    retry = setTimeout(start, RETRY);
  }
}

setInterval(() => {
  if (lastEvent && source?.readyState === EventSource.OPEN && Date.now() - lastEvent > LONGEST_SILENCE) {
    showLost();
    connect();
  }
}, 5_000);

// Drawing: once in a frame, and only what has changed.

function draw() {
  if (isDrawn) {
    isDrawn = false;
    requestAnimationFrame(() => {
      isDrawn = true;
      if (mustRebuild) {
        rebuild();
      }

      changed.forEach(fill);
      arrange(changed);
      changed = new Set();
      showCounts();
    });
  }
}

function element(name, className, parent) {
  const created = document.createElement(name);
  created.className = className;
  parent?.append(created);
  return created;
}

function tileOf(person) {
  const tile = element("li", "person");
  const parts = { tile };
  parts.symbol = element("span", "symbol", tile);
  parts.symbol.setAttribute("aria-hidden", "true");
  parts.name = element("span", "name", tile);
  const line = element("span", "line", tile);
  parts.state = element("span", "state", line);
  line.append(" ");
  parts.since = element("time", "since", line);
  tile.dataset.id = person.id;
  tile.person = person;
  person.tiles.push(parts);
  return tile;
}

function fill(person) {
  for (const { tile, symbol, name, state, since } of person.tiles) {
    tile.className = `person ${person.reachability}`;
    symbol.textContent = SYMBOLS[person.reachability];
    name.textContent = person.name;
    state.textContent = person.words;
    since.textContent = person.since ? `since ${clock(person.since)}` : "";
    since.dateTime = person.since ?? "";
    if (person.isFresh) {
      // Reading the layout would be slow; the class is removed after the animation instead.
      tile.classList.add("changed");
      tile.addEventListener("animationend", () => tile.classList.remove("changed"), { once: true });
    }
  }
}

function rebuild() {
  mustRebuild = false;
  people.forEach(person => {
    person.tiles = [];
    changed.add(person);
  });
  const groups = byId("group").checked ? groupsOfTeams() : [{ name: null, members: [...people.values()] }];
  wall.replaceChildren(...groups.map(({ name, members }, number) => {
    const section = element("section", "");
    if (name !== null) {
      const heading = element("h2", "", section);
      heading.id = `team-${number}`;
      heading.textContent = name;
      section.setAttribute("aria-labelledby", heading.id);
    }

    const list = element("ul", "people", section);
    list.setAttribute("role", "list");
    list.append(...members.map(tileOf));
    return section;
  }));
}

function groupsOfTeams() {
  const left = new Set(people.values());
  const groups = teams.map(({ name, members }) => ({
    name,
    members: members.map(id => people.get(id)).filter(person => {
      left.delete(person);
      return person !== undefined;
    }),
  }));
  return left.size ? [...groups, { name: "No team", members: [...left] }] : groups;
}

function arrange(moved) {
  const words = folded(byId("search").value.trim()).split(/\s+/);
  const isByName = byId("sort").value === "name";
  const rank = person => person.place + (isByName ? 0 : ORDER.indexOf(person.reachability) * people.size);
  const shown = new Set();
  for (const list of wall.querySelectorAll("ul")) {
    const tiles = [...list.children];
    let count = 0;
    for (const tile of tiles) {
      const { person } = tile;
      const isShown = (!selected.size || selected.has(person.reachability))
        && words.every(word => person.key.includes(word));
      if (tile.hidden === isShown) {
        tile.hidden = !isShown;
      }

      if (isShown) {
        count++;
        shown.add(person);
      }
    }

    list.parentElement.hidden = count === 0;
    const sorted = tiles.toSorted((one, other) => rank(one.person) - rank(other.person));

    // Without the tiles that have moved, the others are in order, so that only those are inserted.
    tiles.filter(tile => moved.has(tile.person)).forEach(tile => tile.remove());
    let place = list.firstChild;
    for (const tile of sorted) {
      if (tile === place) {
        place = place.nextSibling;
      } else {
        list.insertBefore(tile, place);
      }
    }
  }

  byId("shown").textContent = `${shown.size} of ${people.size} people shown`;
}

function showCounts() {
  const counts = Object.fromEntries(ORDER.map(state => [state, 0]));
  people.forEach(person => counts[person.reachability]++);
  for (const button of filters.children) {
    button.lastChild.textContent = ` ${LABELS[button.value]} ${counts[button.value]}`;
    button.setAttribute("aria-pressed", String(selected.has(button.value)));
  }

  byId("updated").textContent = lastEvent ? `Last news at ${lastEvent.toLocaleTimeString()}` : "";
}

function clock(time) {
  const date = new Date(time);
  const isToday = date.toDateString() === new Date().toDateString();
  return date.toLocaleString(undefined, {
    hour: "2-digit", minute: "2-digit", ...(isToday ? {} : { weekday: "short", day: "numeric", month: "short" }),
  });
}

function showCommands() {
  const root = location.origin;
  const [one, two = one] = [...people.keys()];
  byId("curl").textContent = one === undefined ? "" : [
    `curl ${root}/${tenant}/presence/${one}`,
    `curl "${root}/${tenant}/presence?ids=${one},${two}"`,
    "curl -X PUT -H \"Content-Type: application/json\" -d '{\"presence\":\"DoNotDisturb\",\"duration\":\"PT1H\"}' \\",
    `  ${root}/${tenant}/presence/${one}/preferred`,
    `curl -X DELETE ${root}/${tenant}/presence/${one}/preferred`,
    `curl -N ${root}/${tenant}/events`,
    `curl ${root}/health`,
  ].join("\n");
}

// Controls

for (const state of ORDER) {
  const button = element("button", state, filters);
  Object.assign(button, { type: "button", value: state });
  const symbol = element("span", "symbol", button);
  symbol.textContent = SYMBOLS[state];
  symbol.setAttribute("aria-hidden", "true");
  button.append(` ${LABELS[state]} 0`);
  button.setAttribute("aria-pressed", "false");
  button.addEventListener("click", () => {
    if (!selected.delete(state)) {
      selected.add(state);
    }

    draw();
  });
}

byId("controls").addEventListener("submit", event => event.preventDefault());
byId("search").addEventListener("input", draw);
byId("sort").addEventListener("change", draw);
byId("group").addEventListener("change", () => {
  mustRebuild = true;
  draw();
});
byId("tenant").addEventListener("change", event => choose(event.target.value));

function choose(name) {
  tenant = name;
  people = new Map();
  lastEvent = undefined;
  source?.close();
  history.replaceState(null, "", `?tenant=${encodeURIComponent(name)}`);
  showConnection("connecting", "Connecting …");
  start();
}

async function begin() {
  try {
    const names = await getJson("/tenants");
    byId("tenant").replaceChildren(...names.map(name => new Option(name, name)));
    const asked = new URLSearchParams(location.search).get("tenant");
    byId("tenant").value = names.includes(asked) ? asked : names[0];
    choose(byId("tenant").value);
  } catch (error) {
    showConnection("reconnecting", `${error.message} Trying again …`);
    setTimeout(begin, RETRY);
  }
}

begin();
