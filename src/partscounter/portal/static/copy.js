// Puts a button beside each command that copies it. Without scripts the commands are marked and copied by hand.
for (const example of document.querySelectorAll(".example")) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "copy";
  button.textContent = "Copy";
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(example.querySelector("pre").textContent);
    button.textContent = "Copied";
    setTimeout(() => { button.textContent = "Copy"; }, 2000);
  });
  const submit = example.querySelector("[type=submit]");
  if (submit) submit.after(button);
  else example.append(button);
}
