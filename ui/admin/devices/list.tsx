// Which devices are in use, and how is one ended?
import { useQuery } from '@tanstack/solid-query'
import { createSignal, createUniqueId, For, Show } from 'solid-js'
import { fill } from '../../../domain/case/words.ts'
import type { RegistryDevice } from '../../../domain/duty/views.ts'
import { Dialog } from '../../parts/dialog.tsx'
import { Scroll } from '../../parts/scroll.tsx'
import { paths } from '../../paths.ts'
import { t } from '../../words.ts'
import { registryApi } from './client.ts'
import { ReasonForm } from './form.tsx'
import { registryWords as w } from './words.ts'

const Row = (props: { one: RegistryDevice; onEnd: () => void }) => (
  <tr>
    <th scope="row">
      <a class="registry-link" href={paths.device(props.one.id)}>
        {props.one.name}
      </a>{' '}
      <Show when={props.one.synthetic}>{<span class="tag hatched">{t(w.exerciseTag)}</span>}</Show>
    </th>
    <td>{props.one.key}</td>
    <td>{props.one.feed}</td>
    <td>{props.one.enterprise ?? t(props.one.region)}</td>
    <td>{props.one.points}</td>
    <td>
      <button type="button" class="button small" aria-label={t(fill(w.endOf, { name: props.one.name }))} onClick={() => props.onEnd()}>
        {t(w.end)}
      </button>
    </td>
  </tr>
)

export const Devices = (props: { onChanged: () => void }) => {
  const [word, setWord] = createSignal('')
  const [open, setOpen] = createSignal<RegistryDevice | null>(null)
  const found = useQuery(() => ({
    queryKey: ['registry-devices', word()],
    queryFn: () => registryApi.devices('', word()),
    placeholderData: (before: { items: RegistryDevice[] } | undefined) => before,
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
    <section class="block" aria-labelledby="registry-list">
      <h2 id="registry-list">{t(w.list)}</h2>
      <p class="registry-search">
        <label for={field}>{t(w.search)}</label>{' '}
        <input id={field} type="search" value={word()} onInput={(event) => setWord(event.currentTarget.value.trim())} />
      </p>
      <Show when={items().length > 0} fallback={<p class="muted">{t(w.noDevices)}</p>}>
        <Scroll name={w.list}>
          <table class="plain-table">
            <thead>
              <tr>
                <For each={[w.name, w.id, w.feeds, w.region, w.points]}>{(head) => <th scope="col">{t(head)}</th>}</For>
                <td />
              </tr>
            </thead>
            <tbody>
              <For each={items()}>{(one) => <Row one={one} onEnd={() => setOpen(one)} />}</For>
            </tbody>
          </table>
        </Scroll>
      </Show>
      <Dialog open={open() !== null} title={t(fill(w.endOf, { name: open()?.name ?? '' }))} onClose={() => setOpen(null)}>
        <Show when={open()}>
          {(one) => <ReasonForm label={t(w.confirmEnd)} send={(reason, key) => registryApi.end(one().id, reason, key)} onDone={done} />}
        </Show>
      </Dialog>
    </section>
  )
}
