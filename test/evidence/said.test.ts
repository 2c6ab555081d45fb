import { describe, expect, test } from 'vitest';
import type { Json, Turn } from '../../lib/call/call';
import { findEvidence } from '../../lib/evidence';

const turn = (line: string): Turn => {
  const speaker = line.startsWith('A:') ? 'agent' : 'customer';
  return { speaker, speakerRaw: speaker, text: line.slice(3) };
};

/** What was said of a value, the place that counts first. */
function said(name: string, value: Json, lines: string[]): string[] {
  const turns = lines.map(turn);
  const [places = []] = findEvidence([{ name, value, absent: false, pointer: '' }], turns);
  return places.map((place) => turns[place.turn]?.text.slice(place.start, place.end) ?? '');
}

type Said = [name: string, value: Json, line: string, words: string];
type Unsaid = [name: string, value: Json, ...lines: string[]];

describe('e-mail addresses as India says them', () => {
  test.each<Said>([
    [
      'email',
      'priya.sharma@example.com',
      'C: priya dot sharma at the rate of example dot com',
      'priya dot sharma at the rate of example dot com',
    ],
    [
      'email',
      'ravi_k@example.co.in',
      'C: ravi underscore k at the rate example dot co dot in',
      'ravi underscore k at the rate example dot co dot in',
    ],
    [
      'email',
      'ravi_k@example.com',
      'C: ravi under score k at-the-rate example dot com',
      'ravi under score k at-the-rate example dot com',
    ],
    [
      'email',
      'asha99@example.com',
      'C: asha nine nine at sign example dot com',
      'asha nine nine at sign example dot com',
    ],
    ['email', 'asha@example.com', 'C: It is asha attherate example dot com.', 'asha attherate example dot com'],
    ['email', 'asha@example.com', 'C: a s h a At The Rate Example.com', 'a s h a At The Rate Example.com'],
  ])('%s %j in %j', (name, value, line, words) => expect(said(name, value, [line])).toEqual([words]));

  test.each<Unsaid>([
    ['email', 'asha@example.com', 'C: asha at the rate of ten percent'],
    ['email', 'asha@example.com', 'C: ask Asha at the example company'],
  ])('no %s %j in %j', (name, value, ...lines) => expect(said(name, value, lines)).toEqual([]));
});

describe('digits of other scripts', () => {
  test.each<Said>([
    ['phone', '9876543210', 'C: मेरा नंबर ९८७६५४३२१० है', '९८७६५४३२१०'],
    ['phone', '+966501234567', 'C: رقمي ٠٥٠١٢٣٤٥٦٧', '٠٥٠١٢٣٤٥٦٧'],
    ['phone', '09123456789', 'C: ۰۹۱۲۳۴۵۶۷۸۹', '۰۹۱۲۳۴۵۶۷۸۹'],
    ['phone', '01712345678', 'C: ০১৭১২ ৩৪৫৬৭৮', '০১৭১২ ৩৪৫৬৭৮'],
    ['phone', '9876543210', 'C: ９８７６５４３２１０です', '９８７６５４３２１０'],
    ['order_number', '48213', 'C: ๔๘๒๑๓', '๔๘๒๑๓'],
    [
      'phone',
      '९८७६५४३२१०',
      'C: nine eight seven six five four three two one zero',
      'nine eight seven six five four three two one zero',
    ],
    ['budget', 120000, 'C: करीब १,२०,००० रुपये', '१,२०,०००'],
    ['budget', 5000000, 'C: बजट ५० लाख', '५० लाख'],
    ['price', 1250.5, 'C: ١٬٢٥٠٫٥٠ ريال', '١٬٢٥٠٫٥٠'],
    ['date', '2026-05-04', 'C: ०४/०५/२०२६', '०४/०५/२०२६'],
    ['time', '10:30', 'C: १०:३० बजे', '१०:३०'],
    ['discount', '20%', 'C: ٢٠٪', '٢٠٪'],
  ])('%s %j in %j', (name, value, line, words) => expect(said(name, value, [line])).toEqual([words]));

  test.each<Unsaid>([
    ['phone', '9876543210', 'C: ९८७६५४३२११'],
    ['budget', 120000, 'C: १,३०,०००'],
  ])('no %s %j in %j', (name, value, ...lines) => expect(said(name, value, lines)).toEqual([]));
});

describe('lakhs and crores', () => {
  test.each<Said>([
    ['budget', '50 Lac', 'C: around fifty lakhs', 'fifty lakhs'],
    ['budget', '50 Lacs', 'C: 50 lakh', '50 lakh'],
    ['budget', '₹50L', 'C: fifty lakh rupees', 'fifty lakh'],
    ['budget', '1.2 Cr', 'C: one point two crores', 'one point two crores'],
    ['budget', '2 Crore', 'C: two crores', 'two crores'],
    ['budget', 15000000, 'C: about 1.5 cr', '1.5 cr'],
    ['budget', '1.5 lakhs', 'C: one and a half lacs', 'one and a half lacs'],
    ['budget', '12.5 Lakh', 'C: twelve lakhs fifty thousand', 'twelve lakhs fifty thousand'],
    ['loan', 'Rs. 50 Lac', 'C: 50L', '50L'],
  ])('%s %j in %j', (name, value, line, words) => expect(said(name, value, [line])).toEqual([words]));

  test.each<Unsaid>([
    ['budget', '50 Lac', 'C: fifty thousand'],
    ['budget', '5 Lac', 'C: 5 l of paint'],
  ])('no %s %j in %j', (name, value, ...lines) => expect(said(name, value, lines)).toEqual([]));
});

describe('ranges', () => {
  test.each<Said>([
    [
      'preferred_time',
      '10 AM - 12 PM',
      'C: between ten and twelve in the morning',
      'between ten and twelve in the morning',
    ],
    ['preferred_time', '10:00-12:00', 'C: from ten to twelve, please', 'from ten to twelve'],
    [
      'callback_window',
      '6-8 pm',
      'C: between six and eight in the evening works',
      'between six and eight in the evening',
    ],
    ['slot', '4 PM to 6 PM', 'A: So 4 pm to 6 pm?', '4 pm to 6 pm'],
    ['slot', '16:00–18:00', 'C: four to six p.m.', 'four to six p.m'],
    ['time_slot', '9:30 AM - 11:00 AM', 'C: nine thirty to eleven am', 'nine thirty to eleven am'],
    ['slot', 'Monday 10 AM - 12 PM', 'C: 10 till 12 pm', '10 till 12 pm'],
    ['budget', '50-60 lakhs', 'C: fifty to sixty lacs', 'fifty to sixty lacs'],
    ['budget', '10-12 Lac', 'C: between ten and twelve lakhs', 'between ten and twelve lakhs'],
    ['budget', '1 to 1.5 Cr', 'C: 1 crore to 1.5 crore', '1 crore to 1.5 crore'],
    ['budget', '80 lakhs to 1 crore', 'C: eighty lakhs to one crore', 'eighty lakhs to one crore'],
    [
      'budget',
      '$400,000-$450,000',
      'C: four hundred to four hundred fifty thousand',
      'four hundred to four hundred fifty thousand',
    ],
    ['discount', '10-15%', 'C: ten to fifteen percent', 'ten to fifteen percent'],
    ['company_size', '50-100', 'C: fifty to a hundred employees', 'fifty to a hundred'],
    ['stay', 'May 4 - May 6', 'C: from May fourth to May sixth', 'from May fourth to May sixth'],
    ['stay', '4-6 May 2026', 'C: the fourth to the sixth of May', 'fourth to the sixth of May'],
    ['stay', '2026-05-04 to 2026-05-06', 'A: May 4 to 6', 'May 4 to 6'],
    ['bedrooms', '2-3 bedrooms', 'C: two or three bedrooms', 'two or three bedrooms'],
    ['start_time', '9 AM', 'C: I am free from nine to five p m', 'nine'],
  ])('%s %j in %j', (name, value, line, words) => expect(said(name, value, [line])).toEqual([words]));

  test.each<Unsaid>([
    ['preferred_time', '10 AM - 12 PM', 'C: between ten and twelve people'],
    ['preferred_time', '10 AM - 12 PM', 'C: ten to one in the afternoon'],
    ['preferred_time', '10 AM - 12 PM', 'C: ten pm to twelve'],
    ['budget', '50-60 lakhs', 'C: fifty to sixty thousand'],
    ['budget', '10-12 Lac', 'C: ten to twelve days'],
    ['stay', '4-6 May', 'C: the fourth to the sixth of June'],
    ['seats', '50-100', 'C: 555-050-100'],
    ['budget', '50-60 lakhs', 'C: fifty lakhs', 'A: or sixty lakhs?'],
  ])('no %s %j in %j', (name, value, ...lines) => expect(said(name, value, lines)).toEqual([]));
});

describe('dates in other languages', () => {
  const date = '2026-12-03';
  test.each<Said>([
    ['date', date, 'C: am 3. Dezember bitte', '3. Dezember'],
    ['date', date, 'C: el 3 de diciembre de 2026, por favor', '3 de diciembre de 2026'],
    ['date', date, 'C: plutôt le 3 décembre', '3 décembre'],
    ['date', date, 'C: dia 3 de dezembro', '3 de dezembro'],
    ['date', date, 'C: يوم ٣ ديسمبر', '٣ ديسمبر'],
    ['date', date, 'C: 12月3日です', '12月3日'],
    ['date', date, 'C: 2026年12月3日です', '2026年12月3日'],
    ['fecha', '3 de diciembre de 2026', 'C: el 3 de diciembre', '3 de diciembre'],
    ['Termin', '3. Dezember 2026', 'C: am 3. Dezember', '3. Dezember'],
    ['Termin', '2026-04-03', 'C: am 3. April', '3. April'],
    ['date', '2026-01-01', 'C: plutôt le 1er janvier', '1er janvier'],
    ['date', '2026-01-01', 'C: el 1º de enero', '1º de enero'],
    ['date', date, 'C: 12月3号可以', '12月3号'],
    ['date', date, 'C: 12월 3일에 갈게요', '12월 3일에'],
  ])('%s %j in %j', (name, value, line, words) => expect(said(name, value, [line])).toEqual([words]));
  test.each<Unsaid>([
    ['date', date, 'C: am 4. Dezember bitte'],
    ['date', date, 'C: el 3 de noviembre'],
    ['date', date, 'C: 11月3日です'],
    ['date', date, 'C: we were three. December is late'],
  ])('no %s %j in %j', (name, value, ...lines) => expect(said(name, value, lines)).toEqual([]));
});

describe('names and codes said in pieces', () => {
  test.each<Said>([
    ['last_name', "O'Brien", 'C: it is O Brien', 'O Brien'],
    ['last_name', 'D’Angelo', 'C: my name is D Angelo', 'D Angelo'],
    ['last_name', 'O Brien', "C: it is O'Brien", "O'Brien"],
    ['order', 'A1B2C3', 'C: A one B two C three', 'A one B two C three'],
  ])('%s %j in %j', (name, value, line, words) => expect(said(name, value, [line])).toEqual([words]));
  test.each<Unsaid>([
    ['last_name', "O'Brien", 'C: Brien was here'],
    ['order', 'A1B2C3', 'C: A one B two'],
  ])('no %s %j in %j', (name, value, ...lines) => expect(said(name, value, lines)).toEqual([]));
});
