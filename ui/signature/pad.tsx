// Where does somebody write his signature, or bring a picture of it?
import { createSignal, createUniqueId, Show } from 'solid-js'
import type { Text } from '../../domain/language/words.ts'
import type { SignatureWay } from '../../domain/signature/views.ts'
import { t } from '../client/words.ts'
import { asPng, drawFile, mostUpload, padSize, wipe, writeOn } from './canvas.ts'
import '../form/fields.css'
import './signature.css'
import { signatureWords as w } from './signature-words.ts'

type Props = {
  replaces: boolean
  busy: boolean
  onSave: (picture: string, way: SignatureWay) => void
}

const refusalOf = (file: File): Text | null => {
  if (!['image/png', 'image/jpeg'].includes(file.type)) return w.wrongType
  return file.size > mostUpload ? w.tooLarge : null
}

/** What stands on the canvas, how it came there, and what was wrong with what was brought. */
const createPad = (props: Props) => {
  const [way, setWay] = createSignal<SignatureWay | null>(null)
  const [wrong, setWrong] = createSignal<Text | null>(null)
  let canvas: HTMLCanvasElement | undefined
  const ready = (one: HTMLCanvasElement) => {
    canvas = one
    wipe(one)
    writeOn(one, () => {
      setWrong(null)
      setWay((before) => before ?? 'drawn')
    })
  }
  const clear = () => {
    if (canvas) wipe(canvas)
    setWay(null)
    setWrong(null)
  }
  const bring = async (input: HTMLInputElement) => {
    const [file] = input.files ?? []
    input.value = ''
    if (!file || !canvas) return
    clear()
    const refused = refusalOf(file)
    if (refused) return setWrong(refused)
    await drawFile(canvas, file).then(
      () => setWay('uploaded'),
      () => setWrong(w.unreadable),
    )
  }
  const save = () => {
    const chosen = way()
    if (!canvas || !chosen || props.busy) return
    props.onSave(asPng(canvas), chosen)
    clear()
  }
  return { way, wrong, ready, clear, bring, save }
}

export const SignaturePad = (props: Props) => {
  const id = createUniqueId()
  const pad = createPad(props)
  return (
    <div class="signature-pad">
      <h3>{t(w.draw)}</h3>
      <p class="hint">{t(w.drawHint)}</p>
      <canvas
        ref={pad.ready}
        width={padSize.width}
        height={padSize.height}
        role="img"
        aria-label={t(w.pad)}
      />
      <p class="signature-upload">
        <input
          id={`${id}-file`}
          class="visually-hidden"
          type="file"
          accept="image/png,image/jpeg"
          aria-describedby={`${id}-hint`}
          onChange={(event) => void pad.bring(event.currentTarget)}
        />
        <label class="button" for={`${id}-file`}>
          {t(w.upload)}
        </label>
      </p>
      <p class="hint" id={`${id}-hint`}>
        {t(w.uploadHint)}
      </p>
      <Show when={pad.wrong()}>
        {(words) => (
          <p class="mistake" role="alert">
            {t(words())}
          </p>
        )}
      </Show>
      <p class="form-actions">
        <button
          type="button"
          class="button primary"
          aria-disabled={pad.way() === null || props.busy}
          onClick={pad.save}
        >
          {t(props.busy ? w.saving : props.replaces ? w.replace : w.save)}
        </button>
        <button type="button" class="button" onClick={pad.clear}>
          {t(w.clear)}
        </button>
      </p>
    </div>
  )
}
