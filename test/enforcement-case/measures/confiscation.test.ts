// Do things whose confiscation is proposed stay in sight until the penalty, or its annulment, says what becomes of them?
import { expect, test } from 'vitest'
import { decided, noticed, sample } from '../samples.ts'
import { carriedOut, onTheSpotSeizure, registration, seizure } from './measure-samples.ts'
import { confiscating, measuring } from './measuring.ts'

const { does, inForce, item, refusal, stateOf } = measuring
const waiting = (form: Record<string, unknown> = seizure) => {
  const play = inForce(form)
  does(play, 'gao', 'dispose-measure', sample('dispose-measure', 1))
  return play
}
const punished = (play: ReturnType<typeof inForce>, penalties: string[]) =>
  play.does(...confiscating.slice(0, -1), [
    'gao',
    'decide-penalty',
    { ...sample('decide-penalty'), penalties },
  ])

test('the case is neither withdrawn nor closed while confiscation is only proposed', () => {
  const play = waiting()
  expect(stateOf(play)).toBe('awaiting-penalty')
  play.does(
    ['lin', 'record-evidence'],
    ['wu', 'sign'],
    ['lin', 'conclude-investigation', sample('conclude-investigation', 5)],
    ['wu', 'sign'],
    ['chen', 'approve-report'],
  )
  for (const type of ['withdraw-case', 'decide-no-penalty'])
    expect(refusal(() => play.does(['gao', type]))).toContain('第1号尚未处理或者解除')
  does(play, 'gao', 'lift-measure')
  expect(stateOf(play)).toBe('returning')
  expect(refusal(() => play.does(['gao', 'withdraw-case']))).toContain('第1号')
  does(play, 'lin', 'return-things')
  expect(refusal(() => play.does(['gao', 'withdraw-case']))).toBe('allowed')
})

test('proposed once, it is not proposed again, and its period runs on to its end', () => {
  for (const [form, end] of [
    [seizure, '2026-04-02T01:00:00.000Z'],
    [registration, '2026-03-12T01:00:00.000Z'],
  ] as const) {
    const play = waiting(form)
    const again = () => does(play, 'gao', 'dispose-measure', sample('dispose-measure', 1))
    expect(refusal(again)).toContain('由处罚决定确定')
    play.to(end)
    expect(stateOf(play)).toBe('returning')
  }
})

test('the penalty that confiscates ends the waiting, and the things are dealt with once it is served', () => {
  const play = waiting()
  punished(play, ['fine', 'confiscation'])
  expect(stateOf(play)).toBe('confiscating')
  play.to('2026-04-20T01:00:00.000Z')
  expect(stateOf(play)).toBe('confiscating')
  const dealt = () => does(play, 'lin', 'record-confiscation')
  expect(refusal(dealt)).toContain('尚未送达')
  play.does(['lin', 'serve-decision', { ...sample('serve-decision'), servedOn: '2026-04-20' }])
  expect(refusal(dealt)).toContain('2026-04-20')
  does(play, 'lin', 'record-confiscation', {
    ...sample('record-confiscation'),
    handledOn: '2026-04-20',
  })
  expect(item(play)).toBeUndefined()
})

test('a penalty without confiscation, and the annulment of one, send the things back', () => {
  const without = waiting()
  punished(without, ['fine'])
  expect(stateOf(without)).toBe('returning')
  expect(item(without)?.snapshot.context).toMatchObject({ released: true, confiscation: null })
  does(without, 'lin', 'return-things')
  expect(item(without)).toBeUndefined()
  const annulled = waiting()
  punished(annulled, ['fine', 'confiscation'])
  annulled.does(['lin', 'serve-decision'], ['fa', 'receive-remedy'], ['fa', 'record-annulment'])
  expect(stateOf(annulled)).toBe('returning')
  expect(annulled.facts.at(-1)).toMatchObject({ type: 'measure-released', data: { itemNth: 1 } })
})

test('annulled once the things were sold, what they were sold for goes back with the fine', () => {
  const play = waiting()
  punished(play, ['fine', 'confiscation'])
  play.does(['lin', 'serve-decision'])
  const { proceeds: _, ...unpriced } = sample('record-confiscation')
  expect(refusal(() => does(play, 'lin', 'record-confiscation', unpriced))).toContain('拍卖价款')
  does(play, 'lin', 'record-confiscation')
  const { amount } = sample('record-payment') as { amount: number }
  play.does(['lin', 'record-payment'], ['fa', 'receive-remedy'], ['fa', 'record-annulment'])
  expect(play.context()).toMatchObject({ refundDue: amount + 1_200.5, owed: 0 })
  expect(play.where('handling')).toBe('handling.refunding')
  const refund = { refundedOn: '2026-03-02', voucher: '退1' }
  expect(
    refusal(() => play.does(['lin', 'record-refund', { ...refund, refunded: amount }])),
  ).toContain('应退还')
  play.does(['lin', 'record-refund', { ...refund, refunded: amount + 1_200.5 }])
  expect(play.where('handling')).toBe('handling.proposing-closing')
})

test('once the penalty was decided a disposal says what it says', () => {
  const without = inForce(seizure)
  without.does(...decided.slice(1))
  const proposed = () => does(without, 'gao', 'dispose-measure', sample('dispose-measure', 1))
  expect(refusal(proposed)).toContain('未没收')
  const confiscated = inForce(seizure)
  punished(confiscated, ['fine', 'confiscation'])
  does(confiscated, 'gao', 'dispose-measure', sample('dispose-measure', 1))
  expect(stateOf(confiscated)).toBe('confiscating')
})

test('registered evidence that is to go back goes back, with a task and a receipt', () => {
  const play = inForce(registration)
  does(play, 'gao', 'dispose-measure', sample('dispose-measure', 3))
  expect(stateOf(play)).toBe('returning')
  does(play, 'lin', 'return-things')
  expect(item(play)).toBeUndefined()
})

test('nothing that was approved before is taken once the penalty was decided', () => {
  const play = measuring.filed(['lin', 'propose-measure', seizure])
  does(play, 'gao', 'approve-measure')
  play.does(
    ...noticed().slice(1),
    ['mao', 'waive-rights', { statement: '放弃陈述申辩' }],
    ['lin', 'weigh-defence'],
    ['gao', 'decide-penalty'],
  )
  expect(refusal(() => does(play, 'lin', 'carry-out-measure'))).toContain('处罚决定已作出')
  does(play, 'lin', 'drop-measure')
  expect(item(play)).toBeUndefined()
})

test('what has lifted itself is not taken again on the same ground; on another, or as evidence, it may be', () => {
  const lapsed = () => {
    const play = inForce(seizure)
    play.to('2026-04-02T01:00:00.000Z')
    expect(stateOf(play)).toBe('returning')
    return play
  }
  const taken = { ...carriedOut, takenOn: '2026-04-02' }
  const again = (play: ReturnType<typeof inForce>, form: Record<string, unknown>) => {
    play.does(['lin', 'propose-measure', form])
    does(play, 'gao', 'approve-measure', {}, 2)
    return refusal(() => does(play, 'lin', 'carry-out-measure', taken, 2))
  }
  expect(again(lapsed(), { ...seizure, ground: '不符合国家标准的气瓶。' })).toContain('再次采取')
  const returned = lapsed()
  does(returned, 'lin', 'return-things', { returnedOn: '2026-04-02', receiver: '毛总' })
  const atOnce = {
    ...onTheSpotSeizure,
    ground: seizure.ground,
    takenAt: '2026-04-02T00:30:00.000Z',
  }
  expect(refusal(() => returned.does(['lin', 'propose-measure', atOnce]))).toContain('再次采取')
  expect(again(returned, seizure)).toContain('气瓶40L')
  expect(again(lapsed(), { ...seizure, ground: '又发现充装记录造假' })).toBe('allowed')
  expect(again(lapsed(), { ...registration, ground: seizure.ground })).toBe('allowed')
})
