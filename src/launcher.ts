#!/usr/bin/env node
// No static import: on an old Node the rest would fail to load with a stack nobody can use.
const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);

if (major < 22 || (major === 22 && minor < 13)) {
  process.stderr.write(
    `dramatis needs Node 22.13 or newer; this is ${process.versions.node}. Install a newer Node, or run it in a project with \`npx -p node@24 dramatis\`.\n`,
  );
  process.exitCode = 3;
} else {
  const { main } = await import("./cli/main.js");
  await main(process.argv);
}

export {};
