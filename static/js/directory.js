/* Filters that answer at once. Without scripts the same form asks for a whole page. */
"use strict";
(() => {
  const find = (id) => document.getElementById(id);
  let ticks = 0;
  let answered = 0;
  let folds = [];
  let isApplied = false;

  document.addEventListener("change", (event) => {
    if (event.target.closest("#filters")) ticks += 1;
  });

  document.addEventListener("htmx:beforeRequest", (event) => {
    event.detail.xhr.ticks = ticks;
  });

  document.addEventListener("htmx:beforeSwap", (event) => {
    /* A tick made since then would be lost: the answer to it is on its way. */
    if (event.detail.xhr.ticks !== ticks) event.detail.shouldSwap = false;
    isApplied = event.detail.requestConfig.elt.matches("button");
    folds = [...document.querySelectorAll("#facets details")].map((one) => [one.id, one.open]);
  });

  /* The list is on the page already: Back leads to what was before it, not to itself. */
  document.addEventListener("htmx:beforeHistoryUpdate", (event) => {
    if (ticks === answered) event.detail.history.type = "replace";
  });

  document.addEventListener("htmx:afterSettle", (event) => {
    if (event.target.id !== "results") return;
    for (const [id, open] of folds) if (find(id)) find(id).open = open;
    answered = ticks;
    const heading = find("rh");
    history.replaceState(history.state, "", event.target.dataset.url);
    if (!isApplied) {
      find("said").textContent = heading.textContent.trim();
      return;
    }
    const fold = document.querySelector(".fold");
    if (fold.querySelector("summary").offsetParent) fold.open = false;
    heading.focus();
  });

  /* Whatever goes wrong, the form still works as a form. */
  for (const failure of ["htmx:responseError", "htmx:sendError", "htmx:timeout"]) {
    document.addEventListener(failure, () => find("filters").submit());
  }
})();
