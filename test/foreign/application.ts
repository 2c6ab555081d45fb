import type { Page } from 'playwright-core';
import type { PlantedContact } from './planted';

/** A step on the application's own pages, as a user makes it; what is shown after it is measured. */
export interface View {
  name: string;
  go(page: Page): Promise<unknown>;
}

export interface RunningApplication {
  /** Where its pages are; ends with a slash. */
  url: string;
  /** Saves the contacts by the application's own API. */
  plant(contacts: PlantedContact[]): Promise<void>;
  views: View[];
  /** All that users have saved, as text; without times, which no two runs share. */
  saved(): Promise<string>;
  close(): Promise<void>;
}

/** An application that this project did not write. */
export interface ForeignApplication {
  name: string;
  /** Where it comes from, and what its pages are made of. */
  source: string;
  /** Downloads it into an empty folder. */
  install(folder: string): Promise<void>;
  /** Starts it with nothing saved. */
  start(folder: string): Promise<RunningApplication>;
}
