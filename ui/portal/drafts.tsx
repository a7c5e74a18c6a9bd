// What has this person begun on this device and not yet submitted?
import { createResource, For, Show } from 'solid-js'
import { fill } from '../../domain/language/words.ts'
import { t } from '../client/words.ts'
import { photosIn } from '../reading/draft.ts'
import { draftsOf } from '../reading/drafts.ts'
import { useMe } from '../screen/me.ts'
import { showMoment } from '../screen/time.ts'
import { draftWords as w } from './draft-words.ts'

const DraftList = () => {
  const me = useMe()
  const [drafts] = createResource(() => me().id, draftsOf, { initialValue: [] })
  return (
    <Show when={drafts.latest.length > 0}>
      <section class="matters" aria-labelledby="drafts">
        <h2 id="drafts">
          {t(w.title)} <span class="count">{drafts.latest.length}</span>
        </h2>
        <ul>
          <For each={[...drafts.latest].sort((a, b) => (a.at < b.at ? 1 : -1))}>
            {(draft) => (
              <li>
                <a class="matter" href={draft.href}>
                  <span class="matter-main">
                    <strong>{t(draft.title)}</strong>
                    <span class="muted">
                      {t(fill(w.kept, { time: showMoment(draft.at), n: photosIn(draft).length }))}
                    </span>
                  </span>
                </a>
              </li>
            )}
          </For>
        </ul>
      </section>
    </Show>
  )
}

export default DraftList
