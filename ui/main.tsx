// How does the interface start?
import { QueryClientProvider } from '@tanstack/solid-query'
import { render } from 'solid-js/web'
import { client } from './queries.ts'
import { Routes } from './routes.tsx'
import './styles.css'
import './parts/controls.css'
import './parts/page.css'
import './parts/print.css'
import { locale, setLocale } from './words.ts'

setLocale(locale())

render(
  () => (
    <QueryClientProvider client={client}>
      <Routes />
    </QueryClientProvider>
  ),
  document.getElementById('app')!,
)
