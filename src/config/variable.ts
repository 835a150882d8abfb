/** The environment variables of a process. */
export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * A variable has a value that cannot be used. The message names the variable and what it accepts, but no value that may
 * be secret.
 */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/** Reads a whole number. @throws ConfigError when it is none, or lies outside the bounds */
export function readInteger(env: Environment, name: string, fallback: number, min: number, max: number): number {
  const text = env[name];
  if (!text) return fallback;
  const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (!(value >= min && value <= max)) {
    throw new ConfigError(`${name} is "${text}"; it must be a whole number from ${min} to ${max}.`);
  }
  return value;
}

/** Reads `true` or `false`. @throws ConfigError for anything else */
export function readBoolean(env: Environment, name: string, fallback: boolean): boolean {
  return readChoice(env, name, fallback ? 'true' : 'false', ['true', 'false']) === 'true';
}

/** Reads one of the choices. @throws ConfigError for anything else */
export function readChoice<Choice extends string>(
  env: Environment,
  name: string,
  fallback: Choice,
  choices: readonly Choice[],
): Choice {
  const text = env[name];
  if (!text) return fallback;
  const choice = choices.find((candidate) => candidate === text);
  if (choice === undefined) throw new ConfigError(`${name} is "${text}"; it must be one of ${choices.join(', ')}.`);
  return choice;
}

/** Reads a list separated by commas; empty entries are left out. */
export function readList(env: Environment, name: string): readonly string[] {
  return (env[name] ?? '')
    .split(',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
}
