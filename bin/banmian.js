#!/usr/bin/env node
/*
 * Runs start.js; says in one line what is missing when Node is too old or the packages are not installed. Old Nodes have to read
 * this file: nothing in it is younger than `import()`.
 */
const node = process.versions.node.split('.').map(Number);
const isNewEnough = node[0] >= 24 || (node[0] === 22 && node[1] >= 15) || (node[0] === 20 && node[1] >= 19);

function fail(sentence) {
  process.stderr.write('banmian: ' + sentence + '\n');
  process.exitCode = 1;
}

if (isNewEnough) {
  import('./start.js').catch((error) => {
    if (error.code !== 'ERR_MODULE_NOT_FOUND') throw error;
    fail('A package is missing (' + error.message.split(' imported from ')[0] + '); run npm ci.');
  });
} else {
  fail('Node 20.19, 22.15 or 24, or newer in each line, is needed; this is Node ' + process.versions.node + '.');
}
