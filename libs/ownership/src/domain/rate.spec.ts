import { percentOf } from './rate.js';

it.each`
  part    | whole    | text
  ${0}    | ${0}     | ${'—'}
  ${0}    | ${7}     | ${'0.0%'}
  ${5}    | ${6}     | ${'83.3%'}
  ${1}    | ${2000}  | ${'0.1%'}
  ${1639} | ${12195} | ${'13.4%'}
  ${7}    | ${7}     | ${'100.0%'}
`('$part of $whole is $text', ({ part, whole, text }) => {
  expect(percentOf(part as number, whole as number)).toBe(text);
});
