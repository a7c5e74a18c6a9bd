// Whose offices have which case in hand, so that they serve, undo and correct in it?
import { expect, test } from 'vitest'
import { alarmEpisode } from '../../domain/alarm-episode/process.ts'
import { emergencyResponse } from '../../domain/emergency-response/process.ts'
import { enforcementCase } from '../../domain/enforcement-case/process.ts'
import { judgeDocumentVerb } from '../../domain/engine/judging/document-acts.ts'
import { offerCaseVerb } from '../../domain/engine/judging/judge-verbs.ts'
import type { ProcessDefinition } from '../../domain/model/process.ts'
import type { CaseRecord } from '../../domain/model/record.ts'
import type { Person } from '../../domain/organisation/actor.ts'
import { type OfficeKind, officeId } from '../../domain/organisation/offices.ts'
import type { Region } from '../../domain/organisation/regions.ts'
import type { Role } from '../../domain/organisation/roles.ts'
import { hasInHand } from '../../domain/tasks/case-offices.ts'
import { matter } from '../enforcement-case/samples.ts'
import { actor } from '../support/people/cast.ts'
import { at } from '../support/tasks-made-up.ts'
import { decisionContextAt, opened } from '../support/walks/walk.ts'

const { record } = opened(enforcementCase, actor('lin'), matter, at)
const waiting = {
  ...record,
  corrections: { '1': { about: 'x', data: {}, reason: '写错', by: 'lin' } },
}
const post = (role: Role, kind: OfficeKind, region: Region): Person => ({
  kind: 'person',
  id: `${kind}-${role}`,
  name: '某人',
  enterprise: null,
  appointments: [{ role, office: officeId(kind, region), region }],
})

const mayOf = (by: Person) => {
  const document = (type: string, data: object) =>
    judgeDocumentVerb(
      enforcementCase,
      record,
      by,
      { type, data: { document: 'd', ...data }, taskId: null },
      decisionContextAt(at),
    ).allowed
  return {
    serves: document('serve-document', { method: 'left', receiver: '门卫' }),
    voids: document('void-document', { reason: '写错' }),
    reissues: document('reissue-document', { reason: '写错' }),
    asks: offerCaseVerb(enforcementCase, waiting, by, 'request-correction').allowed,
    approves: offerCaseVerb(enforcementCase, waiting, by, 'approve-correction').allowed,
  }
}
const nothing = { serves: false, voids: false, reissues: false, asks: false, approves: false }

test.each([
  ['who keeps the platform of the city', post('administrator', 'administration', '330800')],
  ['who keeps the platform of the county', post('administrator', 'administration', '330802')],
  ['the duty officer of the fire brigade', post('duty-officer', 'fire', '330800')],
  ['the leader of the transport bureau', post('leader', 'transport', '330800')],
  ['the chief of the hazardous chemicals section', post('section-chief', 'hazchem', '330800')],
  ['the chief of another county', post('section-chief', 'enforcement', '330881')],
  ['a supervisor of the province', actor('sheng')],
])(
  'promise (secrecy): %s serves, undoes and corrects nothing in a penalty of the county',
  (_, by) => {
    expect(mayOf(by)).toEqual(nothing)
  },
)

test('the offices that a penalty names, and their leaders, do', () => {
  const all = { serves: true, voids: true, reissues: true, asks: true, approves: true }
  for (const who of ['chen', 'gao', 'shi', 'ke'])
    expect([who, mayOf(actor(who))]).toEqual([who, all])
  for (const who of ['lin', 'hao'])
    expect([who, mayOf(actor(who))]).toEqual([who, { ...nothing, serves: true, asks: true }])
  expect(mayOf(actor('yu'))).toEqual({ ...all, approves: false })
})

test('in the city’s own case it is the sections of the city that the process names', () => {
  const own: CaseRecord = { ...record, region: '330800' }
  const inHand = (kind: OfficeKind, region: Region = '330800') =>
    hasInHand(enforcementCase, own, { office: officeId(kind, region) })
  for (const kind of ['enforcement', 'legal', 'leadership', 'committee'] as const)
    expect([kind, inHand(kind)]).toEqual([kind, true])
  for (const kind of ['hazchem', 'window', 'command', 'fire', 'police', 'administration'] as const)
    expect([kind, inHand(kind)]).toEqual([kind, false])
  expect(inHand('enforcement', '330802')).toBe(false)
})

test('a bureau has an alarm in hand where it is competent for it, and an emergency because its plan names it', () => {
  const inHand = (process: ProcessDefinition, context: Record<string, unknown>) =>
    hasInHand(
      process,
      { ...record, snapshot: { ...record.snapshot, context } },
      { office: officeId('fire', '330800') },
    )
  const competent = { competent: { office: 'fire', level: 'city' } }
  expect([inHand(alarmEpisode, {}), inHand(alarmEpisode, competent)]).toEqual([false, true])
  expect(inHand(emergencyResponse, {})).toBe(true)
})
