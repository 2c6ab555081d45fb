import { secretFiles } from '../../storage/secretFiles';

/** The files that keys and the passphrase are sealed with. */
export const keyFiles = secretFiles('keys');
