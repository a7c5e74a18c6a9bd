// How does a handwritten signature stand beside the act that it is under?
import { For } from 'solid-js'
import { fill } from '../../domain/language/words.ts'
import type { SignedPicture } from '../../domain/views/answers/fact-views.ts'
import { t } from '../client/words.ts'
import { signatureWords as w } from '../signature/signature-words.ts'
import '../signature/signature.css'

const Handwriting = (props: { pictures: SignedPicture[] }) => (
  <p class="handwriting">
    <For each={props.pictures}>
      {(one) => (
        <img
          class="signature"
          src={one.url}
          alt={t(fill(w.of, { name: one.name }))}
          height={40}
          loading="lazy"
        />
      )}
    </For>
  </p>
)

export default Handwriting
