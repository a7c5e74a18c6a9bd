// What keeps a refused frame from being read again?
import { expect, test } from 'vitest'
import { obstacleTo } from '../../domain/letters/obstacles.ts'

const kept = { kept: 90, whole: true, reason: 'sum', replayed: null }

test('nothing, if it is whole and its sender was not in doubt; also after a try that failed', () => {
  expect(obstacleTo(kept)).toBeNull()
  expect(obstacleTo({ ...kept, replayed: 'failed' })).toBeNull()
})

test.each([
  ['too long to replay', { whole: false }],
  ['Nothing of it was kept', { kept: 0, whole: false }],
  ['could not be trusted', { reason: 'replay' }],
  ['could not be trusted', { reason: 'not-signed-in' }],
  ['has been replayed', { replayed: 'done' }],
  ['being replayed', { replayed: 'waiting' }],
])('%s', (words, more) => {
  expect(obstacleTo({ ...kept, ...more })?.en).toContain(words)
})
