// Which platforms show pictures, and who has looked through which camera?
import { createSignal, For, Show } from 'solid-js'
import type { VideoRegister } from '../../../contract/devices/cameras.ts'
import { fill } from '../../../domain/language/words.ts'
import type { LookView, VideoSourceView } from '../../../domain/video/views.ts'
import { videoApi } from '../../client/devices/video.ts'
import { t } from '../../client/words.ts'
import type { KeyOf } from '../../reading/requests.ts'
import { Dialog } from '../../screen/dialog.tsx'
import { PlainTable } from '../../screen/plain-table.tsx'
import { showStamp } from '../../screen/time.ts'
import { Changes } from '../devices/changes.tsx'
import { Field, ReasonForm, Tick } from '../devices/form.tsx'
import { Register } from '../devices/register.tsx'
import { Sheets } from '../devices/sheets.tsx'
import { Cameras } from './list.tsx'
import { videoWords as w } from './words.ts'

const blank: VideoSourceView = {
  id: '',
  name: '',
  owner: '',
  template: 'https://',
  seconds: 60,
  enabled: true,
  cameras: 0,
}

/** `source` null: a new one. */
const SourceForm = (props: { source: VideoSourceView | null; onDone: () => void }) => {
  const [one, setOne] = createSignal(props.source ?? blank)
  const [secret, setSecret] = createSignal('')
  const set = (change: Partial<VideoSourceView>) => setOne({ ...one(), ...change })
  const send = (reason: string, keyOf: KeyOf) => {
    const { id, cameras: _, ...body } = one()
    const wanted = { ...body, reason, ...(secret() === '' ? {} : { secret: secret() }) }
    return videoApi.save(id.trim(), wanted, keyOf(id.trim(), wanted))
  }
  return (
    <ReasonForm label={t(w.save)} send={send} onDone={props.onDone}>
      <Show when={!props.source}>
        <Field label={t(w.id)} value={one().id} onInput={(id) => set({ id })} />
      </Show>
      <Field label={t(w.name)} value={one().name} onInput={(name) => set({ name })} />
      <Field label={t(w.owner)} value={one().owner} onInput={(owner) => set({ owner })} />
      <Field
        label={t(w.template)}
        value={one().template}
        onInput={(template) => set({ template })}
      />
      <Field
        label={t(w.seconds)}
        value={String(one().seconds)}
        onInput={(seconds) => set({ seconds: Number(seconds) })}
        type="number"
      />
      <Field label={t(w.secret)} value={secret()} onInput={setSecret} type="password" />
      <Tick label={t(w.enabled)} on={one().enabled} onChange={(enabled) => set({ enabled })} />
    </ReasonForm>
  )
}

const Sources = (props: { sources: VideoSourceView[]; onChanged: () => void }) => {
  const [open, setOpen] = createSignal<VideoSourceView | 'new' | null>(null)
  const source = () => {
    const one = open()
    return one === 'new' ? null : one
  }
  const done = () => {
    setOpen(null)
    props.onChanged()
  }
  return (
    <section class="block" aria-labelledby="video-sources">
      <h2 id="video-sources">{t(w.sources)}</h2>
      <Show when={props.sources.length > 0} fallback={<p class="muted">{t(w.noSources)}</p>}>
        <PlainTable
          name={w.sources}
          heads={[w.name, w.owner, w.template, w.seconds, w.cameras, w.state, w.acts]}
        >
          <For each={props.sources}>
            {(one) => (
              <tr>
                <th scope="row">{one.name}</th>
                <td>{one.owner}</td>
                <td class="receiver-url">{one.template}</td>
                <td>{one.seconds}</td>
                <td>{one.cameras}</td>
                <td>{t(one.enabled ? w.on : w.off)}</td>
                <td>
                  <button
                    type="button"
                    class="button small"
                    aria-label={t(fill(w.changeOf, { name: one.name }))}
                    onClick={() => setOpen(one)}
                  >
                    {t(w.change)}
                  </button>
                </td>
              </tr>
            )}
          </For>
        </PlainTable>
      </Show>
      <button type="button" class="button" onClick={() => setOpen('new')}>
        {t(w.add)}
      </button>
      <Dialog
        open={open() !== null}
        title={source() ? t(fill(w.changeOf, { name: source()?.name ?? '' })) : t(w.add)}
        onClose={() => setOpen(null)}
      >
        <Show when={open()}>
          <SourceForm source={source()} onDone={done} />
        </Show>
      </Dialog>
    </section>
  )
}

const Looks = (props: { looks: LookView[] }) => (
  <section class="block" aria-labelledby="video-looks">
    <h2 id="video-looks">{t(w.looks)}</h2>
    <Show when={props.looks.length > 0} fallback={<p class="muted">{t(w.noLooks)}</p>}>
      <PlainTable name={w.looks} heads={[w.at, w.person, w.camera, w.region]}>
        <For each={props.looks}>
          {(one) => (
            <tr>
              <td>{showStamp(one.at)}</td>
              <td>{one.person}</td>
              <td>{`${one.name} ${one.camera}`}</td>
              <td>{t(one.region)}</td>
            </tr>
          )}
        </For>
      </PlainTable>
    </Show>
  </section>
)

const Kept = (props: { register: VideoRegister; onChanged: () => void }) => (
  <>
    <Sources sources={props.register.sources} onChanged={props.onChanged} />
    <Sheets
      text={w.sheetText}
      from={videoApi.sheetAddress}
      file="cameras"
      send={videoApi.sheet}
      counts={({ cameras }) => [[w.list, cameras]]}
      onChanged={props.onChanged}
    />
    <Cameras onChanged={props.onChanged} />
    <Looks looks={props.register.looks} />
    <Changes changes={props.register.changes} />
  </>
)

const Video = () => (
  <Register words={w} name="video-register" read={videoApi.register}>
    {(view, again) => <Kept register={view()} onChanged={again} />}
  </Register>
)

export default Video
