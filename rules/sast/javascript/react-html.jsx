import DOMPurify from "dompurify";
import React from "react";

export function Review({ review }) {
  // ruleid: javascript.injection.react-html
  return <p dangerouslySetInnerHTML={{ __html: review.text }} />;
}

export function Notice(props) {
  // ruleid: javascript.injection.react-html
  const content = { __html: `<b>${props.title}</b>` };
  return <div dangerouslySetInnerHTML={content} />;
}

export function Highlight({ text, word }) {
  // ruleid: javascript.injection.react-html
  return React.createElement("span", { dangerouslySetInnerHTML: { __html: text.replace(word, "<em>$&</em>") } });
}

export function SafeReview({ review }) {
  // ok: javascript.injection.react-html
  return <p>{review.text}</p>;
}

export function CleanReview({ review }) {
  // ok: javascript.injection.react-html
  return <p dangerouslySetInnerHTML={{ __html: DOMPurify.sanitize(review.text) }} />;
}

export function Rule() {
  // ok: javascript.injection.react-html
  return <div dangerouslySetInnerHTML={{ __html: "<hr>" }} />;
}
