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
    const first = document.querySelector("[data-key]");
    if (first) first.focus();
    return;
  }
  if (field) return;
  if (event.key === "/") {
    const search = document.querySelector('[role="search"] input');
    if (search) { event.preventDefault(); search.focus(); }
    return;
  }
  if (!/^Key[A-Z]$/.test(event.code)) return;
  const offered = document.querySelector(`[data-key="${event.code.slice(3).toLowerCase()}"]`);
  if (!offered) return;
  event.preventDefault();
  offered.click();
  const details = offered.closest("details");
  if (details && details.open) details.querySelector("select, input:not([type=hidden])").focus();
});
