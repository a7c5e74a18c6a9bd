// Who lengthens a period: its owner where the law says so, an act of its own, or a superior whose paper is named?
import { describe, expect, test } from 'vitest'
import { isExtendable } from '../../../domain/engine/clocks/obligations.ts'
import { committedRules } from '../../../domain/law/rule-book.ts'
import { processes } from '../../../domain/processes.ts'
import { matter, prosecuting } from '../../enforcement-case/samples.ts'
import { applying } from '../../hazchem-licence/playing.ts'
import { applied } from '../../hazchem-licence/samples.ts'
import { refusal } from '../acting.ts'

const extendable = Object.values(processes).flatMap((process) =>
  process.clocks.flatMap((clock) => {
    const versions = 'rule' in clock.due ? (committedRules.families.get(clock.due.rule) ?? []) : []
    const step = versions.flatMap(({ extend }) => extend)[0]
    return step && isExtendable(clock)
      ? [{ name: `${process.id} ${clock.clock}`, clock, step }]
      : []
  }),
)

test('what the office itself may lengthen is its leader’s to lengthen', () => {
  const own = extendable.filter(({ step }) => !step.outside)
  expect(own.map(({ name }) => name)).toEqual([
    'hazard-rectification public-report-handling',
    'enforcement-case decision',
    'enforcement-case party-decision',
  ])
  expect(own.map(({ clock }) => JSON.stringify(clock.clockOwner))).toSatisfy((owners: string[]) =>
    owners.every((owner) => owner.includes('"role":"leader"')),
  )
})

describe('a period that an act of its own lengthens', () => {
  const play = applying(applied, '2026-03-02', ['kou', 'accept'])

  test('is not lengthened as such, and whoever keeps it reads by which act', () => {
    const obligation = play.clock('review')?.id
    const asked = refusal(() =>
      play.does(['gao', 'extend-clock', { obligation, by: 10, reason: '复杂' }]),
    )
    expect([asked.code, asked.words]).toEqual([
      'not-possible-now',
      expect.stringContaining('只能经“延长审查期限”延长'),
    ])
  })

  test('once lengthened says that the leader has allowed it, since he has', () => {
    play.does(['gao', 'extend-review'])
    expect(play.clock('review')?.explanation.zh).toContain('经本机关负责人批准延长')
  })
})

describe('a period that only a superior lengthens', () => {
  const filed = () => {
    const play = prosecuting(matter, '2025-07-01', ['gao', 'approve-filing'])
    const obligation = play.clock('decision')?.id
    const longer = (by: number, more: object = {}) =>
      play.does(['gao', 'extend-clock', { obligation, by, reason: '案情复杂', ...more }])
    return { play, longer }
  }

  test('is lengthened by the leader once, and then by the number of the approval alone', () => {
    const { play, longer } = filed()
    longer(60)
    expect(refusal(() => longer(90)).words).toContain(
      '须经上一级安全监管部门负责人批准，请填写批准文件文号',
    )
    expect(play.due('decision')).toBe('2025-09-29')
    longer(90, { paper: '省应急函〔2025〕7号' })
    expect(play.due('decision')).toBe('2025-12-28')
    expect(play.clock('decision')?.explanation.zh).toContain(
      '经上一级安全监管部门负责人批准（省应急函〔2025〕7号）延长90日',
    )
  })
})
