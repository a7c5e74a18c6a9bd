// What does a person keep for himself: his phrases?
import { usePage } from '../parts/page.ts'
import { PhraseSettings } from '../phrases/settings.tsx'
import { t } from '../words.ts'
import { meWords as w } from './words.ts'

const Me = () => {
  usePage(() => t(w.title))
  return (
    <div class="page me-page">
      <h1>{t(w.title)}</h1>
      <PhraseSettings />
    </div>
  )
}

export default Me
