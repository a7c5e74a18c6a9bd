// Which posts cannot be notified of what falls due in the coming week?
import { For, Show } from 'solid-js'
import type { ReachabilityGap } from '../../contract/supervision/supervision.ts'
import { fill } from '../../domain/language/words.ts'
import { paths } from '../client/paths.ts'
import { t } from '../client/words.ts'
import { Answered } from '../reading/answered.tsx'
import { useReach } from '../reading/reach.ts'
import { reachWords as w } from '../reading/reach-words.ts'
import { Scroll } from '../screen/scroll.tsx'
import { showMoment } from '../screen/time.ts'
import './reachability.css'

const mostListed = 5

const Missing = (props: { gap: ReachabilityGap }) => (
  <ul class="bare-list">
    <li class={props.gap.nobody ? 'bad-words' : ''}>{t(props.gap.nobody ? w.nobody : w.partly)}</li>
    <For each={props.gap.people} fallback={<li>{t(w.vacant)}</li>}>
      {({ name, lacks }) => (
        <li>{t(fill(w.person, { name, lacks: lacks.map(t).join(t({ zh: '、', en: ', ' })) }))}</li>
      )}
    </For>
  </ul>
)

const EscalationLevels = (props: { gap: ReachabilityGap }) => (
  <ul class="bare-list">
    <For each={props.gap.escalationLevels.slice(0, mostListed)}>
      {(escalationLevel) => (
        <li>
          <a class="reach-link" href={paths.case(escalationLevel.caseId, 'clocks')}>
            {t(
              fill(w.escalationLevel, {
                number: escalationLevel.number,
                words: t(escalationLevel.words),
                at: showMoment(escalationLevel.plannedAt),
              }),
            )}
          </a>
        </li>
      )}
    </For>
    <Show when={props.gap.escalationLevels.length > mostListed}>
      <li>{t(fill(w.more, { n: props.gap.escalationLevels.length - mostListed }))}</li>
    </Show>
  </ul>
)

const Gaps = (props: { gaps: ReachabilityGap[] }) => (
  <Scroll name={w.title}>
    <table class="plain-table">
      <caption class="visually-hidden">{t(w.title)}</caption>
      <thead>
        <tr>
          <th scope="col">{t(w.post)}</th>
          <th scope="col">{t(w.missing)}</th>
          <th scope="col">{t(w.escalationLevels)}</th>
        </tr>
      </thead>
      <tbody>
        <For each={props.gaps}>
          {(gap) => (
            <tr>
              <th scope="row">{t(gap.words)}</th>
              <td>
                <Missing gap={gap} />
              </td>
              <td>
                <EscalationLevels gap={gap} />
              </td>
            </tr>
          )}
        </For>
      </tbody>
    </table>
  </Scroll>
)

export const Reachability = () => {
  const reach = useReach()
  return (
    <section class="block" id="reachability" aria-labelledby="h-reach">
      <h2 id="h-reach">{t(w.title)}</h2>
      <Answered found={reach} what={w.title} rows={2}>
        {(view) => (
          <>
            <p class="muted">
              {t(w.lead)}{' '}
              {view().at ? t(fill(w.checked, { time: showMoment(view().at ?? '') })) : t(w.never)}
            </p>
            <Show
              when={view().items.length > 0}
              fallback={<Show when={view().at}>{<p>✓ {t(w.fine)}</p>}</Show>}
            >
              <Gaps gaps={view().items} />
            </Show>
          </>
        )}
      </Answered>
    </section>
  )
}
