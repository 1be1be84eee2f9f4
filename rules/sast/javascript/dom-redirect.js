export function goOn() {
  const next = new URLSearchParams(location.search).get("next");
  // ruleid: javascript.injection.dom-redirect
  window.location.href = next;
}

export function follow() {
  // ruleid: javascript.injection.dom-redirect
  location.replace(decodeURIComponent(location.hash.slice(1)));
}

export function back() {
  const from = document.referrer;
  // ruleid: javascript.injection.dom-redirect
  window.location.assign(from);
}

export function goOnSafely() {
  const tab = new URLSearchParams(location.search).get("tab");
  // ok: javascript.injection.dom-redirect
  window.location.href = "/settings?tab=" + encodeURIComponent(tab);
}

export function home() {
  // ok: javascript.injection.dom-redirect
  location.replace("/home");
}

export function page() {
  // ok: javascript.injection.dom-redirect
  window.location.assign("/page/" + Number(location.hash.slice(1)));
}
