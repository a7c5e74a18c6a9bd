// Does a hazard of the first chart go only the ways it may?
import { describe, expect, it } from 'vitest'
import { hazardRectification1 as hazardRectification } from '../../domain/hazard-rectification/process@1.ts'
import { machine1 as machine } from '../../domain/hazard-rectification/statechart@1.ts'
import { candidates, isFinished, restore, stateKey } from '../../domain/model/chart.ts'
import type { CaseEvent } from '../../domain/model/process.ts'
import type { Snapshot } from '../../domain/model/record.ts'
import {
  act,
  caseAfter,
  city,
  fail,
  opened,
  order,
  overdue,
  pass,
  province,
  red,
  reportRectified,
  verify,
  writeOff,
} from './charted@1.ts'

const where = (...acts: CaseEvent[]) => stateKey(caseAfter(...acts).value)
const may = (snapshot: Snapshot, one: CaseEvent) => restore(machine, snapshot).can(one)

const late = [verify, order, overdue, red]

describe('handling', () => {
  it('a new report waits for two inspectors and is not supervised', () => {
    expect(stateKey(opened().value)).toBe('handling.verifying|supervision.none')
    expect(opened().context).toMatchObject({
      reporter: 'safety',
      enterprise: 'works',
      overdue: false,
      failedRechecks: 0,
    })
  })

  it('verified, ordered, rectified, re-checked, written off: the case is over and was never supervised', () => {
    const end = caseAfter(verify, order, reportRectified, pass, writeOff)
    expect(stateKey(end.value)).toBe('handling.written-off|supervision.not-needed')
    expect(isFinished(end)).toBe(true)
    expect(end.context).toMatchObject({
      grade: 'major',
      verifiers: ['anna', 'bao'],
      orderer: 'anna',
      rectifier: 'principal',
      rechecker: 'bao',
    })
  })

  it('a failed re-check leads back to rectifying with a new date, as often as needed, and then it may pass', () => {
    const twice = caseAfter(verify, order, reportRectified, fail, reportRectified, fail)
    expect(stateKey(twice.value)).toBe('handling.rectifying|supervision.none')
    expect(twice.context).toMatchObject({ failedRechecks: 2, overdue: false })
    expect(
      where(verify, order, reportRectified, fail, reportRectified, fail, reportRectified, pass),
    ).toBe('handling.accepting|supervision.none')
  })

  it('a report that is no hazard is rejected, a mistaken one withdrawn by its reporter alone', () => {
    expect(where(act('anna', 'reject', { reason: '不属实' }))).toBe(
      'handling.rejected|supervision.not-needed',
    )
    expect(where(act('safety', 'withdraw', { reason: '重复' }))).toBe(
      'handling.withdrawn|supervision.not-needed',
    )
    expect(may(opened(), act('principal', 'withdraw', { reason: '重复' }))).toBe(false)
    expect(may(caseAfter(verify), act('safety', 'withdraw', { reason: '重复' }))).toBe(false)
  })

  it('an order and a write-off can be returned to the step before, and to no other', () => {
    expect(where(verify, act('anna', 'return', { to: 'handling.verifying' }))).toBe(
      'handling.verifying|supervision.none',
    )
    expect(
      where(
        verify,
        order,
        reportRectified,
        pass,
        act('chief', 'return', { to: 'handling.rechecking' }),
      ),
    ).toBe('handling.rechecking|supervision.none')
    expect(
      may(
        caseAfter(verify, order, reportRectified, pass),
        act('chief', 'return', { to: 'handling.verifying' }),
      ),
    ).toBe(false)
    expect(candidates(machine, caseAfter(verify, order, reportRectified), 'return')).toEqual([])
  })

  it('neither the orderer re-checks nor the re-checker writes off', () => {
    const rechecking = caseAfter(verify, order, reportRectified)
    expect(may(rechecking, act('anna', 're-check-passed'))).toBe(false)
    expect(may(rechecking, act('anna', 're-check-failed', { dueDate: '2026-04-01' }))).toBe(false)
    expect(may(caseAfter(verify, order, reportRectified, pass), act('bao', 'write-off'))).toBe(
      false,
    )
  })
})

describe('supervision', () => {
  it('climbs from red to city to province and waits each time to be acknowledged', () => {
    expect(where(...late)).toBe('handling.rectifying|supervision.red.told')
    expect(where(...late, act('chief', 'acknowledge'))).toBe(
      'handling.rectifying|supervision.red.acknowledged',
    )
    expect(where(...late, city)).toBe('handling.rectifying|supervision.city.told')
    expect(where(...late, city, act('city', 'acknowledge'), province)).toBe(
      'handling.rectifying|supervision.province.told',
    )
  })

  it('leaves out no level', () => {
    expect(may(caseAfter(verify, order), city)).toBe(false)
    expect(may(caseAfter(...late), province)).toBe(false)
  })

  it('is acknowledged once', () =>
    expect(may(caseAfter(...late, act('chief', 'acknowledge')), act('chief', 'acknowledge'))).toBe(
      false,
    ))

  it('keeps its level when a later order runs late again, and only climbs', () => {
    const again = [...late, city, act('city', 'acknowledge'), reportRectified, fail]
    expect(caseAfter(...again).context).toMatchObject({ overdue: false })
    expect(where(...again, overdue, red, city)).toBe(
      'handling.rectifying|supervision.city.acknowledged',
    )
    expect(caseAfter(...again, red).context).toMatchObject({ overdue: true })
    expect(where(...again, overdue, red, city, province)).toBe(
      'handling.rectifying|supervision.province.told',
    )
  })

  it.each([[[red]], [[red, city]], [[red, city, province]]])(
    'is lifted when the hazard is written off',
    (climb) => {
      const end = caseAfter(verify, order, overdue, ...climb, reportRectified, pass, writeOff)
      expect(stateKey(end.value)).toBe('handling.written-off|supervision.lifted')
      expect(isFinished(end)).toBe(true)
    },
  )
})

describe('the mark in lists', () => {
  const level = (snapshot: Snapshot) =>
    hazardRectification.level({
      status: isFinished(snapshot) ? 'closed' : 'open',
      snapshot,
    } as never)
  it('is 1 for province, 2 for city, 3 for county, 4 for a major hazard, none otherwise', () => {
    expect(
      [late, [...late, city], [...late, city, province]].map((acts) => level(caseAfter(...acts))),
    ).toEqual([3, 2, 1])
    expect(level(caseAfter(verify))).toBe(4)
    expect(level(caseAfter(act('anna', 'verify', { grade: 'general' })))).toBe(null)
    expect(level(caseAfter(...late, reportRectified, pass, writeOff))).toBe(null)
  })
})
