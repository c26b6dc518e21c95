// What pages gain where scripts run; everything works without. No page puts data in here.
"use strict";

/** Puts a text into the clipboard, and says so where a screen reader hears it. */
function copying(button) {
  const source = document.getElementById(button.dataset.copy);
  button.hidden = false;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(source.value ?? source.textContent.trim());
    const label = button.textContent;
    button.textContent = button.dataset.done;
    setTimeout(() => { button.textContent = label; }, 2000);
  });
}

/**
 * Lets people see the password they type. The button says what it will do, so it needs no pressed
 * state beside that; what is sent is a password again, or browsers would remember it as a text.
 */
function revealing(button) {
  const field = document.getElementById(button.dataset.reveal);
  const show = (shown) => {
    field.type = shown ? "text" : "password";
    button.textContent = shown ? button.dataset.hide : button.dataset.show;
  };
  button.hidden = false;
  button.addEventListener("click", () => show(field.type === "password"));
  field.form.addEventListener("submit", () => show(false));
}

/** Prints the page, where it is made for paper. */
function printing(button) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}

/** Sends a form once, however often its button is pressed. */
function sendingOnce(form) {
  form.addEventListener("submit", (event) => {
    if (form.dataset.sent) {
      event.preventDefault();
    }
    form.dataset.sent = "yes";
  });
}

document.querySelectorAll("button[data-copy]").forEach(copying);
document.querySelectorAll("button[data-reveal]").forEach(revealing);
document.querySelectorAll("button[data-print]").forEach(printing);
// A form that answers with a file leaves its page as it is, and may be sent again.
document.querySelectorAll("form[method=post]:not([data-again])").forEach(sendingOnce);
// A page that the browser kept for its back button may be sent again.
window.addEventListener("pageshow", () =>
  document.querySelectorAll("form[method=post]").forEach((form) => delete form.dataset.sent));
// Where a field is wrong, begin there.
document.querySelector("[aria-invalid=true]")?.focus();
