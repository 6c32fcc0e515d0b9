// The package has no types of its own.
declare module 'html-escaper' {
  function escapeHtml(text: string): string

  export { escapeHtml as escape }
}
