// Which other case has opened this one, and to which others does it lead?
import { For, Show } from 'solid-js'
import type { CaseView } from '../../contract/case/cases.ts'
import type { LinkView } from '../../contract/parts/facts.ts'
import { fill, type Text } from '../../domain/language/words.ts'
import { paths } from '../client/paths.ts'
import { t } from '../client/words.ts'
import { showStamp } from '../screen/time.ts'
import { linkWords as w } from './link-words.ts'

/** An act on another case is answered; a case to come is opened. */
const statusText = ({ status, relation, licence }: LinkView): Text => {
  if (relation === 'opener') return w.opener
  if (relation === 'sender') return w.sender
  if (relation === 'act' && status === 'waiting') return w.underWay
  return status === 'missing' && licence === undefined ? w.notOpened : w[status]
}

const causeText = ({ event, at, article }: LinkView): string =>
  [t(event), showStamp(at), article].filter((part) => part !== '').join(' · ')

/** What has opened this case, and what something here gave cause for or acted on: waiting, or there to be opened. */
export const Links = (props: { case: CaseView }) => (
  <Show when={props.case.links.length > 0}>
    <section class="block" aria-labelledby="links-title">
      <h2 id="links-title">{t(w.links)}</h2>
      <ul class="links">
        <For each={props.case.links}>
          {(link) => (
            <li>
              <p>
                <span class={`tag ${link.status === 'waiting' ? 'dashed' : ''}`}>
                  {t(statusText(link))}
                </span>{' '}
                <Show when={link.drill}>
                  <span class="tag">{t(w.drill)}</span>{' '}
                </Show>
                <Show
                  when={link.number}
                  fallback={<strong>{`${t(link.words)} ${link.licence ?? ''}`}</strong>}
                >
                  {(number) => <a href={paths.case(link.id)}>{`${t(link.words)} ${number()}`}</a>}
                </Show>
              </p>
              <p class="muted">
                {causeText(link)}
                <Show when={link.status === 'waiting' && link.relation === 'opened'}>
                  <br />
                  {t(link.drill ? w.drillOnly : fill(w.notYet, { id: link.id.slice(0, 8) }))}
                </Show>
              </p>
              <For each={link.reasons ?? []}>{(reason) => <p>{t(reason)}</p>}</For>
            </li>
          )}
        </For>
      </ul>
    </section>
  </Show>
)
