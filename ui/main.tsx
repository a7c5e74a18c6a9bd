// How does the interface start?
import { render } from 'solid-js/web'
import { Routes } from './routes.tsx'
import './styles.css'
import './parts/controls.css'
import './parts/page.css'
import './parts/print.css'
import { locale, setLocale } from './words.ts'

setLocale(locale())

render(() => <Routes />, document.getElementById('app')!)
