import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

/** A query shown in a tab of GraphiQL. */
interface Example {
  /** The file name without its extension. */
  readonly name: string;
  readonly query: string;
  /** JSON text. */
  readonly variables: string;
}

const folder = fileURLToPath(new URL('./example/', import.meta.url));

/** The example queries, ordered by file name; `NAME.json` holds the variables of `NAME.graphql`. */
export async function readExamples(): Promise<readonly Example[]> {
  const files = (await readdir(folder)).sort();
  const stems = files.filter((file) => file.endsWith('.graphql')).map((file) => file.slice(0, -'.graphql'.length));
  return Promise.all(
    stems.map(async (name) => ({
      name,
      query: await readFile(`${folder}${name}.graphql`, 'utf8'),
      variables: files.includes(`${name}.json`) ? await readFile(`${folder}${name}.json`, 'utf8') : '',
    })),
  );
}
