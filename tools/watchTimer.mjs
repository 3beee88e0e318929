// Preloaded by the bench: how late a 16 ms timer fires while the program works.
const gaps = [];
let last = performance.now();
const timer = setInterval(() => {
  const now = performance.now();
  gaps.push(now - last);
  last = now;
}, 16);
timer.unref();
process.on("exit", () => {
  gaps.sort((one, other) => one - other);
  process.stderr.write(`timer gap p95 ${gaps[Math.floor(0.95 * gaps.length)]?.toFixed(1)} of ${gaps.length}\n`);
});
