// Who may do what with a document, and does service wait for what it serves?
import { expect, test } from 'vitest'
import { judge } from '../../domain/engine/judging/judge.ts'
import { hazchemLicence as process } from '../../domain/hazchem-licence/process.ts'
import type { KnownDocument } from '../../domain/model/document.ts'
import { applying, checked, opined, sample } from '../hazchem-licence/playing.ts'
import { applied } from '../hazchem-licence/samples.ts'
import { actor } from '../support/people/cast.ts'
import { decisionContextAt } from '../support/walks/walk.ts'

const at = '2026-03-02T01:00:00.000Z'
const known = (more: Partial<KnownDocument> = {}): KnownDocument => ({
  id: 'd1',
  kind: 'licence-original',
  version: 1,
  seq: 9,
  title: '许可证',
  number: '1号',
  audience: 'party',
  state: 'issued',
  served: false,
  ...more,
})
const toServe = () =>
  applying(
    applied,
    '2026-03-02',
    ['kou', 'accept'],
    ...checked,
    ...opined,
    ['gao', 'grant'],
    ['kou', 'issue-licence'],
  ).record()
const texts = (
  who: Parameters<typeof actor>[0],
  type: string,
  data: Record<string, unknown>,
  documents: KnownDocument[],
  record = toServe(),
) => {
  const verdict = judge(
    process,
    record,
    actor(who),
    { type, data, taskId: null },
    { ...decisionContextAt(at), documents },
  )
  return verdict.allowed
    ? 'allowed'
    : `${verdict.code}: ${verdict.reasons.map(({ zh }) => zh).join()}`
}
const served = { ...sample('serve-licence'), servedOn: '2026-03-02' }

test('a licence is served when it is made, and not while it is being made or after it is void', () => {
  expect(texts('kou', 'serve-licence', served, [known()])).toBe('allowed')
  expect(texts('kou', 'serve-licence', served, [known({ state: 'issuing' })])).toMatch(
    /尚未制作完成/,
  )
  expect(texts('kou', 'serve-licence', served, [known({ state: 'void' })])).toMatch(/请先重新制发/)
  expect(
    texts('kou', 'serve-licence', served, [
      known({ state: 'replaced' }),
      known({ id: 'd2', version: 2 }),
    ]),
  ).toBe('allowed')
  expect(texts('kou', 'serve-licence', served, [])).toBe('allowed')
})

test('whoever belongs to an office of the case serves; a chief or leader undoes; the party does neither', () => {
  const service = { document: 'd1', method: 'counter', receiver: '毛总' }
  const end = { document: 'd1', reason: '印章不清' }
  expect(texts('kou', 'serve-document', service, [known()])).toBe('allowed')
  expect(texts('kou', 'serve-document', { ...service, method: 'owl' }, [known()])).toMatch(
    /invalid-input/,
  )
  expect(texts('kou', 'serve-document', service, [known({ audience: 'internal' })])).toMatch(
    /not-possible-now/,
  )
  for (const type of ['void-document', 'reissue-document']) {
    expect(texts('kou', type, end, [known()])).toMatch(/not-allowed/)
    expect(texts('mao', type, end, [known()])).toMatch(/not-allowed/)
    expect(texts('chen', type, end, [known()])).toBe('allowed')
    expect(texts('chen', type, { document: 'd1' }, [known()])).toMatch(/invalid-input/)
    expect(texts('chen', type, end, [known({ id: 'd9' })])).toMatch(/not-found/)
    expect(texts('chen', type, end, [known({ state: 'replaced' })])).toMatch(/not-possible-now/)
  }
})

test('only its own people open a document for the enterprise', () => {
  expect(texts('mao', 'open-document', { document: 'd1' }, [known()])).toBe('allowed')
  expect(texts('chen', 'open-document', { document: 'd1' }, [known()])).toMatch(/not-allowed/)
})
