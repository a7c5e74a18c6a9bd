// Does what a form keeps secret stay so, whatever is made of the form?
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { saidOf } from '../../../domain/documents/said.ts'
import { judge } from '../../../domain/engine/judging/judge.ts'
import { unmaskable } from '../../../domain/engine/judging/unmask.ts'
import { hazardRectification as process } from '../../../domain/hazard-rectification/process.ts'
import { maskedWords, secretFields } from '../../../domain/model/confidential.ts'
import { definitionOf } from '../../../domain/model/process.ts'
import { processes } from '../../../domain/processes.ts'
import { publicNotice } from '../../../domain/public/notice.ts'
import { writtenIn } from '../../../domain/search/found.ts'
import { fieldsOf } from '../../../domain/views/fact-fields.ts'
import { unmasked } from '../../../domain/views/unmasked.ts'
import { reported } from '../../hazard-rectification/samples.ts'
import { actor, devices, everybody } from '../../support/people/cast.ts'
import { done, opened } from '../../support/walks/walk.ts'

const at = '2026-03-02T01:00:00.000Z'
const contact = 'CANARY-13800001111'
const { enterprise: _, suspectedMajor: __, ...told } = reported
const waiting = opened(process, { kind: 'public', id: 'public-1' }, { ...told, contact }, at)
const held = done(process, waiting, actor('lin'), 'claim')
const request = { type: 'unmask', data: { field: 'contact', reason: '电话核实' }, taskId: null }
const allowedTo = (from: typeof held) =>
  everybody()
    .filter((by) => judge(process, from.record, by, request, from.decisionContext).allowed)
    .map(({ id }) => id)

describe('what a process marks as confidential', () => {
  it('promise (secrecy): the contact of a public reporter is confidential, and no confidential field is shown outside', () => {
    expect(secretFields(process.start).map(({ name }) => name)).toEqual(['contact'])
    for (const one of Object.values(processes))
      for (const definition of [one.start, ...Object.values(one.events)])
        for (const { name } of secretFields(definition))
          expect([
            ...definition.show.party,
            ...definition.show.public,
            ...(definition.show.reporter ?? []),
          ]).not.toContain(name)
  })
  it('promise (secrecy): whatever a reporter leaves as his contact stands in no view, search text, paper or public notice', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 12, maxLength: 40 }).filter((one) => /\S{6}/.test(one)),
        (left) => {
          const data = { ...told, contact: left }
          const definition = definitionOf(process, 'report')
          const record = { ...held.record, data: { report: data } }
          const views = (['internal', 'party', 'public'] as const).map((reader) =>
            fieldsOf({ type: 'report', data }, definition, reader),
          )
          const act = { type: 'report', at, seq: 1, data }
          const said = saidOf({
            process,
            record,
            act,
            party: { name: '', code: '' },
            issuer: { name: '', government: '' },
          } as never)
          const about = {
            process: process.id,
            number: '1',
            region: '330802',
            level: null,
            enterprise: null,
          } as const
          const notice = publicNotice(
            process,
            about,
            { type: 'report', occurredAt: at, data, audience: 'public' },
            [],
          )
          const paper = [
            said.value('contact'),
            said.record.data,
            said.act,
            said.rows(['contact']),
            said.lines('contact'),
          ]
          const read = JSON.stringify([
            views,
            writtenIn(process, { type: 'report', data }),
            paper,
            notice,
          ])
          expect(read).not.toContain(JSON.stringify(left).slice(1, -1))
        },
      ),
      { numRuns: 50 },
    )
    expect(
      fieldsOf({ type: 'report', data: { contact } }, definitionOf(process, 'report'), 'internal'),
    ).toEqual([
      expect.objectContaining({ name: 'contact', value: maskedWords, confidential: true }),
    ])
  })
})

describe('who may look', () => {
  it('promise (secrecy): only who holds the task and the section chiefs of the handling office may see a confidential answer', () => {
    expect(allowedTo(waiting)).toEqual(['chen', 'fang'])
    expect(allowedTo(held)).toEqual(['lin', 'chen', 'fang'])
    expect(judge(process, held.record, devices, request, held.decisionContext)).toMatchObject({
      allowed: false,
      code: 'not-allowed',
    })
    expect(
      everybody()
        .filter((by) => unmaskable(process, held.record, by).length > 0)
        .map(({ id }) => id),
    ).toEqual(allowedTo(held))
    expect(unmasked(process, held.record, 'contact')).toEqual([
      expect.objectContaining({ value: { zh: contact, en: contact } }),
    ])
  })
  it('nobody looks without a reason, at what is not confidential, or at what nobody has said', () => {
    for (const data of [
      { field: 'contact' },
      { field: 'contact', reason: '' },
      { field: 'title', reason: '核实' },
      { field: 'constructor', reason: '核实' },
    ])
      expect(
        judge(process, held.record, actor('lin'), { ...request, data }, held.decisionContext),
      ).toMatchObject({
        allowed: false,
        code: 'invalid-input',
      })
  })
})
