const { exec, execFile, execSync } = require("child_process");
const cp = require("child_process");

function archive(folder, target) {
  // ruleid: javascript.injection.child-process-exec
  exec(`tar czf ${target} ${folder}`, (error) => console.error(error));
}

function resolve(host) {
  // ruleid: javascript.injection.child-process-exec
  return execSync("dig +short " + host).toString();
}

function thumbnail(path, size) {
  const command = `convert ${path} -resize ${size} out.png`;
  // ruleid: javascript.injection.child-process-exec
  cp.exec(command);
}

function archiveAsList(folder, target) {
  // ok: javascript.injection.child-process-exec
  execFile("tar", ["czf", target, folder], (error) => console.error(error));
}

function uptime() {
  // ok: javascript.injection.child-process-exec
  return execSync("uptime | cut -d, -f1").toString();
}

function find(text, word) {
  // ok: javascript.injection.child-process-exec
  return /shop-(\d+)/.exec(`${text} ${word}`);
}

function render(path) {
  // ok: javascript.injection.child-process-exec
  return cp.spawn("convert", [path, "out.png"]);
}

module.exports = { archive, resolve, thumbnail, archiveAsList, uptime, find, render };
