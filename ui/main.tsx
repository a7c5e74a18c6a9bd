// How does the interface start?
import { render } from 'solid-js/web'
import { Routes } from './routes.tsx'
import './styles.css'
import './screen/controls.css'
import './screen/page.css'
import './screen/print.css'
import { locale, setLocale } from './client/words.ts'

setLocale(locale())

// Only the built interface has a shell to keep; in development a kept page would be yesterday's.
if (import.meta.env.PROD && 'serviceWorker' in navigator)
  addEventListener(
    'load',
    () => void navigator.serviceWorker.register('/sw.js').catch(() => undefined),
  )

const begin = () => render(() => <Routes />, document.getElementById('app')!)
// This came last of all that older browsers are lent: who has it loads nothing.
if ('hasOwn' in Object) begin()
else void import('./older.ts').then(begin)
