export function report(total) {
  // ruleid: javascript.auth.post-message-any
  window.parent.postMessage({ total }, "*");
}

export function share(popup, token) {
  // ruleid: javascript.auth.post-message-any
  popup.postMessage(token, "*");
}

export function send(frame, order) {
  // ruleid: javascript.auth.post-message-any
  frame.contentWindow.postMessage(order, { targetOrigin: "*" });
}

export function safeReport(total) {
  // ok: javascript.auth.post-message-any
  window.parent.postMessage({ total }, "https://shop.example.com");
}

export function ready() {
  // ok: javascript.auth.post-message-any
  window.parent.postMessage("ready", "*");
}

export function work(worker, task) {
  // ok: javascript.auth.post-message-any
  worker.postMessage(task);
}
