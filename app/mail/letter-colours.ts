export const colours = {
  text: "#1a1a1a",
  hint: "#4d4d4d",
  line: "#b3b3b3",
  paper: "#ffffff",
  ground: "#f8f8fb",
  indigo: "#00428c",
  guinda: "#611232",
  oro: "#a57f2c",
};
