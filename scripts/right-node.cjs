// Loaded before every script here, in words an old Node understands, so that it says what is wrong instead of a stack trace.
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 18)) {
  console.error(
    `Vorgang needs Node 24, and this is Node ${process.versions.node}.\n` +
      '`npm ci` brings Node 24 with it (the package "node"): run it again, without --ignore-scripts, and start with `npm start`.',
  );
  process.exit(1);
}
