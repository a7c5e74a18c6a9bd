// What becomes of an application to renew or change a licence when that licence is cancelled, revoked or annulled before it is decided?
import { describe, expect, it } from 'vitest'
import { noteOutcome, obeyLink } from '../../../domain/engine/linked.ts'
import { hazchemLicence as process } from '../../../domain/hazchem-licence/process.ts'
import type { CaseRecord } from '../../../domain/model/record.ts'
import { playing, refusal } from '../../case/acting.ts'
import { author } from '../../support/people/cast.ts'
import type { Line } from '../../support/processes/lines.ts'
import { decisionContextAt } from '../../support/walks/walk.ts'
import { applying, checked, issued, opined, sample } from '../playing.ts'
import { applied, change, renewal } from '../samples.ts'

const day = '2026-03-02'
const at = `${day}T02:00:00.000Z`
const granted: Line[] = [['kou', 'accept'], ...checked, ...opined, ['gao', 'grant'], ...issued(day)]
const obeyed = (record: CaseRecord, type: string, data: Record<string, unknown>) =>
  obeyLink(process, record, { type, data, at }, decisionContextAt(at))

const mainCase = '衢柯经营〔2026〕0001号'

type Form = Record<string, unknown>
/** What the licence sends when it ends, after it was told that `form` was applied for by another case. */
const sentBy = (ending: string, form: Form, before: Line[] = []) => {
  const told = process.start.sends?.map(({ act }) =>
    act({ ...applying(form, day).record(), id: 'c-2' }, { kind: 'system' }),
  )[0] as { type: string; data: Form }
  const old = applying(applied, day, ...granted, ...before).record()
  const noted = obeyed(old, told.type, { ...told.data, mainCase }).record
  const ended = obeyed(noted, ending, sample(ending))
  return ended.effects.flatMap((one) => (one.kind === 'act' ? [one] : []))
}
const toldOfTheEnd = (form: Form, ...lines: Line[]) => {
  const ended = obeyed(applying(form, day, ...lines).record(), 'note-held-ended', {
    mainCase,
  }).record
  return playing(process, author('mao'), form, at, ended)
}

describe('the licence', () => {
  it.each([
    ['cancel-licence', renewal, []],
    ['revoke-licence', renewal, []],
    ['annul-licence', renewal, []],
    ['revoke-licence', change, []],
    ['revoke-licence', change, [['mao', 'note-change']]],
    ['revoke-licence', change, [['gao', 'suspend-licence']]],
  ] as [string, Form, Line[]][])('%s tells the $kind of it', (ending, form, before) => {
    expect(sentBy(ending, form, before)).toMatchObject([
      { process: process.id, to: 'c-2', type: 'note-held-ended' },
    ])
  })

  it('tells nobody where nothing was applied for', () => {
    expect(
      applying(applied, day, ...granted, ['gao', 'revoke-licence']).effects,
    ).not.toContainEqual(expect.objectContaining({ kind: 'act' }))
  })
})

describe('an application that comes as the licence ends', () => {
  const inTime = { ...renewal, expiresOn: '2026-06-15' }
  const hears = (play: ReturnType<typeof applying>, outcome: string) => {
    const record = play.record()
    const link = record.links?.[0]?.id
    const noted = noteOutcome(process, record, { link, outcome, to: 'c-1' }, decisionContextAt(at))
    return noted as NonNullable<typeof noted>
  }
  const kinds: [string, Form][] = [
    ['renewal', inTime],
    ['change', change],
  ]

  it.each(kinds)(
    'for a %s hears that it had ended, with words, and goes on as if told',
    (_, form) => {
      const { record, facts, effects } = hears(applying(form, day, ['kou', 'accept']), 'closed')
      expect(record.snapshot.context.heldEnded).toBe(true)
      expect(record.links?.[0]?.status).toBe('closed')
      expect(facts.map(({ type }) => type)).toEqual(['linked', 'note-held-closed'])
      expect(facts[1]?.data).toMatchObject({ licence: renewal.licenceNumber })
      expect(effects.some(({ kind }) => kind === 'notice')).toBe(true)
    },
  )

  it('is not deemed granted, and may not be granted', () => {
    const { record } = hears(
      applying(inTime, day, ['kou', 'accept'], ...checked, ...opined),
      'closed',
    )
    const play = playing(process, author('mao'), inTime, at, record)
    expect(refusal(() => play.act(author('gao'), 'grant', sample('grant'))).words).toContain(
      '第七十条',
    )
    play.to('2026-06-20T01:00:00.000Z')
    expect(play.record().snapshot.context.renewedUnserved).toBe(false)
  })

  it('hears nothing of the kind where the licence has followed, or is in no register', () => {
    for (const outcome of ['done', 'missing', 'refused'])
      expect(hears(applying(inTime, day), outcome).facts.map(({ type }) => type)).toEqual([
        'linked',
      ])
  })

  it('and is withdrawn keeps the answer alone', () => {
    const gone = applying(inTime, day, ['mao', 'withdraw'])
    expect(hears(gone, 'closed').facts.map(({ type }) => type)).toEqual(['linked'])
  })
})

describe('the application', () => {
  const inTime = { ...renewal, expiresOn: '2026-06-15' }

  it.each<[string, Line[], string]>([
    ['received', [], 'reviewing'],
    ['under review', [['kou', 'accept']], 'reviewing'],
    ['waiting for its supplement', [['kou', 'require-supplement']], 'supplementing'],
  ])('in time and %s is not deemed granted, and nobody is told that it is', (_, lines, state) => {
    const play = toldOfTheEnd(inTime, ...lines)
    play.to('2026-06-20T01:00:00.000Z')
    expect(JSON.stringify(play.record().snapshot.value)).toContain(state)
    expect(play.record().snapshot.context.renewedUnserved).toBe(false)
    expect(
      play.effects.filter((one) => one.kind === 'notice' && one.escalationLevel === 'deemed'),
    ).toEqual([])
  })

  it.each([
    ['renewal', inTime, checked],
    ['change', change, [['shen', 'waive-site-check']]],
  ] as [string, Form, Line[]][])(
    'for a %s is refused with words, and may not be granted',
    (_, form, visited) => {
      const play = toldOfTheEnd(form, ['kou', 'accept'], ...visited, ...opined)
      expect(refusal(() => play.act(author('gao'), 'grant', sample('grant'))).words).toContain(
        '第七十条',
      )
      expect(refusal(() => play.act(author('gao'), 'refuse', sample('refuse'))).code).toBe('none')
    },
  )
})
