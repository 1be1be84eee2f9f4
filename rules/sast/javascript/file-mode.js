const fs = require("fs");
const { chmodSync } = require("fs");

function install(path) {
  // ruleid: javascript.auth.file-mode
  fs.chmodSync(path, 0o777);
}

function share(path) {
  // ruleid: javascript.auth.file-mode
  chmodSync(path, "666");
}

function folder(path) {
  // ruleid: javascript.auth.file-mode
  fs.mkdirSync(path, { recursive: true, mode: 0o777 });
}

function safeInstall(path) {
  // ok: javascript.auth.file-mode
  fs.chmodSync(path, 0o755);
}

function secret(path, text) {
  // ok: javascript.auth.file-mode
  fs.writeFileSync(path, text, { mode: 0o600 });
}

function plain(path) {
  // ok: javascript.auth.file-mode
  fs.mkdirSync(path, { recursive: true });
}

module.exports = { install, share, folder, safeInstall, secret, plain };
