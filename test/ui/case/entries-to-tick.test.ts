// Does a form offer one's own entry first, and never more than a phone shows?
import { expect, test } from 'vitest'
import { entriesToTick } from '../../../ui/case/entries-to-tick.ts'

const officers = Array.from({ length: 9 }, (_, at) => ({
  name: at === 7 ? '林检查' : `执法员${at}`,
  number: `浙执00${at}`,
}))
const numbers = (asked: Partial<Parameters<typeof entriesToTick>[1]>) =>
  entriesToTick(officers, { me: '林检查', named: [], sought: '', ...asked }).map(({ number }) =>
    number.slice(-1),
  )

test('oneself, then those named, then the others in their order', () => {
  expect(numbers({})).toEqual(['7', '0', '1', '2', '3', '4'])
  expect(numbers({ named: ['浙执008'] })).toEqual(['7', '8', '0', '1', '2', '3'])
})

test('by part of a name or number', () => {
  expect(numbers({ sought: ' 执法员6 ' })).toEqual(['6'])
  expect(numbers({ sought: '005' })).toEqual(['5'])
  expect(numbers({ sought: '谁' })).toEqual([])
})
