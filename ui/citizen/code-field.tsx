// How is a code asked for that somebody types from a paper?
import type { Text } from '../../domain/language/words.ts'
import { t } from '../client/words.ts'
import '../form/fields.css'

export const CodeField = (props: { label: Text; hint: Text; first: string; short?: true }) => (
  <div class="field">
    <label class="field-label" for="field-code">
      {t(props.label)}
    </label>
    <p class="hint" id="code-hint">
      {t(props.hint)}
    </p>
    <input
      id="field-code"
      class={props.short ? 'short' : undefined}
      name="code"
      autocomplete="off"
      autocapitalize="characters"
      spellcheck={false}
      aria-describedby="code-hint"
      value={props.first}
    />
  </div>
)
