/** What passes between the stand-in and the program that started it, beside Electron's API. */
export type ToldByStandIn =
  /** The browser is there; a DevTools client can connect to its page. */
  | { readonly kind: 'opened'; readonly endpoint: string }
  /** An error in the page's console, or one that nothing caught. */
  | { readonly kind: 'complaint'; readonly text: string }

export type ToldToStandIn =
  | { readonly kind: 'quit' }
  /** The next dialog is answered with these paths; null cancels it. */
  | { readonly kind: 'answerDialog'; readonly paths: readonly string[] | null }
  /** The item of the native menu that has this label is chosen. */
  | { readonly kind: 'chooseMenuItem'; readonly label: string }

export function tellParent(message: ToldByStandIn): void {
  process.send?.(message)
}

export function onParentMessage(listener: (message: ToldToStandIn) => void): void {
  process.on('message', (message) => listener(message as ToldToStandIn))
}
