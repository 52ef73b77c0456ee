"use strict";
// Single keys for what a page offers: elements name theirs in data-key. Keys are taken by their place on the keyboard,
// so that they work on an Arabic layout as well. In a field, keys write.
const first = document.querySelector("[data-focus]");
if (first) first.focus({ preventScroll: true });
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || event.repeat) return;
  const field = event.target.closest("input, textarea, select");
  if (event.key === "Escape" && field) {
    const details = field.closest("details");
    if (details) details.open = false;
    const first = document.querySelector("[data-focus], button[data-key]");
    if (first) first.focus();
    return;
  }
  if (field) return;
  if (event.key === "/") {
    const search = document.querySelector('[role="search"] input');
    if (search) { event.preventDefault(); search.focus(); }
    return;
  }
  if (form) held = chosen() || held;
  const digit = held && /^Digit[1-9]$/.test(event.code) && document.querySelector(`[data-digit="${event.code[5]}"]`);
  if (digit) { event.preventDefault(); return take(digit.dataset.take); }
  if (!/^Key[A-Z]$/.test(event.code)) return;
  const offered = document.querySelector(`[data-key="${event.code.slice(3).toLowerCase()}"]`);
  if (!offered) return;
  event.preventDefault();
  if (offered === evidence) return choose();
  offered.click();
  const details = offered.closest("details");
  if (details && details.open) details.querySelector("select, input:not([type=hidden])").focus();
});

// Words selected in the evidence are taken for a slot: by its button, or by its number. By the keyboard the number is
// selected first, and the arrows go on from it word by word, more of them with Shift.
const evidence = document.querySelector(".evidence");
const form = document.querySelector("form.correct");
let held = null;

function chosen() {
  const selection = getSelection();
  if (selection.isCollapsed || !selection.rangeCount) return null;
  const range = selection.getRangeAt(0);
  const from = range.startContainer;
  const line = (from.nodeType === Node.TEXT_NODE ? from.parentElement : from).closest(".evidence .words");
  if (!line) return null;
  const before = document.createRange();
  before.setStart(line, 0);
  before.setEnd(from, range.startOffset);
  const words = selection.toString().trim();
  return words && { words, at: Number(line.dataset.start) + [...before.toString()].length };
}

function choose() {
  evidence.focus();
  getSelection().selectAllChildren(evidence.querySelector("mark") || evidence);
}

function take(slot) {
  const field = (name) => form.elements[name];
  form.querySelector("details").open = true;
  field(`words_${slot}`).value = held.words;
  field(`at_${slot}`).value = held.at;
  if (["of", "by", "name", "source"].includes(slot) && !field(slot).value) field(slot).value = held.words;
  (field(slot) || field("low")).focus();
}

if (evidence && form) {
  document.addEventListener("selectionchange", () => {
    held = chosen() || held;
    if (held) for (const button of form.querySelectorAll("[data-take]")) button.hidden = false;
  });
  form.addEventListener("click", (event) => {
    const button = event.target.closest("[data-take]");
    if (button && held) take(button.dataset.take);
  });
  evidence.addEventListener("keydown", (event) => {
    if (event.key !== "ArrowLeft" && event.key !== "ArrowRight") return;
    event.preventDefault();
    const selection = getSelection();
    const ahead = (event.key === "ArrowLeft") === (getComputedStyle(evidence).direction === "rtl");
    if (!event.shiftKey && selection.rangeCount) ahead ? selection.collapseToEnd() : selection.collapseToStart();
    const before = selection.toString().trim();
    // a step may take no more than the space between two words, or a mark that no reader sees
    for (let step = 0; step < 4 && selection.toString().trim() === (event.shiftKey ? before : ""); step++) {
      selection.modify("extend", ahead ? "forward" : "backward", "word");
    }
  });
}
