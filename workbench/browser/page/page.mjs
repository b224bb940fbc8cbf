// The terminal of the page: keys and sizes go to the socket, what it brings is drawn. Nothing else is asked of anyone.
const told = document.body.dataset;
const token = encodeURIComponent(new URLSearchParams(location.search).get("token") ?? "");
const said = document.getElementById("said");
const place = document.getElementById("terminal");
const TRIES = 15;

// The terminal makes style elements; the policy of the page asks each for its nonce.
const nonce = document.getElementById("own").nonce;
const make = document.createElement.bind(document);
document.createElement = (name, options) => {
  const made = make(name, options);
  if (name.toLowerCase() === "style") made.nonce = nonce;
  return made;
};

const load = (name) => import(`/${name}.mjs?token=${token}`);
const [{ Terminal }, { FitAddon }, { Unicode11Addon }, { WebglAddon }] = await Promise.all(
  ["xterm", "addon-fit", "addon-unicode11", "addon-webgl"].map(load),
);

const terminal = new Terminal({
  allowProposedApi: true,
  fontFamily: '"DejaVu Sans Mono", Menlo, Consolas, "Liberation Mono", monospace',
  fontSize: 16,
  scrollback: 0,
  screenReaderMode: Boolean(told.reader),
  theme: { background: "#16181d", foreground: "#e6e3dc" },
  // A link in a study leads nowhere from here.
  linkHandler: { activate() {}, allowNonHttpProtocols: false },
});
const fit = new FitAddon();
terminal.loadAddon(fit);
terminal.loadAddon(new Unicode11Addon());
terminal.unicode.activeVersion = "11";
terminal.open(place);
try {
  const drawing = new WebglAddon();
  drawing.onContextLoss(() => drawing.dispose());
  terminal.loadAddon(drawing);
} catch {
  // The terminal draws without it.
}

// OSC 52: the workbench may write to the clipboard, and never reads it.
terminal.parser.registerOscHandler(52, (data) => {
  const words = data.slice(data.indexOf(";") + 1);
  if (words === "?") return true;
  try {
    const bytes = Uint8Array.from(atob(words), (letter) => letter.charCodeAt(0));
    navigator.clipboard?.writeText(new TextDecoder().decode(bytes)).catch(() => {});
  } catch {
    // Not base64: nothing is copied.
  }
  return true;
});

let socket = null;
let tries = 0;
let waiting = false;
const encoder = new TextEncoder();
const send = (message) => {
  if (socket?.readyState === WebSocket.OPEN) socket.send(message);
};
const size = () => ({ columns: terminal.cols, rows: terminal.rows });

terminal.onData((text) => {
  if (waiting && text === "\r") {
    waiting = false;
    connect();
  } else {
    send(encoder.encode(text));
  }
});
terminal.onBinary((text) => send(Uint8Array.from(text, (letter) => letter.charCodeAt(0))));
terminal.onResize(() => send(JSON.stringify(size())));
new ResizeObserver(() => fit.fit()).observe(place);

function stop(words, again) {
  said.textContent = words;
  waiting = again;
}

function heard(message) {
  if (message.window) {
    if (message.window !== sessionStorage.getItem("window")) terminal.reset();
    sessionStorage.setItem("window", message.window);
  }
}

function left(code) {
  // The numbers are those of server.py.
  if (code === 4000) stop(told.ended, true);
  else if (code === 4001) stop(told.elsewhere, true);
  else if (code === 4002) stop(told.full, true);
  else if (code === 1001 || tries >= TRIES) stop(told.gone, false);
  else {
    tries += 1;
    stop(told.lost, false);
    setTimeout(connect, 1000);
  }
}

function connect() {
  fit.fit();
  const mine = new WebSocket(`ws://${location.host}/socket?token=${token}`);
  socket = mine;
  mine.binaryType = "arraybuffer";
  mine.onopen = () => {
    tries = 0;
    said.textContent = "";
    mine.send(JSON.stringify({ window: sessionStorage.getItem("window") ?? "", ...size() }));
    terminal.focus();
  };
  mine.onmessage = ({ data }) => {
    if (typeof data === "string") heard(JSON.parse(data));
    else terminal.write(new Uint8Array(data));
  };
  mine.onclose = ({ code }) => left(code);
}

connect();
