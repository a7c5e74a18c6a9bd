// Who is told on every page that words of his have not arrived, and that they now have?
import { Show } from 'solid-js'
import { fill } from '../../domain/language/words.ts'
import { paths } from '../client/paths.ts'
import { t } from '../client/words.ts'
import { resumeRecordings } from '../recordings/resume.ts'
import { useMe } from '../screen/me.ts'
import { outboxEntries } from './entries.ts'

import { arrivedCount, useSender } from './sender.ts'
import { outboxWords as w } from './words.ts'

const OutboxBanner = () => {
  const me = useMe()
  useSender(me().id)
  void resumeRecordings(me().id)
  const refused = () => outboxEntries().filter(({ state }) => state === 'refused').length
  const waiting = () => outboxEntries().length - refused()
  return (
    <div role="status">
      <Show when={outboxEntries().length > 0}>
        <div class={`banner ${refused() > 0 ? 'warn' : ''}`}>
          <Show when={waiting() > 0}>{t(fill(w.banner, { count: waiting() }))} </Show>
          <Show when={refused() > 0}>
            <strong>{t(fill(w.bannerRefused, { count: refused() }))}</strong>{' '}
          </Show>
          <a href={paths.me}>{t(w.look)}</a>
        </div>
      </Show>
      <Show when={outboxEntries().length === 0 && arrivedCount() > 0}>
        <div class="banner">{t(fill(w.arrived, { count: arrivedCount() }))}</div>
      </Show>
    </div>
  )
}

export default OutboxBanner
