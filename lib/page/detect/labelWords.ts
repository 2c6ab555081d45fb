import type { LabelVocabulary, Meaning } from './labels';

/** The words that make a label of a call ID, by meaning: data, so that a language costs one line in each list. */
const words: Record<Meaning, string> = {
  call: `call phonecall
    anruf anrufs telefonat telefonats gespräch gesprächs gespraech gespraechs
    appel llamada chiamata chamada ligação ligacao
    oproep gesprek samtal samtals samtale opkald opkalds anrop anrops puhelu puhelun
    połączenie połączenia polaczenia rozmowa rozmowy hovor hovoru hívás apel apelului
    arama çağrı görüşme звонок звонка вызов вызова дзвінок дзвінка κλήση κλήσης
    通話 コール 呼び出し 通话 呼叫 電話記錄 通話紀錄 통화 مكالمة المكالمة שיחה`,
  calls: 'calls anrufe gespräche appels llamadas chiamate chamadas ligações oproepen gesprekken',
  id: `id ids uid identifier identifiers no nos nr num number ref reference code key
    kennung kennziffer nummer referenz identifiant identifiants identificador identificativo identificatie
    référence referencia riferimento referência referentie número numéro numero núm n° nº №
    identyfikator numer kimlik kimliği numarası tunniste идентификатор номер αναγνωριστικό
    番号 識別子 编号 編號 標識 标识 번호 معرف מזהה`,
  log: 'log',
  record: `logs record records protokoll journal historique registro registros registre logboek logg
    dziennik kayıt kaydı журнал 記録 履歴 ログ 记录 記錄 紀錄 기록`,
  vendor: 'omni omnidim omnidimension dialnexa',
  filler: `voice phone ai the of this last latest related linked external is was des der die das de la le l d du del della
    dell delle do da di dello van het af på av ist est es è é is z ze nın nin の 的`,
};

const meanings: Record<string, Meaning> = {};
for (const [meaning, list] of Object.entries(words) as [Meaning, string][])
  for (const word of list.split(/\s+/)) meanings[word] ??= meaning;

const byLength = Object.keys(meanings).sort((a, b) => b.length - a.length);

const listed = (...kinds: Meaning[]) => byLength.filter((word) => kinds.includes(meanings[word]!));

const any = (...kinds: Meaning[]) => `(?i:${listed(...kinds).join('|')})`;

const between = `[\\W_]*(?:${any('filler')}[\\W_]+){0,3}`;
const subject = any('call', 'calls', 'vendor');
const named = any('id', 'log', 'record', 'vendor', 'call');

/** All that is known of labels. The worker hands it to the pages: it would be a tenth of the script in every frame. */
export const labelVocabulary: LabelVocabulary = {
  meanings,
  endings: Object.groupBy(byLength, (word) => word.slice(-2)) as Record<string, string[]>,
  stems: listed('call', 'calls', 'vendor', 'log', 'record')
    .filter((word, _, all) => !all.some((other) => other !== word && word.includes(other)))
    .map((word) => (word === 'log' ? 'log[\\W_]*id' : word))
    .join('|'),
  hint: `${subject}${between}${named}(?![a-zà-ÿ])|${named}${between}${subject}|(?i:log[\\W_]*id)|${any('call')}[\\s:#.]*[a-z]*$`,
  unit: '^\\s?(?:[%€$£¥₹°]|(?:s|sec|secs|seconds?|sek|min|mins|minutes?|minuten|h|hrs?|hours?|ms|kb|mb|usd|eur|gbp|inr|calls?|times|x|am|pm)\\b)',
  joins: '^\\s*(?:[,;/&+、]|\\s(?:and|und|et|y|e|en|i|ve)\\s)\\s*#?$',
};
