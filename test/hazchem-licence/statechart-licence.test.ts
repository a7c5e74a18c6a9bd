// Does a licence go only the ways it may, and does a bar on applying again hold?
import { describe, expect, it } from 'vitest'
import { fits } from '../../domain/engine/judging/judge-clocks.ts'
import { hazchemLicence } from '../../domain/hazchem-licence/process.ts'
import { entryOf } from '../../domain/registers/licences/entry.ts'
import { refusal } from '../case/acting.ts'
import { actor } from '../support/people/cast.ts'
import type { Line } from '../support/processes/lines.ts'
import { accepted, words } from './charted.ts'
import { applying, checked, issued, opined, sample } from './playing.ts'
import { applied, change, lateRenewal, renewal } from './samples.ts'

describe('the licence', () => {
  const granted = (form = applied, on = '2026-04-24') =>
    applying(form, on, accepted, ...checked, ...opined, ['gao', 'grant'])

  it('example 5: decided on 24 April 2026 it is served by 12 May, and lasts three years', () => {
    const play = granted()
    expect([play.due('certificate-delivery'), play.due('promised-delivery')]).toEqual([
      '2026-05-12',
      '2026-04-27',
    ])
    play.does(...issued('2026-04-24'))
    expect([play.due('validity'), play.due('renewal-application')]).toEqual([
      '2029-04-24',
      '2029-01-24',
    ])
    expect(play.clock('renewal-application')?.escalationLevels[0]?.plannedAt).toBe(
      '2028-12-25T01:00:00.000Z',
    )
    play.does(['until', '2029-04-25'])
    expect([play.where('handling'), play.record().status]).toEqual(['handling.expired', 'open'])
  })

  it('not renewed when it ends, it is cancelled by its licensor, who announces it (许可法 70)', () => {
    const play = granted(applied, '2026-03-02')
    play.does(...issued('2026-03-02'))
    const ended: Line = [
      'gao',
      'cancel-licence',
      { ...sample('cancel-licence'), ground: 'not-renewed' },
    ]
    expect(refusal(() => play.does(ended)).words).toContain('尚未届满')
    play.does(['until', '2029-03-05'])
    expect(play.where('handling')).toBe('handling.expired')
    play.does(ended)
    expect([play.where('handling'), play.record().status]).toEqual(['handling.cancelled', 'closed'])
    expect(entryOf(hazchemLicence, play.record())?.standing).toBe('cancelled')
    expect(play.facts.at(-1)).toMatchObject({ type: 'cancel-licence', audience: 'public' })
  })

  it('ended with a renewal applied for, it is cancelled by nobody who has not read of that', () => {
    const play = granted(applied, '2026-03-02')
    play.does(...issued('2026-03-02'))
    const hint = () =>
      hazchemLicence.events['cancel-licence']
        ?.fieldsFor?.(play.record())
        .find(({ name }) => name === 'ground')?.hint
    expect(hint()).toBeUndefined()
    play.does(['link', 'note-renewal', { ...sample('note-renewal'), applicationId: 'c-2' }])
    expect(hint()?.zh).toContain('请先查明其结果')
  })

  it.each([
    ['granted', ['gao', 'grant']],
    ['deemed', ['until', '2029-03-03']],
  ] as [string, Line][])(
    'ended, but its renewal %s and not served yet, it is cancelled by nobody (许可法 50)',
    (_, decided) => {
      const filed = { ...renewal, expiresOn: '2029-03-02' }
      const next = applying(filed, '2028-11-01', accepted, ...checked, ...opined, decided)
      const sent = (type: string) =>
        next.effects.find((one) => one.kind === 'act' && one.about === type)
      expect(sent(decided[1] === 'grant' ? 'grant' : 'deem-renewed')).toMatchObject({
        type: 'note-renewed',
        licence: renewal.licenceNumber,
        data: { unserved: true },
      })
      const told: Line = [
        'link',
        'note-renewed',
        { mainCase: '衢柯经营〔2028〕0002号', unserved: true },
      ]
      const play = granted(applied, '2026-03-02')
      play.does(...issued('2026-03-02'), ['until', '2029-03-05'], told)
      const cancel = (ground: string): Line => [
        'gao',
        'cancel-licence',
        { ...sample('cancel-licence'), ground },
      ]
      for (const ground of ['not-renewed', 'request'])
        expect(refusal(() => play.does(cancel(ground))).words).toContain('衢柯经营〔2028〕0002号')
      play.does(['link', 'note-renewed', sample('note-renewed')], cancel('not-renewed'))
      expect(play.where('handling')).toBe('handling.cancelled')
    },
  )

  it('a renewal granted too late for it to go on keeps nobody from cancelling it', () => {
    const next = applying(lateRenewal, '2026-05-04', accepted, ...checked, ...opined)
    next.does(['until', '2026-05-25'], ['gao', 'grant'])
    expect(next.effects.filter((one) => one.kind === 'act' && one.about === 'grant')).toEqual([])
  })

  it('ended, it is replaced by a renewal that was granted late', () => {
    const play = granted(applied, '2026-03-02')
    play.does(...issued('2026-03-02'), ['until', '2029-03-05'], ['link', 'replace-licence'])
    expect([play.where('handling'), play.record().status]).toEqual(['handling.replaced', 'closed'])
  })

  it('example 6: a change of 31 March is applied for by 29 April; received on 20 April it is decided by 7 May and ends as before', () => {
    const licence = granted(applied, '2026-03-02')
    licence.does(
      ...issued('2026-03-02'),
      ['until', '2026-03-31'],
      ['qi', 'note-change', { what: 'principal', changedOn: '2026-03-31' }],
    )
    expect([licence.due('change-filing'), licence.where('handling')]).toEqual([
      '2026-04-29',
      'handling.valid.changed',
    ])
    licence.does(['link', 'note-filing'])
    expect([licence.clock('change-filing')?.status, licence.where('handling')]).toEqual([
      'met',
      'handling.valid.unchanged',
    ])

    const play = applying({ ...change, changedOn: '2026-03-31' }, '2026-04-20')
    expect(play.due('change-decision')).toBe('2026-05-07')
    play.does(accepted)
    expect(words(play, ['shen', 'begin-expert-review'])).toContain('第十五条')
    expect(words(play, ['gao', 'extend-review'])).toContain('第十五条')
    play.does(['shen', 'waive-site-check'], ...opined, ['gao', 'grant'], ...issued('2026-04-20'))
    expect([play.due('validity-kept'), play.clock('validity')]).toEqual(['2026-08-10', undefined])
  })

  it('example 7: renewed in time and undecided it is deemed renewed, and goes on from its end', () => {
    const play = applying({ ...renewal, expiresOn: '2027-03-15' }, '2026-12-10', accepted)
    expect(play.context()).toMatchObject({ late: false })
    play.does(['until', '2027-03-15'])
    expect(play.where('handling')).toBe('handling.reviewing.preparing')
    play.does(['until', '2027-03-16'])
    expect([
      play.where('handling'),
      play.context().renewedUnserved,
      play.context().decidedOn,
    ]).toEqual(['handling.issuing', true, '2027-03-15'])
    play.does(...issued('2027-03-16'))
    expect(play.due('validity')).toBe('2030-03-15')
  })

  it('no clock of a licence that ends on a day is stretched: undecided by then it is deemed renewed', () => {
    const play = applying({ ...renewal, expiresOn: '2026-06-15' }, '2026-03-02', accepted)
    const stretched = (clock: string) =>
      refusal(() =>
        play.act(actor('chen'), 'extend-clock', {
          obligation: play.clock(clock)?.id,
          by: 60,
          reason: '材料较多',
        }),
      ).code
    expect(stretched('deemed-renewal')).toBe('not-possible-now')
    play.does(['until', '2026-06-20'])
    expect([play.where('handling'), play.context().renewedUnserved]).toEqual([
      'handling.issuing',
      true,
    ])
    const late = applying(lateRenewal, '2026-03-02')
      .record()
      .obligations.find(({ clock }) => clock === 'late-renewal')
    expect(late && fits(hazchemLicence, 'extend-clock', late)).toBe(false)
  })

  it('example 7: filed a day late it is flagged, and nothing is deemed', () => {
    const play = applying({ ...renewal, expiresOn: '2027-03-15' }, '2026-12-16', accepted)
    expect([
      play.context().late,
      hazchemLicence.level(play.record()),
      play.clock('deemed-renewal'),
    ]).toEqual([true, 3, undefined])
    play.does(['until', '2027-03-17'])
    expect(play.where('handling')).toBe('handling.reviewing.preparing')
    expect(applying(lateRenewal, '2026-03-02').due('late-renewal')).toBe('2026-05-20')
  })

  it.each([
    [
      'decided on after its end it runs from its issue',
      '2026-03-20',
      '2026-04-13',
      '2026-04-13',
      '2029-04-13',
    ],
    [
      'for a licence that had ended before it runs from its issue',
      '2026-01-15',
      '2026-04-13',
      '2026-04-13',
      '2029-04-13',
    ],
    [
      'decided on by its last day it goes on from there',
      '2026-04-13',
      '2026-04-20',
      '2026-04-13',
      '2029-04-13',
    ],
  ])('a renewal filed late and %s', (_, expiresOn, issuedOn, from, until) => {
    const play = applying(
      { ...renewal, expiresOn },
      '2026-03-02',
      accepted,
      ...checked,
      ...opined,
      ['until', '2026-04-13'],
    )
    play.does(['gao', 'grant'], ['until', issuedOn], ...issued(issuedOn))
    expect([play.context().validFrom, play.context().validUntil, play.due('validity')]).toEqual([
      from,
      until,
      until,
    ])
    expect(hazchemLicence.register?.content(play.record())).toMatchObject({
      validFrom: from,
      validUntil: until,
    })
  })

  it.each([
    ['cancel-licence', 0, 'handling.cancelled', 'closed', 'bar.not-needed'],
    ['revoke-licence', 0, 'handling.revoked', 'closed', 'bar.not-needed'],
    ['annul-licence', 1, 'handling.annulled', 'closed', 'bar.not-needed'],
    ['annul-licence', 0, 'handling.annulled', 'open', 'bar.barred'],
  ])('%s %i ends it: %s', (type, at, state, status, bar) => {
    const play = granted(applied, '2026-03-02')
    play.does(...issued('2026-03-02'), ['gao', type, sample(type, at)])
    expect([play.where('handling'), play.record().status, play.where('bar')]).toEqual([
      state,
      status,
      bar,
    ])
  })
})

describe('a bar on applying again', () => {
  const hindered = (play: ReturnType<typeof applying>, kind = 'new') =>
    hazchemLicence.hindrance?.(play.record(), { data: { kind }, at: '2026-06-01T01:00:00.000Z' })

  it('lasts a year after false material, is told with its end, and ends by itself', () => {
    const play = applying(applied, '2026-03-02', [
      'kou',
      'refuse-acceptance',
      sample('refuse-acceptance', 2),
    ])
    expect([play.where('handling'), play.where('bar'), play.due('reapply-bar-false')]).toEqual([
      'handling.not-accepted',
      'bar.barred',
      '2027-03-02',
    ])
    expect(hindered(play)?.zh).toMatch(/2027-03-02.*第七十八条/)
    expect(hindered(play, 'change')).toBeNull()
    play.does(['until', '2027-03-03'])
    expect([play.where('bar'), play.record().status]).toEqual(['bar.lifted', 'closed'])
    expect(hindered(play)).toBeNull()
  })

  it('lasts three years after fraud', () => {
    const play = applying(
      applied,
      '2026-03-02',
      accepted,
      ...checked,
      ...opined,
      ['gao', 'grant'],
      ...issued('2026-03-02'),
    )
    expect(hindered(play)).toBeNull()
    play.does(['gao', 'annul-licence'])
    expect(play.due('reapply-bar-fraud')).toBe('2029-03-02')
    expect(hindered(play)?.zh).toMatch(/2029-03-02.*第七十九条/)
  })

  it('stands beside a refusal that is still to be served', () => {
    const play = applying(applied, '2026-03-02', accepted, ...checked, ...opined, [
      'gao',
      'refuse',
      sample('refuse', 1),
    ])
    expect([play.where('handling'), play.where('bar')]).toEqual(['handling.refusing', 'bar.barred'])
    play.does(['kou', 'serve-refusal'])
    expect(play.record().status).toBe('open')
  })
})
