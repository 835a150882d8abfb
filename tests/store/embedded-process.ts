/** A process that uses the private server of the folder it is given, until its standard input ends. */
import { startEmbeddedPostgres } from '../../src/store/embedded.ts';

const { url, stop } = await startEmbeddedPostgres({ dataFolder: process.argv[2]! });
process.stdout.write(`${url}\n`);
process.stdin.resume();
process.stdin.once('end', () => void stop());
