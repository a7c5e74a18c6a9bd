// Which cameras are in use, and how is one ended?
import { useQuery } from '@tanstack/solid-query'
import { createSignal, createUniqueId, For, Show } from 'solid-js'
import { fill } from '../../../domain/case/words.ts'
import type { CameraList, CameraRow } from '../../../domain/video/views.ts'
import { camerasApi } from '../../cameras/asking.ts'
import { Dialog } from '../../parts/dialog.tsx'
import { PlainTable } from '../../parts/plain-table.tsx'
import { t } from '../../words.ts'
import { ReasonForm } from '../devices/form.tsx'
import { videoApi } from './client.ts'
import { videoWords as w } from './words.ts'

export const Cameras = (props: { onChanged: () => void }) => {
  const [word, setWord] = createSignal('')
  const [open, setOpen] = createSignal<CameraRow | null>(null)
  const found = useQuery(() => ({
    queryKey: ['registry-cameras', word()],
    queryFn: () => camerasApi.found('', word()),
    placeholderData: (before: CameraList | undefined) => before,
    refetchOnMount: 'always' as const,
  }))
  const items = () => (found.isSuccess ? found.data.items : [])
  const field = createUniqueId()
  const done = () => {
    setOpen(null)
    void found.refetch()
    props.onChanged()
  }
  return (
    <section class="block" aria-labelledby="video-list">
      <h2 id="video-list">{t(w.list)}</h2>
      <p class="registry-search">
        <label for={field}>{t(w.search)}</label>{' '}
        <input id={field} type="search" value={word()} onInput={(event) => setWord(event.currentTarget.value.trim())} />
      </p>
      <Show when={items().length > 0} fallback={<p class="muted">{t(w.none)}</p>}>
        <PlainTable name={w.list} heads={[w.name, w.number, w.region, w.owner, w.acts]}>
          <For each={items()}>
            {(one) => (
              <tr>
                <th scope="row">{one.name}</th>
                <td>{one.id}</td>
                <td>{t(one.region)}</td>
                <td>{one.owner}</td>
                <td>
                  <button type="button" class="button small" aria-label={t(fill(w.endOf, { name: one.name }))} onClick={() => setOpen(one)}>
                    {t(w.end)}
                  </button>
                </td>
              </tr>
            )}
          </For>
        </PlainTable>
      </Show>
      <Dialog open={open() !== null} title={t(fill(w.endOf, { name: open()?.name ?? '' }))} onClose={() => setOpen(null)}>
        <Show when={open()}>
          {(one) => <ReasonForm label={t(w.confirmEnd)} send={(reason, key) => videoApi.end(one().id, reason, key)} onDone={done} />}
        </Show>
      </Dialog>
    </section>
  )
}
