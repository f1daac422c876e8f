import { MEDIATION_STATES } from '../../domain/states.js';
import { complexityOf, END_RULES, resultOf, type ClosedMediation } from './outcome.js';

const closed = (over: Partial<ClosedMediation>): ClosedMediation => ({
  state: 'RETURNED',
  agreed: false,
  outstanding: false,
  sessions: 1,
  parties: 2,
  major: false,
  ...over,
});

describe('what a closed mediation counts as', () => {
  it.each`
    state               | agreed   | outstanding | sessions | result
    ${'CLOSED_SUCCESS'} | ${true}  | ${false}    | ${2}     | ${'PERFORMED'}
    ${'CLOSED_SUCCESS'} | ${true}  | ${false}    | ${0}     | ${'PERFORMED'}
    ${'CLOSED_SUCCESS'} | ${true}  | ${true}     | ${2}     | ${'AGREEMENT'}
    ${'RETURNED'}       | ${true}  | ${true}     | ${3}     | ${'AGREEMENT'}
    ${'RETURNED'}       | ${true}  | ${false}    | ${1}     | ${'AGREEMENT'}
    ${'RETURNED'}       | ${false} | ${true}     | ${1}     | ${'NO_AGREEMENT'}
    ${'RETURNED'}       | ${false} | ${false}    | ${1}     | ${'NO_AGREEMENT'}
    ${'RETURNED'}       | ${false} | ${false}    | ${0}     | ${'NOT_MEDIATED'}
    ${'REJECTED'}       | ${false} | ${false}    | ${0}     | ${null}
    ${'REJECTED'}       | ${true}  | ${false}    | ${3}     | ${null}
    ${'IN_SESSION'}     | ${false} | ${false}    | ${3}     | ${null}
    ${'AGREED'}         | ${true}  | ${false}    | ${3}     | ${null}
  `('$state, agreed $agreed, outstanding $outstanding, $sessions sessions: $result', ({ result, ...facts }) => {
    expect(resultOf(closed(facts as Partial<ClosedMediation>))).toBe(result);
  });

  it('has a rule for every state in which a mediation ends', () => {
    const final = Object.entries(MEDIATION_STATES).flatMap(([state, { open }]) => (open ? [] : [state]));
    const known = new Set(END_RULES.map((rule) => rule.state));
    expect(final.filter((state) => !known.has(state))).toEqual([]);
  });
});

it.each`
  major    | parties | sessions | complexity
  ${false} | ${2}    | ${0}     | ${'SIMPLE'}
  ${false} | ${2}    | ${1}     | ${'SIMPLE'}
  ${false} | ${2}    | ${2}     | ${'ORDINARY'}
  ${false} | ${3}    | ${1}     | ${'ORDINARY'}
  ${false} | ${4}    | ${3}     | ${'ORDINARY'}
  ${false} | ${5}    | ${0}     | ${'COMPLEX'}
  ${false} | ${2}    | ${4}     | ${'COMPLEX'}
  ${true}  | ${2}    | ${1}     | ${'COMPLEX'}
`('major $major, $parties parties, $sessions sessions: $complexity', ({ complexity, ...facts }) => {
  expect(complexityOf(closed(facts as Partial<ClosedMediation>))).toBe(complexity);
});
