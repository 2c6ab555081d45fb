import { languagePictures } from './languagePictures';
import { pictures } from './pictures';
import { end, hasDisplay, startProduct, step } from './startProduct';
import { storePictures } from './store';
import { tour } from './tour';

const unknown = process.argv.slice(2).find((each) => !/^--(headless|store|(pictures|languages)(=.*)?)$/.test(each));
if (unknown !== undefined) {
  console.error(
    `“${unknown}” is unknown. After “npm start --” may stand --headless, --store, --pictures, --pictures=<scene>, --languages or --languages=<language>.`,
  );
  process.exit(1);
}

/** `--pictures`, or `--pictures=playing` for the scenes whose name matches that. */
const wanted = process.argv.find((each) => /^--pictures\b/.test(each))?.slice('--pictures='.length);
const forStore = process.argv.includes('--store');
/** `--languages`, or `--languages=de` for one. */
const spoken = process.argv.find((each) => /^--languages\b/.test(each))?.slice('--languages='.length);
const headless =
  process.argv.includes('--headless') || forStore || wanted !== undefined || spoken !== undefined || !hasDisplay;

const { extension, replica, options, crm } = await startProduct(headless);

if (wanted !== undefined) {
  await step('Taking pictures', () => pictures({ extension, replica, crm }, wanted));
  console.log('The sheets are in demo/screenshots/parts.');
  await end(0);
}
if (forStore) {
  await step('Taking the pictures for the stores', () => storePictures(extension, options, crm));
  console.log('The pictures are in docs/store/pictures.');
  await end(0);
}
if (spoken !== undefined) {
  await step('Taking pictures', () => languagePictures({ extension, replica, crm }, options, spoken));
  console.log('Pictures in each language are in demo/screenshots/languages.');
  await end(0);
}
if (headless) {
  await step('The tour', () => tour(extension, options, crm));
  console.log('Pictures of every screen are in demo/screenshots.');
  await end(0);
}

console.log(`The demo CRM is open at ${crm.url()}; close the browser or press Ctrl-C to end.`);
extension.context.once('close', () => void end(0));
