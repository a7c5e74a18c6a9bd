// Do the things of a person who is punished beside his enterprise go by what is decided of him (强制法 27, 国家赔偿法 36)?
import { expect, test } from 'vitest'
import { told } from '../parties/party-samples.ts'
import {
  contextOf,
  onMeasure,
  onParty,
  onRemedy,
  type Play,
  seeks,
  stateOf,
  whyNot,
} from '../party-remedies/pursuing.ts'
import { day, investigated, matter, prosecuting, sample } from '../samples.ts'
import { seizure } from './measure-samples.ts'

/** Seized from the principal, its confiscation proposed. */
const seizedFromHim = (): Play => {
  const play = prosecuting(matter, day, ...investigated(), ['chen', 'approve-report'])
  play.does(['lin', 'name-party'], ['lin', 'propose-measure', { ...seizure, owner: 1 }])
  onMeasure(
    play,
    ['gao', 'approve-measure'],
    ['lin', 'carry-out-measure'],
    ['gao', 'dispose-measure', sample('dispose-measure', 1)],
  )
  return play
}
const decides = (play: Play, penalties: string[]) => {
  onParty(
    play,
    ['lin', 'notify-party', { ...told, fine: 8_000, penalties }],
    ['lin', 'serve-party-notice'],
    ['lin', 'waive-party-rights'],
    ['lin', 'weigh-party-defence'],
  )
  if (stateOf(play, 'party') === 'legal-review') onParty(play, ['fa', 'give-party-opinion'])
  if (stateOf(play, 'party') === 'discussing') onParty(play, ['gao', 'record-party-discussion'])
  onParty(play, ['gao', 'decide-party-penalty', { ...sample('decide-party-penalty'), penalties }])
}

test('they wait for his penalty, and not for that of the enterprise', () => {
  const play = seizedFromHim()
  play.does(
    ['lin', 'notify-penalty'],
    ['lin', 'serve-notice'],
    ['mao', 'waive-rights', { statement: '放弃' }],
    ['lin', 'weigh-defence'],
    ['gao', 'decide-penalty'],
  )
  expect(stateOf(play, 'measure')).toBe('awaiting-penalty')
  decides(play, ['fine', 'confiscation'])
  expect(stateOf(play, 'measure')).toBe('confiscating')
  const dealt = () => onMeasure(play, ['lin', 'record-confiscation'])
  expect(whyNot(dealt)).toContain('尚未送达')
  onParty(play, ['lin', 'serve-party-decision'])
  dealt()
  expect(stateOf(play, 'measure')).toBe('')
})

test('annulled once they were sold, what they were sold for goes back to him, and not to the enterprise', () => {
  const play = seizedFromHim()
  decides(play, ['fine', 'confiscation'])
  onParty(play, ['lin', 'serve-party-decision'])
  onMeasure(play, ['lin', 'record-confiscation'])
  seeks(play)
  onRemedy(play, ['fa', 'record-party-annulment'])
  expect(stateOf(play, 'party-remedy')).toBe('refunding')
  expect(contextOf(play, 'party-remedy')).toMatchObject({ refundDue: 1_200.5 })
  expect(play.context().proceeds).toBeUndefined()
})

test('they go back where his penalty does not confiscate, or he is let go', () => {
  const unconfiscated = seizedFromHim()
  decides(unconfiscated, ['fine'])
  expect(stateOf(unconfiscated, 'measure')).toBe('returning')
  const dropped = seizedFromHim()
  onParty(dropped, ['lin', 'drop-party'])
  expect(stateOf(dropped, 'measure')).toBe('returning')
})

test('while his remedy is pending nothing is sold, and nobody owns them whom the case does not name', () => {
  const play = seizedFromHim()
  decides(play, ['fine', 'confiscation'])
  onParty(play, ['lin', 'serve-party-decision'])
  seeks(play)
  expect(whyNot(() => onMeasure(play, ['lin', 'record-confiscation']))).toContain('未终结')
  onRemedy(play, ['fa', 'record-party-annulment'])
  expect(stateOf(play, 'measure')).toBe('returning')
  const other = seizedFromHim()
  expect(whyNot(() => other.does(['lin', 'propose-measure', { ...seizure, owner: 2 }]))).toContain(
    '没有该号数',
  )
})
