export function greet(name) {
  // ruleid: javascript.injection.dom-html
  document.getElementById("greeting").innerHTML = `<b>${name}</b>`;
}

export function addRow(table, product) {
  // ruleid: javascript.injection.dom-html
  table.insertAdjacentHTML("beforeend", "<tr><td>" + product.title + "</td></tr>");
}

export function showTab(panel) {
  // ruleid: javascript.injection.dom-html
  panel.innerHTML = decodeURIComponent(location.hash.slice(1));
}

export function advert(address) {
  // ruleid: javascript.injection.dom-html
  document.write("<img src='" + address + "'>");
}

export function greetSafely(name) {
  // ok: javascript.injection.dom-html
  document.getElementById("greeting").textContent = name;
}

export function clear(list) {
  // ok: javascript.injection.dom-html
  list.innerHTML = "";
}

export function comment(panel, html) {
  // ok: javascript.injection.dom-html
  panel.innerHTML = DOMPurify.sanitize(html);
}

export function cell(row, text) {
  // ok: javascript.injection.dom-html
  row.innerHTML = `<td>${escapeHtml(text)}</td>`;
}
