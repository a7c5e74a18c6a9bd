// How does a bench publish the number of visits a year, as two administrators do?
import { setTimeout as sleep } from 'node:timers/promises'
import type { ProposalView } from '../../contract/change/changes.ts'
import { signIn, type Visitor } from '../http.ts'

const patience = 200
const pollMs = 200

/** So that every enterprise of a plan is judged. */
export const publishVisits = async (base: string, visits: number): Promise<void> => {
  const [one, other] = [await signIn(base, 'city.admin'), await signIn(base, 'city.admin2')]
  const proposed = {
    kind: 'amount',
    amount: 'inspection-frequency.visits',
    region: null,
    from: `${new Date().getUTCFullYear()}-01-01`,
    values: [String(visits)],
    norm: { zh: '年度检查频次公告', en: 'Notice of the yearly number' },
    article: { zh: '测量', en: 'Measured' },
    confidence: 'V',
    source: '测量',
    running: null,
  }
  const { status, body } = await one.ask<ProposalView>('POST', '/api/changes', {
    proposed,
    reason: '',
  })
  if (status !== 201) throw new Error(`not proposed: ${status} ${JSON.stringify(body)}`)
  await until(one, body.id, ({ preview }) => preview.status === 'done')
  const approval = await other.ask('POST', `/api/changes/${body.id}/approval`, {})
  if (approval.status !== 200) throw new Error(`not approved: ${JSON.stringify(approval.body)}`)
  await until(one, body.id, ({ outcome }) => outcome?.status === 'done')
}

const until = async (
  by: Visitor,
  id: string,
  done: (one: ProposalView) => boolean,
): Promise<void> => {
  for (let tries = 0; tries < patience; tries += 1) {
    if (done((await by.ask<ProposalView>('GET', `/api/changes/${id}`)).body)) return
    await sleep(pollMs)
  }
  throw new Error('the number of visits does not settle')
}
