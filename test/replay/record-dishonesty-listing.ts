// Records the histories of listings as record.ts does those of hazards: `node test/replay/record-dishonesty-listing.ts`.

import { settleCertificates } from '../enforcement-case/certificates.ts'
import { decided, matter, sample as ofPenalty } from '../enforcement-case/samples.ts'
import { untilIssued } from '../support/servers/issued.ts'
import { canary } from './canaries.ts'
import { openRecorder } from './recorder.ts'

const day = '2026-03-02'
const recorder = await openRecorder('dishonesty-listing', `${day}T01:00:00.000Z`)
const { product, save } = recorder
await settleCertificates(product.db)
const usernames = {
  lin: 'kecheng.inspector1',
  wu: 'kecheng.inspector2',
  chen: 'kecheng.chief',
  gao: 'kecheng.leader',
  fa: 'kecheng.legal',
  mao: 'e001.principal',
}
const person = (who: string) => product.person(usernames[who as keyof typeof usernames])
const does = async (id: string, who: string, type: string, data: Record<string, unknown> = {}) => {
  const { document: _, papers: __, ...form } = data
  await (await person(who)).act(id, type, form)
  await untilIssued(product.db, id)
}

/** A decision with a ground for the list, served: the penalty, and the listing that it has opened. */
const punished = async (): Promise<{ penalty: string; listing: string }> => {
  const party = await person('mao')
  const { enterprise } = await party.get<{ enterprise: { id: string } }>('/api/me')
  const { region: _, ...form } = matter
  const officer = await person('lin')
  const { id } = await officer.start('enforcement-case', {
    ...form,
    title: canary.title,
    enterprise: enterprise.id,
  })
  for (const [who, type, data = ofPenalty(type)] of decided) {
    const more = type === 'decide-penalty' ? { listingGround: 'grave' } : {}
    await does(id, who, type, { ...data, ...more })
  }
  for (;;) {
    const [link] = (await officer.view(id)).links
    if (link?.status === 'started') return { penalty: id, listing: link.id }
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
}

const service = { method: 'direct', servedOn: day, receiver: '负责人' }
const reasons = canary.findings
const listed = async (): Promise<{ penalty: string; listing: string }> => {
  const both = await punished()
  const told = { reasons, basis: '办法', measures: '管理措施' }
  await does(both.listing, 'lin', 'notify-listing', told)
  await does(both.listing, 'lin', 'serve-notice', service)
  await does(both.listing, 'mao', 'waive-statement', { statement: canary.description })
  await does(both.listing, 'lin', 'weigh-statement', { outcome: 'none', findings: reasons })
  await does(both.listing, 'gao', 'decide-listing', told)
  await does(both.listing, 'lin', 'serve-listing', {
    ...service,
    publicReason: reasons,
    publicUntil: '2029-03-02',
  })
  return both
}

await save('told', (await punished()).listing)
const standing = await listed()
await save('listed', standing.listing)
await does(standing.penalty, 'fa', 'receive-remedy', ofPenalty('receive-remedy'))
await does(standing.penalty, 'fa', 'record-annulment', ofPenalty('record-annulment'))
while ((await (await person('lin')).view(standing.listing)).status !== 'closed')
  await new Promise((resolve) => setTimeout(resolve, 200))
await save('annulled', standing.listing)

await recorder.close()
