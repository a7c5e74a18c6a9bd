// What does the build tell the interface about itself?
interface ImportMeta {
  readonly env: { readonly PROD: boolean }
}
declare module '*?url' {
  const url: string
  export default url
}
