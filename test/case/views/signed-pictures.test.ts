// Does an act bear the handwriting its signer had when he signed, for ever, and for the eyes of the authorities alone?
import { expect, test } from 'vitest'
import { hazardRectification } from '../../../domain/hazard-rectification/process.ts'
import type { Person } from '../../../domain/organisation/actor.ts'
import { picturesUnder } from '../../../domain/views/signed-pictures.ts'
import { timelineItem } from '../../../domain/views/timeline.ts'
import { reported } from '../../hazard-rectification/samples.ts'
import { actor } from '../../support/people/cast.ts'
import { counter } from '../../support/processes/counter.ts'
import { playing } from '../acting.ts'

const at = '2026-03-02T01:00:00.000Z'
const [lin, wu, chen, fang, qi] = [
  actor('lin'),
  actor('wu'),
  actor('chen'),
  actor('fang'),
  actor('qi'),
]
const by = (person: Person, picture: string): Person => ({ ...person, picture })
const grading = { grade: 'general', findings: '属实' }
const opened = () => playing(hazardRectification, qi, reported, at)
const borne = (play: ReturnType<typeof opened>) => picturesUnder(play.facts.at(-1) as never)

test('each hand bears its own, as it was when it was put there, whatever it is later', () => {
  const play = opened()
  play.act(by(lin, 'lin-1'), 'verify', grading)
  expect(borne(play)).toEqual([{ name: '林检查', sha256: 'lin-1' }])
  play.act(by(wu, 'wu-1'), 'sign')
  expect(play.facts.at(-1)?.type).toBe('verify')
  expect(borne(play)).toEqual([
    { name: '林检查', sha256: 'lin-1' },
    { name: '吴检查', sha256: 'wu-1' },
  ])
  play.act(by(lin, 'lin-2'), 'issue-order', { dueDate: '2026-05-20', requirements: '更换' })
  expect(borne(play)).toEqual([{ name: '林检查', sha256: 'lin-2' }])
})

test('an act whose last signature is another’s bears the handwriting of who proposed it as it was then', () => {
  const play = playing(counter, lin, { region: '330802', date: '2026-03-10' }, at)
  play.act(lin, 'finish')
  play.act(by(chen, 'chen-1'), 'approve', { outcome: 'yes' })
  play.act(fang, 'sign')
  expect(picturesUnder(play.facts.at(-1) as never)).toEqual([{ name: '陈科长', sha256: 'chen-1' }])
})

test('what decides nothing is not signed', () => {
  const play = opened()
  for (const [type, data] of [
    ['claim', {}],
    ['release', { reason: '不便' }],
    ['urge', { reason: '请尽快' }],
  ] as const) {
    play.act(by(type === 'urge' ? chen : lin, 'x'), type, data)
    expect([type, play.facts.at(-1)?.actor.picture]).toEqual([type, undefined])
  }
})

test('who has none signs with his typed name, and the record looks as it always has', () => {
  const play = opened()
  play.act(lin, 'verify', grading)
  play.act(wu, 'sign')
  expect(JSON.stringify(play.facts)).not.toContain('picture')
  expect(borne(play)).toEqual([])
})

test('the party and the public read nothing of it', () => {
  const play = opened()
  play.act(by(lin, 'lin-1'), 'verify', grading)
  play.act(by(wu, 'wu-1'), 'sign')
  const fact = { ...play.facts.at(-1), seq: 3, hash: '' } as never
  expect(timelineItem(hazardRectification, fact, 'internal')?.pictures).toHaveLength(2)
  for (const reader of ['party', 'public'] as const)
    expect(JSON.stringify(timelineItem(hazardRectification, fact, reader))).not.toMatch(
      /lin-1|wu-1|pictures/,
    )
})
