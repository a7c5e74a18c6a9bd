// How does somebody look through a camera, once, in a tab of its own?
import { createSignal, Show } from 'solid-js'
import type { CameraRow } from '../../contract/devices/cameras.ts'
import { fill } from '../../domain/language/words.ts'
import { asRefusal } from '../client/client.ts'
import { camerasApi } from '../client/devices/cameras.ts'
import { t } from '../client/words.ts'
import { cameraWords as w } from './words.ts'

/** The tab is opened in the click itself, or the browser would keep it back, and may not reach back into this page. */
export const LookButton = (props: { camera: CameraRow }) => {
  const [busy, setBusy] = createSignal(false)
  const [text, setText] = createSignal('')
  const look = async () => {
    const tab = window.open('about:blank', '_blank')
    if (!tab) return setText(t(w.blocked))
    tab.opener = null
    setBusy(true)
    await camerasApi.link(props.camera.id).then(
      ({ url }) => {
        tab.location.replace(url)
        setText(t(w.opened))
      },
      (error: unknown) => {
        tab.close()
        const { title, reasons } = asRefusal(error)
        setText(t(fill(w.failed, { reason: [title, ...reasons].map(t).join(' ') })))
      },
    )
    setBusy(false)
  }
  return (
    <>
      <button
        type="button"
        class="button small"
        aria-label={t(fill(w.lookAt, { name: props.camera.name }))}
        aria-disabled={busy()}
        onClick={() => !busy() && void look()}
      >
        {t(busy() ? w.opening : w.look)}
      </button>
      <span role="status" class="camera-says">
        <Show when={text()}>{(one) => <> {one()}</>}</Show>
      </span>
    </>
  )
}
