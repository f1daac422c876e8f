import fc from 'fast-check';
import { maskIdNumber, maskPhone } from './masking.js';
import { checkPhone } from './phones.js';

it.each([
  ['11010519491231002X', '110105********002X'],
  ['91350100M000100Y43', '913501********0Y43'],
  ['E12345678', 'E1*****78'],
  ['12345', '*****'],
])('masks the ID number %s as %s', (number, shown) => expect(maskIdNumber(number)).toBe(shown));

it.each([
  ['13800005678', '138****5678'],
  ['0571-88881234', '*********1234'],
  ['12345', '*****'],
])('masks the phone %s as %s', (phone, shown) => expect(maskPhone(phone)).toBe(shown));

it('hides something of everything, and keeps the length', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[A-Z0-9]{1,40}$/), (number) => {
      for (const shown of [maskIdNumber(number), maskPhone(number)]) {
        expect(shown).toHaveLength(number.length);
        expect(shown).toContain('*');
      }
    }),
  );
});

it.each([
  ['13800005678', true],
  ['0571-88888888', true],
  ['88888888', true],
  ['0571-88888888-801', true],
  ['400-123-4567', true],
  ['+1-4155550100', true],
  ['12800005678', false],
  ['1380000567', false],
  ['12345', false],
  ['电话', false],
])('%s is a phone number: %s', (phone, right) => expect(checkPhone(phone).length === 0).toBe(right));
