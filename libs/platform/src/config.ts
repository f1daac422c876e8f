import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';

/**
 * Reads an app's configuration from the environment into a class with class-validator decorators. Property names are the
 * variables' names.
 * @throws Error naming every variable that is missing or wrong; values are not repeated, they may be secret.
 */
export function parseConfig<T extends object>(type: new () => T, env: NodeJS.ProcessEnv): T {
  const known = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));
  const config = plainToInstance(type, { ...new type(), ...known }, { enableImplicitConversion: true });
  const wrong = validateSync(config, { skipMissingProperties: false });
  if (wrong.length > 0) {
    const lines = wrong.map((e) => `  ${e.property}: ${Object.values(e.constraints ?? {}).join('; ')}`);
    throw new Error(`Configuration is wrong:\n${lines.join('\n')}`);
  }
  return config;
}
