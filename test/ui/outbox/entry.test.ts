// In which order does what waits on a device go, what holds it up, and when is it tried again?
import { describe, expect, test } from 'vitest'
import {
  behindAll,
  dataToSend,
  following,
  heldUpBy,
  isNoVerdict,
  nextToSend,
  type OutboxEntry,
  type OutboxFile,
  waitBeforeMs,
} from '../../../ui/outbox/entry.ts'

const at = (minute: number) => `2026-03-02T01:${String(minute).padStart(2, '0')}:00.000Z`

const entry = (key: string, minute: number, more: Partial<OutboxEntry> = {}): OutboxEntry => ({
  key,
  person: 'dan',
  author: '单',
  caseId: 'c-1',
  about: '仓库起火',
  type: 'note-event',
  words: { zh: '处置记事', en: 'Note in the log' },
  taskId: null,
  item: null,
  data: {},
  files: {},
  shown: [],
  form: { data: {}, labels: {} },
  material: 3,
  writtenAt: at(minute),
  firstWrittenAt: at(minute),
  happenedAt: null,
  state: 'waiting',
  unanswered: false,
  refusal: null,
  ...more,
})
const task = { taskId: 't-1', type: 'receive-order' }

describe('what goes next', () => {
  test('is what was written first, wherever it stands', () => {
    expect(nextToSend([entry('b', 2), entry('a', 1)])?.key).toBe('a')
    expect(nextToSend([])).toBeUndefined()
  })

  test('passes by what was refused or is being changed', () => {
    const found = nextToSend([
      entry('a', 1, { state: 'refused' }),
      entry('b', 2, { state: 'held' }),
      entry('c', 3),
    ])
    expect(found?.key).toBe('c')
  })

  test('passes by what was tried in vain just now, but never goes before what it follows from', () => {
    const entries = [entry('a', 1, task), entry('b', 2, task), entry('c', 3)]
    expect(nextToSend(entries, new Set(['a']))?.key).toBe('c')
    expect(nextToSend(entries, new Set(['a', 'c']))).toBeUndefined()
  })

  test('is never an answer to a task whose earlier answer was refused: one follows from the other', () => {
    const [first, second] = [entry('a', 1, { ...task, state: 'refused' }), entry('b', 2, task)]
    expect(nextToSend([second, first])).toBeUndefined()
    expect(heldUpBy(second, [first, second])?.key).toBe('a')
    expect(nextToSend([second])?.key).toBe('b')
    const elsewhere = entry('c', 3, { taskId: 't-1', caseId: 'c-2' })
    expect(nextToSend([first, second, elsewhere])?.key).toBe('c')
  })

  test('keeps its place when it was changed after others were written', () => {
    const changed = entry('new', 9, { ...task, firstWrittenAt: at(1) })
    expect(nextToSend([entry('b', 2, task), changed])?.key).toBe('new')
  })

  test('is never a later answer, though the clock has gone back since the earlier one', () => {
    const first = entry('a', 5, task)
    const second = entry('b', 3, { ...task, firstWrittenAt: behindAll(at(3), [first]) })
    expect(nextToSend([second, first])?.key).toBe('a')
    expect(heldUpBy(second, [second, first])?.key).toBe('a')
    const third = entry('c', 3, { ...task, firstWrittenAt: behindAll(at(3), [second, first]) })
    expect(heldUpBy(third, [third, second])?.key).toBe('b')
    expect(behindAll(at(5), [first]) > at(5)).toBe(true)
    expect(behindAll(at(6), [first])).toBe(at(6))
    expect(behindAll(at(1), [])).toBe(at(1))
  })
})

test('what was sent makes only later answers to its own task follow it', () => {
  const sent = entry('a', 1, task)
  const others = [entry('b', 2, task), entry('n', 3), entry('x', 4, { ...task, caseId: 'c-2' })]
  expect(following(sent, [sent, ...others]).map(({ key }) => key)).toEqual(['b'])
  expect(following(entry('n', 1), [entry('m', 2)])).toEqual([])
})

test('files go by the names that the server has given them, and fields without any are not sent', () => {
  const file = (id: string | null) => ({ stored: id === null ? null : { id } }) as OutboxFile
  const { data } = { data: { text: '到场' } }
  expect(
    dataToSend(entry('a', 1, { data, files: { files: [file('f-1'), file('f-2')], others: [] } })),
  ).toEqual({ text: '到场', files: ['f-1', 'f-2'] })
})

test('is tried again later each time, and never rarer than once a minute', () => {
  const waits = [1, 2, 3, 4, 5, 6, 50, 5_000].map(waitBeforeMs)
  expect(waits).toEqual([4_000, 8_000, 16_000, 32_000, 60_000, 60_000, 60_000, 60_000])
})

test.each([
  [0, true],
  [401, true],
  [429, true],
  [500, true],
  [503, true],
  [403, false],
  [404, false],
  [409, false],
  [422, false],
])('an answer of %i leaves open what becomes of it: %s', (status, open) => {
  expect(isNoVerdict(status)).toBe(open)
})
