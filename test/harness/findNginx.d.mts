/** Path of an nginx that can be the gateway; undefined where this machine has none, or not its JavaScript module. */
export function findNginx(): string | undefined;
