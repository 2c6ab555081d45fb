import type { LabelVocabulary, Meaning } from './labels';

/** The words that make a label of a call ID, by meaning: data, so that a language costs one line in each list. `~` is a space. */
const words: Record<Exclude<Meaning, 'vendor'>, string> = {
  call: `call phonecall
    anruf anrufs telefonat telefonats gespräch gesprächs gespraech gespraechs
    appel llamada chiamata chamada ligação ligacao trucada
    oproep gesprek gespreks samtale puhelu puhelun símtal símtals kõne
    połączenie połączenia polaczenia rozmowa rozmowy hovor hovoru volání hívás apel apelul apelului
    poziv poziva klic klica skambutis skambučio zvans zvana позив позива
    arama çağrı görüşme zəng zəngin звонок звонка вызов вызова дзвінок дзвінка виклик виклику κλήση κλήσης
    обаждане обаждането қоңырау ზარი ზარის զանգ զանգի
    gọi panggilan tawag simu การโทร โทร ጥሪ
    कॉल काॅल कल কল কলের કૉલ કોલ ਕਾਲ அழைப்பு அழைப்பின் కాల్ ಕರೆ ಕಾಲ್ കോൾ کال
    電話記錄 通話紀錄 مكالمة المكالمة اتصال الاتصال تماس مکالمه שיחה השיחה`,
  callOrCalls: 'samtal samtals opkald opkalds anrop anrops 通話 コール 呼び出し 通话 呼叫 통화 호출',
  calls: `calls anrufe anrufen gespräche telefonate appels llamadas chiamate chamadas ligações oproepen gesprekken
    samtaler puhelut puheluiden połączeń rozmów hovory hovorů hovorov hívások apeluri apelurilor aramalar çağrılar görüşmeler
    pozivi klici skambučiai zvani обаждания позиви
    звонки звонков вызовы вызовов дзвінки дзвінків κλήσεις κλήσεων مكالمات المكالمات اتصالات تماسها שיחות`,
  id: `id ids uid identifier identifiers ref reference code key ｉｄ
    kennung kennziffer referenz identifiant identifiants identificador identificativo identificatie
    référence referencia riferimento referência referentie código codigo codice identyfikator identifikátor identifikator
    identificator identificatorul azonosító azonosítója kimlik kimliği tunniste tunnus auðkenni šifra oznaka
    identifikatorius identifikatori kitambulisho kod kodu kód kode
    идентификатор идентификатора ідентифікатор ид ід αναγνωριστικό κωδικός იდენტიფიკატორი նույնացուցիչ
    mã รหัส ไอดี መለያ
    आईडी आई~डी आयडी पहचान পরিচয় আইডি আই~ডি આઈડી આઇડી આઈ~ડી ਆਈਡੀ ஐடி அடையாளம் ఐడి ఐడీ ಐಡಿ ഐഡി آئی~ڈی شناخت
    識別子 编号 編號 標識 标识 아이디 معرف معرّف المعرف شناسه شناسهی מזהה`,
  number: `no nos nr num number nummer número numéro numero núm n° nº № numer numarası номер номера 番号 번호
    číslo č szám száma număr numărul nömrəsi numeris numurs númer αριθμός số nomor nombor หมายเลข เลขที่
    संख्या नंबर नम्बर क्रमांक নম্বর নাম্বার નંબર ਨੰਬਰ எண் సంఖ్య నంబర్ ಸಂಖ್ಯೆ നമ്പർ نمبر رقم شماره מספר`,
  log: 'log',
  record: `record protokoll journal historique registro registre logboek logg
    dziennik kayıt kaydı журнал 記録 履歴 ログ 记录 記錄 紀錄 기록 लॉग লগ سجل`,
  records: 'logs records protokolle journaux registros registres registri logboeken',
  talk: 'conversation conversations conversación conversação conversazione konversation conversatie konversasjon',
  filler: `voice phone ai the of this last latest related linked external is was des der die das de la le l d du del della
    dell delle do da di dello van het af på av ist est es è é is z ze nın nin の 的 의
    a az na на ng sa cha ya của cuộc का की के`,
  other: `api rpc http rest function functions func method tool tools system sys procedure conference conf margin roll support
    service capital cash earnings house curtain emergency video zoom teams meet meeting webex skype group konferenz
    copy search find enter sort filter by paste select choose टूल फंक्शन`,
};

const logId = 'log[\\W_]*id';

/**
 * All that is known of labels, with the words for each vendor (lower case, letters only) by provider. The worker hands it to the pages: it
 * would be a tenth of the script in every frame.
 */
export function labelVocabulary(providers: Record<string, string[]>): LabelVocabulary {
  const vendors = Object.fromEntries(
    Object.entries(providers).flatMap(([provider, own]) => own.map((word) => [word.replace('~', ' '), provider])),
  );
  const meanings: Record<string, Meaning> = {};
  for (const [meaning, list] of Object.entries(words) as [Meaning, string][])
    for (const word of list.match(/\S+/g) ?? []) meanings[word.replace('~', ' ')] ??= meaning;
  for (const word of Object.keys(vendors)) meanings[word] ??= 'vendor';

  const byLength = Object.keys(meanings).sort((a, b) => b.length - a.length);
  const listed = (...kinds: Meaning[]) => byLength.filter((word) => kinds.includes(meanings[word]!));
  const any = (...kinds: Meaning[]) => `(?i:${listed(...kinds).join('|')})`;

  /** What is counted: words that make the number before them a quantity. */
  const units = `s|sec|secs|seconds?|sek|sekunden|secondes?|segundos|secondi|seconden|sekunder|секунд|min|mins|minutes?|minuten|minutos|minuti|minuter|минут|h|hrs?|hours?|ms|kb|mb|usd|eur|gbp|inr|times|am|pm|${any('call', 'calls')}`;

  /** The shortest pieces of which one is in each word: `log` alone is in too many others. */
  const pieces = (...kinds: Meaning[]) =>
    listed(...kinds)
      .filter((word, _, all) => !all.some((other) => other !== word && word.includes(other)))
      .map((word) => (word === 'log' ? logId : word));
  /** In a text of Latin letters the others cost nothing. */
  const expression = (all: string[]) => {
    const { latin = [], others = [] } = Object.groupBy(all, (word) => (/^[\0-\u024f]/.test(word) ? 'latin' : 'others'));
    return `${latin.join('|')}|(?=[\\u0370-\\uffff])(?:${others.join('|')})`;
  };
  const subjects = expression([...pieces('call', 'callOrCalls', 'calls', 'vendor'), logId]);

  return {
    meanings,
    vendors,
    endings: Object.groupBy(byLength, (word) => word.slice(-2)) as Record<string, string[]>,
    stems: expression(pieces('call', 'callOrCalls', 'calls', 'vendor', 'log', 'record')),
    subjects,
    names: `${any('id', 'number', 'log', 'record', 'records')}(?:(?![a-zà-ÿ])|(?=${icons}|(?i:${subjects})))|[#№＃]|(?i:${logId})`,
    digits,
    unit: `^x\\b|^\\s?(?:[%€$£¥₹°]|(?:${units})(?![\\w\\u00aa-\\u052f])|${any('callOrCalls')}|[件次回分秒건분초회](?![\\u3400-\\u9fff\\uac00-\\ud7af]))`,
    joins: '^\\s*(?:[,;/&+、]|\\s(?:and|und|et|y|e|en|i|ve)\\s)\\s*#?$',
  };
}

/** What icon fonts call the pictures that stand beside labels: in the page's text such a name is glued to the label. */
const icons =
  'info|help|content|copy|arrow|sort|more|edit|link|open|expand|keyboard|filter|search|visibility|lock|phone|call|tag|label|star|unfold|swap|launch|north|south|error|warning|check|close|menu|contact|question|tooltip|drag|push|pin|up|down|chevron|caret';

/** The zeros of all scripts, each followed by its other nine (Unicode, general category Nd). To look for them takes a sleeping worker 10 ms. */
const zeros = [
  0x30, 0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xde6, 0xe50, 0xed0, 0xf20,
  0x1040, 0x1090, 0x17e0, 0x1810, 0x1946, 0x19d0, 0x1a80, 0x1a90, 0x1b50, 0x1bb0, 0x1c40, 0x1c50, 0xa620, 0xa8d0,
  0xa900, 0xa9d0, 0xa9f0, 0xaa50, 0xabf0, 0xff10,
];

/** The digits of all scripts, for a class of characters. */
const digits = zeros.map((zero) => `${String.fromCharCode(zero)}-${String.fromCharCode(zero + 9)}`).join('');
