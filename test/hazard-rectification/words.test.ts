// Is everything named in both languages, does each form fit its schema, and does nothing internal leave the authorities?
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { hazardRectification1 } from '../../domain/hazard-rectification/process@1.ts'
import { hazardRectification } from '../../domain/hazard-rectification/process.ts'
import type { Actor } from '../../domain/organisation/actor.ts'
import { processes, processFor } from '../../domain/processes.ts'
import { checkWords, eventsOf } from '../support/processes/process-words.ts'
import { samples } from './samples.ts'

const { events } = hazardRectification
const all = eventsOf(hazardRectification)

/** What only colleagues may read, by event; `opinion` nowhere else either. */
const internal = [
  'report.enterprise',
  'report.enterpriseName',
  'report.region',
  'report.source',
  'report.contact',
  'verify.findings',
  'verify.photos',
  'verify.enterprise',
  'acknowledge.measures',
  'raise-supervision.reason',
]

checkWords({
  process: hazardRectification,
  samples,
  sharedTasks: true,
  internal,
  parents: ['handling', 'supervision'],
  filledByServer: { report: ['enterpriseName', 'region'], verify: ['enterpriseName'] },
})

describe('events', () => {
  it('refuse what they do not know, blanks, false dates and long texts', () => {
    const order = (data: object) =>
      v.safeParse(events['issue-order']?.schema as never, {
        dueDate: '2026-03-20',
        requirements: '装门',
        ...data,
      }).success
    expect(order({})).toBe(true)
    expect(order({ extra: 1 })).toBe(false)
    expect(order({ requirements: ' ' })).toBe(false)
    expect(order({ dueDate: '2026-02-31' })).toBe(false)
    expect(order({ dueDate: '20-03-2026' })).toBe(false)
    expect(order({ requirements: 'x'.repeat(4001) })).toBe(false)
    const rectified = (photos: unknown) =>
      v.safeParse(events['report-rectified']?.schema as never, { description: '已装门', photos })
        .success
    expect(rectified([])).toBe(true)
    expect(rectified(['../../etc/passwd'])).toBe(false)
    expect(
      rectified(Array.from({ length: 21 }, () => '3f0c2c7e-6c39-4d0b-9d5e-0d8a1f2b3c4d')),
    ).toBe(false)
  })

  it('that close or bind carry their effect and article', () => {
    expect(all.filter(([, { consequence }]) => consequence).map(([type]) => type)).toEqual([
      'reject',
      'join',
      'take-measures',
      'list-hazard',
      'de-list',
      'issue-order',
      'approve-resume',
      'write-off',
      'order-stop',
      'notify-power-cut',
      'propose-closure',
      'record-closure',
    ])
    for (const [, { consequence }] of all)
      if (consequence) expect(consequence.article).toMatch(/第.+条|号/)
  })
})

describe('what leaves the authorities', () => {
  it('to the public is what is announced, and nothing else', () => {
    expect(
      all
        .filter(([, { audience }]) => audience === 'public')
        .map(([type, { show }]) => [type, show.public]),
    ).toEqual([
      ['publish-listing', ['publicSummary', 'medium']],
      ['publish-delisting', ['publicSummary', 'medium']],
      ['write-off', ['publicSummary']],
      ['record-closure', ['publicSummary']],
    ])
  })
})

describe('the door', () => {
  const inspector: Actor = {
    kind: 'person',
    id: 'anna',
    name: 'anna',
    enterprise: null,
    appointments: [],
  }
  const data = { title: '配电箱无门', region: '330822', enterprise: 'works', site: '一车间' }

  it('describes the case from the report; people of an enterprise report for their own', () => {
    expect(hazardRectification.describe(data, inspector)).toEqual({
      title: '配电箱无门',
      region: '330822',
      owner: 'works',
      site: '一车间',
    })
    expect(hazardRectification.describe(data, { ...inspector, enterprise: 'own' }).owner).toBe(
      'own',
    )
    expect(hazardRectification.describe({}, inspector)).toEqual({
      title: '',
      region: '',
      owner: null,
      site: null,
    })
  })

  it('is found by id and version', () => {
    expect(processes['hazard-rectification']).toBe(hazardRectification)
    expect(processFor('hazard-rectification', 2)).toBe(hazardRectification)
    expect(processFor('hazard-rectification', 1)).toBe(hazardRectification1)
    expect(processFor('hazard-rectification', 3)).toBeUndefined()
  })
})
