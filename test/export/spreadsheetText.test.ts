import { expect, test } from 'vitest';
import { isShown, spreadsheetText } from '../../lib/export/spreadsheetText';

const list = (...lines: string[]) => lines.flatMap((line) => line.split('|'));

test.each(
  list(
    "9912140633506421|8965291234567890123|123456789012|00123|007|0.10|12.50|3.10|1,000|1.000,50|1 000 000|1’000|1'000|.5|5.",
    '1E5|12e3|1e-7|123456789012345678901e45|50%|50 %|$5|€ 5|5 €|₹1,00,000|(5)|($5.00)|5-| 00123|00123 |\u00A000123',
    '3-4|3/4|1/2|2 3/4|3.4|3.4.2026|2026-01-15|05/04/2026|05/04/2026 14:43:00|2026-01-15 10:30:00|2026-01-15T10:30:00Z',
    '10:30|10:30:15|10:30 am|10:30PM|10 am|9 pm|1-2-3|12-2026',
    '5 May|5-May|May 5|MAR1|SEPT2|Mar-26|January 2026|1. April 2026|Jan 5, 2026|15 Jan 2026 10:30',
    '=1+1|=HYPERLINK("x")|+14155550100|+1 415 555 0100|-5|-00123|@SUM(A1)|\t=1|＝1+1',
    "'00123|''=1",
  ),
)('%j is marked as text', (text) => expect(spreadsheetText(text)).toBe(`'${text}`));

test.each(
  list(
    '|0|2|50958|14155550100|Hello|Yes|May|March|may 5 people come?|call_x9y3zp4mq7r1|507f1f77bcf86cd799439011',
    'ORD-12345|5 apples|3 of 4|10 minutes|Room 5|\'tis fine|a,b|{"a":1}|10:30 works for me|2 or 3|The code is 00123.',
    '12a|v1.2.3|#42|10 Downing Street',
  ),
)('%j stays as it is', (text) => expect(spreadsheetText(text)).toBe(text));

test('a number is bare where all of its digits are shown', () => {
  for (const value of [0, 5, -5, 192, 2.5, 0.1, 99999999999, 2.349710792]) expect(isShown(value)).toBe(true);
  for (const value of [123456789012, 9007199254740991, 0.30000000000000004, 1e21, 1e-7]) {
    expect(isShown(value), String(value)).toBe(false);
  }
});
