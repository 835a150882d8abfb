import { posix } from 'node:path';

/** The files that each file imports, by their paths. */
export type ImportGraph = ReadonlyMap<string, readonly string[]>;

const IMPORT = /^\s*(?:import|export)\s(?:[^'";]*?\sfrom\s)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/gm;

/** What a file imports, as it is written there: values, types, re-exports, and what is imported when it is needed. */
export function importsOf(code: string): string[] {
  return [...code.matchAll(IMPORT)].map((match) => match[1] ?? match[2] ?? '');
}

/** The graph of files, given as code by path. Imports of packages and of other files are left out. */
export function importGraphOf(codes: ReadonlyMap<string, string>): ImportGraph {
  return new Map(
    [...codes].map(([file, code]) => [
      file,
      importsOf(code)
        .filter((target) => target.startsWith('.'))
        .map((target) => posix.join(file, '..', target))
        .filter((target) => codes.has(target)),
    ]),
  );
}

/**
 * The import circles, each as the way round it (`a.ts → b.ts → a.ts`): for every file that is on a circle a shortest one
 * through it, so that no file on any circle is left out.
 */
export function circlesOf(graph: ImportGraph): string[] {
  const circles = [...graph.keys()].map((file) => shortestCircle(graph, file)).filter((circle) => circle !== null);
  return [...new Set(circles.map(fromFirst))].sort();
}

function shortestCircle(graph: ImportGraph, start: string): readonly string[] | null {
  const paths: string[][] = [[start]];
  const seen = new Set<string>();
  for (const path of paths) {
    for (const next of graph.get(path.at(-1) ?? start) ?? []) {
      if (next === start) return path;
      if (seen.has(next)) continue;
      seen.add(next);
      paths.push([...path, next]);
    }
  }
  return null;
}

/** The same circle whichever file it was found from. */
function fromFirst(circle: readonly string[]): string {
  const first = circle.indexOf([...circle].sort()[0] ?? '');
  const turned = [...circle.slice(first), ...circle.slice(0, first)];
  return [...turned, turned[0]].join(' → ');
}
