// Which changes have been proposed, by whom, and how do they stand?

import { For, type JSX, Show } from 'solid-js'
import type { ProposalRow } from '../../../contract/change/changes.ts'
import type { About } from '../../client/change.ts'
import { t } from '../../client/words.ts'
import { Answered } from '../../reading/answered.tsx'
import { useQuery } from '../../reading/query.ts'
import { Scroll } from '../../screen/scroll.tsx'
import { Empty } from '../../screen/states.tsx'
import { showStamp } from '../../screen/time.ts'
import { adminPaths } from '../paths.ts'
import { adminWords } from '../words.ts'
import { changeQueries } from './client.ts'
import { proposedName, standingOf } from './names.ts'
import { changeWords as w } from './words.ts'

const Rows = (props: { items: ProposalRow[] }) => (
  <Scroll name={w.proposals}>
    <table class="plain-table">
      <caption>{t(w.proposals)}</caption>
      <thead>
        <tr>
          <For each={[w.what, w.status, w.proposedBy, w.decidedBy]}>
            {(head) => <th scope="col">{t(head)}</th>}
          </For>
        </tr>
      </thead>
      <tbody>
        <For each={props.items}>
          {(one) => (
            <tr>
              <th scope="row">
                <a href={adminPaths.change(one.id)}>{t(proposedName(one))}</a>
              </th>
              <td>{t(standingOf(one))}</td>
              <td>
                {one.proposedBy.name} {showStamp(one.proposedBy.at)}
              </td>
              <td>
                {one.decidedBy
                  ? `${one.decidedBy.name} ${showStamp(one.decidedBy.at)}`
                  : t(adminWords.none)}
              </td>
            </tr>
          )}
        </For>
      </tbody>
    </table>
  </Scroll>
)

/** `children`: what to do when there is none yet. */
export const Proposals = (props: { about: About; children: JSX.Element }) => {
  const list = useQuery(() => changeQueries.list(props.about))
  return (
    <section class="block">
      <Answered found={list} what={w.proposals} rows={3}>
        {(all) => (
          <Show
            when={all().items.length > 0}
            fallback={<Empty summary={w.noProposals}>{props.children}</Empty>}
          >
            <Rows items={all().items} />
          </Show>
        )}
      </Answered>
    </section>
  )
}
