// The reviews of a product, as a part of its page.
import DOMPurify from "dompurify";
import React from "react";

export function Review({ review }) {
  // finds: javascript.injection.react-html
  return <p dangerouslySetInnerHTML={{ __html: review.text }} />;
}

export function SafeReview({ review }) {
  return <p dangerouslySetInnerHTML={{ __html: DOMPurify.sanitize(review.text) }} />;
}

export function showHint(element, hint) {
  // finds: javascript.injection.dom-html
  element.innerHTML = `<b>${hint}</b>`;
}

export function showHintSafely(element, hint) {
  element.textContent = hint;
}
