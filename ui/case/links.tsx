// Which other cases does this one lead to?
import { For, Show } from 'solid-js'
import type { CaseView } from '../../contract/case/cases.ts'
import type { LinkView } from '../../contract/parts/facts.ts'
import { fill, type Text } from '../../domain/language/words.ts'
import { paths } from '../client/paths.ts'
import { t } from '../client/words.ts'
import { showStamp } from '../screen/time.ts'
import { linkWords as w } from './link-words.ts'

/** An act on the case of a licence is answered; a case to come is opened. */
const statusText = ({ status, licence }: LinkView): Text =>
  status === 'waiting' && licence ? w.underWay : w[status]

/** What something here gave cause for: waiting until its process runs, or begun and to be opened. */
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
                {`${t(link.event)} · ${showStamp(link.at)} · ${link.article}`}
                <Show when={link.status === 'waiting' && !link.licence}>
                  <br />
                  {t(fill(w.notYet, { id: link.id.slice(0, 8) }))}
                </Show>
              </p>
            </li>
          )}
        </For>
      </ul>
    </section>
  </Show>
)
