// Which escalation policies of supervision can be set, and what waits for a second administrator? (S16)

import { For } from 'solid-js'
import type { EscalationPolicyRow } from '../../../contract/organisation/escalation-policies.ts'
import { fill } from '../../../domain/language/words.ts'
import { t } from '../../client/words.ts'
import { Answered } from '../../reading/answered.tsx'
import { useQuery } from '../../reading/query.ts'
import { usePage } from '../../screen/page.ts'
import { PlainTable } from '../../screen/plain-table.tsx'
import { showStamp } from '../../screen/time.ts'
import { adminPaths } from '../paths.ts'
import { escalationPolicyQueries } from './client.ts'
import { escalationPolicyWords as w } from './words.ts'

const Table = (props: { items: EscalationPolicyRow[] }) => (
  <PlainTable name={w.title} heads={[w.escalationPolicy, w.process, w.inForce, w.waiting]}>
    <For each={props.items}>
      {(one) => (
        <tr>
          <th scope="row">
            <a href={adminPaths.escalationPolicy(one.process, one.clock)}>{t(one.words)}</a>
          </th>
          <td>{t(one.title)}</td>
          <td>{one.since ? t(fill(w.since, { time: showStamp(one.since) })) : t(w.byProcess)}</td>
          <td>{one.waiting}</td>
        </tr>
      )}
    </For>
  </PlainTable>
)

const EscalationPolicies = () => {
  const list = useQuery(escalationPolicyQueries.list)
  usePage(() => t(w.title))
  return (
    <>
      <h1>{t(w.title)}</h1>
      <p class="lead">{t(w.lead)}</p>
      <p class="notice">{t(w.effect)}</p>
      <section class="block">
        <Answered found={list} what={w.title} rows={3}>
          {(found) => <Table items={found().items} />}
        </Answered>
      </section>
    </>
  )
}

export default EscalationPolicies
