// When does a case stand in the register, as what, and what does it send on to the licence held before?
import { describe, expect, test } from 'vitest'
import { linksFor } from '../../../api/reading/fact-parts.ts'
import { obeyLink } from '../../../domain/engine/linked.ts'
import { hazchemLicence as process } from '../../../domain/hazchem-licence/process.ts'
import { statesOf } from '../../../domain/model/chart.ts'
import type { ProcessDefinition } from '../../../domain/model/process.ts'
import { processes } from '../../../domain/processes.ts'
import { entryOf, standingWords } from '../../../domain/registers/licences/entry.ts'
import { applying, checked, issued, opined, sample } from '../../hazchem-licence/playing.ts'
import { applied, change, renewal } from '../../hazchem-licence/samples.ts'
import type { Line } from '../../support/processes/lines.ts'
import { decisionContextAt } from '../../support/walks/walk.ts'

const granted: Line[] = [['kou', 'accept'], ...checked, ...opined, ['gao', 'grant']]
const at = '2026-04-01T01:00:00.000Z'

describe.each(Object.values(processes).filter(({ register }) => register))(
  'the register of $id',
  (one: ProcessDefinition) => {
    test('names only states of the chart, and every end of a licence', () => {
      const names = statesOf(one.machine).map(({ name }) => name)
      expect(Object.keys(one.register!.standing).filter((name) => !names.includes(name))).toEqual(
        [],
      )
    })
  },
)

describe('an entry', () => {
  test('is there from the service of the licence on, and follows it to its end', () => {
    const play = applying(applied, '2026-03-02', ...granted, ['kou', 'issue-licence'])
    expect(entryOf(process, play.record())).toBeNull()
    play.does(['kou', 'serve-licence'])
    expect(entryOf(process, play.record())).toMatchObject({
      number: '浙衢危化经字〔2026〕000001',
      scope: '甲醇；乙醇',
      mode: '批发（无储存）',
      premises: '试验路1号',
      standing: 'in-force',
      validFrom: '2026-03-02',
      validUntil: '2029-03-02',
      replaces: null,
    })
    play.does(['gao', 'cancel-licence'])
    expect(entryOf(process, play.record())?.standing).toBe('cancelled')
  })
  test('is there from the last instant of the old licence on, under its number, when the law deems it renewed', () => {
    const play = applying(renewal, '2026-03-02', ['kou', 'accept'], ['until', '2026-08-10'])
    expect(entryOf(process, play.record())).toBeNull()
    play.does(['until', '2026-08-11'])
    const term = {
      validFrom: '2026-08-10',
      validUntil: '2029-08-10',
      standing: 'in-force',
      replaces: renewal.licenceNumber,
    }
    expect(entryOf(process, play.record())).toMatchObject({
      ...term,
      number: renewal.licenceNumber,
    })
    play.does([
      'kou',
      'issue-licence',
      { ...sample('issue-licence'), licenceNumber: '浙衢危化经字〔2026〕000009' },
    ])
    expect(entryOf(process, play.record())).toMatchObject({
      ...term,
      number: '浙衢危化经字〔2026〕000009',
    })
  })
  test('of somebody who applies anew stands in place of nothing, whatever he has typed', () => {
    const typed = { ...applied, licenceNumber: renewal.licenceNumber }
    expect(
      entryOf(process, applying(typed, '2026-03-02', ...granted, ...issued('2026-03-02')).record())
        ?.replaces,
    ).toBeNull()
  })
  test('is not in force before its first day nor after its last', () => {
    const one = { standing: 'in-force', validFrom: '2026-08-10', validUntil: '2029-08-10' } as const
    expect(
      ['2026-08-09', '2026-08-10', '2029-08-10', '2029-08-11'].map(
        (day) => standingWords(one, day).zh,
      ),
    ).toEqual(['尚未生效', '有效', '有效', '有效期届满'])
  })
})

describe('the licence held before', () => {
  const sent = (play: ReturnType<typeof applying>) =>
    play.effects.flatMap((effect) => (effect.kind === 'act' ? [effect] : []))

  test('is notified of an application for renewal or change, and replaced once the new one is in force', () => {
    const play = applying(renewal, '2026-03-02', ...granted, ...issued('2026-03-02'))
    expect(sent(play)).toMatchObject([
      { type: 'note-renewed', licence: renewal.licenceNumber, data: { unserved: true } },
      {
        owner: renewal.enterprise,
        type: 'replace-licence',
        licence: renewal.licenceNumber,
        whileOpen: true,
        notBefore: '2026-08-09T16:00:00.000Z',
      },
      {
        type: 'note-renewed',
        licence: renewal.licenceNumber,
        notBefore: '2026-03-02T01:00:00.000Z',
      },
    ])
    const { links = [] } = play.record()
    expect(links.map(({ status, licence }) => [status, licence])).toEqual(
      Array(4).fill(['waiting', renewal.licenceNumber]),
    )
    expect(new Set(links.map(({ id }) => id)).size).toBe(4)
    expect(
      linksFor({ process, record: play.record(), related: [], opener: null }).map(
        ({ words }) => words.zh,
      ),
    ).toEqual([
      '告知原许可证案件已提出申请',
      '告知原许可证案件延期已获准',
      '替换原许可证',
      '告知原许可证案件延期已获准',
    ])
    const filed = (one: typeof play) =>
      process.start.sends?.map(({ act }) => act(one.record(), { kind: 'system' }))
    expect(filed(play)).toMatchObject([{ type: 'note-renewal', licence: renewal.licenceNumber }])
    expect(filed(applying(change, '2026-03-02'))).toMatchObject([{ type: 'note-filing' }])
    const first = applying(applied, '2026-03-02', ...granted, ...issued('2026-03-02'))
    expect([sent(first), first.record().links]).toEqual([[], undefined])
  })

  test('does what it is sent only if its event allows that, and only while it can', () => {
    const play = applying(applied, '2026-03-02', ...granted, ...issued('2026-03-02'))
    const obey = (type: string, data: Record<string, unknown>) =>
      obeyLink(process, play.record(), { type, data, at }, decisionContextAt(at)).record
    expect(entryOf(process, obey('replace-licence', sample('replace-licence')))?.standing).toBe(
      'replaced',
    )
    expect(entryOf(process, obey('revoke-licence', sample('revoke-licence')))?.standing).toBe(
      'revoked',
    )
    expect(obey('replace-licence', sample('replace-licence')).status).toBe('closed')
    for (const [type, data] of [
      ['grant', sample('grant')],
      ['replace-licence', {}],
      ['toString', {}],
    ] as const)
      expect(() => obey(type, data)).toThrow()
    play.does(['gao', 'cancel-licence'])
    expect(() => obey('revoke-licence', sample('revoke-licence'))).toThrow()
  })

  test('needs no more reminders as soon as the renewal has been applied for', () => {
    const play = applying(applied, '2026-03-02', ...granted, ...issued('2026-03-02'), [
      'until',
      '2028-11-02',
    ])
    const notices = () =>
      play.effects.filter(
        (one) => one.kind === 'notice' && one.obligation === play.clock('renewal-application')?.id,
      )
    expect(play.due('renewal-application')).toBe('2028-12-02')
    expect(notices()).toMatchObject([
      {
        groups: expect.arrayContaining([
          '330802-bureau/clerk',
          'enterprise:e-1/enterprise-principal',
        ]),
      },
    ])
    play.does(
      ['link', 'note-renewal', { mainCase: '衢柯经营〔2028〕0002号' }],
      ['until', '2029-01-10'],
    )
    expect(notices()).toHaveLength(1)
    expect(play.clock('renewal-application')?.status).toBe('met')
  })

  test.each([
    ['is reminded of its end as long as nothing is granted', [], 1],
    [
      'is not reminded of its end any more once the renewal is served, and ends on its day',
      ['link', 'note-renewed'] as Line,
      0,
    ],
  ])('%s', (_name, line, reminders) => {
    const play = applying(
      applied,
      '2026-03-02',
      ...granted,
      ...issued('2026-03-02'),
      ['until', '2028-11-02'],
      ['link', 'note-renewal'],
    )
    if (line.length > 0) play.does(line as Line)
    play.does(['until', '2029-01-31'])
    const notices = play.effects.filter(
      (one) =>
        one.kind === 'notice' &&
        one.escalationLevel === 'warning' &&
        one.obligation === play.clock('validity')?.id,
    )
    expect(notices).toHaveLength(reminders)
    expect(play.clock('validity')).toMatchObject({ status: 'running', due: '2029-03-02' })
    play.does(['until', '2029-03-03'])
    expect(entryOf(process, play.record())?.standing).toBe('expired')
  })
})
