import type { ClientBase } from 'pg';

/**
 * For a pool's `onConnect`. A server that is stopped says so to every connection, also to one that was made this very
 * moment and to which nobody listens yet; an error nobody listens to would end the process. Who uses the connection
 * learns of it all the same: his query fails.
 */
export function surviveCut(client: ClientBase): void {
  client.on('error', () => undefined);
}
