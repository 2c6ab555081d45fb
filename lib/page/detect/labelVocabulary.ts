import type { LabelVocabulary, Meaning } from './labels';

/** The words that make a label of a call ID, by meaning: data, so that a language costs one line in each list. */
const words: Record<Exclude<Meaning, 'vendor'>, string> = {
  call: `call phonecall
    anruf anrufs telefonat telefonats gespräch gesprächs gespraech gespraechs
    appel llamada chiamata chamada ligação ligacao
    oproep gesprek samtale puhelu puhelun
    połączenie połączenia polaczenia rozmowa rozmowy hovor hovoru hívás apel apelului
    arama çağrı görüşme звонок звонка вызов вызова дзвінок дзвінка κλήση κλήσης
    電話記錄 通話紀錄 مكالمة المكالمة שיחה`,
  callOrCalls: 'samtal samtals opkald opkalds anrop anrops 通話 コール 呼び出し 通话 呼叫 통화',
  calls: `calls anrufe anrufen gespräche telefonate appels llamadas chiamate chamadas ligações oproepen gesprekken
    samtaler puhelut puheluiden połączeń rozmów hovory hovorů hívások apeluri apelurilor aramalar çağrılar görüşmeler
    звонки звонков вызовы вызовов дзвінки дзвінків κλήσεις κλήσεων مكالمات المكالمات שיחות`,
  id: `id ids uid identifier identifiers ref reference code key
    kennung kennziffer referenz identifiant identifiants identificador identificativo identificatie
    référence referencia riferimento referência referentie identyfikator kimlik kimliği tunniste идентификатор
    αναγνωριστικό 識別子 编号 編號 標識 标识 معرف מזהה
    no nos nr num number nummer número numéro numero núm n° nº № numer numarası номер 番号 번호`,
  log: 'log',
  record: `record protokoll journal historique registro registre logboek logg
    dziennik kayıt kaydı журнал 記録 履歴 ログ 记录 記錄 紀錄 기록`,
  records: 'logs records protokolle journaux registros registres registri logboeken',
  filler: `voice phone ai the of this last latest related linked external is was des der die das de la le l d du del della
    dell delle do da di dello van het af på av ist est es è é is z ze nın nin の 的`,
};

/**
 * All that is known of labels, with the words for each vendor (lower case, letters only). The worker hands it to the pages: it would
 * be a tenth of the script in every frame.
 */
export function labelVocabulary(vendors: string[]): LabelVocabulary {
  const meanings: Record<string, Meaning> = {};
  for (const [meaning, list] of Object.entries({ ...words, vendor: vendors.join(' ') }) as [Meaning, string][])
    for (const word of list.match(/\S+/g) ?? []) meanings[word] ??= meaning;

  const byLength = Object.keys(meanings).sort((a, b) => b.length - a.length);
  const listed = (...kinds: Meaning[]) => byLength.filter((word) => kinds.includes(meanings[word]!));
  const any = (...kinds: Meaning[]) => `(?i:${listed(...kinds).join('|')})`;

  const between = `[\\W_]*(?:${any('filler')}[\\W_]+){0,3}`;
  const subject = any('call', 'callOrCalls', 'calls', 'vendor');
  const named = any('id', 'log', 'record', 'records', 'vendor', 'call');

  /** What is counted: words that make the number before them a quantity. */
  const units = `s|sec|secs|seconds?|sek|sekunden|secondes?|segundos|secondi|seconden|sekunder|секунд|min|mins|minutes?|minuten|minutos|minuti|minuter|минут|h|hrs?|hours?|ms|kb|mb|usd|eur|gbp|inr|times|x|am|pm|${any('call', 'calls')}`;

  return {
    meanings,
    endings: Object.groupBy(byLength, (word) => word.slice(-2)) as Record<string, string[]>,
    stems: listed('call', 'callOrCalls', 'calls', 'vendor', 'log', 'record')
      .filter((word, _, all) => !all.some((other) => other !== word && word.includes(other)))
      .map((word) => (word === 'log' ? 'log[\\W_]*id' : word))
      .join('|'),
    hint: `${subject}${between}(?:${named}(?![a-zà-ÿ])|[#№＃])|${named}${between}${subject}|(?i:log[\\W_]*id)|${any('call')}[\\s:#.]*[a-z]*$`,
    unit: `^\\s?(?:[%€$£¥₹°]|(?:${units})(?![\\w\\u00aa-\\u052f])|${any('callOrCalls')}|[件次回分秒건분초회](?![\\u3400-\\u9fff\\uac00-\\ud7af]))`,
    joins: '^\\s*(?:[,;/&+、]|\\s(?:and|und|et|y|e|en|i|ve)\\s)\\s*#?$',
  };
}
