// A licence that a penalty has suspended: how does it stand, when has its holder it back, and is nothing forgotten meanwhile?
import { describe, expect, it } from 'vitest'
import { obeyLink } from '../../domain/engine/linked.ts'
import { hazchemLicence as process } from '../../domain/hazchem-licence/process.ts'
import { handsOnSuspension } from '../../domain/hazchem-licence/suspension.ts'
import { entryOf } from '../../domain/registers/licences/entry.ts'
import { refusal } from '../case/acting.ts'
import { actor } from '../support/people/cast.ts'
import type { Line } from '../support/processes/lines.ts'
import { decisionContextAt } from '../support/walks/walk.ts'
import { applying, checked, issued, opined, sample } from './playing.ts'
import { applied, renewal } from './samples.ts'

const day = '2026-03-02'
const granted: Line[] = [['kou', 'accept'], ...checked, ...opined, ['gao', 'grant'], ...issued(day)]
const playing = (...lines: Line[]) => applying(applied, day, ...granted, ...lines)
const suspended: Line = ['gao', 'suspend-licence']
const stands = (play: ReturnType<typeof playing>) => [
  play.where('handling'),
  entryOf(process, play.record())?.standing,
]

describe('a suspension', () => {
  it('stands in the register until its last day, and ends by itself', () => {
    const play = playing(suspended)
    expect(stands(play)).toEqual(['handling.valid.suspended', 'suspended'])
    expect(play.due('suspension')).toBe('2026-06-30')
    play.does(['until', '2026-06-30'])
    expect(stands(play)[1]).toBe('suspended')
    play.does(['until', '2026-07-01'])
    expect(stands(play)).toEqual(['handling.valid.unchanged', 'in-force'])
  })

  it('is brought about by the case of a penalty, and lifted by its annulment', () => {
    const play = playing()
    const at = `${day}T02:00:00.000Z`
    const obeyed = (record: ReturnType<typeof play.record>, type: string) =>
      obeyLink(process, record, { type, data: sample(type), at }, decisionContextAt(at)).record
    const taken = obeyed(play.record(), 'suspend-licence')
    expect(entryOf(process, taken)?.standing).toBe('suspended')
    expect(entryOf(process, obeyed(taken, 'lift-suspension'))?.standing).toBe('in-force')
    expect(() => obeyed(play.record(), 'lift-suspension')).toThrow()
  })

  it('is nobody’s but the issuing authority’s, and is lifted by the penalty that it rests on alone', () => {
    const play = playing()
    const at = `${day}T02:00:00.000Z`
    const obeyed = (record: ReturnType<typeof play.record>, type: string, data: object) =>
      obeyLink(
        process,
        record,
        { type, data: { ...sample(type), ...data }, at },
        decisionContextAt(at),
      ).record
    for (const type of ['suspend-licence', 'revoke-licence']) {
      expect(refusal(() => obeyed(play.record(), type, { decidedIn: '330881' })).words).toBe(
        '许可证只能由发证机关吊销、暂扣',
      )
      expect(refusal(() => obeyed(play.record(), type, { decidedIn: undefined })).code).toBe(
        'not-allowed',
      )
    }
    const taken = obeyed(play.record(), 'suspend-licence', {})
    const other = { mainCase: '衢柯执法〔2026〕0009号' }
    expect(refusal(() => obeyed(taken, 'lift-suspension', other)).words).toBe(
      '暂扣依据的不是该案的处罚决定',
    )
  })

  it('forgets no change that was to be filed, and none that was filed meanwhile', () => {
    const change: Line = ['mao', 'note-change']
    const filed: Line = ['link', 'note-filing']
    const lifted: Line = ['gao', 'lift-suspension']
    expect(stands(playing(change, suspended, lifted))[0]).toBe('handling.valid.changed')
    expect(stands(playing(change, suspended, filed, lifted))[0]).toBe('handling.valid.unchanged')
    expect(stands(playing(suspended, lifted))[0]).toBe('handling.valid.unchanged')
  })

  it('keeps nobody from revoking it, and does not outlast the licence', () => {
    const revoked = playing(suspended, ['gao', 'revoke-licence'])
    expect([stands(revoked)[1], revoked.clock('suspension')?.status]).toEqual(['revoked', 'met'])
    const long: Line = [
      'gao',
      suspended[1],
      { ...sample('suspend-licence'), suspendedUntil: '2030-01-01' },
    ]
    expect(stands(playing(long, ['until', '2029-03-05']))[1]).toBe('expired')
  })

  it('is not doubled: a second one waits with words for the end of the first, and begins after it', () => {
    const again: Line = [
      'gao',
      suspended[1],
      { ...sample('suspend-licence'), suspendedUntil: '2026-09-30' },
    ]
    const play = playing(suspended)
    expect(refusal(() => play.does(again)).words).toContain('已暂扣至2026-06-30')
    const at = `${day}T02:00:00.000Z`
    const obeyed = () =>
      obeyLink(
        process,
        play.record(),
        { type: again[1], data: again[2] ?? {}, at },
        decisionContextAt(at),
      )
    expect(refusal(obeyed).words).toContain('已暂扣至2026-06-30')
    play.does(['until', '2026-07-01'], again)
    expect([stands(play)[1], play.due('suspension')]).toEqual(['suspended', '2026-09-30'])
  })

  it('goes on in the licence that replaces a suspended one, until its own last day or the end of its penalty', () => {
    const link = (type: string, data: object): Line => ['link', type, { ...sample(type), ...data }]
    const replaced = playing(suspended, link('replace-licence', { applicationId: 'new' }))
    const asked = handsOnSuspension.act(replaced.record(), actor('gao'))
    const { mainCase, suspendedUntil } = sample('suspend-licence')
    expect(asked).toEqual([
      { type: 'continue-suspension', to: 'new', data: { mainCase, suspendedUntil } },
    ])
    const next = playing(link('continue-suspension', { mainCase, suspendedUntil }))
    expect([stands(next)[1], next.due('suspension')]).toEqual(['suspended', '2026-06-30'])
    const shorter = link('continue-suspension', { suspendedUntil: '2026-05-31' })
    expect(refusal(() => next.does(shorter)).words).toContain('已暂扣至2026-06-30')
    next.does(['until', '2026-07-01'])
    expect(stands(next)[1]).toBe('in-force')
    const lifted = playing(link('continue-suspension', {}), link('lift-suspension', {}))
    expect(stands(lifted)[1]).toBe('in-force')
  })

  it('is over for the licence that replaces one whose suspension has ended or was lifted', () => {
    const replaced: Line = [
      'link',
      'replace-licence',
      { ...sample('replace-licence'), applicationId: 'new' },
    ]
    for (const over of [
      ['until', '2026-07-01'],
      ['gao', 'lift-suspension'],
    ] as Line[]) {
      const play = playing(suspended, over, replaced)
      expect(handsOnSuspension.act(play.record(), actor('gao'))).toEqual([])
    }
  })

  describe('of a licence that the law renews meanwhile (许可法 50)', () => {
    const filed = { ...renewal, expiresOn: '2029-03-02' }
    const mainCase = '衢柯经营〔2028〕0002号'
    const told: Line = ['link', 'note-renewed', { mainCase, unserved: true, applicationId: 'c-2' }]
    const long: Line = [
      'gao',
      'suspend-licence',
      { ...sample('suspend-licence'), suspendedUntil: '2029-06-30' },
    ]
    const sent = ({ effects }: ReturnType<typeof playing>) =>
      effects.flatMap((one) =>
        one.kind === 'act' && one.type === 'continue-suspension' ? [one] : [],
      )
    const deemed = (...lines: Line[]) =>
      applying(filed, '2028-11-01', ['kou', 'accept'], ['until', '2029-03-03'], ...lines)
    const goesOn: Line = [
      'link',
      'continue-suspension',
      { ...sample('continue-suspension'), suspendedUntil: '2029-06-30' },
    ]
    const served: Line[] = [
      ['kou', 'issue-licence'],
      ['kou', 'serve-licence', { ...sample('serve-licence'), servedOn: '2029-03-03' }],
    ]

    it.each([
      ['deemed renewed as it ends', [long, ['until', '2029-03-03'], told]],
      ['granted before its end', [long, told, ['until', '2029-03-03']]],
    ] as [string, Line[]][])('%s is handed on once, to the very case', (_, lines) => {
      const old = playing(...lines)
      expect(sent(old)).toMatchObject([
        {
          to: 'c-2',
          data: { mainCase: sample('suspend-licence').mainCase, suspendedUntil: '2029-06-30' },
        },
      ])
      old.does(['link', 'replace-licence', { ...sample('replace-licence'), applicationId: 'c-2' }])
      expect(sent(old)).toHaveLength(1)
    })

    it('is handed on by no licence that still runs, and by none whose suspension was lifted', () => {
      expect(sent(playing(long, told))).toEqual([])
      const lifted: Line = ['gao', 'lift-suspension']
      expect(sent(playing(long, ['until', '2029-03-03'], lifted, told))).toEqual([])
      expect(sent(playing(told, ['until', '2029-03-03']))).toEqual([])
    })

    it('stands in the register before the new paper is there, and under it', () => {
      const next = deemed(goesOn)
      expect(stands(next)).toEqual(['handling.issuing', 'suspended'])
      next.does(...served)
      expect(stands(next)).toEqual(['handling.valid.suspended', 'suspended'])
      next.does(['until', '2029-07-01'])
      expect(stands(next)).toEqual(['handling.valid.unchanged', 'in-force'])
    })

    it('ends on its last day or with its penalty, before the service too', () => {
      for (const over of [
        ['until', '2029-07-01'],
        ['link', 'lift-suspension'],
      ] as Line[]) {
        const next = deemed(goesOn, ['kou', 'issue-licence'], over)
        expect(stands(next)).toEqual(['handling.serving', 'in-force'])
      }
      const next = deemed(goesOn, ['link', 'lift-suspension'], ...served)
      expect(stands(next)).toEqual(['handling.valid.unchanged', 'in-force'])
    })

    it('may begin, and the licence be revoked, before it is served', () => {
      for (const paper of [[], [['kou', 'issue-licence']]] as Line[][]) {
        const next = deemed(...paper, [long[0], long[1], long[2] ?? {}])
        expect(stands(next)[1]).toBe('suspended')
        next.does(['gao', 'revoke-licence'])
        expect([...stands(next), next.record().status]).toEqual([
          'handling.revoked',
          'revoked',
          'closed',
        ])
        expect(next.effects).toContainEqual(
          expect.objectContaining({
            type: 'note-renewal-over',
            licence: renewal.licenceNumber,
          }),
        )
      }
      const foreign: Line = [
        'link',
        'revoke-licence',
        { ...sample('revoke-licence'), decidedIn: '330881' },
      ]
      expect(refusal(() => deemed(foreign)).words).toContain('只能由发证机关')
    })

    it('is none of an application that is only granted: it has no licence yet', () => {
      const only = applying(filed, '2028-11-01', ['kou', 'accept'], ...checked, ...opined, [
        'gao',
        'grant',
      ])
      expect(refusal(() => only.does(['gao', 'revoke-licence'])).words).toContain('尚未颁发')
      expect(refusal(() => only.does(['gao', 'lift-suspension'])).words).toContain('未被暂扣')
    })

    it('lets the old licence be cancelled once the renewed one is revoked', () => {
      const old = playing(['until', '2029-03-03'], told)
      const cancel: Line = [
        'gao',
        'cancel-licence',
        { ...sample('cancel-licence'), ground: 'other' },
      ]
      expect(refusal(() => old.does(cancel)).words).toContain('第五十条')
      old.does(['link', 'note-renewal-over', { mainCase }], cancel)
      expect(old.where('handling')).toBe('handling.cancelled')
    })
  })

  it('does not end before it begins', () => {
    const past = { ...sample('suspend-licence'), suspendedUntil: '2026-03-01' }
    expect(refusal(() => playing(['gao', 'suspend-licence', past])).words).toBe(
      '暂扣期限的最后一日不得早于今日',
    )
  })
})
